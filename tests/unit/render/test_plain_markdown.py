from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.render.sample import ENGLISH

from planpress.render import markdown
from planpress.render.converter import Converter
from planpress.render.markdown import anchor, cleaned
from planpress.render.plain_markdown import plain_html

CONVERTER = Converter("Back to note {}", ("“", "”"), anchor)
CONTENT = Path(__file__).parents[3] / "content"

WORDS = (
    "Words",
    "é",
    "go on",
    "2024",
    "¿qué?",
    "(so)",
    "a-b",
    "a: b",
    "C#",
    "100 %",
    "«q»",
    "x.",
    "!",
)
MARKED = (
    "**bold**",
    "**two words**",
    "[here](/a/b/)",
    "[there](https://e.org/?a=1#b)",
    "[",
    "](",
    "*",
)
BEGINNINGS = (
    "",
    "",
    "# ",
    "## ",
    "### ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "> ",
    ": ",
    "    ",
    "#",
    "-",
    "---",
    "===",
)
ENDS = ("\n", "\n", "\n\n", "\n\n", "\n\n\n", " \n", "  \n")
ODD = (*tuple("`\\<>&_{}|\"'~\t\x02\x85\xa0\u2028"), "--", "...", "![a](/b)", "[a][b]", "[^1]")
PIECES = st.lists(st.sampled_from((*WORDS, *WORDS, *MARKED, *MARKED)), min_size=1, max_size=4)
LINES = st.tuples(st.sampled_from(BEGINNINGS), PIECES.map(" ".join), st.sampled_from(ENDS))
TEXTS = st.lists(LINES.map("".join), max_size=8).map("".join)


def made_by_the_library(text):
    return CONVERTER.reset().convert("\n".join(text.splitlines()))


@given(TEXTS, st.sampled_from(("", *ODD)), st.integers(0, 99))
def test_it_makes_what_the_library_makes_or_nothing(text, odd, at):
    text = text[:at] + odd + text[at:]
    made = plain_html("\n".join(text.splitlines()), anchor)
    assert made is None or made == made_by_the_library(text)


@pytest.mark.parametrize("sign", ODD)
def test_a_sign_that_may_mean_something_is_left_to_the_library(sign):
    assert plain_html(f"Words {sign} words", anchor) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "2024 was", "# A\nwords", "Words\n- list", "- a\n  b", "- a\n\n- b", "## A\n\n## A"),
        *(
            "## [A](/b/)",
            "## **A**",
            "A * b",
            "A ** b ** c",
            "**a*b**",
            "[a] b",
            "- [a](b c)",
            "# ",
            "a  \nb",
            "a  ",
        ),
    ],
)
def test_a_block_that_is_more_than_it_seems_is_left_to_the_library(text):
    assert plain_html(text, anchor) is None


def test_headings_paragraphs_lists_bold_words_and_links_need_no_library(monkeypatch):
    monkeypatch.setattr(markdown, "_converter", None)
    text = "## A b\n\nWords **so**\nand [on](/x/).\n\n- One\n- **Two**: see [it](https://e.org/)."
    assert cleaned(text, ENGLISH) == (
        '<h2 id="a-b">A b</h2>\n<p>Words <strong>so</strong>\nand <a href="/x/">on</a>.</p>\n'
        '<ul>\n<li>One</li>\n<li><strong>Two</strong>: see <a href="https://e.org/">it</a>.</li>\n</ul>'
    )


def test_many_texts_of_this_plan_need_no_library():
    bodies = [file.read_text("utf-8").split("---\n", 2)[-1] for file in CONTENT.rglob("*.md")]
    texts = ["\n".join(body.splitlines()) for body in bodies if body.strip()]
    made = {text: plain_html(text, anchor) for text in texts}
    known = {text: html for text, html in made.items() if html is not None}
    assert len(known) > len(texts) / 3
    assert all(html == made_by_the_library(text) for text, html in known.items())
