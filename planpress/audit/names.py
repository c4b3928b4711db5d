"""Names in texts: folded, so that one is found however it is written."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
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
_SHORT, _FEW = 80, 16
"""Up to how many letters it pays to remember a text; so few words are looked for one by one."""


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
    """Names of which a folded text may hold some."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if name))
        longest = sorted(self.names, key=len, reverse=True)
        either = "|".join(re.escape(name) for name in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)")
        words = [_WORD.findall(name) for name in self.names]
        # A text with a name in it has the longest word of that name, as a word of its own.
        self._words = frozenset(max(one, key=len) for one in words if one)
        self._always = not all(words)

    def within(self, text: str) -> bool:
        """Whether a text holds one of the names."""
        return self._may(text) and self._pattern.search(text) is not None

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Return the names in a text, in its order; of two at one place the longer."""
        return self._pattern.finditer(text) if self._may(text) else iter(())

    def without(self, text: str) -> str:
        """Return a text with a dot in the place of each name."""
        return self._pattern.sub(" · ", text) if self._may(text) else text

    def _may(self, text: str) -> bool:
        if self._always:
            return True
        if len(self._words) < _FEW:
            return any(word in text for word in self._words)
        return not self._words.isdisjoint(_words(text))


def _words(text: str) -> frozenset[str]:
    return _words_once(text) if len(text) < _SHORT else frozenset(_WORD.findall(text))


@lru_cache(maxsize=2**12)
def _words_once(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
