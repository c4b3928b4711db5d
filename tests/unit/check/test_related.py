"""Measures that tell the same in another way."""

import pytest
from unit.assess.measures import measure, point
from unit.check.numbered import row, series
from unit.render.sample import plan

from planpress.check.related import related_circles, related_measures
from planpress.model.project import Project
from planpress.model.reading import Reading

MONTHLY = {"baseline": point("2020-09", "50"), "target": {"type": "none"}}


def told(rule, *measures, broken=(), **rows):
    project = Project(plan=plan(), indicators={one.id: one for one in measures})
    reading = Reading(
        project=project,
        series={name: series(made) for name, made in rows.items()},
        problems=(),
        data={},
        broken=frozenset(broken),
    )
    return list(rule(reading, project))


def related(name, as_its, unit="students", **facts):
    to = ({"indicator": name, "as_its": as_its},)
    return measure("counted", unit=unit, related=to, **facts)


SHARE = measure("share")
COUNT = measure("whole", unit="students")


@pytest.mark.parametrize("kind", ["numerator", "denominator"])
def test_people_behind_a_share(kind):
    assert told(related_measures, related("share", kind), SHARE) == []
    assert told(related_measures, related("share", kind, unit="people"), SHARE) == []


def test_shorter_periods_of_a_longer_one():
    assert told(related_measures, related("whole", "part", **MONTHLY), COUNT) == []


@pytest.mark.parametrize(
    ("measures", "said"),
    [
        ((related("counted", "part"),), "itself"),
        ((related("shar", "numerator"), SHARE), "there is no “shar”"),
        ((related("whole", "numerator"), COUNT), "“whole” is in students: only a share has"),
        ((related("share", "denominator", unit="days"), SHARE), "this measure is in days"),
        ((related("whole", "part"), COUNT), "a school year is no part of a school year"),
        ((related("share", "part", **MONTHLY), SHARE), "in students cannot add up"),
        ((related("share", "part", unit="percent", **MONTHLY), SHARE), "in percent cannot add up"),
    ],
)
def test_what_cannot_be_related(measures, said):
    (found,) = told(related_measures, *measures)
    assert found.level == "error"
    assert said in found.message
    assert found.hint


def test_the_form_of_a_measure_without_a_baseline_is_that_of_its_rows():
    bare = {"baseline": None, "target": {"type": "none"}}
    one, other = related("whole", "part", **bare), measure("whole", unit="students", **bare)
    quarters, year = [row("2020-Q1", "4")], [row("2020", "9")]
    assert told(related_measures, one, other, counted=quarters, whole=year) == []
    (found,) = told(related_measures, one, other, counted=year, whole=quarters)
    assert found.message == "a year is no part of a quarter of “whole”"
    assert told(related_measures, one, other, counted=[]) == []


def test_the_same_entry_twice_and_a_broken_record():
    twice = measure("counted", unit="students", related=related("share", "numerator").related * 2)
    (found,) = told(related_measures, twice, SHARE)
    assert found.rule == "repeated-entry"
    unread = told(related_measures, related("gone", "part"), broken=["indicators/gone"])
    assert unread == []


def test_circles_are_told_once():
    ring = [
        measure(name, related=({"indicator": to, "as_its": "part"},))
        for name, to in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    ]
    (found,) = told(related_circles, *ring)
    assert found.message.endswith("“a” → “b” → “c” → “a”")
    assert told(related_circles, *ring[:2], ring[3]) == []
