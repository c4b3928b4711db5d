"""Exact numbers, and bounds on numbers, as they are written in a CSV file."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any

from planpress.model.dataclass import dataclass

_WRITTEN = re.compile(r"(?P<bound>>=|<=|≥|≤)?\s*(?P<number>[+-]?\d+(?:\.\d+)?)")


class Bound(StrEnum):
    """How a published number limits the true one."""

    EXACT = ""
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Value:
    """A decimal number, or a bound on one (`>=98`, `<=10`); never a float."""

    number: Decimal
    bound: Bound = Bound.EXACT

    @classmethod
    def parse(cls, text: str) -> "Value":
        """Read `51.7`, `>=98` or `<=10`; raise ValueError for anything else."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"“{text}” is not a number such as 51.7, >=98 or <=10")
        sign = {"≥": ">=", "≤": "<="}.get(match["bound"] or "", match["bound"] or "")
        return cls(Decimal(match["number"]), Bound(sign))

    @property
    def exact(self) -> bool:
        """Whether this is the number itself and no bound."""
        return self.bound is Bound.EXACT

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.number, self.bound)

    def __str__(self) -> str:
        """Return the number as it would be written in a CSV file."""
        return f"{self.bound.value}{self.number:f}"
