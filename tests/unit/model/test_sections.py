"""A text taken apart by its headings, as python-markdown sees them."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from planpress.model.sections import sections

TEXT = """Above all.

# One #

Text.
## Two {#second}
- item

Three
=====

More.

Four
----
"""

lines = st.sampled_from(
    ["# a", "## b ##", "#c", "text", "more text", "", "---", "===", "- item", "    code", "> said"]
)


def test_each_section_begins_with_its_heading():
    found = sections(TEXT)
    assert [(s.level, s.heading, s.line) for s in found] == [
        (0, "", 0),
        (1, "One", 2),
        (2, "Two", 5),
        (1, "Three", 8),
        (2, "Four", 13),
    ]
    assert found[1].text == "# One #\n\nText.\n"


def test_a_section_parts_into_its_heading_and_the_rest():
    parts = [section.parted for section in sections(TEXT)]
    assert parts[0] == ("", "Above all.\n\n")
    assert parts[1] == ("# One #\n", "\nText.\n")
    assert parts[3] == ("Three\n=====\n", "\nMore.\n\n")


def test_an_empty_text_has_none():
    assert sections("") == ()


@given(st.lists(lines, max_size=12).map("\n".join))
def test_put_together_they_are_the_text(text):
    assert "".join(section.text for section in sections(text)) == text
    assert all(text.splitlines()[s.line : s.line + 1] for s in sections(text))


@given(
    st.lists(lines.filter(lambda line: line not in ("- item", "    code", "> said")), max_size=8)
)
def test_headings_are_those_of_python_markdown(written):
    text = "\n".join(written)
    converter = Markdown(extensions=["toc"])
    converter.convert(text)

    def levels(tokens):
        return [
            level for t in tokens for level in ((t["level"], t["name"]), *levels(t["children"]))
        ]

    ours = [(s.level, s.heading) for s in sections(text) if s.level]
    assert ours == levels(converter.toc_tokens)
