"""Names in texts: folded, so that one is found however it is written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from unicodedata import decimal

_SPACES = frozenset("\u00a0\u202f")
_SPACE = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d{3})")
"""A space between thousands."""

_UNSEEN = (
    0xAD,
    0x61C,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
)
_SIGNS = {"–": "-", "‑": "-", "−": "-", "٫": ".", "٬": ",", "٪": "%"} | {
    chr(mark): "" for mark in _UNSEEN
}
"""One sign for those that say the same; marks that nobody sees are left out."""

_WORD = re.compile(r"\w+")
_BEGINNING = re.compile(r"\w+|[^\w\s]")
"""What a name can begin with."""

_SHORT, _FEW = 80, 16
"""Up to how many letters it pays to remember a text; so few names are looked for one by one."""


def folded(text: str) -> str:
    """Return a text in small letters, with one kind of digits, spaces and dashes."""
    return _folded_once(text) if len(text) < _SHORT else _folded(text)


@lru_cache(maxsize=2**13)
def _folded_once(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        strange = {sign for sign in set(text) if not sign.isascii()}
        if not strange.isdisjoint(_SPACES):
            text = _SPACE.sub("", text)
        for sign in strange:
            if sign in _SIGNS:
                text = text.replace(sign, _SIGNS[sign])
            elif sign.isdecimal():
                text = text.replace(sign, str(decimal(sign)))
    return " ".join(text.casefold().split())


class Names:
    """Names, folded, of which a folded text may hold some.

    Those of which it has all words are looked for, which are found by the rarest of them: so
    many names take no longer than a few.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if name))
        needed = {name: frozenset(_WORD.findall(name)) for name in self.names}
        often = Counter(chain.from_iterable(needed.values()))
        self._wordless = [name for name, words in needed.items() if not words]
        self._having: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for name, words in needed.items():
            if words:
                rarest = min(words, key=lambda word: (often[word], word))
                self._having.setdefault(rarest, []).append((name, words))
        self._rare = frozenset(self._having)
        self._beginning: dict[str, list[str]] = {}
        for name in sorted(self.names, key=len, reverse=True):
            self._beginning.setdefault(_BEGINNING.findall(name)[0], []).append(name)
        worded = all(map(_WORD.match, self.names))
        self._beginnings = _WORD if worded else _BEGINNING
        self._found_once = lru_cache(maxsize=2**13)(self._found)

    def within(self, text: str) -> bool:
        """Whether a text holds one of the names."""
        if len(text) < _SHORT:
            return bool(self._found_once(text))
        return any(_holds(text, name) for name in self._possible(text))

    def found(self, text: str) -> tuple[tuple[int, str], ...]:
        """Return where a name stands in a text and which, in order; of two at one place the longer.

        A name stands apart: no letter or digit is before or behind it.
        """
        return self._found_once(text) if len(text) < _SHORT else self._found(text)

    def without(self, text: str) -> str:
        """Return a text with a dot in the place of each name."""
        found = self.found(text)
        if not found:
            return text
        ends = [0, *(start + len(name) for start, name in found)]
        starts = [*(start for start, _ in found), len(text)]
        return " · ".join(text[end:start] for end, start in zip(ends, starts, strict=True))

    def _found(self, text: str) -> tuple[tuple[int, str], ...]:
        return tuple(self._search(text)) if self._possible(text) else ()

    def _search(self, text: str) -> Iterator[tuple[int, str]]:
        end = 0
        for place in self._beginnings.finditer(text):
            start = place.start()
            for name in self._beginning.get(place[0], ()) if start >= end else ():
                if text.startswith(name, start) and _apart(text, start, start + len(name)):
                    yield start, name
                    end = start + len(name)
                    break

    def _possible(self, text: str) -> Sequence[str]:
        """Return the names of which a text has all words."""
        if len(self.names) < _FEW:
            return [name for name in self.names if name in text]
        words = _words(text)
        if self._rare.isdisjoint(words):
            return self._wordless
        having = (one for word in self._rare & words for one in self._having[word])
        return [*self._wordless, *(name for name, needed in having if needed <= words)]


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text, apart from others."""
    start = text.find(name)
    while start >= 0 and not _apart(text, start, start + len(name)):
        start = text.find(name, start + 1)
    return start >= 0


def _apart(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit stands before or behind a place in a text."""
    return not (_WORD.match(text, end) or (start and _WORD.match(text, start - 1)))


def _words(text: str) -> frozenset[str]:
    return _words_once(text) if len(text) < _SHORT else frozenset(_WORD.findall(text))


@lru_cache(maxsize=2**12)
def _words_once(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
