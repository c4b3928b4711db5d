from lxml import etree
from unit.render.sample import site, words

from planpress.render.leaf import Leaf
from planpress.render.sitemap import robots, sitemap

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def leaf(path: str, *, listed: bool = True) -> Leaf:
    return Leaf(template="x", path=path, title=words("X"), listed=listed)


def test_every_listed_page_names_its_addresses_in_all_languages():
    root = etree.fromstring(sitemap(site(), [leaf("data/"), leaf("404.html", listed=False)]))
    base = "https://alder.example.org/plan"
    assert root.xpath("//s:loc/text()", namespaces=NAMES) == [f"{base}/data/", f"{base}/es/data/"]
    found = [
        (link.get("hreflang"), link.get("href"))
        for link in root.xpath("//s:url[2]/x:link", namespaces=NAMES)
    ]
    assert found == [
        ("en", f"{base}/data/"),
        ("es", f"{base}/es/data/"),
        ("x-default", f"{base}/data/"),
    ]


def test_the_order_of_the_pages_does_not_matter():
    pages = [leaf("b/"), leaf("a/"), leaf("")]
    assert sitemap(site(), pages) == sitemap(site(), reversed(pages))


def test_robots_are_let_in_and_shown_the_sitemap():
    assert robots(site()) == (
        b"User-agent: *\nAllow: /\nSitemap: https://alder.example.org/plan/sitemap.xml\n"
    )
