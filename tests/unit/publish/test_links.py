from pathlib import Path
from random import Random

import pytest

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Problem
from planpress.publish.links import broken_links
from planpress.store import Store


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


def kept(document: Document) -> Document:
    """Return a document of an earlier build, which nobody may open."""

    def load() -> bytes:
        raise AssertionError(f"{document.path} was read again")

    return Document.kept(
        document.path, document.fingerprint, document.size, load, document.made_from
    )


TARGETS = ("index.html", "a/index.html", "a/b.html", "a/d.csv", "404.html", "a/e.svg")
LINKS = ("b.html", "index.html#x", "#x", "d.csv#row=1", "e.svg#x", "https://a.example/plan/#x")
ADDRESS = "https://a.example/plan"


def _any(random: Random, path: str) -> Document:
    links = random.sample(LINKS, random.randint(0, 2)) if path.startswith("a/") else []
    wrong = random.choice((*[""] * 20, "nowhere", "/a/", "#y", "../#y"))
    ids = random.choice((*["x"] * 12, "xy", "xx", "y"))
    written = "".join(f'<a href="{link}"></a>' for link in (*links, *filter(None, [wrong])))
    named = "".join(f'<p id="{one}"></p>' for one in ids)
    made_from = random.choice(("", "content/a.md"))
    return document(path, f"<div>{written}{named}{random.random()}</div>", made_from)


@pytest.mark.parametrize("seed", range(8))
def test_after_any_change_the_faults_are_those_of_a_whole_check(seed: int, tmp_path: Path) -> None:
    random, store = Random(seed), Store(tmp_path)
    fresh = {path: _any(random, path) for path in TARGETS}
    found, clean, site = 0, 0, dict(fresh)
    for step in range(60):
        now = [site[path] if path in fresh else kept(site[path]) for path in site]
        again = broken_links(now, address=ADDRESS, store=store)
        store.settle()
        assert again == broken_links(tuple(site.values()), address=ADDRESS)
        found += len(again)
        clean += not again
        chosen = random.sample(TARGETS, random.randint(1, 2))
        fresh = {path: _any(random, path) for path in chosen if random.random() < 0.8}
        site = {path: one for path, one in site.items() if path not in chosen} | fresh
        if step % 8 == 0:
            store = Store(tmp_path)  # another process
    assert found
    assert clean


def test_of_a_changed_site_only_that_document_is_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert broken_links(SITE, store=store) == ()
    store.settle()
    linking = document("x.html", '<a href="indicators/#chart"></a>')
    assert broken_links([*map(kept, SITE), linking], store=Store(tmp_path)) == ()
    assert broken_links([*map(kept, SITE[2:]), linking], store=Store(tmp_path))


def test_a_clean_site_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    broken_links(SITE, store=store)
    store.settle()
    monkeypatch.setattr("planpress.publish.links.references", None)
    assert broken_links([kept(one) for one in SITE], store=Store(tmp_path)) == ()
