"""A naive transcription of the published method, to be compared with the real one.

It shares no code and no types with it: school years are the year they begin in, numbers are
fractions, a bound is judged by trying many of the values it allows.
"""

from dataclasses import dataclass, field
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


def expected_value(q: Question, year: int) -> Fraction | None:
    assert q.start
    assert q.target
    if year == q.target[0]:
        return q.target[1]
    if q.points:
        return q.points.get(year)
    b, t = q.start[1], q.target[1]
    return b + (t - b) * Fraction(year - q.start[0], q.target[0] - q.start[0])


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
        waiting = latest[0] + 1 if latest else q.start[0] + 1
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
