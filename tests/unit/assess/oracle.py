"""A naive transcription of the published method, to be compared with the real one.

It shares no code and no types with it: school years are the year they begin in, numbers are
fractions, a bound is judged by trying many of the values it allows.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

ORDER = ["R", "AR", "AG", "G"]


@dataclass(frozen=True)
class Question:
    """One measure in percent, in school years that begin on 1 July."""

    start: tuple[int, Fraction] | None
    target: tuple[int, Fraction] | None
    points: dict[int, Fraction]
    direction: str
    ceiling: bool
    decimals: int
    tolerance: Fraction | None
    month: int
    grace: int
    breaks: list[int]
    rows: list[tuple[int, str, Fraction | None, str]] = field(default_factory=list)
    """(year, bound, number, status)"""
    as_of: date = date(2025, 7, 1)
    shape: str | None = None
    starts: int | None = None
    revised: list[tuple[date, str, Fraction | int | None]] = field(default_factory=list)
    """(first day in force, what was revised, what it was before)"""


@dataclass(frozen=True)
class Answer:
    state: str
    rule: int
    rating: str | None = None
    met: bool | None = None
    expected: Fraction | None = None
    gap: Fraction | None = None
    plan: Fraction | None = None
    gain: Fraction | None = None


def as_it_was(q: Question, day: date) -> Question:
    """Take back, newest first, what was revised after a day."""
    first, b = q.start or (None, None)
    last, t = q.target or (None, None)
    for since, what, before in sorted(q.revised, key=lambda one: one[0], reverse=True):
        if since > day and what == "baseline":
            b = None if before is None else Fraction(before)
        if since > day and what == "target":
            t = None if before is None else Fraction(before)
        if since > day and what == "target.period":
            last = None if before is None else int(before)
    return replace(
        q,
        start=(first, b) if first is not None and b is not None else None,
        target=(last, t) if last is not None and t is not None else None,
    )


def expected_value(q: Question, year: int) -> Fraction | None:
    assert q.start
    assert q.target
    (first, b), (last, t) = q.start, q.target
    known = {y: v for y, v in q.points.items() if first < y < last}
    lines = q.shape == "linear" or (q.shape is None and not q.points)
    if lines and q.starts is not None and first < q.starts < last:
        known |= {} if any(y <= q.starts for y in known) else {q.starts: b}
    known |= {first: b, last: t}
    if year in known:
        return known[year]
    if q.points and q.shape is None:
        return None
    before = max(y for y in known if y < year)
    after = min(y for y in known if y > year)
    if q.shape == "step":
        return known[before]
    share = Fraction(year - before, after - before)
    return known[before] + (known[after] - known[before]) * share


def rate(  # noqa: C901, PLR0912 (as long as the text it transcribes)
    q: Question, year: int, a: Fraction
) -> tuple[str, bool | None, int] | None:
    assert q.start
    assert q.target
    e = expected_value(q, year)
    if e is None:
        return None
    s = -1 if q.direction == "decrease" or (q.direction == "maintain" and q.ceiling) else 1
    tol = Fraction(1, 2 * 10**q.decimals)
    if q.tolerance is not None and q.tolerance > tol:
        tol = q.tolerance
    gap, plan, gain = s * (a - e), s * (e - q.start[1]), s * (a - q.start[1])
    if plan <= 0:
        rule = 7
        if gap >= -tol:
            rating = "G"
        elif gap >= -2 * tol:
            rating = "AG"
        elif gap >= -3 * tol:
            rating = "AR"
        else:
            rating = "R"
    else:
        rule = 8
        if gap >= -tol:
            rating = "G"
        elif gain <= 0:
            rating = "R"
        elif gain / plan >= Fraction(1, 2):
            rating = "AG"
        else:
            rating = "AR"
    if year != q.target[0]:
        return rating, None, rule
    if s * (a - q.target[1]) >= 0:
        return rating, True, 9
    return ORDER[min(ORDER.index(rating), 2)], False, 9


def candidates(bound: str, number: Fraction) -> list[Fraction]:
    if bound == "":
        return [number]
    low, high = (number, Fraction(100)) if bound == ">=" else (Fraction(0), number)
    return [low + (high - low) * Fraction(i, 40) for i in range(41)]


def answer(q: Question) -> Answer:  # noqa: C901, PLR0911, PLR0912 (as long as the text)
    q = as_it_was(q, q.as_of)
    if q.start is None or q.target is None or q.target[0] <= q.start[0]:
        return Answer("not_set", 2)
    ended = [row for row in q.rows if date(row[0] + 1, 6, 30) <= q.as_of]
    counted = [row for row in ended if q.start[0] < row[0] <= q.target[0]]
    latest = max(counted, key=lambda row: row[0], default=None)
    if latest:
        year, bound, number, status = latest
        if status == "suppressed":
            return Answer("hidden", 3)
        if number is not None and bound:
            tried = {rate(q, year, a) for a in candidates(bound, number)}
            if len(tried) > 1:
                return Answer("hidden", 3)
        if status in ("not_administered", "not_comparable"):
            return Answer("not_comparable", 4)
        if any(q.start[0] < first <= year for first in q.breaks):
            return Answer("not_comparable", 4)
    if latest is None or latest[0] < q.target[0]:
        last = latest[0] if latest else q.start[0]
        waiting = last + 1
        if q.points and q.shape is None:
            waiting = min(y for y in [*q.points, q.target[0]] if last < y <= q.target[0])
        end = date(waiting + 1, 6, 30)
        release = date(end.year, q.month, 1)
        if release <= end:
            release = date(end.year + 1, q.month, 1)
        if q.as_of > release + timedelta(days=q.grace):
            return Answer("overdue", 5)
        if latest is None:
            return Answer("not_due", 6)
    assert latest
    year, bound, number, _ = latest
    assert number is not None
    found = rate(q, year, number)
    e = expected_value(q, year)
    if found is None or e is None:
        return Answer("not_set", 2)
    rating, met, rule = found
    state = {None: "rated", True: "met", False: "not_met"}[met]
    s = -1 if q.direction == "decrease" or (q.direction == "maintain" and q.ceiling) else 1
    gap, gain = s * (number - e), s * (number - q.start[1])
    if bound:
        return Answer(state, rule, rating, met, e, None, s * (e - q.start[1]), None)
    return Answer(state, rule, rating, met, e, gap, s * (e - q.start[1]), gain)


def all_of(parts: list[Answer]) -> Answer:
    ratings = [part.rating for part in parts if part.rating]
    worst = min(ratings, key=ORDER.index, default=None)
    if any(part.met is False for part in parts):
        return Answer("not_met", 10, worst, met=False)
    if len(ratings) < len(parts):
        return Answer("incomplete", 10)
    if all(part.met for part in parts):
        return Answer("met", 10, worst, met=True)
    return Answer("rated", 10, worst)
