import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.check.prose import _INLINE, _STARS, Kind, _unstarred, blocks

SIGNED = st.text(alphabet="ab \\`[](){}^!:/@<>*_.#\nwhttpsmailo", max_size=40) | st.lists(
    st.sampled_from(("http://", "www.", "mailto:", "a@b.c", "**", "_", "\\", "[a](b)", "![", "x "))
).map("".join)


def said(text):
    return [block.text for block in blocks(text) if block.kind is Kind.TEXT]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Plain words.", ["Plain words."]),
        ("One line\nand another.\n\nNext.", ["One line\nand another.", "Next."]),
        ("- one\n- two\n  goes on\n* three", ["one", "two\n  goes on", "three"]),
        ("1. one\n2) two", ["one", "two"]),
        ("They check:\n\n- this;\n- that.", ["They check:", "this;", "that."]),
        ("- one\n\n    more of one", ["one", "    more of one"]),
        ("Term\n: What it means.", ["Term", "What it means."]),
        ("See [our *priorities*](/priorities/a_b) now.", ["See our priorities now."]),
        ("See [a page](/x_(y)), too.", ["See a page, too."]),
        ("See [the list][1].\n\n[1]: https://example.org", ["See the list."]),
        ("A **bold** and _slanted_ snake_case word.", ["A bold and slanted snake_case word."]),
        ("Said[^1] so.\n\n[^1]: A note of its own.\n    And more.", ["Said so."]),
        ("Run `python3 x.py` now.", ["Run  now."]),
        ("```\ncode here\n```\n\nText.", ["Text."]),
        ("Text.\n\n    code = 1\n\nMore.", ["Text.", "More."]),
        ("> Somebody said so.\n> And more.\n\nText.", ["Text."]),
        ("{{ chart reading }}\n\nText.", ["Text."]),
        ("Text\n{{ chart reading }}\nmore.", ["Text", "more."]),
        ("A picture: ![of children](/a/b.jpg).", ["A picture: ."]),
        ("Write to <a@b.org> or [a@b.org](mailto:a@b.org), https://a.org/x.", ["Write to or , ."]),
        ("A note.\n{: .note}", ["A note."]),
        ("Before <!-- not\nread --> after.", ["Before \n after."]),
        ("H<sub>2</sub>O &amp; more &copy;", ["H2O & more ©"]),
        ("2 \\* 3 and 5 * 3", ["2 * 3 and 5  3"]),
        ("", []),
        ("---\n\n***\n\nText.", ["Text."]),
    ],
)
def test_what_is_read(written, read):
    found = said(written)
    assert [" ".join(text.split()) for text in found] == [" ".join(text.split()) for text in read]


def test_headings_and_tables_are_told_apart_from_text():
    text = (
        "## A heading {#here}\nRight below.\n\nUnderlined\n=====\n\n"
        "| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n*[CMAS]: Colorado Measures\n"
    )
    assert [(block.kind, block.line) for block in blocks(text)] == [
        (Kind.HEADING, 0),
        (Kind.TEXT, 1),
        (Kind.HEADING, 3),
        (Kind.TABLE, 6),
        (Kind.ABBREVIATION, 10),
    ]
    assert blocks(text)[-1].text == "CMAS"


def test_lines_are_counted_past_what_is_left_out():
    text = "<!-- a\nb -->\n\n```\nx\n```\n\nHere.\n\n- there\n"
    assert [block.line for block in blocks(text)] == [7, 9]


@given(SIGNED)
def test_what_has_no_sign_of_a_mark_has_no_mark(text):
    for signs, taken_out in _INLINE:
        assert any(sign in text for sign in signs) or taken_out(text) == text


@given(SIGNED)
def test_stars_that_nothing_stands_by_are_taken_out_as_others(text):
    assert _unstarred(text) == _STARS.sub("", text)
