"""What the other tests stand on: which pages there are, who serves them, what is demanded."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browser.demand import DEMANDED, do_without
from browser.published import Published, serving

PAGES = {
    "index.html": 9,
    "404.html": 1,
    "notes/a/index.html": 5,
    "notes/b/index.html": 9,
    "notes/c/index.html": 1,
    "es/index.html": 9,
    "es/404.html": 1,
}


@pytest.fixture
def small(tmp_path):
    for path, size in PAGES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path + "." * size * 99, "utf-8")
    return Published(tmp_path, "http://plan.localhost/small/")


def test_pages_know_their_language_and_address(small):
    assert small.languages == ("en", "es")
    assert small.pages_in("es") == ("es/404.html", "es/index.html")
    assert small.translated("es/index.html", "en") == "index.html"
    assert small.translated("index.html", "es") == "es/index.html"
    assert small.address("es/index.html") == "http://plan.localhost/small/es/"
    assert small.address("404.html") == "http://plan.localhost/small/404.html"


def test_of_a_kind_the_longest_and_the_shortest_are_chosen(small):
    assert small.kinds("en") == (
        "404.html",
        "index.html",
        "notes/b/index.html",
        "notes/c/index.html",
    )


def test_what_is_not_there_gets_the_page_that_says_so(small):
    with serving({"small": small.folder}) as port:
        with urlopen(f"http://127.0.0.1:{port}/small/notes/a/") as answer:
            assert answer.read().startswith(b"notes/a/index.html")
        with pytest.raises(HTTPError) as refused:
            urlopen(f"http://127.0.0.1:{port}/small/nowhere/")
        with refused.value as answer:
            assert answer.status == 404
            assert answer.read().startswith(b"404.html")
        with pytest.raises(HTTPError) as refused:
            urlopen(f"http://127.0.0.1:{port}/small/es/nowhere/")
        with refused.value as answer:
            assert answer.status == 404
            assert answer.read().startswith(b"es/404.html")


def test_what_is_missing_skips_or_fails(monkeypatch):
    monkeypatch.delenv(DEMANDED, raising=False)
    with pytest.raises(pytest.skip.Exception):
        do_without("Chromium")
    monkeypatch.setenv(DEMANDED, "1")
    with pytest.raises(pytest.fail.Exception):
        do_without("Chromium")
