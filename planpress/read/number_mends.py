"""What staff can do about a cell that should hold a number: by what is seen in published files."""

import re
from collections.abc import Callable
from decimal import Decimal

Mend = tuple[str, str]
"""The kind of a fault, so that faults alike can be told together, and how to mend it."""

_DIGITS = r"\d+(?:\.\d+)?"
_SPACES = re.compile(r"[\s\u200b\u2060]+")
_MINUS = str.maketrans("−–", "--")
_UNKNOWN = frozenset(
    (
        *("n/a", "na", "n.a.", "n.d.", "nd", "nr", "null", "none", "nan", "nil", "tbd", "tba"),
        *("-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "†", "‡", "§", "?", "\n"),
        *("blank", "(blank)", "(none)", "(null)", "unknown", "missing", "pending", "no data"),
        *("not available", "not applicable", "not reported"),
    )
)
_HIDDEN = frozenset(
    (
        *("*", "**", "***", "(-)", "(*)", "(s)", "s", "x", "ds", "ps", "tfs", "<n"),
        *("suppressed", "redacted", "masked", "hidden", "confidential"),
    )
)
_FEW = re.compile(r"n(?:[ -]?size)?\s*(?:<|≤|<=)\s*\d+|(?:fewer|less) than n|too few.*")
_ERRORS = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NULL!|NUM!|SPILL!|CALC!|\w+[!?]?)", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"(?:at most|up to|no more than|maximum|max)\s+(?P<a>.+)"
    r"|(?P<b>.+?)\s*(?:or|and|o)\s+(?:less|fewer|below|lower|under|menos)|LE\s*(?P<c>[\d.]+)",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:at least|no (?:less|fewer) than|minimum|min)\s+(?P<a>.+)|(?P<b>.+?)\s*\+"
    r"|(?P<d>.+?)\s*(?:or|and|o)\s+(?:more|above|higher|over|greater|más)|GE\s*(?P<c>[\d.]+)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:<|LT\s*|(?:less|fewer|lower) than |under |below )\s*(?P<a>.+)", re.IGNORECASE
)
_ABOVE = re.compile(
    r"(?:>|GT\s*|(?:more|greater|higher) than |over |above )\s*(?P<a>.+)", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:(?P<least>>=|=>|≥|â‰¥)|(?P<most><=|=<|≤|â‰¤))\s*(?P<a>.+)")
_RANGE = re.compile(
    rf"(?P<low>{_DIGITS})\s*%?\s*(?:-|–|—|to|a)\s*(?P<high>{_DIGITS})\s*%?", re.IGNORECASE
)
_DATE = re.compile(
    r"\d{1,2}-[a-z]{3}(?:-\d{2,4})?|[a-z]{3}-\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d.*",
    re.IGNORECASE,
)


def number_mend(text: str, *, people: bool = False) -> Mend:
    """Return the kind of fault and a hint; `people` tells that the number counts them.

    The signs are those of files that states, the federal EDFacts and NCES tables, and districts
    publish: `*`, `PS`, `GE95`, `LT50`, `†`, `15 or less`, `n < 16`.
    """
    plain = " ".join(_SPACES.split(text.strip()))
    for mend in (_unfit, _missing, _bound, _strict, _mended, _range, _other):
        found = mend(plain, people=people)
        if found:
            return found
    if people:
        return "", "Write how many people it is about, such as 217, or a bound such as <=50."
    return "", "Write only the number, with a point for decimals; say more in the column note."


def _unfit(text: str, *, people: bool) -> Mend | None:
    """Return the mend of what is a number, but none that can be in its column."""
    if people and re.fullmatch(r".*(?:%|percent)", text):
        return "share", "Write the number of people here; the share goes in the column value."
    if not re.fullmatch(rf"(?:>=|<=|≥|≤)?\s*[+-]?{_DIGITS}", text):
        return None
    if people and "-" in text:
        return "negative", "Leave it empty, if the number of people is not known."
    if people and "." in text:
        return "decimals", "Write how many people it is about as a whole number, such as 217."
    return "long", "Look for cells that ran together; write only the digits that are published."


def _missing(text: str, *, people: bool) -> Mend | None:
    lower = text.lower()
    if set(text) == {"#"}:
        return "narrow", "The column was too narrow in Excel: widen it and save the file again."
    if _ERRORS.fullmatch(text):
        hint = "Mend the formula and save the file again; where there is no result, leave it empty"
        return "formula", f"{hint}." if people else f"{hint} and say in the column status why."
    if lower in _HIDDEN or _FEW.fullmatch(lower):
        if people:
            return "hidden", "Leave it empty, or write a bound such as <=15, if that is known."
        hint = "leave it empty and write suppressed in the column status; n may be a bound, <=15."
        return "hidden", f"If it is hidden to protect privacy, {hint}"
    if lower in _UNKNOWN:
        if people:
            return "unknown", "Leave it empty where the number of people is not known."
        hint = "Leave it empty and say in the column status why: suppressed or not_administered."
        return "unknown", hint
    return None


def _bound(text: str, **_: bool) -> Mend | None:
    signed = _SIGNED.fullmatch(text)
    for sign, match in (
        ("<=", _AT_MOST.fullmatch(text) or (signed if signed and signed["most"] else None)),
        (">=", _AT_LEAST.fullmatch(text) or (signed if signed and signed["least"] else None)),
    ):
        number = match and _number(next(part for part in _parts(match) if part))
        if number:
            return "bound", f"Write {sign}{number[1]}."
    return None


def _strict(text: str, *, people: bool) -> Mend | None:
    for sign, step, match in (
        ("<=", -1, _BELOW.fullmatch(text)),
        (">=", 1, _ABOVE.fullmatch(text)),
    ):
        number = match and _number(match["a"])
        if not number:
            continue
        edge = number[1]
        next_to = f"{sign}{Decimal(edge) + step:f}" if "." not in edge else ""
        if people and next_to:
            return "strict", f"Write {next_to}: a bound here includes its number."
        counted = f", or {next_to} if it counts people" if next_to else ""
        return "strict", f"Write {sign}{edge}, as a bound here includes its number{counted}."
    return None


def _mended(text: str, *, people: bool) -> Mend | None:
    found = _number(text)
    if found is None:
        return None
    kind, number = found
    hint = f"Write {number}{_REASONS[kind]}."
    if kind == "thousands" and re.fullmatch(r"\d{1,3},\d{3}", text) and not people:
        hint += f" If the comma marks decimals, write {text.replace(',', '.')}."
    return kind, hint


def _range(text: str, *, people: bool) -> Mend | None:
    match = _RANGE.fullmatch(text)
    if match is None or Decimal(match["low"]) >= Decimal(match["high"]):
        return None
    bounds = f"a bound: >={match['low']} or <={match['high']}"
    if people:
        return "range", f"Write {bounds}."
    return "range", f"A range cannot be shown: write {bounds}, and the range in the column note."


def _other(text: str, *, people: bool) -> Mend | None:
    if _DATE.fullmatch(text):
        hint = "Excel made a date of it: format the column as Number, and write the number again."
        return "date", hint
    if text.lower() in {"true", "false", "yes", "no"}:
        return "boolean", "Write a number; yes and no cannot be shown as a result."
    fraction = re.fullmatch(rf"({_DIGITS})\s*(?:/|of|out of)\s*({_DIGITS})", text)
    if fraction and not people:
        return "fraction", f"Write the share alone, and {fraction[2]} in the column n."
    led = re.fullmatch(rf"(?:[~≈=']|about |approx\.? |c\. )?\s*(-?{_DIGITS})(?!\d)(.*)", text)
    if led and not re.search(r"\d", led[2]):
        return "more", f"Write {led[1]} alone; what else there is to say goes in the column note."
    return None


_REASONS = {
    "percent": ", without the percent sign",
    "currency": ", without the currency sign",
    "thousands": ", without a mark between the thousands",
    "comma": ", with a point for the decimals",
    "negative": ", with a minus sign before it",
    "scientific": " in full; Excel shortens it unless the column is formatted as Number",
    "point": ", with digits on both sides of the point",
    "sign": ", with the plain hyphen as minus sign and no spaces",
    "quotes": ", without quotation marks or an apostrophe",
}


def _number(text: str) -> Mend | None:
    """Return what stands in the way of reading a number, and the number as it is to be written."""
    outer: tuple[tuple[str, str], ...] = (
        ("quotes", r"['\"“”‘’]+([^'\"“”‘’]+)['\"“”‘’]*"),
        ("percent", r"(.+?)\s*(?:%|percent|pct\.?|por ciento)"),
        ("currency", r"-?\s*(?:US)?[$€£]\s*(.+)|(.+?)\s*[€£]"),
        ("negative", r"\((.+)\)"),
    )
    for kind, pattern in outer:
        match = re.fullmatch(pattern, text, re.IGNORECASE)
        inner = match and _number(next(part for part in _parts(match) if part))
        if inner:
            minus = kind == "negative" or (kind == "currency" and text.startswith("-"))
            return kind, f"-{inner[1]}" if minus and inner[1][0] != "-" else inner[1]
    dashed = text.translate(_MINUS)
    for kind, pattern, written in _INNER:
        match = re.fullmatch(pattern, dashed)
        if match:
            return kind, written(match)
    return None


def _parts(match: re.Match[str]) -> tuple[str | None, ...]:
    named = match.groupdict()
    return tuple(named[name] for name in "abcd" if name in named) or match.groups()


_INNER: tuple[tuple[str, str, Callable[[re.Match[str]], str]], ...] = (
    ("sign", rf"([+-]?)\s*({_DIGITS})", lambda m: m[1].replace("+", "") + m[2]),
    ("negative", rf"({_DIGITS})-", lambda m: "-" + m[1]),
    ("thousands", r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", lambda m: m[0].replace(",", "")),
    (
        "thousands",
        r"-?\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?",
        lambda m: re.sub("[ '’]", "", m[0]).replace(",", "."),
    ),
    (
        "thousands",
        r"-?\d{1,3}(?:\.\d{3})+,\d+",
        lambda m: m[0].replace(".", "").replace(",", "."),
    ),
    ("comma", r"-?\d+,\d+", lambda m: m[0].replace(",", ".")),
    ("scientific", r"-?\d+(?:\.\d+)?[eE][+-]?\d\d?", lambda m: f"{Decimal(m[0]):f}"),
    ("point", r"(-?)\.(\d+)", lambda m: f"{m[1]}0.{m[2]}"),
    ("point", r"(-?\d+)\.", lambda m: m[1]),
)
