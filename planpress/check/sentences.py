"""Plain text in sentences, and sentences in words, by Unicode's rules for any language."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence as it is `written`; `line` counts the lines of its text from 0."""

    written: str
    line: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return " ".join(self.written.split())


_STOPS, _WIDE = ".!?…؟۔܀।॥։።", "。！？｡"
_STOP = re.compile(f"[{_STOPS}{_WIDE}]")
_END = re.compile(
    rf"(?P<mark>[{_STOPS}]+)[\"”’»›)\]]*(?:\s+|$)|[{_WIDE}]+[」』”’）]*\s*",
)
_NEXT = re.compile(r"[\"“‘«‹(\[¿¡—–-]*(.?)")
_TITLES = "mr mrs ms dr prof rev sr jr st gen gov sen rep"
_SHORT = {
    "en": f"{_TITLES} vs e.g i.e approx co corp dept est ltd rm jan feb aug sept oct nov dec",
    "es": f"{_TITLES} sra srta dra profa ud uds vd ee uu ej art núm pág págs tel av avda lic ing",
}
_NUMBERED = frozenset(
    ("no", "núm", "num", "art", "fig", "p", "pp", "pág", "págs", "vol", "sec", "ch", "cap")
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[A-ZÀ-ÖØ-Þ]|[a-z](?:\.[a-z])+")
_HALF_DAY = ("a.m", "p.m", "a. m", "p. m")

_RANGE = re.compile(r"(?<=\d)[–/](?=\d)")
_WORD = re.compile(r"\w+(?:[^\w\s—–/…·|、，。！？：；]+\w+)*%?")
_FAR = re.compile(r"[^\0-\u0dff\u2000-\u2fff]")
"""Any letter of the scripts below, and others: compiled in no time, as they are not."""
_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


def sentences(text: str, language: str, line: int = 0) -> Iterator[Sentence]:
    """Yield the sentences of a block of plain text that begins on a line.

    A full stop ends none in an abbreviation, after initials, or before a small letter. What stands
    at the end of a block is a sentence without one.
    """
    short = _short(language)
    spaced = not _without_spaces(text)
    start = 0
    for stop in (*_stops(text), None):
        end = stop.end() if stop else len(text)
        if stop and end < len(text) and not _ends(text, start, stop, short):
            continue
        written = text[start:end]
        found = _spaced(written) if spaced else words(written)
        if found:
            yield Sentence(written, line, found)
        line += written.count("\n")
        start = end


def _stops(text: str) -> Iterator[re.Match[str]]:
    """Yield all that can end a sentence; it begins with few signs, which are found fast."""
    found = _STOP.search(text)
    while found:
        stop = _END.match(text, found.start())
        if stop:
            yield stop
        found = _STOP.search(text, (stop or found).end())


@cache
def _short(language: str) -> frozenset[str]:
    return frozenset(_SHORT.get(language.split("-", maxsplit=1)[0], _TITLES).split())


def _ends(text: str, start: int, end: re.Match[str], short: frozenset[str]) -> bool:
    mark, at = end["mark"], end.start()
    if mark == ".":
        # Most end after a plain word, before one that begins with a capital.
        last = text[text.rfind(" ", start, at) + 1 : at] if text[end.end()].isupper() else ""
        if len(last) > 1 and last.isalpha():
            return last.lower() not in short
    following = _NEXT.match(text, end.end())
    letter = following[1] if following else ""
    if mark is None:
        return True
    if letter.islower():
        return False
    if mark != ".":
        return True
    before = text[start:at]
    if before[-4:].lower().endswith(_HALF_DAY):
        return True
    last = before.rsplit(None, 1)[-1].lstrip('("“‘«[¿¡') if before.strip() else ""
    small = last.lower()
    if small in _NUMBERED and letter.isdigit():
        return False
    return small not in short and not _INITIALS.fullmatch(last)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; one with a hyphen, a number and a range of numbers are one each.

    In Chinese and Japanese, two characters are counted as a word. Thai, Lao, Khmer and Burmese,
    which part neither words nor sentences, have none.
    """
    if not _without_spaces(text):
        return _spaced(text)
    scripts = _scripts()
    return tuple(
        piece
        for word in _WORD.findall(_RANGE.sub("-", text))
        if not scripts.no_words.search(word)
        for piece in (scripts.pieces.findall(word) if scripts.ideograph.search(word) else (word,))
    )


class _Scripts(NamedTuple):
    any: re.Pattern[str]
    no_words: re.Pattern[str]
    ideograph: re.Pattern[str]
    pieces: re.Pattern[str]


@cache
def _scripts() -> _Scripts:
    """Return what finds the scripts that part no words, and one or two ideographs."""
    return _Scripts(
        any=re.compile(f"[{_IDEOGRAPHS}{_NO_SPACES}]"),
        no_words=re.compile(f"[{_NO_SPACES}]"),
        ideograph=re.compile(f"[{_IDEOGRAPHS}]"),
        pieces=re.compile(rf"[{_IDEOGRAPHS}]{{1,2}}|[^\W_{_IDEOGRAPHS}]+"),
    )


def _without_spaces(text: str) -> bool:
    """Tell whether some of a text is in a script that does not part its words."""
    far = not text.isascii() and _FAR.search(text) is not None
    return far and _scripts().any.search(text) is not None


def _spaced(text: str) -> tuple[str, ...]:
    """Return the words of a text whose language parts them; most have nothing but letters."""
    found = text.rstrip(" \n.!?").replace(", ", " ").split()
    if "".join(found).isalnum():
        return tuple(found)
    return tuple(_WORD.findall(_RANGE.sub("-", text)))
