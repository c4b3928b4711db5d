"""What staff can do about a cell that should hold a period: by what is seen in published files."""

import re
from datetime import date, timedelta

from planpress.read.number_mends import Mend

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = r"(?:SY|AY|FY|school year|academic year)?\s*"
_YEARS = re.compile(_NAMED + r"(\d{4})\s*(?:[-/–—_ ‐‑]|to)?\s*(\d{4}|\d{2})", re.IGNORECASE)
_SHORT = re.compile(_NAMED + r"'?(\d{2})\s*[-/–—]\s*'?(\d{2})", re.IGNORECASE)
_ENDING = re.compile(r"(?:SY|AY|FY|CY)\s*'?(?:20)?(\d{2})", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})\s*[-/_ ]?\s*Q([1-4])|Q([1-4])\s*[-/_ ]?\s*(\d{4})", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"([a-z]{3})[a-z]*\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"([a-z]{3})-(\d{2}|\d{4})", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\d{1,2}-[a-z]{3}(?:-\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}", re.IGNORECASE)
_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d.*)?")
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.0*)?")
_BEGAN = date(1899, 12, 30)
"""The day from which Excel counts."""

_PLAIN = "Write a school year as 2023-24, a year as 2024, a quarter as 2024-Q3."


def period_mend(text: str) -> Mend:
    """Return the kind of fault of a period that cannot be read, and a hint."""
    if not text:
        return "empty", "Write the period into every row; merged cells hold it in the first only."
    plain = " ".join(text.split()).strip("'\"“”‘’ ")
    for mend in (_year, _excel, _part):
        found = mend(plain)
        if found:
            return found
    if re.match(r"(source|note|total|\*|data )", plain, re.IGNORECASE):
        return "", "If this line is a remark and no result, remove it."
    return "", _PLAIN


def excel_mend(text: str) -> Mend:
    """Return the hint for a day among periods of another form, as Excel makes of `2011-12`."""
    match = _STAMP.fullmatch(text)
    return "excel", _as_text(*(int(part) for part in match.groups()) if match else ())


def _year(text: str) -> Mend | None:
    if re.fullmatch(r"\d{4}\.0*", text):
        return "decimal", f"Write {text[:4]}, without decimals."
    years = _YEARS.fullmatch(text)
    if years:
        begun, ended = int(years[1]), years[2]
        meant = _school_year(begun)
        if int(ended) in (begun + 1, (begun + 1) % 100) and len(ended) != 3:
            return "year", f"Write {meant}."
        if re.fullmatch(r"\d{4}-\d{2}", text):
            return "year", f"If the school year that began in {begun} is meant, write {meant}."
    short = _SHORT.fullmatch(text)
    if short and (int(short[1]) + 1) % 100 == int(short[2]):
        return "year", f"Write {_school_year(2000 + int(short[1]))}, if that is what is meant."
    ending = _ENDING.fullmatch(text)
    if ending:
        year = 2000 + int(ending[1])
        return "year", f"Write {_school_year(year - 1)} for the school year, or {year}."
    return None


def _excel(text: str) -> Mend | None:
    named = _MONTH_YEAR.fullmatch(text)
    if named and named[1].lower() in _MONTHS:
        return "excel", _as_text(_century(named[2]), _MONTHS.index(named[1].lower()) + 1)
    if _DAY_MONTH.fullmatch(text):
        return "excel", _as_text()
    stamp = _STAMP.fullmatch(text)
    if stamp and len(text) > len("2023-12-01"):
        return "excel", _as_text(*(int(part) for part in stamp.groups()))
    if _SERIAL.fullmatch(text):
        day = _BEGAN + timedelta(days=int(float(text)))
        return "excel", f"{text} is Excel's number for {day}. {_as_text(day.year, day.month)}"
    return None


def _part(text: str) -> Mend | None:
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return "quarter", f"Write {quarter[1] or quarter[4]}-Q{quarter[2] or quarter[3]}."
    month = _DIGITS.fullmatch(text)
    if month:
        year, number = (month[1], month[2]) if month[1] else (month[4], month[3])
        return ("month", f"Write {year}-{int(number):02d}.") if 1 <= int(number) <= 12 else None
    words = _WORDS.fullmatch(text)
    if words and words[1].lower() in _MONTHS:
        return "month", f"Write {words[2]}-{_MONTHS.index(words[1].lower()) + 1:02d}."
    return None


def _as_text(year: int = 0, month: int = 0, day: int = 1) -> str:
    """Return the hint; a year and a month that follow one another may have been a school year."""
    hint = "Excel turns a period such as 2011-12 into a date: format the column as Text, then write"
    if month and day == 1 and (year + 1) % 100 == month:
        return f"{hint} the period again; this one may have been {_school_year(year)}."
    return f"{hint} the period again."


def _school_year(begun: int) -> str:
    return f"{begun:04d}-{(begun + 1) % 100:02d}"


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
