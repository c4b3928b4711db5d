import pytest

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Problem
from planpress.publish.links import broken_links


def document(path: str, text: str = "", made_from: str = "") -> Document:
    return Document(path, text.encode(), made_from)


SITE = (
    document("index.html", '<h1 id="top-of-page">'),
    document("indicators/index.html", '<svg><g id="chart"></g></svg>'),
    document("indicators/rate/index.html", '<h2 id="año">'),
    document("data/rate.csv", "period,value"),
    document("assets/a b.png"),
    document("assets/icons.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g id="circle"/></svg>'),
)


def problems_of(link: str, *, page: str = "es/x/index.html", address: str = "") -> list[Problem]:
    linking = document(page, f'<a href="{link}">x</a><p id="here">')
    return list(broken_links((*SITE, linking), address=address))


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#here",
        "#top",
        "?a=1#here",
        "../../index.html",
        "../..",
        "../../",
        "../../#top-of-page",
        "../../indicators/",
        "../../indicators/#chart",
        "../../indicators/rate/index.html#a%C3%B1o",
        "../../indicators/rate/#:~:text=word",
        "../../data/rate.csv#row=4",
        "../../assets/a%20b.png?v=1",
        "../../assets/icons.svg#circle",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:a@example.org",
        "tel:+13039821234",
        "data:text/plain,x",
    ],
)
def test_a_link_that_leads_somewhere(link: str) -> None:
    assert problems_of(link) == []


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("nowhere.html", "broken-link"),
        ("../indicators/", "broken-link"),
        ("../../../index.html", "broken-link"),
        ("../../indicators", "broken-link"),
        ("../../assets/A%20b.png", "broken-link"),
        ("#nowhere", "broken-anchor"),
        ("../../#chart", "broken-anchor"),
        ("../../assets/icons.svg#square", "broken-anchor"),
        ("/index.html", "absolute-link"),
        ("/", "absolute-link"),
    ],
)
def test_a_link_that_leads_nowhere(link: str, rule: str) -> None:
    (problem,) = problems_of(link)
    assert problem.rule == rule
    assert f"“{link}”" in problem.message
    assert problem.stops


def test_the_hint_knows_what_was_nearly_meant() -> None:
    assert problems_of("../../indicators")[0].hint == "Did you mean “indicators/index.html”?"
    assert problems_of("../../DATA/rate.csv")[0].hint == "Did you mean “data/rate.csv”?"


def test_whole_addresses_of_the_site_itself_are_checked_when_it_is_known() -> None:
    address = "https://example.org/plan"
    for link in ("", "/", "/indicators/", "/indicators/#chart", "/index.html?a"):
        assert problems_of(address + link, address=address) == []
    assert [p.rule for p in problems_of(address + "/x/", address=address)] == ["broken-link"]
    assert problems_of("https://example.org/plans/x/", address=address) == []


def test_the_page_for_a_missing_page_has_whole_addresses_only() -> None:
    assert [p.rule for p in problems_of("index.html", page="404.html")] == ["broken-link"]
    assert [p.rule for p in problems_of("/index.html", page="404.html")] == ["absolute-link"]
    for link in ("https://example.org/", "#here", "mailto:a@example.org"):
        assert problems_of(link, page="404.html", address="https://example.org/") == []


def test_an_id_that_stands_twice() -> None:
    page = document("a.html", '<p id="a"><svg><g id="a"></g></svg><p id="b">', "content/pages/a.md")
    (problem,) = broken_links([page])
    assert (problem.rule, problem.place) == ("repeated-id", Place("content/pages/a.md"))
    assert "“a” stands 2 times" in problem.message


def test_the_place_is_the_content_or_else_the_document() -> None:
    pages = [
        document("a.html", '<a href="x">', "content/pages/a.md"),
        document("b.html", '<a href="x">'),
    ]
    assert [p.place.path for p in broken_links(pages)] == ["b.html", "content/pages/a.md"]


def test_a_fault_is_named_once_a_page() -> None:
    assert len(broken_links([document("a.html", '<a href="x"></a>' * 3)])) == 1


def test_style_sheets_and_drawings_are_checked() -> None:
    found = broken_links(
        [
            document("assets/style.css", "p{background:url(../x.png)}"),
            document("assets/a.svg", "<svg xmlns='x'><g></svg>"),
        ]
    )
    assert [(p.place.path, p.rule) for p in found] == [
        ("assets/a.svg", "broken-file"),
        ("assets/style.css", "broken-link"),
    ]
