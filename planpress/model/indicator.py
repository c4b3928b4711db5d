"""Measures and their targets: `content/indicators/`."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from planpress.model.fields import ADay, APeriod, Date, Id, Number, Text, WebAddress, Whole
from planpress.model.milestone import Milestone
from planpress.model.period import Form, MonthDay, Period
from planpress.model.record import Part, Record
from planpress.model.target import Point, Revision, Shape, Target, TargetType
from planpress.model.words import Words


class Role(StrEnum):
    """What an indicator is for."""

    SYSTEM = "system"
    SMART = "smart"
    LEADING = "leading"
    MEASURE = "measure"


class Unit(StrEnum):
    """What a value counts."""

    PERCENT = "percent"
    STUDENTS = "students"
    PEOPLE = "people"
    SCHOOLS = "schools"
    DAYS = "days"
    DOLLARS = "dollars"
    POINTS = "points"
    NUMBER = "number"

    @property
    def of_people(self) -> bool:
        """Whether a value is itself a number of people."""
        return self in (Unit.STUDENTS, Unit.PEOPLE)

    @property
    def adds_up(self) -> bool:
        """Whether the values of the parts add up to the value of the total."""
        return self.of_people or self is Unit.SCHOOLS


class Direction(StrEnum):
    """Which way the plan wants the value to go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Provenance(StrEnum):
    """How far the numbers can be trusted."""

    OFFICIAL = "official"
    PRELIMINARY = "preliminary"
    ILLUSTRATIVE = "illustrative"


class Benchmark(Part):
    """The same measure elsewhere."""

    name: Text
    """Whose value it is."""
    period: APeriod
    value: Number
    source: Text
    """Where it was published."""


class Kinship(StrEnum):
    """How the values of two measures hang together."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    PART = "part"


class Relative(Part):
    """Another measure that tells the same in another way, so that one can give the other away."""

    indicator: Id
    """The other measure."""
    as_its: Kinship
    """numerator: this one counts the people whom the other’s share finds. denominator: it counts
    the people that the other is about. part: its periods add up to a period of the other."""


class Break(Part):
    """A change after which values cannot be compared with those before."""

    id: Id | None = None
    """A name for the entry; only needed where two have the same period."""
    before: APeriod
    """The first period of the new series."""
    reason: Words
    """Why the values cannot be compared."""


class Release(Part):
    """When a period's result is expected."""

    month_day: ADay | None = None
    """The day of the year, the first one after the period ends."""
    days: Whole | None = None
    """Or how many days after the end of the period."""
    grace_days: Whole = 0
    """How many days later it may be before it counts as overdue."""

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.month_day is None) == (self.days is None):
            raise ValueError("write either “month_day” or “days”")
        return self

    def day(self, period: Period, school_year_starts: MonthDay) -> date:
        """Return the day on which a period's result is expected.

        Where the plan says nothing it is the last day of the year in which a year's period ends,
        and 90 days after the end of a quarter, a month or a day.
        """
        end = period.end(school_year_starts)
        if self.days is not None:
            return end + timedelta(days=self.days)
        if self.month_day:
            return self.month_day.after(end)
        yearly = period.form in (Form.SCHOOL_YEAR, Form.YEAR)
        return MonthDay(12, 31).after(end) if yearly else end + timedelta(days=90)

    def due(self, period: Period, school_year_starts: MonthDay) -> date:
        """Return the last day on which a period's result is in time: release and grace."""
        return self.day(period, school_year_starts) + timedelta(days=self.grace_days)


class Origin(Part):
    """Where numbers come from."""

    name: Text
    """Who published them, and under what title."""
    url: WebAddress | None = None
    """The address."""
    accessed: Date | None = None
    """When it was read."""


class IndicatorRecord(Record):
    """A measure: what it is, where it stood, where it shall be."""

    title: Words
    """What is measured, in a few words."""
    summary: Words = Words()
    """One sentence that says why it matters."""
    definition: Words
    """Exactly who and what is counted."""
    target_statement: Words = Words()
    """The target in the plan's own terms."""
    limits: Words = Words()
    """What the numbers cannot say."""
    verification: Words = Words()
    """Who checks the numbers, and how."""
    accuracy: Words = Words()
    """How exact the numbers are."""
    compensation: Words = Words()
    """What is done about the limits."""
    role: Role
    """system, smart, leading or measure."""
    order: Whole = 100
    """Where it stands among its priority's measures; small comes first."""
    priority: Id | None = None
    """The priority it belongs to."""
    goal: Id | None = None
    """The goal of that priority."""
    tactic: Id | None = None
    """The tactic it belongs to."""
    unit: Unit
    """What a value counts."""
    decimals: Whole = 0
    """How many decimals are published."""
    direction: Direction
    """increase, decrease or maintain."""
    direction_of_good: Direction | None = None
    """For maintain: decrease says that the target is a ceiling."""
    baseline: Point | None = None
    """Where it stood when the plan began."""
    target: Target
    """What is to be reached."""
    trajectory: tuple[Point, ...] = ()
    """The expected value at some periods: interim targets."""
    shape: Shape | None = None
    """linear or step; left out, only points count, and a straight line where there are none."""
    starts: APeriod | None = None
    """A delayed start: the last period for which no more than the baseline is expected."""
    revisions: tuple[Revision, ...] = ()
    """How baseline, target or trajectory were changed, oldest first."""
    tolerance: Number | None = None
    """How far below the trajectory still counts as on track, in the measure's unit."""
    milestones: tuple[Milestone, ...] = ()
    """The dated steps of a process target."""
    benchmarks: tuple[Benchmark, ...] = ()
    """The same measure elsewhere."""
    breaks: tuple[Break, ...] = ()
    """Changes after which values cannot be compared."""
    release: Release = Release.model_construct(grace_days=180)
    """When a period's result is expected."""
    sources: tuple[Origin, ...]
    """Where the numbers come from."""
    provenance: Provenance = Provenance.OFFICIAL
    """official, preliminary or illustrative."""
    roles: tuple[Id, ...] = ()
    """Whose work it depends on: roles that the plan declares."""
    dimensions: tuple[Id, ...] = ()
    """By what the values are split: group, level, school."""
    related: tuple[Relative, ...] = ()
    """Measures from whose numbers this one’s could be worked out."""

    def broken_between(self, first: Period, last: Period) -> bool:
        """Tell whether a break parts two periods, so that their results cannot be compared."""
        return any(
            cut.before.form is first.form and first.number < cut.before.number <= last.number
            for cut in self.breaks
        )

    @property
    def background(self) -> bool:
        """Whether it only helps to read the measures: the plan sets no target for it."""
        apart = self.priority is None or self.role is Role.SYSTEM
        return apart and self.target.type is TargetType.NONE
