"""What comes back: which files change, what is refused, and where that is told."""

from datetime import date

import polib
import pytest
from conftest import FILES, edited
from unit.exchange.plans import DAY, back, content, edit, out, plan, states

from planpress.exchange.send import WrongUsage
from planpress.exchange.sheets import Sheet
from planpress.model.translation import State
from planpress.read.project import read

VISION = """---
title: Our vision
summary: Where we want to be.
---

Every student reads well. See [the goals](/priorities/reading/).

## What we see

We see **48.0%** in 2023–24[^1], and `code`.

- one
- two

| Group | 2024 |
| --- | ---: |
| All students | 54% |

{{ chart grade-3 }}

[^1]: A note with https://alder.example.org/ in it.
"""

VISION_ES = """---
# Checked by the office of communication
title: 'Nuestra visión'
summary: >-
  Dónde queremos
  estar.
---

Todos los estudiantes leen bien. Vea
[las metas](/priorities/reading/).

## Lo que vemos

Vemos **48.0%** en 2023–24[^1], y `code`.

* uno
* dos

| Grupo | 2024 |
|---|---:|
| Todos | 54% |

{{ chart grade-3 }}

[^1]: Una nota con https://alder.example.org/ adentro.
"""
PAGE = {"content/pages/vision.md": VISION, "content/pages/vision.es.md": VISION_ES}
ES = "content/pages/vision.es.md"


@pytest.fixture
def vision():
    with plan(PAGE) as folder:
        yield folder


def stale(folder, old, new):
    """Record every translation as good, then change the source of one."""
    from unit.exchange.plans import options  # noqa: PLC0415

    from planpress.translating import accept  # noqa: PLC0415

    accept(options(folder), ())
    file = folder / "content/pages/vision.md"
    file.write_text(edited(file.read_text("utf-8"), old, new), "utf-8")


def entries(file):
    return {entry.msgid: entry for entry in polib.pofile(str(file))}


def said(file, **words):
    """Translate entries by their source, and take the fuzzy marks away from all."""
    known = dict(words.items())

    def change(entry):
        entry.msgstr = known.get(entry.msgid, entry.msgstr)
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]

    edit(file, change)


def test_only_the_words_change_and_nothing_around_them(vision):
    _, file = out(vision)
    said(file, **{"two": "el segundo", "Our vision": "La visión", "All students": "Todos juntos"})
    before = content(vision)
    brought = back(vision, file)
    after = content(vision)
    assert brought.problems == ()
    assert brought.paths == (ES,)
    expected = VISION_ES.replace("* dos", "* el segundo").replace("| Todos |", "| Todos juntos |")
    assert after[ES].decode() == expected.replace("Nuestra visión", "La visión")
    assert {path for path in before if before[path] != after[path]} == {ES}
    assert set(after) - set(before) == {"content/translations.lock"}


def test_line_ends_and_byte_order_mark_stay(vision):
    (vision / ES).write_bytes(b"\xef\xbb\xbf" + VISION_ES.replace("\n", "\r\n").encode())
    _, file = out(vision)
    said(file, one="primero")
    assert back(vision, file).problems == ()
    expected = VISION_ES.replace("* uno", "* primero").replace("\n", "\r\n")
    assert (vision / ES).read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_a_wrapped_paragraph_is_wrapped_again(vision):
    _, file = out(vision)
    said(
        file,
        **{
            "Every student reads well. See [the goals]({1}).": " ".join(["Todos"] * 30)
            + " [a]({1})."
        },
    )
    assert back(vision, file).problems == ()
    lines = (vision / ES).read_text("utf-8").split("---\n")[2].split("\n\n")[0].strip().split("\n")
    assert [len(line) <= 60 for line in lines] == [True] * 4


def test_a_stale_section_asks_only_for_what_was_changed(vision):
    stale(vision, "- two", "- two more")
    sent, file = out(vision, {State.STALE})
    found = entries(file)
    assert {text for text, entry in found.items() if entry.fuzzy} == {"two more"}
    assert (found["two more"].previous_msgid, found["two more"].msgstr) == ("two", "dos")
    assert (found["one"].msgstr, sent.total) == ("uno", len(found))
    assert back(vision, file).paths == ()
    assert back(vision, file).unfinished == 1
    said(file, **{"two more": "dos más"})
    assert back(vision, file).paths == (ES,)
    assert (vision / ES).read_text("utf-8") == VISION_ES.replace("* dos", "* dos más")
    assert set(states(vision).values()) == {"complete"}


def test_a_number_that_has_changed_in_a_table_comes_along(vision):
    stale(vision, "| All students | 54% |", "| All students | 57% |")
    _, file = out(vision, {State.STALE})
    assert sum(entry.fuzzy for entry in polib.pofile(str(file))) == 1
    said(file)
    assert back(vision, file).problems == ()
    assert (vision / ES).read_text("utf-8") == VISION_ES.replace("54%", "57%")


def test_a_chart_that_was_added_comes_along(vision):
    stale(vision, "| All students | 54% |\n", "| All students | 54% |\n\n{{ status grade-3 }}\n")
    _, file = out(vision, {State.STALE})
    said(file)
    assert back(vision, file).problems == ()
    assert "| Todos | 54% |\n\n{{ status grade-3 }}\n\n{{ chart" in (vision / ES).read_text("utf-8")


def test_a_new_section_stands_where_the_source_has_it(vision):
    stale(vision, "## What we see", "## New\n\nWords.\n\n## What we see")
    _, file = out(vision)
    assert [e.msgid for e in polib.pofile(str(file)) if not e.msgstr] == ["New", "Words."]
    said(file, **{"New": "Nuevo", "Words.": "Palabras."})
    assert back(vision, file).problems == ()
    expected = VISION_ES.replace("## Lo que", "## Nuevo\n\nPalabras.\n\n## Lo que")
    assert (vision / ES).read_text("utf-8") == expected


def test_a_section_that_is_gone_stays_until_it_is_to_go(vision):
    extra = VISION_ES.replace("## Lo que", "## Viejo\n\nYa no.\n\n## Lo que")
    (vision / ES).write_text(extra, "utf-8")
    old = "## Old\n\nNo more.\n\n## What"
    source = vision / "content/pages/vision.md"
    source.write_text(VISION.replace("## What", old), "utf-8")
    stale(vision, old, "## What")
    _, file = out(vision)
    said(file, one="primero")
    brought = back(vision, file)
    assert [unit.heading for unit in brought.left] == ["Viejo"]
    assert (vision / ES).read_text("utf-8") == extra.replace("* uno", "* primero")
    _, file = out(vision)
    said(file, one="uno")
    back(vision, file, prune=True)
    assert (vision / ES).read_text("utf-8") == VISION_ES


DAMAGE = [
    (
        "the goals](",
        ".",
        "[las metas]",
        "{1} is missing: where the link leads, /priorities/reading/",
    ),
    ("the goals](", ".", "las metas ({1})", "{1} is missing"),
    ("the goals](", ".", "[a]({1}) [b]({1})", "is there once too often"),
    ("the goals](", ".", "[a]({1}) [b](/x/)", "was added: /x/"),
    ("the goals](", ".", "[a]({1}) {7}", "{7} stands for nothing"),
    ("the goals](", ".", "[a]({1}) <b>x</b>", "an HTML tag was added: <b>"),
    ("the goals](", ".", "[a]({1})\n\nx", "line break"),
    ("the goals](", ".", "[a]({1}) \x07", "a sign that is not seen"),
    ("the goals](", ".", "# [a]({1})", "no longer be read as one paragraph"),
    ("the goals](", ".", "- [a]({1})", "no longer be read as one paragraph"),
    ("We see", ".", "Vemos **48.0%** en 2023–24{1}", "{2} is missing: code, `code`"),
    (
        "We see",
        ".",
        "Vemos **48.0%** en 2023–24 {2}",
        "{1} is missing: the mark of a footnote, [^1]",
    ),
    ("We see", ".", "Vemos **48.1%** en 2023–24{1} {2}", "48.0"),
    ("We see", ".", "Vemos en 2023–24{1} {2}", "a number of the source is missing: 48.0"),
    ("We see", ".", "Vemos **48.0%**{1} {2}", "2023–24"),
    ("We see", ".", "Vemos **48.0% en 2023–24{1} {2}", "a “**” stands alone"),
    ("A note", ".", "Una nota adentro", "{1} is missing: an address, https://alder.example.org/"),
    ("All students", "", "Todos | juntos", "no longer be read as one table cell"),
    ("two", "", "dos 2", "a number is not in the source: 2"),
    ("Our vision", "", "La\nvisión", "line break"),
    ("What we see", "", "Lo que vemos {: #x}", "attributes was added"),
]


@pytest.mark.parametrize(("starts", "ends", "words", "says"), DAMAGE)
def test_what_would_be_lost_is_refused_with_its_place(vision, starts, ends, words, says):
    _, file = out(vision)
    po = polib.pofile(str(file))
    entry = next(e for e in po if starts in e.msgid and e.msgid.endswith(ends))
    entry.msgstr = words
    po.save()
    before = content(vision)
    brought = back(vision, file)
    found = [p for p in brought.problems if says in p.message]
    assert found, brought.problems
    lines = file.read_text("utf-8").splitlines()
    line = found[0].place.line
    assert entry.msgctxt in " ".join(lines[line - 8 : line + 12])
    assert found[0].place.path.endswith("es.po")
    assert "content/pages/vision.md, line" in found[0].hint or "Markdown" in found[0].hint
    assert (content(vision), brought.paths) == (before, ())


def test_every_placeholder_that_is_dropped_is_refused(vision):
    _, file = out(vision)
    whole = file.read_text("utf-8")
    dropped = 0
    for entry in polib.pofile(str(file)):
        for n in range(1, 9):
            if f"{{{n}}}" in entry.msgstr:
                file.write_text(whole, "utf-8")
                context = entry.msgctxt
                edit(file, lambda e, c=context, n=n: drop(e, c, n))
                problems = back(vision, file).problems
                assert any(f"{{{n}}} is missing" in p.message for p in problems), entry.msgstr
                dropped += 1
    assert dropped == 4


def drop(entry, context, number):
    if entry.msgctxt == context:
        entry.msgstr = entry.msgstr.replace(f"{{{number}}}", "x")


def test_all_faults_of_a_file_are_told_at_once(vision):
    _, file = out(vision)
    said(file, **{"two": "dos 2", "one": "uno 9", "Our vision": "La visión"})
    assert len([p for p in back(vision, file).problems if p.stops]) == 2
    assert content(vision)[ES].decode() == VISION_ES


def test_a_source_that_was_changed_after_the_export_leaves_only_its_own_out(vision):
    _, file = out(vision)
    said(file, **{"Our vision": "La visión", "one": "primero"})
    source = vision / "content/pages/vision.md"
    source.write_text(VISION.replace("- two", "- three"), "utf-8")
    brought = back(vision, file)
    assert {p.rule for p in brought.problems} == {"translation-outdated"}
    assert all("after the export" in p.message for p in brought.problems)
    assert brought.paths == (ES,)
    assert (vision / ES).read_text("utf-8") == VISION_ES.replace("Nuestra", "La")
    assert back(vision, file, strict=True).paths == ()


def test_a_field_whose_source_was_changed_after_the_export_is_left_out(vision):
    _, file = out(vision)
    said(file, **{"Our vision": "La visión", "Where we want to be.": "Adónde vamos."})
    source = vision / "content/pages/vision.md"
    source.write_text(VISION.replace("Our vision", "Their vision"), "utf-8")
    (problem,) = back(vision, file).problems
    assert "“pages/vision#title”: the source was changed" in problem.message
    text = (vision / ES).read_text("utf-8")
    assert ("Nuestra visión" in text, "Adónde vamos." in text) == (True, True)


def test_what_others_have_changed_in_the_meantime_is_not_undone(vision):
    _, file = out(vision)
    said(file, one="primero")
    theirs = VISION_ES.replace("Nuestra visión", "Su visión").replace("* dos", "* otro")
    (vision / ES).write_text(theirs, "utf-8")
    assert back(vision, file).problems == ()
    assert (vision / ES).read_text("utf-8") == theirs.replace("* uno", "* primero")


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_what_both_have_changed_is_left_as_it_stands(vision, form):
    _, file = out(vision, form=form)
    file.write_text(file.read_text("utf-8").replace(">uno<", ">dos<"), "utf-8")
    if form == "po":
        said(file, one="dos")
    theirs = VISION_ES.replace("* uno", "* tres")
    (vision / ES).write_text(theirs, "utf-8")
    (problem,) = back(vision, file).problems
    assert "others have translated this" in problem.message
    assert (vision / ES).read_text("utf-8") == theirs


def test_what_would_break_the_plan_is_not_written(vision, monkeypatch):
    _, file = out(vision)
    said(file, one="primero")

    def broken(*_, **__):
        after = VISION_ES.replace("summary", "order").encode()
        return [Sheet(record="pages/vision", language="es", path=ES, before=b"", after=after)]

    monkeypatch.setattr("planpress.exchange.bring_back.sheets", broken)
    brought = back(vision, file)
    assert ("fact-in-translation" in {p.rule for p in brought.problems}, brought.paths) == (
        True,
        (),
    )
    assert (vision / ES).read_text("utf-8") == VISION_ES


def test_a_plan_with_errors_sends_nothing_out(vision):
    (vision / ES).write_text(VISION_ES.replace("summary", "order"), "utf-8")
    _, file = out(vision)
    assert not file.exists()
    assert "fact-in-translation" in [p.rule for p in out(vision)[0].problems]


def test_a_machine_s_words_are_marked_until_somebody_has_read_them(vision):
    _, file = out(vision)
    said(file, one="primero")
    back(vision, file, machine=True)
    marks = read(vision).project.pages["vision"].source.translated["es"]
    assert (marks.by, marks.unreviewed) == ("machine", True)
    _, file = out(vision)
    assert all(e.fuzzy for e in polib.pofile(str(file)) if e.msgctxt.startswith("pages/"))
    brought = back(vision, file, reviewed_by="Ana: directora")
    assert ([p.rule for p in brought.problems], brought.paths) == ([], ())
    said(file)
    brought = back(vision, file, reviewed_by="Ana: directora", reviewed_on=date(2026, 9, 1))
    assert brought.paths == (ES,)
    marks = read(vision).project.pages["vision"].source.translated["es"]
    assert (marks.unreviewed, marks.reviewed_by) == (False, "Ana: directora")
    assert marks.reviewed_on == date(2026, 9, 1)
    _, file = out(vision)
    said(file, one="uno")
    assert back(vision, file, machine=True).problems == ()
    assert read(vision).project.pages["vision"].source.translated["es"].unreviewed


def test_half_a_page_is_not_marked_as_reviewed(vision):
    (vision / ES).write_text(VISION_ES.replace("title", "translated_by: machine\ntitle"), "utf-8")
    _, file = out(vision)
    text = file.read_text("utf-8")
    edit(file, lambda entry: entry.flags.clear() if entry.msgid != "two" else None)
    assert text != file.read_text("utf-8")
    brought = back(vision, file, reviewed_by="Ana")
    assert [p.rule for p in brought.problems] == ["translation-unreviewed"]
    assert "reviewed_by" not in (vision / ES).read_text("utf-8")


def test_the_day_of_a_review_is_today(vision):
    _, file = out(vision)
    said(file, one="primero")
    back(vision, file, reviewed_by="Ana")
    marks = read(vision).project.pages["vision"].source.translated["es"]
    assert marks.reviewed_on == DAY


def test_a_file_for_another_language_is_refused(vision):
    _, file = out(vision)
    file.write_text(file.read_text("utf-8").replace("Language: es", "Language: fr"), "utf-8")
    (problem,) = back(vision, file).problems
    assert "“fr”" in problem.message
    with pytest.raises(WrongUsage):
        back(vision, file.with_name("none.po"))


def test_a_twice_translated_text_is_refused(vision):
    _, file = out(vision)
    po = polib.pofile(str(file))
    entry = next(e for e in po if e.msgid == "one")
    po.append(polib.POEntry(msgctxt=entry.msgctxt, msgid="one", msgstr="primero"))
    po.save()
    assert any("stands twice" in p.message for p in back(vision, file).problems)


def test_what_others_have_in_the_lock_is_kept(vision):
    stale(vision, "Our vision", "The vision")
    stale_now = {key for key, state in states(vision).items() if state == "stale"}
    assert stale_now == {"pages/vision#title"}
    _, file = out(vision)
    edit(file, lambda e: setattr(e, "msgstr", "primero" if e.msgid == "one" else e.msgstr))
    back(vision, file)
    assert {key for key, state in states(vision).items() if state == "stale"} == stale_now


def test_a_line_of_a_list_waits_for_those_before_it():
    lines = "theory_of_action:\n  if:\n    - one\n    - two\n    - three\n  then: so\n"
    reading = edited(FILES["content/priorities/reading.md"], "goals:", f"{lines}goals:")
    with plan({"content/priorities/reading.md": reading}) as folder:
        _, file = out(folder, {State.MISSING})
        words = {"one": "uno", "three": "tres", "so": "así"}
        edit(file, lambda e: setattr(e, "msgstr", words.get(e.msgid, "")))
        assert back(folder, file).problems == ()
        found = content(folder)["content/priorities/reading.es.md"].decode()
        assert "  if:\n    - uno\n  then: así\ngoals:" in found
        _, file = out(folder, {State.MISSING})
        edit(file, lambda e: setattr(e, "msgstr", {"two": "dos", "three": "tres"}[e.msgid]))
        assert back(folder, file).problems == ()
        found = content(folder)["content/priorities/reading.es.md"].decode()
        assert "    - uno\n    - dos\n    - tres\n  then" in found


def test_what_the_languages_say_differently_afterwards_is_told():
    with plan({**PAGE, ES: None}) as folder:
        _, file = out(folder, {State.MISSING})
        done = ("Our vision", "Every student reads well. See [the goals]({1}).")
        edit(file, lambda e: setattr(e, "msgstr", e.msgid if e.msgid in done else ""))
        brought = back(folder, file)
        assert brought.paths == (ES,)
        assert {(p.rule, p.level.value) for p in brought.problems} >= {
            ("headings-differ", "warning")
        }
        assert states(folder)["pages/vision#body What we see"] == "missing"


def test_a_plan_without_faults_has_none_after_its_files_came_back():
    with plan({path: None for path in FILES if ".es." in path}) as folder:
        sent, file = out(folder)
        assert sent.counts
        edit(file, lambda e: setattr(e, "msgstr", e.msgid))
        assert back(folder, file).problems == ()
        assert read(folder).problems == ()
        new = content(folder)["content/priorities/reading.es.md"].decode()
        assert new == "---\ntitle: Reading\ngoals:\n  - id: all-read\n    title: All read\n---\n"
