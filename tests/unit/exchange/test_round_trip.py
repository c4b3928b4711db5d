"""Out and back: nothing is lost, nothing is changed that nobody changed."""

from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from unit.exchange.plans import back, content, copied, out, plan, states
from unit.translate.texts import ANY, LINE, MARKDOWN

from planpress.model.translation import State
from planpress.model.worded import worded_fields
from planpress.read.project import read
from planpress.translate.scalars import quoted

ROOT = Path(__file__).resolve().parents[3]
SEARCH = (Phase.explicit, Phase.generate)
FORMS = ("po", "xliff")
SPACE = "{urn:oasis:names:tc:xliff:document:1.2}"

FIELD = st.one_of(LINE, ANY.map(str.strip)).filter(lambda text: text.strip() and "\r" not in text)
BODY = st.one_of(MARKDOWN, ANY).filter(lambda text: "\r" not in text and "\n---" not in f"\n{text}")
BODY = BODY.map(lambda text: text.replace("{{ chart grade-3 }}", "{{ status grade-3 }}"))
PAGE = st.tuples(FIELD, BODY)


def page(words):
    title, body = words
    return f"---\ntitle: {quoted(title.strip())}\n---\n\n{body}\n"


def with_page(source, target):
    return {
        "content/pages/vision.md": page(source),
        "content/pages/vision.es.md": page(target) if target else None,
    }


def readable(changes):
    with plan(changes) as folder:
        return not any(problem.stops for problem in read(folder).problems)


@settings(max_examples=25, phases=SEARCH, suppress_health_check=list(HealthCheck))
@given(PAGE, PAGE)
@example(("a", "## b\n\n- c"), ("a", "## b\n\n* c\n* d"))
@example(("a", "one\n\n{{ status grade-3 }}"), ("a", "uno"))
def test_what_comes_back_unchanged_changes_nothing(source, target):
    with plan(with_page(source, target)) as folder:
        before = content(folder)
        for form in FORMS:
            sent, file = out(folder, form=form)
            if sent.problems:
                return
            brought = back(folder, file)
            assert brought.problems == ()
            assert (content(folder), brought.paths) == (before, ())


def louder(parts):
    return tuple(part if isinstance(part, int) else part.upper() for part in parts)


@settings(max_examples=25, phases=SEARCH, suppress_health_check=list(HealthCheck))
@given(PAGE, st.none() | PAGE)
@example(("a", "## Over\nto **b**\n\n1. [c](/vision/) d  \ne\n\n| f | 2 |\n|---|---|"), None)
@example(("a", "> one\n> two\n>\n> three"), ("a", "> uno\n\n> dos"))
def test_what_a_translator_writes_is_what_stands_there(source, target):
    with plan(with_page(source, target)) as folder:
        sent, file = out(folder)
        if sent.problems:
            return
        po = polib.pofile(str(file))
        for entry in po:
            entry.msgstr = entry.msgid.upper()
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        po.save()
        brought = back(folder, file)
        wrong = [problem for problem in brought.problems if problem.stops]
        if wrong:  # letters have a meaning in some places, such as a lone <b
            assert all(problem.rule == "translation-file" for problem in wrong)
            return
        if brought.paths:  # a text without any word has nothing that could go out
            assert out(folder, {State.MISSING, State.STALE})[0].total == 0
        out(folder)
        again = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(file))}
        for entry in po:
            if entry.msgctxt in again:
                assert again[entry.msgctxt].split() == entry.msgstr.split()


def texts(folder):
    return {
        (key, field.way): " ".join(field.words.texts.get("es", "").split())
        for key, record in read(folder).project.worded.items()
        for field in worded_fields(record)
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [".", "examples/foothills"])
def test_a_real_plan_comes_back_as_it_went(name, form, tmp_path):
    folder = copied(ROOT / name, tmp_path / "plan")
    before = content(folder)
    sent, file = out(folder, form=form)
    assert (sent.total > 500, sent.problems) == (True, ())
    brought = back(folder, file)
    assert (brought.problems, brought.paths) == ((), ())
    assert content(folder) == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [".", "examples/foothills"])
def test_a_real_plan_without_a_translation_gets_it_back(name, form, tmp_path):
    folder = copied(ROOT / name, tmp_path / "plan")
    _, file = out(folder)
    old = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(file))}
    before = texts(folder)
    for words in folder.rglob("*.es.md"):
        words.unlink()
    _, file = out(folder, {State.MISSING}, form)
    if form == "po":
        po = polib.pofile(str(file))
        for entry in po:
            entry.msgstr = old[entry.msgctxt]
        po.save()
    else:
        tree = etree.parse(file)
        for unit in tree.iter(f"{SPACE}trans-unit"):
            put(unit, old[unit.get("id")])
        tree.write(file, encoding="utf-8")
    brought = back(folder, file)
    assert [p for p in brought.problems if p.stops] == []
    assert texts(folder) == before
    assert set(states(folder).values()) == {"complete"}
    assert [p for p in read(folder).problems if p.rule == "missing-words"] == []


def put(unit, words):
    """Write words with placeholders into the target of an XLIFF unit."""
    target = unit.find(f"{SPACE}target")
    marks = {mark.get("id"): mark for mark in unit.find(f"{SPACE}source")}
    last = None
    for at, piece in enumerate(words.replace("{{", "\1").replace("}}", "\2").split("{")):
        number, found, rest = piece.partition("}") if at else ("", "", piece)
        if found:
            last = etree.SubElement(target, f"{SPACE}x", dict(marks[number].attrib))
        rest = rest.replace("\1", "{").replace("\2", "}")
        if last is None:
            target.text = rest
        else:
            last.tail = rest
