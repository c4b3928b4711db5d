"""Every generator is given the same words, in pages of about 360 of them."""

import re
from pathlib import Path

import pytest

from bench.peers import PEERS, ours
from bench.prose import LANGUAGES, Corpus
from planpress.check.rules import check
from planpress.read.project import read

CORPUS = Corpus(9)
PAGES = [(at, language) for at in range(CORPUS.pages) for language in LANGUAGES]


def words(markdown):
    """Return the words of a page without front matter, links' targets and headings that repeat."""
    text = re.sub(r"\]\([^)]*\)", "]", markdown)
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_every_generator_gets_the_same_words(peer, tmp_path):
    peer.write(CORPUS, tmp_path)
    for at, language in PAGES:
        page = CORPUS.page(at, language)
        text = (tmp_path / peer.source(page)).read_text("utf-8")
        wanted = words(page.body(lambda _at: ""))
        assert words(text)[-len(wanted) :] == wanted
        assert text.count(page.first) == 1
        assert page.title in text
        assert page.summary in text
        linked = re.findall(r"\]\(([^)]*)\)", text)
        assert re.search(rf"page-{page.linked}\b", linked[0])
        assert linked[1] == "https://example.org/"


def test_a_page_has_360_words_two_levels_of_headings_a_list_and_bold():
    sizes = []
    for page in CORPUS.each():
        body = page.body(lambda at: f"/{at}/")
        sizes.append(len(words(body)))
        assert re.findall(r"(?m)^(#+) ", body) == ["##", "###", "##"]
        assert len(re.findall(r"(?m)^- \*\*", body)) == 3
        assert body.index(page.first) > 0
    assert len(sizes) == 2 * CORPUS.pages
    assert 350 <= min(sizes) <= max(sizes) <= 400


def test_the_corpus_is_the_same_every_time_and_another_for_another_seed():
    assert list(CORPUS.each()) == list(Corpus(9).each())
    assert CORPUS.page(3, "en") != Corpus(9, seed=2).page(3, "en")
    assert CORPUS.page(3, "en") != CORPUS.page(3, "es")
    assert CORPUS.edited not in CORPUS.entries or CORPUS.pages < 12


def test_our_project_of_words_has_no_fault(tmp_path):
    ours.write(CORPUS, tmp_path)
    reading = read(tmp_path)
    assert (*reading.problems, *check(reading)) == ()
    assert len(reading.project.pages) == CORPUS.pages


def test_pins_name_one_version_each():
    for peer in PEERS:
        assert all(re.fullmatch(r"[@\w/-]+==[\d.]+", package) for package in peer.packages)
    assert [peer.name for peer in PEERS if not peer.packages] == ["planpress"]
    assert Path(ours.command(Path(), Path())[1]).is_file()
