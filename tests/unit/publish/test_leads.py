"""Where links lead: the quick way and the long way say the same."""

from random import Random
from urllib.parse import unquote

import pytest

from planpress.publish.leads import Lead, Leads, target_of

PARTS = (
    "..",
    ".",
    "",
    "a",
    "b-c",
    "d.html",
    "index.html",
    "e%20f",
    "año",
    "a?b=1",
    "#top",
    "#x",
    ".h",
)


@pytest.mark.parametrize(
    ("link", "target", "name"),
    [
        ("", "es/x/index.html", ""),
        ("#a", "es/x/index.html", "a"),
        ("y.html#top", "es/x/y.html", ""),
        ("../z/", "es/z/index.html", ""),
        ("../../", "index.html", ""),
        ("../../a/b#c%20d", "a/b", "c d"),
        ("../../../a", "../a", ""),
        ("https://a.example/plan/z/#q", "z/index.html", "q"),
        ("https://a.example/plan", "index.html", ""),
    ],
)
def test_a_link_leads_to_a_document_and_a_name_in_it(link: str, target: str, name: str) -> None:
    (found,) = Leads("es/x/index.html", "https://a.example/plan").of((link,))
    assert found == Lead(link, target, name, whole=link.startswith("https"))


def test_links_to_elsewhere_are_left_out() -> None:
    links = ("https://a.example/plans/", "mailto:a@b.example", "//c.example")
    assert list(Leads("index.html", "https://a.example/plan/").of(links)) == []


@pytest.mark.parametrize("page", ["index.html", "a/index.html", "a/b/c/d.html"])
def test_plain_links_lead_where_all_links_would(page: str) -> None:
    random = Random(page)
    for _ in range(2000):
        link = "/".join(random.choice(PARTS) for _ in range(random.randint(1, 5)))
        if link.startswith("/"):
            continue
        (found,) = Leads(page, "").of((link,))
        address, _, name = link.partition("#")
        assert found.target == target_of(page, address.partition("?")[0]), link
        assert found.name == ("" if name == "top" else unquote(name)), link
