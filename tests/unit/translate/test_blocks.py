from hypothesis import example, given
from hypothesis import strategies as st
from unit.translate.texts import ANY, MARKDOWN

from planpress.translate.blocks import blocks, field
from planpress.translate.pieces import Kind, frame, kinds

PAGE = """Before the
first heading.

## A heading {: #here}

A paragraph that goes
on, and *on*.
{: .note}

{{ chart grade-3 }}

- one
- two
  goes on

    and has a second paragraph
1. first
> Somebody said
> this.

| Group | 2024 |
| --- | ---: |
| English learners | 33.0% |

Term
:   What it means.

[^1]: A note.
*[CMAS]: Colorado Measures
[here]: https://alder.example.org/

The end:

    some code

![](/a.jpg)
"""


def words(text):
    return [(piece.kind.value, piece.words) for piece in blocks(text) if piece.kind]


@given(st.one_of(MARKDOWN, ANY))
@example("a\n\n\n")
@example("| a |\n| - |")
def test_put_together_again_the_pieces_are_the_text(text):
    assert "".join(piece.text for piece in blocks(text)) == text
    assert "".join(piece.text for piece in field(text)) == text


def test_what_a_translator_gets():
    assert words(PAGE) == [
        ("paragraph", "Before the first heading."),
        ("heading", "A heading"),
        ("paragraph", "A paragraph that goes on, and *on*."),
        ("list item", "one"),
        ("list item", "two goes on"),
        ("paragraph", "and has a second paragraph"),
        ("list item", "first"),
        ("quote", "Somebody said this."),
        ("table cell", "Group"),
        ("table cell", "English learners"),
        ("term", "Term"),
        ("definition", "What it means."),
        ("footnote", "A note."),
        ("abbreviation", "Colorado Measures"),
        ("paragraph", "The end:"),
    ]


def test_what_stands_around_can_be_compared():
    other = (
        PAGE.replace("- one", "* uno").replace("  goes on", " goes\n  on").replace("33.0%", "33%")
    )
    assert frame(blocks(other)) == frame(blocks(PAGE))
    assert frame(blocks(PAGE.replace("## A", "### A"))) != frame(blocks(PAGE))
    assert frame(blocks(PAGE.replace("chart grade-3", "chart grade-5"))) != frame(blocks(PAGE))
    assert frame(blocks(PAGE.replace("{: .note}\n", ""))) != frame(blocks(PAGE))


def test_a_heading_may_have_a_line_below_it():
    assert words("Our vision\n----------\n\nText") == [
        ("heading", "Our vision"),
        ("paragraph", "Text"),
    ]


def test_a_break_that_is_meant_stays_a_break():
    assert words("One street  \n12345 Town") == [("paragraph", "One street\n12345 Town")]


def test_a_dash_within_a_paragraph_is_no_list():
    assert words("Open from 8\n- 9 on Mondays.\n") == [("paragraph", "Open from 8 - 9 on Mondays.")]


def test_a_pipe_in_code_does_not_end_a_cell():
    assert words("| a `b|c` | d \\| e |\n|---|---|\n") == [
        ("table cell", "a `b|c`"),
        ("table cell", "d \\| e"),
    ]


def test_a_field_of_one_line_is_one_piece():
    assert kinds(field("- 1. # what")) == (Kind.FIELD,)
    assert kinds(field("- one\n- two")) == (Kind.ITEM, Kind.ITEM)
