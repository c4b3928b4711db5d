import pytest

from planpress.model.document import Document
from planpress.publish.references import References, references


def read(path: str, text: str) -> References:
    found = references(Document(path, text.encode()))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("markup", "links"),
    [
        ('<a href="a.html">x</a>', ("a.html",)),
        ('<a href=" a.html ">x</a>', ("a.html",)),
        ('<img src="a.png" alt="">', ("a.png",)),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x" alt="">', ("a.png", "b.png", "c.png")),
        ('<object data="a.pdf"></object><video poster="b.png"></video>', ("a.pdf", "b.png")),
        ('<form action="a"><button formaction="b"></button></form>', ("a", "b")),
        ('<svg><use xlink:href="#a"/><rect fill="url(#b)"/></svg>', ("#a", "#b")),
        ('<style>p{background:url("a.png")}</style>', ("a.png",)),
        ('<meta http-equiv="refresh" content="0; url=a/">', ("a/",)),
        ('<meta http-equiv="Content-Security-Policy" content="img-src *">', ()),
        ('<meta name="description" content="1; url=a">', ()),
        ("<!-- <a href=a> -->", ()),
        ("", ()),
    ],
)
def test_links_of_a_page(markup: str, links: tuple[str, ...]) -> None:
    assert read("index.html", markup).links == links


def test_ids_of_a_page_in_order_with_repetitions() -> None:
    markup = '<p id="a"><svg><title id="b">ñ</title></svg><a name="c"></a><p id="a"><input name=d>'
    assert read("index.html", markup).ids == ("a", "b", "c", "a")


def test_a_page_is_utf_8_whatever_it_says() -> None:
    assert read("index.html", '<p id="año">').ids == ("año",)


def test_links_of_a_style_sheet() -> None:
    sheet = """
    @import "a.css"; @import url(b.css);
    /* url(no.png) */
    p { background: url( 'c.png' ) } q { src: url("d e.woff2") format("woff2") }
    r { fill: url(#gradient) }
    """
    assert read("style.css", sheet).links == ("a.css", "b.css", "c.png", "d e.woff2")


def test_links_and_ids_of_xml() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<style>p{fill:url(#b)}</style><g id="a"/><use xlink:href="x.svg#c"/></svg>'
    )
    assert read("a.svg", drawing) == References(("a",), ("x.svg#c", "#b"))
    sitemap = "<urlset xmlns='s'><url><loc>https://example.org/</loc></url></urlset>"
    assert read("sitemap.xml", sitemap).links == ("https://example.org/",)


def test_xml_that_is_not_well_formed() -> None:
    assert "mismatch" in read("a.svg", "<svg><g></svg>").fault


def test_an_entity_of_xml_opens_no_file() -> None:
    text = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a><loc>&e;</loc></a>'
    assert read("a.xml", text).links == ()


def test_other_kinds_refer_to_nothing() -> None:
    assert references(Document("a.json", b'{"href": "x"}')) is None
