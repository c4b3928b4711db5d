"""A file read in pieces: what a piece tells is kept by its content and by all it is read by."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from planpress.audit.vocabulary import Vocabulary
from planpress.store import Store, digest

_SHORT = 100
"""Up to how many bytes a piece is read as fast as it is looked up."""


class Reading(NamedTuple):
    """A piece of a file: its content, what it is read below, and how it is read."""

    written: bytes
    below: str
    read: Callable[[], Iterable[Any]]


_Told = tuple[frozenset[str], bytes]
"""The years that were met in a piece, and what it tells, packed: so all of a file is kept fast."""


class Pieces:
    """What pieces of files tell, kept by file, as it was read last.

    The `key` stands for all that pieces are read by besides their content and what is above them.
    """

    def __init__(self, key: str, words: Vocabulary, store: Store) -> None:
        self.key = key
        self.words = words
        self.store = store

    def fetch(self, paths: Iterable[str]) -> None:
        """Look up at once what is kept of files."""
        self.store.fetch(map(self._of, paths))

    def told(self, path: str, pieces: Iterable[Reading]) -> Iterator[Any]:
        """Yield what the pieces of a file tell, one after the other."""
        before, now = self._kept(path), dict[str, _Told]()
        for piece in pieces:
            if len(piece.written) < _SHORT:
                yield from piece.read()
                continue
            key = digest(piece.below, piece.written)
            if key not in now:
                now[key] = before.get(key) or self._met(piece)
            years, packed = now[key]
            self.words.met.update(years)
            yield from pickle.loads(packed)  # noqa: S301 (from our own store)
        if now.keys() != before.keys():
            self.store.put(self._of(path), pickle.dumps(now, protocol=5))

    def _of(self, path: str) -> str:
        return digest(self.key, path)

    def _kept(self, path: str) -> dict[str, _Told]:
        with suppress(Exception):  # what other code kept may not be readable
            return dict(pickle.loads(self.store.get(self._of(path)) or b""))  # noqa: S301 (sealed)
        return {}

    def _met(self, piece: Reading) -> _Told:
        earlier = set(self.words.met)
        self.words.met.clear()
        packed = pickle.dumps(tuple(piece.read()), protocol=5)
        years = frozenset(self.words.met)
        self.words.met.update(earlier)
        return years, packed
