"""Stocktakes as their days come and go."""

from datetime import date, timedelta

import pytest
from unit.render.sample import plan
from unit.render.work_sample import stocktake

from planpress.check.stocktakes import stocktake_schedules, stocktakes_without_record
from planpress.model.problem import Level
from planpress.model.project import Project
from planpress.model.reading import Reading

DAY = date(2026, 9, 15)


def told(rule, as_of=None, *found, **facts):
    project = Project(plan=plan(**facts), stocktakes={one.id: one for one in found})
    reading = Reading(project=project, series={}, problems=(), data={}, as_of=as_of)
    return [(p.level, p.message) for p in rule(reading, project)]


@pytest.mark.parametrize(("days", "warnings"), [(-1, 0), (0, 0), (1, 1)])
def test_a_scheduled_day_is_missed_on_the_day_after(days, warnings):
    one = stocktake(str(DAY), "scheduled")
    found = told(stocktakes_without_record, DAY + timedelta(days), one)
    assert len(found) == warnings
    assert all(level is Level.WARNING and str(DAY) in text for level, text in found)


@pytest.mark.parametrize(("days", "warnings"), [(-1, 0), (0, 0), (1, 1)])
def test_a_new_day_is_missed_on_the_day_after_unless_it_has_a_record(days, warnings):
    one = stocktake("2026-03-10", "postponed", moved_to=str(DAY))
    as_of = DAY + timedelta(days)
    assert len(told(stocktakes_without_record, as_of, one)) == warnings
    assert told(stocktakes_without_record, as_of, one, stocktake(str(DAY))) == []


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_what_was_held_or_cancelled_is_not_missed(status):
    assert told(stocktakes_without_record, date(2027, 1, 1), stocktake(str(DAY), status)) == []


def test_nothing_is_missed_before_the_day_is_known():
    assert told(stocktakes_without_record, None, stocktake(str(DAY), "scheduled")) == []


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (("2025-26", "2026-27"), []),
        (("2026-27", "2026-27"), ["the school year 2026-27 stands twice"]),
        (("2026",), ["“2026” is not a school year"]),
    ],
)
def test_schedules_are_for_school_years(periods, said):
    schedules = tuple({"period": period, "status": "draft"} for period in periods)
    assert [text for _, text in told(stocktake_schedules, schedules=schedules)] == said
