"""Student groups beside everyone, and on their own way to the target."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.assess.measures import assess_one, languages, measure, path, plan_of, point

from planpress.assess.equity import groups_of
from planpress.model.calendar import Calendar
from planpress.model.equity import Course, GroupStanding
from planpress.model.glossary import DimensionsRecord
from planpress.model.period import MonthDay, Period
from planpress.model.rating import Rating
from planpress.model.series import Observation, Series, Status
from planpress.model.source import Source
from planpress.model.value import Value

TITLE = measure().title
EACH = {"target": {"type": "numeric", **point("2024-25", "62"), "groups": "yes"}}
CODES = ("girls", "boys")


def rows(*written: str) -> tuple[Observation, ...]:
    """Return rows from `2020-21 girls 45 400`; the code `all` is everyone, n may be left out."""
    found = []
    for line in written:
        period, code, value, *n = line.split()
        hidden = value == "suppressed"
        found.append(
            Observation(
                period=Period.parse(period),
                value=None if hidden else Value.parse(value),
                n=Value.parse(n[0]) if n else None,
                status=Status.SUPPRESSED if hidden else Status.PLAIN,
                codes=() if code == "all" else (("group", code),),
            )
        )
    return tuple(sorted(found, key=lambda row: (row.codes, row.period)))


def standings(*written: str, as_of: str = "2025-06-30", **facts: Any) -> dict[str, GroupStanding]:
    indicator = measure(**facts)
    labels = [{"id": code, "label": TITLE} for code in CODES]
    dimensions = DimensionsRecord.model_validate(
        {
            "id": "dimensions",
            "source": Source({"en": "content/dimensions.md"}, {}),
            "dimensions": [{"id": "group", "label": TITLE, "codes": labels}],
        }
    )
    made = plan_of(indicator)
    project = type(made)(plan=made.plan, indicators=made.indicators, dimensions=dimensions)
    series = {indicator.id: Series(indicator=indicator.id, observations=rows(*written))}
    calendar = Calendar(date.fromisoformat(as_of), MonthDay(7, 1))
    found = groups_of(project, series, calendar, languages())
    return {one.code: one for one in found.get(indicator.id, ())}


ALL = ("2020-21 all 50", "2023-24 all 55")


@pytest.mark.parametrize(
    ("then", "now", "course"),
    [
        ("40", "50", Course.CLOSING),
        ("40", "42", Course.WIDENING),
        ("40", "45", Course.SAME),
        ("60", "65", Course.SAME),
        ("60", "61", Course.CLOSING),
        ("51", "70", Course.WIDENING),
        ("45", "58", Course.CLOSING),
        (">=40", "50", Course.UNKNOWN),
        ("40", "<=50", Course.UNKNOWN),
        ("suppressed", "50", Course.UNKNOWN),
        ("40", "suppressed", Course.UNKNOWN),
    ],
)
def test_a_gap_closes_or_widens(then: str, now: str, course: Course) -> None:
    found = standings(*ALL, f"2020-21 girls {then}", f"2023-24 girls {now}")
    assert found["girls"].course is course


def test_gaps_are_exact_and_signed_so_that_behind_is_positive() -> None:
    written = ("2020-21 all 50.5", "2020-21 girls 50.25", "2023-24 all 55", "2023-24 girls 57.125")
    found = standings(*written)["girls"]
    assert found.then
    assert found.now
    assert (found.then.behind, found.now.behind) == (Decimal("0.25"), Decimal("-2.125"))
    lower = standings(*written, direction="decrease")["girls"]
    assert lower.now
    assert lower.now.behind == Decimal("2.125")


def test_what_is_hidden_has_no_gap() -> None:
    found = standings(*ALL, "2020-21 girls 40", "2023-24 girls suppressed", **EACH)["girls"]
    assert found.hidden
    assert found.now is None
    assert found.then is None
    assert found.assessment
    assert found.assessment.state.value == "hidden"
    assert found.assessment.rating is None


def test_without_a_baseline_the_first_gap_published_is_where_it_began() -> None:
    written = ("2021-22 girls 40", "2022-23 all 50", "2022-23 girls 41")
    facts = {"baseline": None, "target": {"type": "none"}}
    found = standings(*ALL, *written, "2023-24 girls 50", **facts)["girls"]
    assert found.then
    assert str(found.then.period) == "2022-23"
    assert found.course is Course.CLOSING
    assert found.assessment is None


def test_across_a_break_gaps_are_not_compared() -> None:
    facts = {"breaks": ({"before": "2022-23", "reason": TITLE},)}
    found = standings(*ALL, "2020-21 girls 40", "2023-24 girls 50", **facts)["girls"]
    assert found.now
    assert found.then
    assert found.course is Course.UNKNOWN


def test_a_group_is_rated_on_the_way_from_its_own_baseline() -> None:
    found = standings(*ALL, "2020-21 girls 38", "2023-24 girls 56", **EACH)["girls"].assessment
    assert found
    assert (found.rating, found.expected, found.rule) == (Rating.G, 56, 8)
    assert found.baseline
    assert found.baseline.value == 38
    assert "38" not in found.sentences["en"]
    assert found.sentences["es"]


def test_interim_points_hold_for_every_group() -> None:
    facts = {**EACH, "trajectory": path(y2023="59")}
    found = standings(*ALL, "2020-21 girls 38", "2023-24 girls 56", **facts)["girls"].assessment
    assert found
    assert (found.rating, found.expected) == (Rating.AG, 59)


def test_a_group_without_a_baseline_of_its_own_is_not_rated() -> None:
    found = standings(*ALL, "2023-24 girls 56", **EACH)["girls"].assessment
    assert found
    assert (found.state.value, found.rule) == ("not_set", 2)


def test_a_group_whose_baseline_is_hidden_is_hidden() -> None:
    found = standings(*ALL, "2020-21 girls suppressed", "2023-24 girls 56", **EACH)["girls"]
    assert found.assessment
    assert (found.assessment.state.value, found.assessment.rule) == ("hidden", 3)
    assert "2020–21" in found.assessment.sentences["en"]


@pytest.mark.parametrize(
    ("target", "rating"),
    [
        ({"type": "universal", "period": "2024-25"}, Rating.AR),
        ({"type": "numeric", **point("2024-25", "62")}, None),
        ({"type": "none"}, None),
    ],
)
def test_only_a_target_for_groups_rates_them(target: dict[str, str], rating: Rating | None) -> None:
    found = standings(*ALL, "2020-21 girls 38", "2023-24 girls 56", target=target)["girls"]
    assert (found.assessment and found.assessment.rating) is rating


def test_groups_come_in_the_order_of_their_codes_and_other_splits_are_no_groups() -> None:
    found = standings(*ALL, "2020-21 boys 40", "2020-21 girls 41", "2020-21 others 42")
    assert list(found) == ["girls", "boys", "others"]
    assert standings(*ALL) == {}


def test_results_of_later_periods_do_not_count() -> None:
    written = (*ALL, "2020-21 girls 38", "2023-24 girls 56")
    found = standings(*written, as_of="2023-06-30", **EACH)["girls"].assessment
    assert found
    assert found.latest
    assert str(found.latest.period) == "2020-21"


def test_a_move_of_the_gap_is_set_beside_what_chance_would_bring_about() -> None:
    def moved(n: str, everyone: str) -> bool | None:
        written = (f"2020-21 all 50 {everyone}", f"2023-24 all 55 {everyone}")
        one = standings(*written, f"2020-21 girls 40 {n}", f"2023-24 girls 50 {n}")["girls"]
        return one.by_chance(measure().unit)

    assert moved("60", "120") is True
    assert moved("60000", "120000") is False
    assert moved("60", "60") is None
    assert moved("60", "") is None
    assert moved("", "120") is None


@settings(derandomize=True, database=None)
@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from(["2021-22", "2023-24", "2024-25"]))
def test_a_group_of_everyone_is_rated_as_everyone_is(start: int, now: int, year: str) -> None:
    facts = {**EACH, "baseline": point("2020-21", str(start))}
    written = [f"2020-21 {who} {start}" for who in ("all", "girls")]
    written += [f"{year} {who} {now}" for who in ("all", "girls")]
    group = standings(*written, **facts)["girls"].assessment
    everyone = assess_one(measure(**facts), f"2020-21 {start}", f"{year} {now}")
    assert group
    for name in ("state", "rule", "rating", "met", "expected", "gap", "plan", "gain"):
        assert getattr(group, name) == getattr(everyone, name), name
