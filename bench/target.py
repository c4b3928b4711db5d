"""What the figures are held against."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Target:
    """A limit, and what was found, which may be at most the limit, or where `least` at least."""

    says: str
    found: float
    limit: float
    unit: str = ""
    least: bool = False

    @property
    def held(self) -> bool:
        """Whether the limit holds."""
        return self.found >= self.limit if self.least else self.found <= self.limit

    def line(self) -> str:
        """Return one line of a list that says so."""
        word = "holds" if self.held else "**does not hold**"
        unit = f" {self.unit}" if self.unit else ""
        most = "at least" if self.least else "at most"
        limit = f"{most} {figure(self.limit)}{unit}"
        return f"- {word}: {self.says}: {figure(self.found)}{unit}, {limit}"


def figure(number: float) -> str:
    """Return a number with about three digits that count: 1,234, 56.7, 1.23, 0.0456."""
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 10 else f"{number:.3g}"


def targets(found: Iterable[Target]) -> list[dict[str, Any]]:
    """Return targets as they are kept in a result, each with whether it is held."""
    return [{**asdict(one), "held": one.held} for one in found]


def lines(kept: Iterable[dict[str, Any]]) -> list[str]:
    """Return kept targets as a list in Markdown; nothing if there are none."""
    names = [field.name for field in fields(Target)]
    read = [Target(**{name: one[name] for name in names}) for one in kept]
    return ["", "Targets:", "", *(one.line() for one in read)] if read else []


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], words: int = 1) -> list[str]:
    """Return a Markdown table whose first `words` columns are words and the others numbers."""
    names = list(heads)
    rules = ["---" if at < words else "---:" for at in range(len(names))]
    return ["| " + " | ".join(cells) + " |" for cells in (names, rules, *rows)]
