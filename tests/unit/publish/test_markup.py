"""What is read of a page without a parser is what a parser reads, or it is left to the parser."""

from random import Random

import pytest

from planpress.publish.markup import Markup, markup
from planpress.publish.tree import tree_of_page


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE html><html lang="en"><body><p id="a">x</p></body></html>',
        '<a href="a.html" id="b" name="c">x</a><input name="d">',
        '<a\n  href="a.html"\n>x</a ><br/><img src="b.png" alt="" />',
        '<IMG SRC="a.png" srcset="b.png 2x"><link rel="preload" imagesrcset="c.png 1x">',
        '<object data="a.pdf"></object><div data="no"></div><video poster="b.png"></video>',
        '<svg viewBox="0 0 1 1"><use xlink:href="#a"/><rect fill="url(#b)"/></svg>',
        '<meta http-equiv="refresh" content="0; url=a/"><meta name="x" content="1; url=b">',
        '<a href="?a=1&amp;b=2" title="&#34;&lt;" data-x="a ; so on"></a>',
        '<details open><summary>5 > 4 "so" &lt; 6</summary></details><option selected>a',
        '<script src="a.js" defer></script><script type="application/ld+json">{"a": "b"}</script>',
        '<p style="background: url(&quot;a.png&quot;)">x',
        '<title>año</title><p id="año">',
        "no tags at all",
        "",
    ],
)
def test_plain_markup_is_read_as_a_parser_reads_it(page: str) -> None:
    assert markup(page.encode()) == tree_of_page(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<a href=a.html>x</a>",
        "<a href='a.html'>x</a>",
        '<!-- <a href="a"> -->',
        '<a href="a" href="b">',
        '<a href="a&copy=b">',
        '<a href="&eacute;.html">',
        "<a href>",
        '<p style="u&#114;l(a.png)">',
        '<a href="a" title="a > b">',
        '<a href="a"id="b">',
        '<a href="a\x00b">',
        '<a title="<" href="b">',
        "<style>p{background:url(a.png)}</style>",
        "<style></style>",
        "1 < 2",
        '<a href="a"',
        "<?php ?>",
        '<![CDATA[<a href="a">]]>',
        "<script>if (a < b) write('<a href=\"x\">')</script>",
        '<p id="\udcff">',
    ],
)
def test_what_only_a_parser_can_tell_is_left_to_it(page: str) -> None:
    assert markup(page.encode(errors="surrogateescape")) is None


PIECES = (
    *(
        "<p",
        "<a",
        "<svg",
        "</p",
        "<meta",
        ">",
        ">",
        ">",
        "/>",
        "<",
        '"',
        "'",
        "=",
        " ",
        "\n",
        "&amp;",
    ),
    *("&", ' href="x"', ' id="a"', ' name="b"', ' src="y z"', ' data="q"', " open", "text", "<!--"),
    *(' http-equiv="refresh"', ' content="0; url=a"', ' srcset="b 2x, c"', "-->", ' alt="<i>"'),
    ' style="x: url(#e)"',
)


@pytest.mark.parametrize("seed", range(10))
def test_random_markup_is_read_as_a_parser_reads_it_or_left_to_it(seed: int) -> None:
    random, plain = Random(seed), 0
    for _ in range(300):
        page = "".join(random.choice(PIECES) for _ in range(random.randint(1, 9))).encode()
        found = markup(page)
        if found is not None:
            plain += 1
            assert found == tree_of_page(page), page
    assert plain


def test_a_page_without_a_link_refers_to_nothing() -> None:
    assert markup(b"<p>x</p>") == Markup()
