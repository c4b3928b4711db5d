import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from planpress.render.converter import Converter
from planpress.render.markdown import anchor

BACK, QUOTES = "Back to note {}", ("“", "”")
EXTENSIONS = ["tables", "footnotes", "abbr", "def_list", "attr_list", "toc", "smarty", "sane_lists"]
CONFIGS = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TITLE": BACK},
    "toc": {"slugify": anchor, "toc_depth": "2-6", "marker": ""},
    "smarty": {"substitutions": {"left-double-quote": "“", "right-double-quote": "”"}},
}

SIGNS = list("`\\[]()!<>&*_-.'\"#:|{}=~+^/@;0123 \n\t\u00a0")
PIECES = [
    *SIGNS,
    *("\n\n", "  \n", "\n- ", "\n* ", "\n1. ", "\n    ", "\n## ", "\n> ", "\n---\n", "\n===\n"),
    *(
        "\n: ",
        "\n[^1]: ",
        "[^1]",
        "\n*[HTML]: Hyper",
        "HTML",
        "\n[a]: /x\n",
        "[a][a]",
        "[a]",
        "![a]",
    ),
    *(
        "[b](/c 'd')",
        "![b](/c)",
        "<https://e.org>",
        "<a@b.org>",
        "<br>",
        "<em>",
        "<div>\n",
        "</div>",
    ),
    *(
        "&amp;",
        "&#38;",
        "**",
        "__",
        "***",
        "``",
        "--",
        "---",
        "...",
        "{#id}",
        "{: .note }",
        "{{ x }}",
    ),
    *(
        "| a | b |\n| --- | ---: |\n| 1 | 2 |",
        "\\*",
        "'80s",
        "\"'a'\"",
        "e.g.",
        "(c)",
        "\x02",
        "\x03",
    ),
    *("word", "Ñandú", "عربي", "two words", "“q”", "«q»", "¿q?", "a_b_c", "x\ny", "**s** t", "*e*"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def plain() -> Markdown:
    return Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS, output_format="html")


@given(TEXTS)
def test_it_makes_what_the_library_makes(text):
    assert Converter(BACK, QUOTES, anchor).convert(text) == plain().convert(text)


@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_one_converter_serves_text_after_text(texts):
    converter = Converter(BACK, QUOTES, anchor)
    made = [converter.reset().convert(text) for text in texts]
    assert made == [plain().convert(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["## A {#b}", "A\n{: .note }", "**a**{: #b }", '## A {data-toc-label="B"}\n\n## A']
)
def test_attributes_are_given_as_the_library_does(text):
    made = Converter(BACK, QUOTES, anchor).convert(text)
    assert made == plain().convert(text)
    assert "{" not in made


def test_every_pattern_of_the_library_is_known_by_its_signs():
    """One that is not would be tried on every text, which costs time alone."""
    converter = Converter(BACK, QUOTES, anchor)
    for name in ("inline", "smarty"):
        known = converter.treeprocessors[name]._known
        assert known
        assert [pattern.pattern for pattern, needed in known if needed == ("",)] == []


def test_a_text_without_signs_is_not_searched(monkeypatch):
    tried = []
    asked = InlineProcessor.getCompiledRegExp

    def noted(self):
        tried.append(self.pattern)
        return asked(self)

    converter = Converter(BACK, QUOTES, anchor)
    monkeypatch.setattr(InlineProcessor, "getCompiledRegExp", noted)
    converter.convert("Words and\nmore words\n\n- a list\n- of words")
    assert tried == []
    converter.convert("**Words**")
    assert tried == [r"\*|_"]


def test_a_paragraph_is_tested_by_no_other_processor(monkeypatch):
    converter = Converter(BACK, QUOTES, anchor)
    tested = []
    processor = converter.parser.blockprocessors["table"]
    monkeypatch.setattr(processor, "test", lambda parent, block: bool(tested.append(block)))
    converter.convert("Words\nand words\n\n**Strong** words\n\n2 words")
    assert tested == ["2 words"]
