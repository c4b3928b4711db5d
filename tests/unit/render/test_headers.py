from dataclasses import replace

from unit.render.sample import site, words

from planpress.render.headers import headers
from planpress.render.leaf import Leaf

PATHS = ("", "data/", "data/privacy/", "indicators/", "indicators/grade-3/", "404.html")


def rules(**changes):
    pages = [Leaf(template="x", path=path, title=words("X")) for path in PATHS]
    lines = headers(replace(site(), **changes), pages).decode().splitlines()
    return dict(zip(lines[::2], lines[1::2], strict=True))


def test_every_page_is_told_with_its_language_and_only_once():
    assert rules() == {
        "/plan/": "  Content-Language: en",
        "/plan/404.html": "  Content-Language: en",
        "/plan/data/": "  Content-Language: en",
        "/plan/data/privacy/": "  Content-Language: en",
        "/plan/indicators/*": "  Content-Language: en",
        "/plan/es/*": "  Content-Language: es",
        "/plan/embed/*": "  Content-Security-Policy: frame-ancestors *",
        "/plan/es/embed/*": "  Content-Security-Policy: frame-ancestors *",
    }


def test_a_site_at_the_top_of_its_host_has_rules_from_there():
    assert "/indicators/*" in rules(base_url="https://alder.example.org/")
    assert "/es/*" in rules(base_url="https://alder.example.org")
