"""Numbers written as words, in the languages whose words are known here."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

_UNITS: Mapping[str, str] = {
    "en": """
        0 zero; 0.5 half; 1 one first once single; 2 two second twice both; 3 three third
        thrice; 4 four fourth quarter?; 5 five fifth; 6 six sixth; 7 seven seventh; 8 eight
        eighth; 9 nine ninth freshman? freshmen?; 10 ten tenth sophomore? sophomores?; 11 eleven
        eleventh junior? juniors?; 12 twelve twelfth dozen? senior? seniors?; 13 thirteen
        thirteenth; 14 fourteen fourteenth; 15 fifteen fifteenth; 16 sixteen sixteenth; 17 seventeen
        seventeenth; 18 eighteen eighteenth; 19 nineteen nineteenth; 20 twenty twentieth; 30
        thirty thirtieth; 40 forty fortieth; 50 fifty fiftieth; 60 sixty sixtieth; 70 seventy
        seventieth; 80 eighty eightieth; 90 ninety ninetieth; 100 hundred hundredth; 1000
        thousand thousandth; 1000000 million
    """,
    "es": """
        0 cero; 0.5 medio media mitad; 1 un uno una primer primero primera primeros primeras
        solo sola; 2 dos segundo segunda ambos ambas; 3 tres tercer tercero tercera tercio; 4
        cuatro cuarto? cuarta?; 5 cinco quinto quinta; 6 seis sexto sexta; 7 siete séptimo
        séptima; 8 ocho octavo octava; 9 nueve noveno novena; 10 diez décimo décima; 11 once
        undécimo undécima onceavo; 12 doce duodécimo duodécima docena?; 13 trece; 14 catorce; 15
        quince quincena?; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve; 20 veinte
        vigésimo vigésima; 21 veintiuno veintiún veintiuna; 22 veintidós; 23 veintitrés; 24
        veinticuatro; 25 veinticinco; 26 veintiséis; 27 veintisiete; 28 veintiocho; 29
        veintinueve; 30 treinta; 40 cuarenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 ochenta;
        90 noventa; 100 cien ciento centena; 1000 mil millar; 1000000 millón
    """,
    "ar": """
        0 صفر; 0.5 نصف; 1 واحد واحدة أول أولى; 2 اثنان اثنين اثنتان اثنتين ثاني ثانية كلا كلتا;
        3 ثلاثة ثلاث ثالث ثالثة ثلث?; 4 أربعة أربع رابع رابعة ربع?; 5 خمسة خمس خامس خامسة;
        6 ستة ست? سادس سادسة; 7 سبعة سبع? سابع سابعة; 8 ثمانية ثماني ثمان? ثامن ثامنة;
        9 تسعة تسع تاسع تاسعة; 10 عشرة عشر? عاشر عاشرة; 20 عشرون عشرين; 30 ثلاثون ثلاثين;
        40 أربعون أربعين; 50 خمسون خمسين; 60 ستون ستين; 70 سبعون سبعين; 80 ثمانون ثمانين;
        90 تسعون تسعين; 100 مئة مائة; 1000 ألف; 1000000 مليون
    """,
    "vi": """
        0 không; 0.5 nửa rưỡi; 1 một mốt nhất đầu; 2 hai nhì đôi; 3 ba?; 4 bốn tư?; 5 năm? lăm?;
        6 sáu; 7 bảy; 8 tám?; 9 chín?; 10 mười; 100 trăm; 1000 nghìn ngàn; 1000000 triệu
    """,
}  # fmt: skip
"""Each number and its words; one with a question mark has other meanings too."""

_UNSURE = {"0", "0.5", "1", "2", "100", "1000", "1000000"}
_PATTERNS: Mapping[str, str] = {
    "en": r"(?P<ten>{tens})[- ](?P<unit>{units})|(?P<word>{words})",
    "es": r"(?P<ten>{tens}) y (?P<unit>{units})|(?P<word>{words})",
    "ar": (
        r"[وبلكف]{{0,2}}(?:ال|ل)?(?:(?P<unit>{units}) و ?(?P<ten>{tens})|(?P<teen>{units}) عشرة?"
        r"|(?P<word>{words}))|(?P<two>\w{{3,}}(?:ان|ين))"
    ),
    "vi": (
        r"(?P<ten>{units}) mươi(?: (?P<unit>{units}))?|mười (?P<teen>{units})"
        r"|(?!năm (?:học|nay|ngoái|sau|trước|tới|này|đó|qua)\b)(?P<word>{words})"
    ),
}
"""How the words of tens and units are joined. In Vietnamese, five is also the word for a year."""


class NumberWord(NamedTuple):
    """A number in words: its key as in `Statement.key`, and from where to where it is written.

    `sure` says that it is more than 2, and that the word means nothing else.
    """

    key: str
    start: int
    end: int
    sure: bool


def number_words(
    text: str, language: str, known: AbstractSet[str] | None = None
) -> Iterator[NumberWord]:
    """Yield the numbers that stand in a text as words.

    `language` is a code such as `es`. Cardinals and ordinals count alike, and so do words such as
    `both`, `half` and `seniors` (grade 12). Numbers of one word and from 21 to 99 are known in
    English, Spanish, Arabic and Vietnamese; in other languages none. Arabic words that end as its
    duals do count as 2. `known` are all words that can be in the text, where they are known.
    """
    if language not in _UNITS:
        return
    pattern, values, heads = _words(language)
    if heads is not None and known is not None:
        heads &= known
        if not heads:
            return
    small = text.lower()
    small = small if len(small) == len(text) else text
    for match in pattern.finditer(small) if heads is None else _matches(pattern, heads, small):
        parts = {name: part for name, part in match.groupdict().items() if part}
        if "word" in parts:
            number, sure = values[parts["word"]]
        elif "two" in parts:
            number, sure = "2", False
        elif "teen" in parts:
            number, sure = "1" + values[parts["teen"]][0], True
        else:
            unit = values[parts["unit"]][0] if "unit" in parts else "0"
            number, sure = values[parts["ten"]][0][0] + unit, True
        yield NumberWord(number, *match.span(), sure)


def _matches(pattern: re.Pattern[str], heads: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with one of some words; most texts have none."""
    end = 0
    for start in sorted(at for word in heads for at in _places(word, text)):
        match = pattern.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache
def _words(
    language: str,
) -> tuple[re.Pattern[str], Mapping[str, tuple[str, bool]], frozenset[str] | None]:
    """Return the pattern that finds numbers in words, what each word means, and how all begin.

    Where words may have others before them without a blank, it is not known how they begin.
    """
    values = {
        word.rstrip("?"): (number, not word.endswith("?") and number not in _UNSURE)
        for number, *words in (entry.split() for entry in _UNITS[language].split(";"))
        for word in words
    }

    def either(numbers: str) -> str:
        known = (word for word, (number, _) in values.items() if re.fullmatch(numbers, number))
        return "|".join(sorted(known, key=len, reverse=True))

    pattern = _PATTERNS[language].format(
        tens=either("[2-9]0"), units=either("[1-9]"), words=either(".*")
    )
    heads = None if language == "ar" else frozenset(values)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), values, heads
