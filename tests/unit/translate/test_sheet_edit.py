import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from unit.translate.texts import ANY, LINE

from planpress.translate.front_edits import Unfit
from planpress.translate.scalars import reads_as, scalar
from planpress.translate.sheet_edit import edited
from planpress.translate.ways import Entries, Group, Leaf, Lines

SHEET = """---
# Who looks after this: the office of communication
title: Lectura  # short
summary: >-
  Lo que queremos
  para cada estudiante.
theory_of_action:
  if:
    - cada maestro
    - "cada familia: todas"
  then: 'más niños leen'
milestones:
  - id: first
    title: Empezar

  # the second one
  - id: third
    title: Terminar
---

## Qué es

Texto.
"""


def wanted(**texts):
    """All fields of a tactic in their order, some with new words."""
    entry = Group({"title": Leaf(), "note": Leaf()})
    names = ("first", "second", "third")
    return Group(
        {
            "title": Leaf(texts.get("title")),
            "summary": Leaf(texts.get("summary")),
            "theory_of_action": Group(
                {
                    "if": Lines({str(n): Leaf(texts.get(f"if{n}")) for n in range(3)}),
                    "then": Leaf(texts.get("then")),
                }
            ),
            "milestones": Entries(
                {
                    name: Group({k: Leaf(texts.get(f"{name}_{k}")) for k in entry.inner})
                    for name in names
                },
                ("id",),
                dict.fromkeys(names, "id"),
            ),
            "lessons": Leaf(texts.get("lessons")),
        }
    )


def changed(**texts):
    return edited(SHEET, wanted(**texts), None, {})


def difference(text):
    before, after = SHEET.splitlines(), text.splitlines()
    return [line for line in before if line not in after], [
        line for line in after if line not in before
    ]


def test_nothing_new_changes_nothing():
    assert edited(SHEET, wanted(), None, {}) == SHEET
    assert edited(SHEET, wanted(title="Lectura", if0="cada maestro"), None, {}) == SHEET


@pytest.mark.parametrize(
    ("texts", "lost", "added"),
    [
        ({"title": "Leer"}, ["title: Lectura  # short"], ["title: Leer  # short"]),
        (
            {"summary": "Todos leen."},
            ["  Lo que queremos", "  para cada estudiante."],
            ["  Todos leen."],
        ),
        ({"title": "**Leer**"}, ["title: Lectura  # short"], ['title: "**Leer**"  # short']),
        (
            {"if1": "cada familia: sí"},
            ['    - "cada familia: todas"'],
            ['    - "cada familia: sí"'],
        ),
        ({"then": "it’s 'so'"}, ["  then: 'más niños leen'"], ["  then: 'it’s ''so'''"]),
        ({"third_title": "Acabar"}, ["    title: Terminar"], ["    title: Acabar"]),
        ({"if2": "tres"}, [], ["    - tres"]),
        ({"first_note": "Tarde"}, [], ["    note: Tarde"]),
        ({"second_title": "Seguir"}, [], ["  - id: second", "    title: Seguir"]),
        ({"lessons": "a: b"}, [], ['lessons: "a: b"']),
    ],
)
def test_only_what_is_new_is_written(texts, lost, added):
    assert difference(changed(**texts)) == (lost, added)


def test_what_is_new_stands_where_the_source_has_it():
    text = changed(second_title="Seguir", if2="tres", first_note="Tarde", lessons="Mucho")
    keys = list(yaml.safe_load(text.split("---\n")[1]))
    assert keys == ["title", "summary", "theory_of_action", "milestones", "lessons"]
    entries = yaml.safe_load(text.split("---\n")[1])["milestones"]
    assert [entry["id"] for entry in entries] == ["first", "second", "third"]
    assert text.index("note: Tarde") < text.index("id: second") < text.index("# the second one")


def test_a_list_in_brackets_takes_an_entry_too():
    sheet = "---\ntitle: x\ntheory_of_action: {if: [uno], then: dos}\n---\n"
    for texts, then in (({"if1": "3, 4"}, "dos"), ({"if1": "3, 4", "then": "a, {b}"}, "a, {b}")):
        made = edited(sheet, wanted(**texts), None, {})
        tree = yaml.safe_load(made.split("---\n")[1])
        assert tree["theory_of_action"] == {"if": ["uno", "3, 4"], "then": then}


def test_a_new_file_has_the_order_of_the_source():
    made = edited("", wanted(title="Leer", if0="uno", second_title="Dos"), "## Qué es", {})
    assert made == (
        "---\ntitle: Leer\ntheory_of_action:\n  if:\n    - uno\nmilestones:\n  - id: second\n"
        "    title: Dos\n---\n\n## Qué es\n"
    )


def test_a_body_is_put_between_what_stood_around_it():
    made = edited(SHEET, wanted(), "## Otra cosa", {})
    assert made == SHEET.replace("## Qué es\n\nTexto.", "## Otra cosa")
    assert (
        edited("---\ntitle: x\n---\n", wanted(), "Texto.", {}) == "---\ntitle: x\n---\n\nTexto.\n"
    )


def test_marks_are_set_and_taken_away():
    once = edited(SHEET, wanted(), None, {"translated_by": "machine"})
    assert difference(once) == ([], ["translated_by: machine"])
    assert edited(once, wanted(), None, {"translated_by": None}) == SHEET


def test_what_is_built_otherwise_is_refused():
    with pytest.raises(Unfit, match="line 4"):
        edited("---\ntitle: x\nmilestones:\n  a: b\n---\n", wanted(first_title="x"), None, {})
    with pytest.raises(Unfit):
        edited("no front matter", wanted(title="x"), None, {})


WORDS = st.one_of(LINE, ANY.map(str.strip)).filter(bool)
WORDS = WORDS.filter(lambda text: "\r" not in text and text == text.strip())


@given(WORDS, st.sampled_from((None, "", "'", '"', ">", "|")), st.sampled_from((0, 2, 6)))
@example("no", None, 0)
@example("a\n\n  b", ">", 2)
@example("1.10 # x", "", 0)
def test_every_value_reads_as_its_words(text, style, indent):
    assert reads_as(scalar(text, indent, 8, style), text, indent)


@given(
    st.dictionaries(
        st.sampled_from(("title", "summary", "if0", "if1", "if2", "then", "lessons"))
        | st.sampled_from(("first_title", "first_note", "second_title", "third_note")),
        WORDS,
    )
)
def test_all_new_words_can_be_read_again(texts):
    tree = yaml.load(changed(**texts).split("\n---\n")[0], Loader=yaml.BaseLoader)
    entries = {entry["id"]: entry for entry in tree["milestones"]}
    for key, text in texts.items():
        entry, _, name = key.partition("_")
        if key.startswith("if"):
            assert text in tree["theory_of_action"]["if"]
        elif name:
            assert entries[entry][name] == text
        else:
            assert (tree["theory_of_action"] if key == "then" else tree)[key] == text
