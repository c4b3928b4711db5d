"""The method against a naive transcription of it, over thousands of random cases."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from unit.assess.measures import assess_all, measure, point
from unit.assess.oracle import Answer, Question, all_of, answer, as_it_was

from planpress.model.assessment import Assessment
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Form, Period
from planpress.model.series import Observation, Status
from planpress.model.value import Bound, Value

CASES = 10_000
BATCH = 100


def question(chance: Random) -> Question:
    """Return a measure whose numbers meet at thresholds and ends more often than by chance."""
    decimals = chance.choice([0, 0, 1, 2])

    def number() -> Fraction:
        return Fraction(chance.randrange(0, 100 * 10**decimals + 1), 10**decimals)

    start, end = 2018, 2018 + chance.choice([0, 1, 2, 3, 4, 5, 6, 8])
    b = number()
    t = chance.choice([number(), b, b + Fraction(chance.randrange(2, 16)), b + 12])
    t = min(max(t, Fraction(0)), Fraction(100))
    points = {}
    if chance.random() < 0.3:
        points = {y: number() for y in range(start - 1, end + 2) if chance.random() < 0.8}
    rows = []
    for year in range(start - 2, end + 2):
        if chance.random() < 0.2:
            continue
        expected = points.get(year, b + (t - b) * Fraction(year - start, max(end - start, 1)))
        steps = Fraction(chance.randrange(-8, 9), 2 * 10**decimals)
        value = chance.choice([expected + steps, t + steps, b + (expected - b) / 2 + steps / 4])
        value = Fraction(round(min(max(value, Fraction(0)), Fraction(100)) * 1000), 1000)
        bound = chance.choice(["", "", "", "", "", "", ">=", "<="])
        status = chance.choice(
            [""] * 12 + ["preliminary", "suppressed", "not_administered", "not_comparable"]
        )
        hidden = status in ("suppressed", "not_administered")
        rows.append((year, "" if hidden else bound, None if hidden else value, status))
    return Question(
        start=(start, b) if chance.random() < 0.95 else None,
        target=(end, t) if chance.random() < 0.95 else None,
        points=points,
        direction=chance.choice(["increase", "increase", "decrease", "maintain"]),
        ceiling=chance.random() < 0.5,
        decimals=decimals,
        tolerance=chance.choice([None, Fraction(1), Fraction(3, 2), Fraction(1, 100)]),
        month=chance.randrange(1, 13),
        grace=chance.choice([0, 30, 180, 365, 800]),
        breaks=[chance.randrange(start, end + 1)] if chance.random() < 0.1 else [],
        rows=rows,
        as_of=date(2018, 6, 30) + timedelta(days=chance.randrange(365, 365 * 9)),
        shape=chance.choice([None, None, "linear", "step"]),
        starts=chance.randrange(start, end + 1) if chance.random() < 0.2 else None,
        revised=revisions(chance, number, start, end) if chance.random() < 0.2 else [],
    )


def revisions(
    chance: Random, number: Callable[[], Fraction], start: int, end: int
) -> list[tuple[date, str, Fraction | int | None]]:
    """Return changes of the plan's own numbers, with what was in force before each."""
    found: list[tuple[date, str, Fraction | int | None]] = []
    day = date(start + 1, 1, 1)
    for _ in range(chance.randrange(1, 4)):
        day += timedelta(days=chance.randrange(1, 900))
        what = chance.choice(["baseline", "target", "target.period"])
        before = number() if what != "target.period" else end + chance.randrange(-1, 3)
        found.append((day, what, None if chance.random() < 0.15 else before))
    return found


def decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def year(first: int) -> str:
    return str(Period(Form.SCHOOL_YEAR, first))


def posed(name: str, q: Question) -> tuple[IndicatorRecord, tuple[Observation, ...]]:
    """Return the question as the real method receives it."""
    target = (
        {"type": "numeric", **point(year(q.target[0]), written(q.target[1]))}
        if (q.target)
        else {"type": "none"}
    )
    reason = measure().title
    indicator = measure(
        name,
        decimals=str(q.decimals),
        direction=q.direction,
        direction_of_good="decrease" if q.ceiling and q.direction == "maintain" else None,
        baseline=point(year(q.start[0]), written(q.start[1])) if q.start else None,
        target=target,
        trajectory=tuple(point(year(y), written(v)) for y, v in q.points.items()),
        tolerance=written(q.tolerance) if q.tolerance is not None else None,
        release={"month_day": f"{q.month:02d}-01", "grace_days": str(q.grace)},
        breaks=tuple({"id": "cut", "before": year(y), "reason": reason} for y in q.breaks),
        shape=q.shape,
        starts=year(q.starts) if q.starts is not None else None,
        revisions=tuple(revision(day, what, before) for day, what, before in q.revised),
    )
    rows = tuple(
        Observation(
            period=Period(Form.SCHOOL_YEAR, y),
            value=Value(decimal(number), Bound(bound)) if number is not None else None,
            status=Status(status),
        )
        for y, bound, number, status in q.rows
    )
    return indicator, rows


def revision(day: date, what: str, before: Fraction | int | None) -> dict[str, object]:
    period = what.endswith("period")
    text = year(int(before)) if period and before is not None else None
    if not period and before is not None:
        text = written(Fraction(before))
    to = "2030-31" if period else "101"
    reason = measure().title
    return {"date": day.isoformat(), "field": what, "from": text, "to": to, "reason": reason}


def written(number: Fraction) -> str:
    return f"{decimal(number):f}"


def same(found: Assessment, wanted: Answer) -> bool:
    numbers = [
        (found.expected, wanted.expected),
        (found.gap, wanted.gap),
        (found.plan, wanted.plan),
        (found.gain, wanted.gain),
    ]
    return (
        found.state.value == wanted.state
        and found.rule == wanted.rule
        and (found.rating.value if found.rating else None) == wanted.rating
        and found.met is wanted.met
        and all(
            (one is None and other is None)
            or (
                one is not None
                and other is not None
                and abs(Fraction(one) - other) <= Fraction(1, 10**12)
            )
            for one, other in numbers
        )
    )


def test_the_method_and_its_naive_transcription_agree() -> None:
    chance = Random(20250701)
    seen: Counter[tuple[str, int, str | None]] = Counter()
    for _ in range(CASES):
        q = question(chance)
        indicator, rows = posed("reading", q)
        found = assess_all((indicator, rows), as_of=q.as_of.isoformat())["reading"]
        wanted = answer(q)
        assert same(found, wanted), (q, wanted, found)
        seen[(wanted.state, wanted.rule, wanted.rating)] += 1
    for rating in ("G", "AG", "AR", "R"):
        assert seen["rated", 7, rating] > 3
        assert seen["rated", 8, rating] > 10
    for state in ("met", "not_met", "hidden", "not_comparable", "overdue", "not_due", "not_set"):
        assert sum(times for (one, _, _), times in seen.items() if one == state) > 20


@pytest.mark.parametrize("seed", range(3))
def test_the_history_is_what_was_said_at_the_time(seed: int) -> None:
    chance = Random(seed)
    for _ in range(BATCH):
        q = question(chance)
        indicator, rows = posed("reading", q)
        found = assess_all((indicator, rows), as_of=q.as_of.isoformat())["reading"]
        for past in found.history:
            end = date(past.period.number + 1, 6, 30)
            then = assess_all((indicator, rows), as_of=end.isoformat())["reading"]
            was = as_it_was(q, end)
            judged = was.start and was.target
            judged = judged and was.start[0] < past.period.number <= was.target[0]
            if judged and then.state.value != "overdue":
                assert past.rating is then.rating, (q, past, then)
            if not judged:
                assert past.rating is None


def test_compound_targets_agree() -> None:
    chance = Random(7)
    seen: Counter[str] = Counter()
    for _ in range(CASES // 5):
        questions = {f"part-{i}": question(chance) for i in range(chance.randrange(1, 4))}
        as_of = next(iter(questions.values())).as_of
        asked = {name: Question(**{**vars(q), "as_of": as_of}) for name, q in questions.items()}
        whole = measure("whole", baseline=None, target={"type": "compound", "all_of": list(asked)})
        pairs = [posed(name, q) for name, q in asked.items()]
        found = assess_all((whole, ()), *pairs, as_of=as_of.isoformat())["whole"]
        wanted = all_of([answer(q) for q in asked.values()])
        assert same(found, wanted), (asked, wanted, found)
        seen[wanted.state] += 1
    assert set(seen) == {"met", "not_met", "rated", "incomplete"}
