"""Types of the facts in a front matter: strings in, typed once, never checked again."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator

from planpress.model.period import MonthDay, Period
from planpress.model.value import Value

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError("this should be a single value, not a list or a group of keys")  # noqa: TRY004 (pydantic collects ValueError)
    text = raw.strip()
    if not text:
        raise ValueError("this is empty")
    return text


def _id(raw: object) -> str:
    text = _text(raw)
    if not _ID.fullmatch(text):
        raise ValueError(f"“{text}” is not an id: use lower-case words joined by hyphens")
    return text


def _language(raw: object) -> str:
    text = _text(raw)
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f"“{text}” is not a language code such as en, es or zh-Hant")
    return text


def _whole(raw: object) -> int:
    text = _text(raw)
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueError(f"“{text}” is not a whole number such as 16")
    return int(text)


def a_number(raw: object) -> Decimal:
    """Return the exact number that `51.7` names; raise ValueError for anything else."""
    value = Value.parse(_text(raw))
    if not value.exact:
        raise ValueError(f"“{raw}” is a bound; an exact number is needed here")
    return value.number


def a_date(raw: object) -> date:
    """Return the day that `2026-08-31` names; raise ValueError for anything else."""
    text = _text(raw)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(f"“{text}” is not a date such as 2026-08-31")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a day of the calendar") from None


def _period(raw: object) -> Period:
    return Period.parse(_text(raw))


def _month_day(raw: object) -> MonthDay:
    text = _text(raw)
    try:
        return MonthDay.parse(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a month and a day such as 07-01") from None


def _web(raw: object) -> str:
    text = _text(raw)
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", text):
        raise ValueError(f"“{text}” is not a web address that begins with https://")
    return text


def _yes(raw: object) -> bool:
    text = _text(raw).lower()
    if text not in ("yes", "no", "true", "false"):
        raise ValueError(f"“{text}” should be yes or no")
    return text in ("yes", "true")


Text = Annotated[str, PlainValidator(_text)]
Id = Annotated[str, PlainValidator(_id)]
LanguageCode = Annotated[str, PlainValidator(_language)]
Whole = Annotated[int, PlainValidator(_whole)]
Number = Annotated[Decimal, PlainValidator(a_number)]
Date = Annotated[date, PlainValidator(a_date)]
APeriod = Annotated[Period, PlainValidator(_period)]
ADay = Annotated[MonthDay, PlainValidator(_month_day)]
WebAddress = Annotated[str, PlainValidator(_web)]
Yes = Annotated[bool, PlainValidator(_yes)]
