"""From numbers to a rating: rules 7, 8 and 9."""

from decimal import Decimal
from typing import NamedTuple

from planpress.assess.aim import Aim
from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.value import Bound, Value

_INFINITY = Decimal("Infinity")
_COUNTS = (Unit.STUDENTS, Unit.PEOPLE, Unit.SCHOOLS, Unit.DAYS)


class Working(NamedTuple):
    """The numbers of a rating, each multiplied by `steps`; more is better in gap, plan, gain."""

    steps: int
    expected: Decimal
    gap: Decimal
    plan: Decimal
    gain: Decimal
    tolerance: Decimal


class Judgement(NamedTuple):
    """The rating of one value at one period; `met` is known at the target's own period only."""

    rating: Rating
    met: bool | None
    working: Working


def held(work: Working) -> Rating:
    """Rate a level that is to be held (rule 7)."""
    for times, rating in ((1, Rating.G), (2, Rating.AG), (3, Rating.AR)):
        if work.gap >= -times * work.tolerance:
            return rating
    return Rating.R


def gained(work: Working) -> Rating:
    """Rate a level that is to be reached (rule 8)."""
    if work.gap >= -work.tolerance:
        return Rating.G
    if work.gain <= 0:
        return Rating.R
    return Rating.AG if 2 * work.gain >= work.plan else Rating.AR


def working(aim: Aim, period: Period, actual: Decimal) -> Working | None:
    """Return the numbers that rate `actual`; None where nothing is expected for the period."""
    path = aim.path
    found = path.multiple(period) if path else None
    if path is None or found is None:
        return None
    expected, steps = found
    sign, start, value = aim.sign, path.baseline.value * steps, actual * steps
    return Working(
        steps=steps,
        expected=expected,
        gap=sign * (value - expected),
        plan=sign * (expected - start),
        gain=sign * (value - start),
        tolerance=aim.tolerance * steps,
    )


def judged(aim: Aim, period: Period, actual: Decimal) -> Judgement | None:
    """Rate an exact value; at the target's own period what is not met is Amber-Green at best."""
    work = working(aim, period, actual)
    if work is None or aim.target is None:
        return None
    rating = held(work) if work.plan <= 0 else gained(work)
    met = None
    if period == aim.target.period:
        met = aim.sign * (actual - aim.target.value) >= 0
        if not met and rating is Rating.G:
            rating = Rating.AG
    return Judgement(rating=rating, met=met, working=work)


def ends(value: Value, unit: Unit) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that a value allows, which may be infinite."""
    match value.bound:
        case Bound.AT_LEAST:
            most = max(value.number, Decimal(100)) if unit is Unit.PERCENT else _INFINITY
            return value.number, most
        case Bound.AT_MOST:
            floored = unit is Unit.PERCENT or unit in _COUNTS
            return min(value.number, Decimal(0)) if floored else -_INFINITY, value.number
        case Bound.EXACT:
            return value.number, value.number


def agreed(aim: Aim, period: Period, value: Value) -> Judgement | None:
    """Rate a value; None where nothing is expected or where a bound leaves the rating open.

    The rating never gets worse as the value gets better, so when the two ends of what a bound
    allows agree, everything between them does.
    """
    if value.exact:
        return judged(aim, period, value.number)
    least, most = (judged(aim, period, end) for end in ends(value, aim.indicator.unit))
    if least is None or most is None:
        return None
    return least if (least.rating, least.met) == (most.rating, most.met) else None
