import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.translate.texts import ANY, LINE

from planpress.translate.inline import (
    lost_and_added,
    matched,
    numbered,
    restored,
    tokens,
    wordless,
)


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("see [the vision](/vision/#top) now", "target", "/vision/#top"),
        ('see [the vision](/vision/ "A title")', "target", "/vision/"),
        ("![Children](/a/b.jpg)", "target", "/a/b.jpg"),
        ("[a](https://x.org/(y))", "target", "https://x.org/(y)"),
        ("[a](</with space/>)", "target", "</with space/>"),
        ("look at https://x.org/a.b.", "address", "https://x.org/a.b"),
        ("write to plan@alder.example.org.", "address", "plan@alder.example.org"),
        ("<https://x.org/>", "link", "<https://x.org/>"),
        ("the `code [a](b)` is", "code", "`code [a](b)`"),
        ("a note[^1]", "note", "[^1]"),
        ("<b>b", "tag", "<b>"),
        ("so {: .note}", "attributes", "{: .note}"),
        ("in {{ chart x }} here", "shortcode", "{{ chart x }}"),
        ("[words][ref]", "label", "[ref]"),
        ("a\u2028b", "control", "\u2028"),
    ],
)
def test_what_is_protected(words, kind, text):
    assert [(token.kind, token.text) for token in tokens(words)] == [(kind, text)]


def test_what_is_escaped_or_prose_is_not():
    assert tokens(r"a \`b\` and \[c] and (e) [f] 1 < 2 > 0") == ()


@given(st.one_of(LINE, ANY))
def test_placeholders_come_back_as_what_they_stand_for(words):
    names = {n: token.text for n, token in enumerate(tokens(words), 1)}
    assert restored(numbered(words), names) == words


@given(st.one_of(LINE, ANY), st.one_of(LINE, ANY))
def test_a_translation_reads_as_it_was_whatever_its_source(source, target):
    found = tokens(source)
    parts, own = matched(target, found)
    names = {n: own.get(n, token.text) for n, token in enumerate(found, 1)}
    assert restored(parts, names) == target
    numbers = [part for part in parts if isinstance(part, int)]
    assert len(numbers) == len(set(numbers))


def test_what_is_alike_has_the_same_number_wherever_it_stands():
    source = "[a](/a/) and [b](/b/)"
    assert matched("[b](/b/) y [a](/a/)", tokens(source)) == (("[b](", 2, ") y [a](", 1, ")"), {})


def test_a_translation_may_have_its_own_way_of_writing_a_target():
    parts, own = matched("[a](/es.pdf)", tokens("[a](/en.pdf)"))
    assert (parts, own) == (("[a](", 1, ")"), {1: "/es.pdf"})


def test_what_has_no_counterpart_stays_in_the_words():
    assert matched("[a](/a/) y [b](/b/)", tokens("a")) == (("[a](/a/) y [b](/b/)",), {})


def test_lost_and_added():
    expected = tokens("[a](/a/) [b](/b/) `c`")
    assert lost_and_added("[x](/b/) [y](/a/) `c`", expected) == ([], [])
    lost, added = lost_and_added("[x](/b/) [y](/b/) /a/", expected)
    assert [token.text for token in lost] == ["/a/", "`c`"]
    assert [token.text for token in added] == ["/b/"]


@pytest.mark.parametrize("text", ["", "48.0%", "—", "![](/a.jpg)", "`code`", "https://x.org/abc"])
def test_wordless(text):
    assert wordless(text)
    assert not wordless(f"{text} a")
