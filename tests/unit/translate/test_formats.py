"""PO and XLIFF: what goes out comes back, and other programs read the same."""

import io

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.po import pofile as toolkit_po
from translate.storage.xliff import xlifffile
from unit.translate.texts import ANY, LINE

from planpress.model.place import Place
from planpress.translate.inline import matched, numbered, sayable, tokens
from planpress.translate.message import Label, Message, Progress
from planpress.translate.po import as_po, from_po
from planpress.translate.xliff import as_xliff, from_xliff

LABEL = Label(
    title="Plan of Alder",
    source="en",
    target="es",
    url="https://alder.example.org",
    plurals="nplurals=2; plural=(n != 1);",
)
TEXT = st.one_of(LINE, ANY).map(str.strip).filter(bool)
SPACE = "{urn:oasis:names:tc:xliff:document:1.2}"


def message(source, target=None, progress=Progress.DONE, before=None, n=1):
    found = tokens(source)
    there = matched(target, found)[0] if target else ()
    there = there if sayable(there) else ("otra cosa",)
    return Message(
        context=f"pages/vision#title:{n}",
        source=numbered(source),
        target=there,
        progress=progress if there else Progress.EMPTY,
        before=numbered(before) if before else (),
        previous=there if progress is Progress.DOUBTFUL else (),
        tokens=found,
        notes=("What it is.", "{1} is\nsomething\u2028else"),
        most=24,
        place=Place("content/pages/vision.md", 3),
    )


LINK = message("See [2 goals](/goals/)", "Vea [2 metas](/goals/)")
STALE = message("The new {text}", "El texto", Progress.DOUBTFUL, "The text", n=2)
EMPTY = message("Not yet", n=3)
MESSAGES = (LINK, STALE, EMPTY)


def came_back(parcel):
    return [(a.context, a.source, a.target, a.progress) for a in parcel.answers]


def went_out(messages):
    return [(m.context, m.source, m.target, m.progress) for m in messages]


@given(st.lists(st.tuples(TEXT, st.none() | TEXT, st.booleans(), TEXT), max_size=4))
def test_all_comes_back_as_it_went_out(texts):
    messages = [
        message(source, target, Progress.DONE if good else Progress.DOUBTFUL, before, n)
        for n, (source, target, good, before) in enumerate(texts)
    ]
    parcel, problems = from_po(as_po(messages, LABEL), "es.po")
    assert (came_back(parcel), problems) == (went_out(messages), [])
    assert (parcel.source, parcel.target) == ("en", "es")
    parcel, problems = from_xliff(as_xliff(messages, LABEL).encode(), "es.xlf")
    assert (came_back(parcel), problems) == (went_out(messages), [])
    assert (parcel.source, parcel.target) == ("en", "es")


def test_a_sign_that_is_not_seen_is_a_placeholder_behind_a_backslash_too():
    assert numbered("a\\\x1b") == ("a\\", 1)


def test_a_po_file_says_all_that_a_translator_needs():
    first, second, third = polib.pofile(as_po(MESSAGES, LABEL))
    assert first.msgctxt == "pages/vision#title:1"
    assert (first.msgid, first.msgstr) == ("See [2 goals]({1})", "Vea [2 metas]({1})")
    assert first.occurrences == [("content/pages/vision.md", "3")]
    assert first.flags == ["python-brace-format"]
    assert first.comment.splitlines() == ["What it is.", "{1} is something else"]
    assert (second.msgid, second.fuzzy) == ("The new {1}", True)
    assert second.previous_msgid == "The text"
    assert second.comment.splitlines()[-1] == "Previous translation: El texto"
    assert (third.msgstr, third.fuzzy, third.translated()) == ("", False, False)


def test_other_programs_read_the_same_po_file():
    text = as_po(MESSAGES, LABEL)
    ids = [m.id for m in read_po(io.StringIO(text), abort_invalid=True) if m.id]
    units = [u for u in toolkit_po.parsestring(text.encode()).units if not u.isheader()]
    assert ids == [unit.source for unit in units] == [e.msgid for e in polib.pofile(text)]
    assert [unit.isfuzzy() for unit in units] == [False, True, False]
    assert [unit.istranslated() for unit in units] == [True, False, False]
    assert units[1].prev_source == "The text"


def test_other_programs_read_the_same_xliff_file():
    units = xlifffile.parsestring(as_xliff(MESSAGES, LABEL).encode()).units
    assert [unit.getid() for unit in units] == [
        f"content/pages/vision.md\x04pages/vision#title:{n}" for n in (1, 2, 3)
    ]
    assert units[2].source == "Not yet"
    assert [unit.isapproved() for unit in units] == [True, False, False]
    assert [unit.istranslated() for unit in units] == [True, False, False]
    assert "What it is." in units[0].getnotes()
    assert [alt.target for alt in units[1].getalttrans()] == ["El texto"]


def test_an_xliff_file_says_all_that_a_translator_needs():
    root = etree.fromstring(as_xliff(MESSAGES, LABEL).encode())
    first, second, third = root.iter(f"{SPACE}trans-unit")
    mark = first.find(f"{SPACE}source/{SPACE}x")
    assert dict(mark.attrib) == {"id": "1", "ctype": "x-target", "equiv-text": "/goals/"}
    assert (first.get("maxwidth"), first.get("size-unit")) == ("24", "char")
    assert second.find(f"{SPACE}target").get("state") == "needs-review-translation"
    assert third.find(f"{SPACE}target").get("state") == "needs-translation"
    alt = second.find(f"{SPACE}alt-trans")
    assert (alt.get("alttranstype"), alt[0].text, alt[1].text) == (
        "previous-version",
        "The text",
        "El texto",
    )
    kinds = {c.get("context-type"): c.text for c in first.iter(f"{SPACE}context")}
    assert kinds == {"sourcefile": "content/pages/vision.md", "linenumber": "3"}


def test_the_toolkit_may_write_what_comes_back():
    file = xlifffile.parsestring(as_xliff(MESSAGES, LABEL).encode())
    file.units[2].target = "Todavía no"
    file.units[1].markapproved(value=True)
    parcel, _ = from_xliff(bytes(file), "es.xlf")
    assert [answer.progress.value for answer in parcel.answers] == ["done", "done", "done"]
    assert parcel.answers[2].target == ("Todavía no",)


def test_a_po_file_may_have_spaces_in_a_placeholder_and_lone_braces():
    text = as_po(MESSAGES, LABEL).replace("[2 metas]({1})", "[2 metas]({ 1 }) {así} {")
    parcel, _ = from_po(text, "es.po")
    assert parcel.answers[0].target == ("Vea [2 metas](", 1, ") {así} {")


def test_what_is_no_po_file_is_told_with_its_line():
    parcel, (problem,) = from_po('msgid "a"\nmsgstr "b"\nnonsense\n', "es.po")
    assert parcel is None
    assert str(problem.place) == "es.po:3"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<xliff", "not a whole XLIFF file"),
        (b"<html/>", "not XLIFF of version 1.2"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "document type"),
    ],
)
def test_what_is_no_xliff_file_is_not_read(content, says):
    parcel, (problem,) = from_xliff(content, "es.xlf")
    assert parcel is None
    assert says in problem.message


def test_words_in_marks_of_editors_are_read_through():
    text = as_xliff(MESSAGES, LABEL).replace(
        "Vea [2 metas](", '<mrk mtype="seg" mid="0">Vea <g id="a">[2</g> metas](</mrk>'
    )
    parcel, _ = from_xliff(text.encode(), "es.xlf")
    assert parcel.answers[0].target == LINK.target


def test_the_lines_of_a_file_are_known():
    text = as_xliff(MESSAGES, LABEL)
    parcel, _ = from_xliff(text.encode(), "es.xlf")
    for answer in parcel.answers:
        assert answer.context in text.splitlines()[answer.line - 1]
    text = as_po(MESSAGES, LABEL)
    parcel, _ = from_po(text, "es.po")
    for answer in parcel.answers:
        assert answer.context in "".join(text.splitlines()[answer.line - 1 : answer.line + 12])


def test_an_xliff_file_with_entities_of_its_own_is_not_read():
    bomb = '<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<xliff'
    text = as_xliff(MESSAGES, LABEL).replace("<xliff", bomb).replace("Vea", "&b;")
    parcel, (problem,) = from_xliff(text.encode(), "es.xlf")
    assert parcel is None
    assert "document type" in problem.message
