"""The states and ratings of the published method."""

from datetime import date
from decimal import Decimal

import pytest
from unit.assess.measures import assess_all, assess_one, measure, path, point, rows

from planpress.model.assessment import Assessment, State
from planpress.model.indicator import IndicatorRecord
from planpress.model.rating import Rating


def brief(found: Assessment) -> tuple[str, int, str | None, bool | None]:
    return (
        found.state.value,
        found.rule,
        found.rating.value if found.rating else None,
        found.met,
    )


class TestWorkedVectors:
    @pytest.mark.parametrize(
        ("actual", "rating"), [("55.6", "G"), ("54", "AG"), ("52.5", "AR"), ("50", "R")]
    )
    def test_a_linear_path_of_four_years_in_its_second(self, actual: str, rating: str) -> None:
        found = assess_one(measure(), f"2022-23 {actual}")
        assert brief(found) == ("rated", 8, rating, None)
        assert found.expected == 56

    def test_a_delayed_path(self) -> None:
        slow = measure(trajectory=path(y2021="50", y2022="52", y2023="56"))
        assert brief(assess_one(slow, "2022-23 52")) == ("rated", 8, "G", None)

    def test_lower_is_better(self) -> None:
        dropout = measure(
            direction="decrease",
            decimals="1",
            baseline=point("2020-21", "1.8"),
            target={"type": "numeric", **point("2023-24", "1.2")},
        )
        found = assess_one(dropout, "2022-23 1.5")
        assert found.expected == Decimal("1.4")
        assert brief(found) == ("rated", 8, "AG", None)

    @pytest.mark.parametrize(
        ("actual", "rating"), [("94.6", "G"), ("94.2", "AG"), ("93.6", "AR"), ("93.0", "R")]
    )
    def test_a_level_to_hold(self, actual: str, rating: str) -> None:
        level = {
            "direction": "maintain",
            "baseline": point("2020-21", "95"),
            "target": {"type": "numeric", **point("2024-25", "95")},
        }
        assert brief(assess_one(measure(**level), f"2022-23 {actual}")) == (
            ("rated", 7, rating, None)
        )

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            ("53", ("met", 9, "G", True)),
            ("52.6", ("not_met", 9, "AG", False)),
            ("48", ("not_met", 9, "R", False)),
        ],
    )
    def test_the_final_year_of_grade_3_reading(
        self, actual: str, expected: tuple[str, int, str, bool]
    ) -> None:
        assert brief(assess_one(one_year("grade-3", "50", "53"), f"2023-24 {actual}")) == expected

    def test_two_parts_of_which_one_is_missed(self) -> None:
        found = assess_all(
            (math(), ()),
            (one_year("grade-5", "41", "43"), rows("2023-24 43")),
            (one_year("grade-8", "43", "46"), rows("2023-24 44.5")),
        )
        assert brief(found["math"]) == ("not_met", 10, "AG", False)
        assert found["math"].parts == ("grade-5", "grade-8")

    def test_a_bound_above_what_is_expected(self) -> None:
        high = measure(
            baseline=point("2020-21", "95"), target={"type": "numeric", **point("2024-25", "99")}
        )
        found = assess_one(high, "2022-23 >=98")
        assert found.expected == 97
        assert brief(found) == ("rated", 8, "G", None)


def one_year(name: str, start: str, end: str) -> IndicatorRecord:
    return measure(
        name,
        baseline=point("2022-23", start),
        target={"type": "numeric", **point("2023-24", end)},
        release=None,
    )


def math(*parts: str) -> IndicatorRecord:
    target = {"type": "compound", "all_of": parts or ("grade-5", "grade-8")}
    return measure("math", baseline=None, target=target)


class TestNotSet:
    @pytest.mark.parametrize(
        "facts",
        [
            {"target": {"type": "none"}},
            {"target": {"type": "none", **point("2024-25", "60")}},
            {"baseline": None},
            {"target": {"type": "numeric", "value": "60"}},
            {"target": {"type": "numeric", **point("2020-21", "60")}},
            {"target": {"type": "numeric", **point("2025", "60")}},
            {"target": {"type": "universal", "period": "2024-25"}, "unit": "students"},
            {"target": {"type": "process"}},
            {"target": {"type": "compound"}},
        ],
    )
    def test_what_cannot_be_rated(self, facts: dict[str, object]) -> None:
        found = assess_one(measure(**facts), "2022-23 54")
        assert brief(found) == ("not_set", 2, None, None)
        assert (found.awaited, found.due, found.gap, found.trajectory) == (None, None, None, ())

    def test_history_and_latest_are_kept(self) -> None:
        found = assess_one(measure(target={"type": "none"}), "2021-22 51", "2022-23 54")
        assert [(str(past.period), past.rating) for past in found.history] == [
            ("2021-22", None),
            ("2022-23", None),
        ]
        assert found.latest
        assert str(found.latest.value) == "54"

    def test_a_period_without_a_point(self) -> None:
        stepped = measure(trajectory=path(y2022="54"))
        assert brief(assess_one(stepped, "2021-22 60", as_of="2022-12-31"))[:2] == ("not_set", 2)
        assert brief(assess_one(stepped, "2022-23 54")) == ("rated", 8, "G", None)


class TestUniversal:
    def test_everyone_means_all_of_them(self) -> None:
        everyone = measure(target={"type": "universal", "period": "2024-25"})
        found = assess_one(everyone, "2024-25 99.9")
        assert found.target
        assert found.target.value == 100
        assert brief(found) == ("not_met", 9, "AG", False)
        assert brief(assess_one(everyone, "2024-25 100")) == ("met", 9, "G", True)


class TestHidden:
    def test_a_hidden_result_is_not_computed_with(self) -> None:
        found = assess_one(measure(), "2021-22 53", "2022-23 suppressed")
        assert brief(found) == ("hidden", 3, None, None)
        assert (found.expected, found.gap, found.plan, found.gain) == (None, None, None, None)
        assert [str(past.period) for past in found.history] == ["2021-22"]

    def test_a_bound_that_leaves_the_rating_open(self) -> None:
        assert brief(assess_one(measure(), "2022-23 >=55")) == ("hidden", 3, None, None)
        assert brief(assess_one(measure(), "2022-23 <=56")) == ("hidden", 3, None, None)

    def test_a_bound_that_leaves_open_whether_the_target_is_met(self) -> None:
        assert brief(assess_one(measure(), "2024-25 >=61")) == ("hidden", 3, None, None)
        assert brief(assess_one(measure(), "2024-25 >=62")) == ("met", 9, "G", True)
        assert brief(assess_one(measure(), "2024-25 <=49")) == ("not_met", 9, "R", False)

    def test_a_bound_has_no_gap(self) -> None:
        found = assess_one(measure(), "2022-23 >=56")
        assert (found.expected, found.plan) == (56, 6)
        assert (found.gap, found.gain) == (None, None)

    def test_hidden_comes_before_overdue(self) -> None:
        found = assess_one(measure(), "2021-22 suppressed", as_of="2030-01-01")
        assert found.state is State.HIDDEN


class TestNotComparable:
    @pytest.mark.parametrize("row", ["2022-23 not_administered", "2022-23 60 not_comparable"])
    def test_by_the_status_of_the_latest_row(self, row: str) -> None:
        assert brief(assess_one(measure(), "2021-22 53", row)) == ("not_comparable", 4, None, None)

    def test_an_older_year_without_a_test_does_not_matter(self) -> None:
        found = assess_one(measure(), "2021-22 not_administered", "2022-23 56")
        assert brief(found) == ("rated", 8, "G", None)

    @pytest.mark.parametrize(
        ("before", "state"),
        [
            ("2020-21", State.RATED),
            ("2021-22", State.NOT_COMPARABLE),
            ("2022-23", State.NOT_COMPARABLE),
            ("2023-24", State.RATED),
        ],
    )
    def test_by_a_break_after_the_baseline(self, before: str, state: State) -> None:
        cut = {"id": "new-test", "before": before, "reason": measure().title}
        assert assess_one(measure(breaks=(cut,)), "2022-23 56").state is state

    def test_after_a_break_the_past_is_not_rated_either(self) -> None:
        cut = {"id": "new-test", "before": "2022-23", "reason": measure().title}
        found = assess_one(measure(breaks=(cut,)), "2021-22 53", "2022-23 56")
        assert [past.rating for past in found.history] == [Rating.G, None]


class TestTime:
    def test_overdue_the_day_after_release_and_grace(self) -> None:
        known = measure(release={"month_day": "08-31", "grace_days": "30"})
        in_time = assess_one(known, "2021-22 53", as_of="2023-09-30")
        assert brief(in_time) == ("rated", 8, "G", None)
        assert (str(in_time.awaited), in_time.due) == ("2022-23", date(2023, 9, 30))
        late = assess_one(known, "2021-22 53", as_of="2023-10-01")
        assert brief(late) == ("overdue", 5, None, None)
        assert (str(late.awaited), late.due) == ("2022-23", date(2023, 9, 30))
        assert late.last_known
        assert late.last_known.rating is Rating.G

    def test_without_a_release_there_is_time_until_the_middle_of_next_year(self) -> None:
        assert assess_one(measure(release=None), as_of="2023-06-29").state is State.NOT_DUE
        assert assess_one(measure(release=None), as_of="2023-06-30").state is State.OVERDUE

    def test_the_first_result_is_not_due(self) -> None:
        found = assess_one(measure(), "2019-20 49", "2020-21 50", as_of="2021-12-31")
        assert brief(found) == ("not_due", 6, None, None)
        assert str(found.awaited) == "2021-22"
        assert [(str(p.expected), p.rating) for p in found.history] == [
            ("None", None),
            ("50", None),
        ]

    def test_a_period_that_has_not_ended_does_not_count(self) -> None:
        written = ("2021-22 53", "2022-23 10")
        assert assess_one(measure(), *written, as_of="2023-06-29").rating is Rating.G
        assert assess_one(measure(), *written, as_of="2023-06-30").rating is Rating.R

    def test_a_year_without_a_test_is_settled(self) -> None:
        found = assess_one(measure(), "2022-23 not_administered")
        assert str(found.awaited) == "2023-24"

    def test_after_the_target_nothing_is_awaited(self) -> None:
        found = assess_one(measure(), "2024-25 62", "2025-26 40", as_of="2040-01-01")
        assert brief(found) == ("met", 9, "G", True)
        assert (found.awaited, found.due) == (None, None)
        assert found.latest
        assert str(found.latest.period) == "2024-25"
        assert [past.rating for past in found.history] == [Rating.G, None]

    def test_a_result_after_the_target_does_not_stand_for_it(self) -> None:
        found = assess_one(measure(), "2023-24 60", "2025-26 70", as_of="2040-01-01")
        assert (found.state, str(found.awaited)) == (State.OVERDUE, "2024-25")

    def test_quarters(self) -> None:
        quarterly = measure(
            baseline=point("2023-Q4", "10"),
            target={"type": "numeric", **point("2024-Q4", "30")},
            release={"month_day": "01-31"},
        )
        found = assess_one(quarterly, "2024-Q1 15", as_of="2024-06-30")
        assert brief(found) == ("rated", 8, "G", None)
        assert (str(found.awaited), found.due) == ("2024-Q2", date(2025, 1, 31))


class TestWorking:
    def test_every_number(self) -> None:
        found = assess_one(measure(tolerance="0.8"), "2020-21 50", "2021-22 53", "2022-23 52.50")
        assert (found.gap, found.plan, found.gain) == (Decimal("-3.5"), 6, Decimal("2.5"))
        assert (str(found.gap), str(found.plan), str(found.gain)) == ("-3.5", "6", "2.5")
        assert found.tolerance == Decimal("0.8")
        assert [str(one.value) for one in found.trajectory] == ["50", "53", "56", "59", "62"]
        assert [
            (str(past.period), str(past.value), str(past.expected), past.rating)
            for past in found.history
        ] == [
            ("2020-21", "50", "50", None),
            ("2021-22", "53", "53", Rating.G),
            ("2022-23", "52.50", "56", Rating.AR),
        ]

    def test_less_is_better_is_signed_so_that_more_is_better(self) -> None:
        absence = measure(
            direction="decrease",
            baseline=point("2020-21", "30"),
            target={"type": "numeric", **point("2024-25", "22")},
        )
        found = assess_one(absence, "2022-23 28")
        assert (found.gap, found.plan, found.gain) == (-2, 4, 2)
        assert brief(found) == ("rated", 8, "AG", None)

    def test_thirds_are_compared_exactly(self) -> None:
        thirds = measure(
            unit="number",
            decimals="15",
            baseline=point("2020-21", "0"),
            target={"type": "numeric", **point("2023-24", "1")},
        )
        half = "0.1666666666666666"
        assert assess_one(thirds, f"2021-22 {half}", as_of="2022-06-30").rating is Rating.AR
        assert assess_one(thirds, f"2021-22 {half}7", as_of="2022-06-30").rating is Rating.AG
        assert (
            str(assess_one(thirds, f"2021-22 {half}", as_of="2022-06-30").expected)
            == "0.333333333333"
        )

    def test_many_digits_are_not_rounded(self) -> None:
        long = "0." + "0" * 60 + "1"
        fine = measure(unit="number", decimals="70", baseline=point("2020-21", "0"))
        assert assess_one(fine, f"2024-25 61.9{'9' * 60}").met is False
        assert assess_one(fine, f"2022-23 {long}").gain == Decimal(long)

    def test_zero_is_a_target(self) -> None:
        none_left = measure(
            unit="schools",
            direction="decrease",
            baseline=point("2020-21", "8"),
            target={"type": "numeric", **point("2024-25", "0")},
        )
        assert brief(assess_one(none_left, "2024-25 0")) == ("met", 9, "G", True)
        assert brief(assess_one(none_left, "2024-25 1")) == ("not_met", 9, "AG", False)
        assert brief(assess_one(none_left, "2022-23 <=4")) == ("rated", 8, "G", None)

    def test_a_ceiling(self) -> None:
        ceiling = measure(
            direction="maintain",
            direction_of_good="decrease",
            baseline=point("2020-21", "5"),
            target={"type": "numeric", **point("2024-25", "5")},
        )
        assert assess_one(ceiling, "2022-23 4").rating is Rating.G
        assert assess_one(ceiling, "2022-23 6").rating is Rating.AG
        assert assess_one(ceiling, "2022-23 7").rating is Rating.R


class TestProcess:
    STEPS = (
        {"id": "plan", "title": measure().title, "due": "2022-06-30", "done": "2022-07-15"},
        {"id": "run", "title": measure().title, "due": "2023-06-30"},
        {"id": "old", "title": measure().title, "due": "2021-06-30", "dropped": "2021-05-01"},
    )

    @pytest.mark.parametrize(
        ("as_of", "state"),
        [
            ("2021-04-30", State.DUE_LATER),
            ("2022-06-30", State.DUE_LATER),
            ("2022-07-01", State.LATE),
            ("2022-07-15", State.DUE_LATER),
            ("2023-06-30", State.DUE_LATER),
            ("2023-07-01", State.LATE),
        ],
    )
    def test_from_its_milestones(self, as_of: str, state: State) -> None:
        work = measure(baseline=None, target={"type": "process"}, milestones=self.STEPS)
        found = assess_one(work, as_of=as_of)
        assert brief(found) == (state.value, 1, None, None)

    def test_done_when_all_that_is_kept_is_done(self) -> None:
        work = measure(
            baseline=None, target={"type": "process"}, milestones=(self.STEPS[0], self.STEPS[2])
        )
        assert assess_one(work).state is State.DONE

    def test_all_dropped(self) -> None:
        work = measure(baseline=None, target={"type": "process"}, milestones=self.STEPS[2:])
        assert brief(assess_one(work))[:2] == ("not_set", 2)


class TestCompound:
    def found(self, five: str | None, eight: str | None, as_of: str = "2025-06-29") -> Assessment:
        return assess_all(
            (one_year("grade-5", "41", "43"), rows(*([five] if five else []))),
            (math(), ()),
            (one_year("grade-8", "43", "46"), rows(*([eight] if eight else []))),
            as_of=as_of,
        )["math"]

    def test_met_only_if_all_are(self) -> None:
        assert brief(self.found("2023-24 43", "2023-24 46")) == ("met", 10, "G", True)

    def test_a_missed_part_decides_even_if_another_is_not_known(self) -> None:
        assert brief(self.found("2023-24 40", None)) == ("not_met", 10, "R", False)

    def test_an_unknown_part_leaves_it_open(self) -> None:
        waiting = self.found("2023-24 43", None)
        assert brief(waiting) == ("incomplete", 10, None, None)
        assert (str(waiting.awaited), waiting.due) == ("2023-24", date(2025, 6, 29))
        assert brief(self.found(None, None, "2026-01-01")) == ("incomplete", 10, None, None)

    def test_on_the_way_the_worst_part_counts(self) -> None:
        long = {"type": "numeric", **point("2024-25", "62")}
        found = assess_all(
            (math("a", "b", "c"), ()),
            (measure("a", target=long), rows("2022-23 56")),
            (measure("b", target=long), rows("2022-23 52.5")),
            (
                measure("c", target={"type": "numeric", **point("2022-23", "52")}),
                rows("2022-23 52"),
            ),
        )
        assert found["c"].state is State.MET
        assert brief(found["math"]) == ("rated", 10, "AR", None)

    def test_a_finished_process_counts_as_met(self) -> None:
        done = {"id": "do", "title": measure().title, "due": "2022-06-30", "done": "2022-06-30"}
        found = assess_all(
            (math("grade-5", "work"), ()),
            (one_year("grade-5", "41", "43"), rows("2023-24 43")),
            (measure("work", baseline=None, target={"type": "process"}, milestones=(done,)), ()),
        )
        assert brief(found["math"]) == ("met", 10, "G", True)

    def test_parts_that_are_not_there_or_go_in_a_circle(self) -> None:
        ring = measure("ring", baseline=None, target={"type": "compound", "all_of": ["math"]})
        found = assess_all((math("ring", "nowhere"), ()), (ring, ()))
        assert brief(found["math"]) == ("incomplete", 10, None, None)
        assert brief(found["ring"]) == ("incomplete", 10, None, None)
        itself = measure("self", baseline=None, target={"type": "compound", "all_of": ["self"]})
        assert assess_all((itself, ()))["self"].state is State.INCOMPLETE


def test_results_come_in_the_order_of_the_plan_with_or_without_numbers() -> None:
    found = assess_all((math("b"), ()), (measure("b"), ()), (measure("a"), rows("2022-23 56")))
    assert list(found) == ["math", "b", "a"]


def test_groups_do_not_stand_for_everyone() -> None:
    (few,) = rows("2021-22 10")
    some = few._replace(codes=(("group", "boys"),))
    found = assess_all((measure(), (*rows("2021-22 53"), some)), as_of="2022-07-01")["reading"]
    assert (found.rating, len(found.history)) == (Rating.G, 1)
