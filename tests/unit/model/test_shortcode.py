import pytest

from planpress.model.shortcode import Shortcode, shortcodes


def test_finds_shortcodes_with_their_lines():
    text = "One\n\n{{ chart graduation-rate }}\n{{status x}}\n{{ quote mother }}\n"
    assert shortcodes(text) == (
        Shortcode("chart", "graduation-rate", 2),
        Shortcode("status", "x", 3),
        Shortcode("quote", "mother", 4),
    )


@pytest.mark.parametrize(
    "line", ["see {{ chart x }} here", "    {{ chart x }}", "{{ }}", "{ chart x }"]
)
def test_leaves_alone_what_does_not_stand_alone_on_its_line(line):
    assert shortcodes(line) == ()


@pytest.mark.parametrize(
    ("line", "argument"), [("{{ chart }}", ""), ("{{ chart two words }}", "two words")]
)
def test_a_misspelt_one_is_found_so_that_it_can_be_reported(line, argument):
    assert shortcodes(line) == (Shortcode("chart", argument, 0),)
