import re

from hypothesis import given
from hypothesis import strategies as st
from unit.render.sample import ENGLISH

from planpress.render.finish import Heading, _touched, finished, headings, linked


def test_headings_of_the_second_level_without_their_links():
    made = '<h2 id="a">One <a href="x">two</a><sup id="f">1</sup></h2><h3 id="b">No</h3>'
    assert headings(made) == (Heading("a", "One two1"),)


def test_headings_are_markup_so_that_templates_do_not_escape_them_again():
    (heading,) = headings('<h2 id="a">Q &amp; A</h2>')
    assert heading.words.__html__() == "Q &amp; A"


def test_header_cells_outside_the_head_head_their_row():
    made = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>b</th></tr></tbody></table>"
    text = finished(made, ENGLISH)
    assert '<th scope="col">a</th>' in text
    assert '<th scope="row">b</th>' in text


def test_tables_are_labelled_by_number_and_the_heading_above():
    made = "<table></table><h2>A <em>&amp;</em> B</h2><table></table>"
    assert re.findall('aria-label="([^"]*)"', finished(made, ENGLISH)) == [
        "Table 1",
        "Table 2: A &amp; B",
    ]


def test_targets_from_the_root_pass_through_link_whatever_they_hold():
    made = (
        '<a href="/a?b=1&amp;c" title="/no">x</a><img src="/d.png" alt=\'e\'>'
        '<a href="//f.org">y</a> text with href="/g"'
    )
    text = linked(made, lambda path: f'<"{path}')
    assert text == (
        '<a href="&lt;&quot;a?b=1&amp;c" title="/no">x</a><img src="&lt;&quot;d.png" alt=\'e\'>'
        '<a href="//f.org">y</a> text with href="/g"'
    )


PIECES = (
    *("<p>a</p>", "<h1>b</h1>", '<h2 id="a">c</h2>', '<img alt="x">', '<img src="/a" alt="b">'),
    *("<table><thead><tr><th>b</th></tr></thead></table>", '<a href="/b">c</a>'),
    *('<table><tbody><tr><td align="right">1</td></tr></tbody></table>', "text"),
    *('<a class="footnote-backref" title="c">d</a>', "<strong>e</strong>"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=5).map("".join))
def test_what_needs_no_touch_is_left_alone(made):
    assert finished(made, ENGLISH) == _touched(made, ENGLISH)
