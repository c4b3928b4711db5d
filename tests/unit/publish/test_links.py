import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Problem
from planpress.publish import links
from planpress.publish.links import broken_links
from planpress.publish.notes import Notes
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


def kept(document: Document, opened: list[str] | None = None) -> Document:
    """Return a document of an earlier build, which nobody may open but who takes note of it."""

    def load() -> bytes:
        assert opened is not None, f"{document.path} was read again"
        opened.append(document.path)
        return document.content

    return Document.kept(
        document.path, document.fingerprint, document.size, load, document.made_from
    )


PATHS = ("index.html", "a/index.html", "a/b.html", "a/d.csv", "404.html", "a/e.svg", "a/f.css")
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


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many documents there are of each site that is looked at whole, as it is."""
    looked_at: list[int] = []
    real = links._all_faults

    def all_faults(documents, notes):
        looked_at.append(len(documents))
        return real(documents, notes)

    monkeypatch.setattr(links, "_all_faults", all_faults)
    return looked_at


@pytest.mark.parametrize("few", [0, 2, 16])
@pytest.mark.parametrize("seed", range(8))
def test_after_any_change_the_faults_are_those_of_a_whole_check(
    seed: int, few: int, tmp_path: Path, whole: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "_FEW", few)
    random, store = Random(seed), Store(tmp_path)
    fresh = {path: _any(random, path) for path in PATHS}
    found, clean, site, sure = 0, 0, dict(fresh), 0
    for step in range(60):
        opened: list[str] = []
        now = [site[path] if path in fresh else kept(site[path], opened) for path in site]
        whole.clear()
        again = broken_links(now, address=ADDRESS, store=store)
        told = " ".join(f"{problem.message} {problem.place.path}" for problem in again)
        assert all(f"“{path}”" in told for path in opened)
        sure += not whole
        if step % 7 == 0:
            other = site | {"a/b.html": document("a/b.html", '<p id="x">')}
            broken_links(tuple(other.values()), address=ADDRESS, store=store)
        store.settle()
        assert again == broken_links(tuple(site.values()), address=ADDRESS)
        found += len(again)
        clean += not again
        chosen = random.sample(PATHS, random.randint(1, 2))
        fresh = {path: _any(random, path) for path in chosen if random.random() < 0.8}
        site = {path: one for path, one in site.items() if path not in chosen} | fresh
        if step % 8 == 0:
            store = Store(tmp_path)  # another process
    assert found
    assert clean
    assert sure


def test_of_a_changed_site_only_that_document_is_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert broken_links(SITE, store=store) == ()
    store.settle()
    linking = document("x.html", '<a href="indicators/#chart"></a>')
    assert broken_links([*map(kept, SITE), linking], store=Store(tmp_path)) == ()
    opened: list[str] = []
    left = [kept(one, opened) for one in SITE[2:]]
    problems = broken_links([*left, linking], store=Store(tmp_path))
    assert set(opened) <= {problem.place.path for problem in problems}
    assert "x.html" in {problem.place.path for problem in problems}


LINKED = document("x.html", '<p id="a"><a href="index.html#top-of-page"></a>')
LINKING = document("y.html", '<a href="x.html#a"></a>')


@pytest.mark.parametrize(
    "after",
    [
        (*SITE, LINKED, LINKING),
        (*SITE, document("x.html", '<p id="b"><p id="a">'), LINKING),
        (*SITE, LINKED, LINKING, document("z.html", '<a href="x.html#a"></a>')),
        (*SITE[:4], document("assets/a b.png", "other"), SITE[5], LINKED, LINKING),
        (*reversed(SITE), LINKING, LINKED),
    ],
    ids=["nothing", "another id", "another page", "another picture", "another order"],
)
def test_what_is_as_it_was_is_not_even_looked_up(
    after: tuple[Document, ...], tmp_path: Path, whole: list[int]
) -> None:
    store, before = Store(tmp_path), (*SITE, LINKED, LINKING)
    assert broken_links(before, store=store) == ()
    store.settle()
    assert len(whole) == 1
    assert broken_links(after, store=store) == ()
    assert len(whole) == 1


@pytest.mark.parametrize(
    "after",
    [
        (*SITE, document("x.html", '<p id="b">'), LINKING),
        (*SITE, LINKING),
        (*SITE, LINKED, LINKING, document("z.html", '<a href="x.html#b"></a>')),
        (*SITE, LINKED, document("y.html", '<a href="z.html"></a>')),
        (*SITE, LINKED, document("y.html", '<a href="index.html#b"></a>')),
        (*SITE, LINKED, document("y.html", '<a id="a"></a><b id="a">')),
    ],
    ids=["an id gone", "a page gone", "a new page", "no page", "no such id", "an id twice"],
)
def test_what_may_break_a_link_is_looked_at_whole(
    after: tuple[Document, ...], tmp_path: Path, whole: list[int]
) -> None:
    store = Store(tmp_path)
    broken_links((*SITE, LINKED, LINKING), store=store)
    store.settle()
    (problem,) = broken_links(after, store=store)
    assert problem in broken_links(after)
    assert len(whole) == 3


def _other_pickle(kept: bytes) -> bytes:
    return pickle.dumps(["index.html"])


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda _: b"", _other_pickle])
def test_a_clean_site_that_cannot_be_read_only_costs_time(
    damage: Callable[[bytes], bytes], tmp_path: Path, whole: list[int]
) -> None:
    store = Store(tmp_path)
    broken_links(SITE, store=store)
    (key,) = (key for key, kept in store.run.items() if b"assets/icons.svg" in kept)
    store.put(key, damage(store.run[key]))
    store.settle()
    assert broken_links(SITE, store=Store(tmp_path)) == ()
    assert len(whole) == 2


def test_where_a_document_before_is_forgotten_all_are_looked_at(
    tmp_path: Path, whole: list[int]
) -> None:
    store = Store(tmp_path)
    before = document("x.html", '<p id="a">')
    broken_links((*SITE, before), store=store)
    store.settle()
    notes = Notes("", store)
    (forgotten,) = notes._keys({before.path: before.fingerprint}).values()
    with closing(sqlite3.connect(store.file)) as table, table:
        table.execute("DELETE FROM kept WHERE key = ?", (forgotten,))
    assert broken_links((*SITE, LINKED), store=Store(tmp_path)) == ()
    assert len(whole) == 2


def test_a_clean_site_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    broken_links(SITE, store=store)
    store.settle()
    monkeypatch.setattr("planpress.publish.notes.references", None)
    assert broken_links([kept(one) for one in SITE], store=Store(tmp_path)) == ()


def test_what_was_clean_at_another_address_may_be_broken_here(tmp_path: Path) -> None:
    store, site = Store(tmp_path), (*SITE, document("x.html", f'<a href="{ADDRESS}/y/">'))
    assert broken_links(site, address="https://b.example/", store=store) == ()
    assert broken_links(site, address=ADDRESS, store=store)
