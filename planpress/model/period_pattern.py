"""How others write periods: a text with names in braces, such as `{begins}-{ends}`."""

import re
from typing import Annotated

from pydantic import PlainValidator

from planpress.model.dataclass import dataclass
from planpress.model.nearest import did_you_mean
from planpress.model.period import Form, Period

_PARTS = {
    "begins": r"\d{4}",
    "ends": r"\d{4}|\d{2}",
    "year": r"\d{4}",
    "quarter": "[1-4]",
    "month": r"\d{1,2}",
    "day": r"\d{1,2}",
}
_WHOLE = (
    {"begins"}, {"ends"}, {"begins", "ends"}, {"year"}, {"year", "quarter"}, {"year", "month"},
    {"year", "month", "day"},
)  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """A way to write periods. `begins` and `ends` are the two years of a school year."""

    written: str

    def period(self, text: str) -> Period:
        """Return the period that a text names; raise ValueError where it is not written so."""
        found = self._compiled.fullmatch(" ".join(text.split()))
        if found is None:
            raise ValueError(f"“{text}” is not written as “{self.written}”")
        parts = found.groupdict()
        if "begins" in parts or "ends" in parts:
            return _school_year(text, parts.get("begins"), parts.get("ends"))
        year = parts["year"]
        if "quarter" in parts:
            return Period.parse(f"{year}-Q{parts['quarter']}")
        months = [f"{int(parts[name]):02d}" for name in ("month", "day") if name in parts]
        form = Form.MONTH if len(months) == 1 else None
        return Period.parse("-".join((year, *months)), form)

    @property
    def _compiled(self) -> re.Pattern[str]:
        pieces = re.split(r"\{(\w+)\}", " ".join(self.written.split()))
        return re.compile(
            "".join(
                f"(?P<{piece}>{_PARTS[piece]})" if at % 2 else re.escape(piece)
                for at, piece in enumerate(pieces)
            ),
            re.IGNORECASE,
        )


def _school_year(text: str, begins: str | None, ends: str | None) -> Period:
    last = int(ends) if ends and len(ends) == 4 else None
    if begins is None and ends and last is None:
        raise ValueError(f"“{text}” names no year with four digits")
    first = int(begins) if begins else (last or 0) - 1
    if (ends and int(ends) % 100 != (first + 1) % 100) or (last and last != first + 1):
        raise ValueError(f"“{text}” cannot be a school year: {first} is followed by {first + 1}")
    return Period.parse(f"{first}-{(first + 1) % 100:02d}")


def _pattern(raw: object) -> Pattern:
    text = raw.strip() if isinstance(raw, str) else ""
    named = re.findall(r"\{(\w*)\}", text)
    for name in named:
        if name not in _PARTS:
            raise ValueError(f"“{{{name}}}” is no part of a period. {did_you_mean(name, _PARTS)}")
    if len(named) != len(set(named)) or set(named) not in _WHOLE:
        raise ValueError(
            f"“{text}” tells no period: write {{begins}}-{{ends}} for a school year, {{ends}} for "
            "the year in which it ends, {year}, Q{quarter} {year}, {month}/{year} or "
            "{month}/{day}/{year}"
        )
    return Pattern(text)


PeriodPattern = Annotated[Pattern, PlainValidator(_pattern)]
