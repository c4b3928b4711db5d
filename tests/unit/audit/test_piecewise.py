"""What a piece of a file tells is told again while it and what it is read by are the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.assess.measures import languages
from unit.audit.planted import SAFE, plan, table

from planpress.audit import passages
from planpress.audit.piecewise import Pieces, Reading
from planpress.audit.verdict import audited
from planpress.audit.vocabulary import Vocabulary, vocabulary
from planpress.model.document import Document
from planpress.store import Store

LONG = b"long " * 100


class _Reads:
    """Pieces of which it is noted which are read; one tells itself, and meets its last year."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.read: list[bytes] = []

    def __call__(self, written: bytes, below: str = "") -> Reading:
        def read() -> Iterator[bytes]:
            self.read.append(written)
            self.words.met.add(written.decode().split()[-1])
            yield written

        return Reading(written, below, read)


@pytest.fixture
def words() -> Vocabulary:
    return vocabulary(plan(), languages(), ())


def test_only_new_pieces_of_a_file_are_read(tmp_path: Path, words: Vocabulary) -> None:
    store, piece = Store(tmp_path), _Reads(words)
    pieces = Pieces("key", words, store)
    first, second, third = (LONG + year for year in (b"2021", b"2022", b"2023"))
    assert list(pieces.told("a", map(piece, (first, second, first)))) == [first, second, first]
    store.settle()
    assert piece.read == [first, second]
    words.met.clear()
    assert list(pieces.told("a", map(piece, (third, second)))) == [third, second]
    assert words.met == {"2022", "2023"}
    assert piece.read == [first, second, third]
    store.settle()
    assert list(pieces.told("a", map(piece, (second, third)))) == [second, third]
    assert len(piece.read) == 3


def test_elsewhere_and_by_other_words_a_piece_is_read_again(
    tmp_path: Path, words: Vocabulary
) -> None:
    store, piece = Store(tmp_path), _Reads(words)
    for key, path, below in (("k", "a", ""), ("k", "a", "x"), ("k", "b", ""), ("l", "a", "")):
        for _ in range(2):
            list(Pieces(key, words, store).told(path, [piece(LONG, below)]))
            store.settle()
    assert len(piece.read) == 4


def test_short_pieces_are_read_each_time(words: Vocabulary) -> None:
    store, piece = Store(None), _Reads(words)
    for _ in range(2):
        assert list(Pieces("key", words, store).told("a", [piece(b"1 2021")])) == [b"1 2021"]
    assert len(piece.read) == 2
    assert not store.run


def test_all_years_of_a_file_are_met(words: Vocabulary) -> None:
    piece, pieces = _Reads(words), (b"1 2021", LONG + b"2022", LONG + b"2023", b"1 2024")
    list(Pieces("key", words, Store(None)).told("a", map(piece, pieces)))
    assert words.met == {"2021", "2022", "2023", "2024"}


def test_what_cannot_be_read_of_what_is_kept_is_read_anew(words: Vocabulary) -> None:
    store, piece = Store(None), _Reads(words)
    pieces = Pieces("key", words, store)
    list(pieces.told("a", [piece(LONG)]))
    (kept,) = store.run
    for damage in (b"", b"no pickle", store.run[kept][:-5]):
        store.run[kept] = damage
        assert list(pieces.told("a", [piece(LONG)])) == [LONG]
    assert len(piece.read) == 4


def _feed(*titles: str) -> Document:
    entries = "".join(
        f"<entry><title>{one}</title><link href='/indicators/reading/'/>"
        f"<content>{'Long. ' * 20}</content></entry>"
        for one in titles
    )
    return Document("feed.xml", f"<feed xmlns='a:b'>{entries}</feed>".encode())


def test_of_a_feed_only_entries_that_are_new_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = passages.found_in_entry

    def found_in_entry(entry, path):
        read.append(entry[0].text)
        return real(entry, path)

    monkeypatch.setattr(passages, "found_in_entry", found_in_entry)
    store, some = Store(tmp_path), "Reading, female: 70.5 in 2023–24"
    audited((table(*SAFE), _feed("Nothing", some)), plan(), languages(), store)
    store.settle()
    assert read == ["Nothing", some]
    now = (table(*SAFE), _feed("Nothing", "More", some))
    found = audited(now, plan(), languages(), store)
    assert read == ["Nothing", some, "More"]
    assert found == audited(now, plan(), languages(), Store(None))
    assert found
