"""Plain text in sentences, and sentences in words, by Unicode's rules for any language."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence; `line` counts the lines of its text from 0."""

    text: str
    line: int
    words: tuple[str, ...]


_END = re.compile(
    r"(?P<mark>[.!?…؟۔܀।॥։።]+)[\"”’»›)\]]*(?:\s+|$)|[。！？｡]+[」』”’）]*\s*",
)
_NEXT = re.compile(r"[\"“‘«‹(\[¿¡—–-]*(.?)")
_TITLES = "mr mrs ms dr prof rev sr jr st gen gov sen rep"
_SHORT = {
    "en": f"{_TITLES} vs e.g i.e approx co corp dept est ltd rm jan feb aug sept oct nov dec",
    "es": f"{_TITLES} sra srta dra profa ud uds vd ee uu ej art núm pág págs tel av avda lic ing",
}
_NUMBERED = "no núm num art fig p pp pág págs vol sec ch cap"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[A-ZÀ-ÖØ-Þ]|[a-z](?:\.[a-z])+")
_HALF_DAY = ("a.m", "p.m", "a. m", "p. m")

_RANGE = re.compile(r"(?<=\d)[–/](?=\d)")
_WORD = re.compile(r"\w+(?:[^\w\s—–/…·|、，。！？：；]+\w+)*%?")
_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_UNSPACED = re.compile(rf"[{_IDEOGRAPHS}]{{1,2}}|[^\W_{_IDEOGRAPHS}]+")
_NO_SPACES_AT_ALL = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def sentences(text: str, language: str) -> Iterator[Sentence]:
    """Yield the sentences of a block of plain text.

    A full stop ends none in an abbreviation, after initials, or before a small letter. What stands
    at the end of a block is a sentence without one.
    """
    short = frozenset(_SHORT.get(language.split("-", maxsplit=1)[0], _TITLES).split())
    start = 0
    for end in _END.finditer(text):
        if end.end() == len(text) or _ends(text, start, end, short):
            yield from _sentence(text, start, end.end())
            start = end.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    found = words(text[start:end])
    if found:
        said = " ".join(text[start:end].split())
        yield Sentence(said, text.count("\n", 0, start), found)


def _ends(text: str, start: int, end: re.Match[str], short: frozenset[str]) -> bool:
    following = _NEXT.match(text, end.end())
    letter = following[1] if following else ""
    if end["mark"] is None:
        return True
    if letter.islower():
        return False
    if end["mark"] != ".":
        return True
    before = text[start : end.start()]
    last = before.split()[-1].lstrip('("“‘«[¿¡') if before.split() else ""
    if before.lower().endswith(_HALF_DAY):
        return True
    if last.lower() in _NUMBERED.split() and letter.isdigit():
        return False
    return last.lower() not in short and not _INITIALS.fullmatch(last)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; one with a hyphen, a number and a range of numbers are one each.

    In Chinese and Japanese, two characters are counted as a word. Thai, Lao, Khmer and Burmese,
    which part neither words nor sentences, have none.
    """
    found = tuple(_WORD.findall(_RANGE.sub("-", text)))
    if text.isascii() or not (_IDEOGRAPH.search(text) or _NO_SPACES_AT_ALL.search(text)):
        return found
    return tuple(
        piece
        for word in found
        if not _NO_SPACES_AT_ALL.search(word)
        for piece in (_UNSPACED.findall(word) if _IDEOGRAPH.search(word) else (word,))
    )
