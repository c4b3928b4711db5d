import pytest

from planpress.model.sections import sections
from planpress.render.search_words import heading_words, opening, plainly, shortened


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Read *well*, **early** and `often`.", "Read well, early and often."),
        ("See [the plan](/priorities/x/) and ![a chart](a.png).", "See the plan and a chart."),
        ("{{ chart grade-3 }}\n\nAfter the chart.", "After the chart."),
        ("- one\n- two\n1. three", "one two three"),
        ("Noted[^1] here.\n\n[^1]: the note", "Noted here. the note"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("A <b>bold</b> word{: .x }", "A bold word"),
        ("snake_case and 3*4 stay", "snake_case and 3*4 stay"),
    ],
)
def test_marks_of_markdown_are_left_out(written, plain):
    assert plainly(written) == plain


def test_a_text_begins_below_its_first_heading_that_has_words():
    assert opening(sections("# Title\n\n## Why\n\nBecause *we* must.\n\n## Next\n\nMore.")) == (
        "Because we must."
    )
    assert opening(sections("## Why\nBecause.")) == "Because."
    assert opening(sections("{{ chart grade-3 }}")) == ""
    assert opening(sections("")) == ""


def test_headings_are_told_in_their_order():
    text = "## What *it* covers {#x}\n\nWords.\n\n### Who\n\nWe."
    assert list(heading_words(sections(text))) == ["What it covers", "Who"]
    assert list(heading_words(sections("The *first*\n=====\n\nWords.\n\n#Near ##\n"))) == [
        "The first",
        "Near",
    ]
    assert list(heading_words(sections("A rule\n\n---\n\nis no heading, nor # is this\n"))) == []


def test_a_long_text_is_cut_at_a_word():
    assert shortened("short  and\nplain") == "short and plain"
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("x" * 20, 10) == "x" * 10 + "…"
