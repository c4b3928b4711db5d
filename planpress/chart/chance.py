"""How far chance alone could move a value, in words."""

from decimal import Decimal

from planpress.chart.subject import Subject
from planpress.model import quantities
from planpress.model.indicator import Unit
from planpress.model.interval import LEVEL, Interval
from planpress.model.language import Language


def note(language: Language, lines: int) -> str:
    """Return what the thin lines of a chart are, for its subtitle; empty if it has none."""
    if not lines:
        return ""
    return language.say_n(
        "thin line: how far chance alone could move the value, %(times)s times out of %(all)s",
        "thin lines: how far chance alone could move a value, %(times)s times out of %(all)s",
        lines,
        **odds(language),
    )


def odds(language: Language) -> dict[str, str]:
    """Return how often an interval holds, as two written numbers."""
    return {"times": language.number(Decimal(LEVEL)), "all": language.number(Decimal(100))}


def header(language: Language) -> str:
    """Return the head of a column of intervals."""
    level = language.amount(Decimal(LEVEL), Unit.PERCENT)
    return language.say("%(level)s interval", level=level)


def span(about: Subject, interval: Interval) -> str:
    """Return an interval for a table: `83.8%–85.3%`."""
    return quantities.interval(about.language, interval, about.indicator)


def ends(about: Subject, interval: Interval) -> dict[str, str]:
    """Return both ends of an interval as written."""
    return quantities.ends(about.language, interval, about.indicator)
