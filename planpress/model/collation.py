"""The order in which a reader of a language looks words up.

Words are compared as the Unicode Collation Algorithm does (Unicode Technical Standard 10): first by
their letters alone, then by accents, then by case. Which letters stand apart from their plain ones
follows CLDR's collation charts; all others stand where their plain letter does. Signs do not count,
digits come before letters, scripts follow one another as in Unicode.

Written here because nothing on the Python Package Index fits: PyICU has no wheels and would need
ICU's headers on a new machine, icu4py has no collation, pyuca was last changed in 2017 and
knows no language. In Arabic the article counts, as in CLDR, and hamza, vowels and tatweel come
second: a glossary there names things without their article.
"""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize

_APART = {
    "es": ("nñ",),
    "fil": ("nñ",),
    "gl": ("nñ",),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"),
    "uk": ("гґ", "еє", "иіїй"),
    "ru": ("ий",),
    "vi": ("aăâ", "dđ", "eê", "oôơ", "uư"),
    "fa": ("بپ", "جچ", "زژ", "قکگ", "وهی"),
    "sv": ("zåäö",),
    "fi": ("zåäö",),
    "da": ("zæøå",),
    "nb": ("zæøå",),
}
"""By language: letters of their own, each row after its first one."""

_SPELLED = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ı": "i",
        "ə": "e",
        "\u0671": "\u0627",  # alef with wasla
        "\u0649": "\u064a",  # alef without dots at a word's end, as yeh
        "\u0629": "\u062a",  # teh with the form of heh, as teh
        "\u0640": None,  # tatweel, which only lengthens a line
    }
)
"""Letters that Unicode does not take apart, as what they stand with."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Vietnamese tones in their order: grave, hook, tilde, acute, dot below."""

Key = tuple[tuple[tuple[str, int], ...], tuple[tuple[int, ...], ...], str, str]


@lru_cache(maxsize=8192)
def key(text: str, language: str) -> Key:
    """Return what texts are sorted by, so that their order is that of the language's readers."""
    letters = _letters(text, language)
    cases = "".join("1" if letter.isupper() else "0" for letter in normalize("NFC", text))
    return tuple(one for one, _ in letters), tuple(marks for _, marks in letters), cases, text


def in_order(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """Return texts in the order of a language."""
    return tuple(sorted(texts, key=lambda text: key(text, language)))


def initial(text: str, language: str) -> str:
    """Return the capital letter under which a text is found; `#` if it begins with no letter."""
    found = key(text, language)[0]
    letter, after = found[0] if found else ("", 0)
    if not letter.isalpha():
        return "#"
    rows = _rows(language)
    return (rows[letter][after] if after else letter).upper()


def _letters(text: str, language: str) -> list[tuple[tuple[str, int], tuple[int, ...]]]:
    """Return each letter with its place after its plain one, and the marks that come second."""
    rows = _rows(language)
    own = {letter: (row[0], place) for row in rows.values() for place, letter in enumerate(row)}
    found: list[tuple[tuple[str, int], tuple[int, ...]]] = []
    for whole, marks in _clusters(text.casefold()):
        at, rest = own.get(whole), marks
        for mark in marks:
            composed = normalize("NFC", whole + mark)
            if composed in own:
                at, rest = own[composed], marks.replace(mark, "", 1)
                break
        if at:
            found.append((at, _weights(rest)))
            continue
        spelled = whole.translate(_SPELLED)
        extra = () if spelled == whole else (1,)
        found += [((letter, 0), extra + _weights(rest)) for letter in spelled]
    return found


def _clusters(text: str) -> Iterable[tuple[str, str]]:
    """Yield each letter, digit or space with the marks that stand on it."""
    letter, marks = "", ""
    for sign in normalize("NFD", text):
        if category(sign) == "Mn":
            marks += sign
            continue
        if letter:
            yield letter, marks
        letter, marks = sign if sign.isalnum() or sign == "\u0640" else "", ""
        letter = " " if sign.isspace() else letter
    if letter:
        yield letter, marks


def _weights(marks: str) -> tuple[int, ...]:
    return tuple(_TONES.index(mark) + 2 if mark in _TONES else ord(mark) for mark in marks)


def _rows(language: str) -> dict[str, str]:
    base = language.partition("-")[0]
    return {row[0]: row for row in _APART.get(base, ())}
