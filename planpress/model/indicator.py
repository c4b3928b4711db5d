"""Measures and their targets: `content/indicators/`."""

from enum import StrEnum

from planpress.model.fields import ADay, APeriod, Date, Id, Number, Text, WebAddress, Whole
from planpress.model.period import MonthDay
from planpress.model.record import Part, Record
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


class Direction(StrEnum):
    """Which way the plan wants the value to go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class TargetType(StrEnum):
    """How a target is reached: by a number, by several, by steps, by everyone, or not set."""

    NUMERIC = "numeric"
    COMPOUND = "compound"
    PROCESS = "process"
    UNIVERSAL = "universal"
    NONE = "none"


class Shape(StrEnum):
    """How a trajectory without points of its own runs from baseline to target."""

    LINEAR = "linear"


class Provenance(StrEnum):
    """How far the numbers can be trusted."""

    OFFICIAL = "official"
    PRELIMINARY = "preliminary"
    ILLUSTRATIVE = "illustrative"


class Point(Part):
    """A value at a period."""

    period: APeriod
    value: Number


class Target(Part):
    """What is to be reached, and by when."""

    type: TargetType
    """numeric, compound, process, universal or none."""
    period: APeriod | None = None
    """The period by which it is to be reached."""
    value: Number | None = None
    """The number to be reached."""
    all_of: tuple[Id, ...] = ()
    """Ids of the indicators that must all be met (compound)."""


class Milestone(Part):
    """A dated step of a process target."""

    id: Id
    title: Words
    """What is to be done."""
    due: Date
    """By when."""
    done: Date | None = None
    """When it was done."""
    dropped: Date | None = None
    """When it was given up."""


class Benchmark(Part):
    """The same measure elsewhere."""

    name: Text
    """Whose value it is."""
    period: APeriod
    value: Number
    source: Text
    """Where it was published."""


class Break(Part):
    """A change after which values cannot be compared with those before."""

    id: Id
    before: APeriod
    """The first period of the new series."""
    reason: Words
    """Why the values cannot be compared."""


class Release(Part):
    """When a period's result is expected."""

    month_day: ADay
    """The day of the year, the first one after the period ends."""
    grace_days: Whole = 0
    """How many days later it may be before it counts as overdue."""


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
    """The expected value, period by period."""
    shape: Shape = Shape.LINEAR
    """The trajectory's shape where no points are given."""
    tolerance: Number | None = None
    """How far below the trajectory still counts as on track, in the measure's unit."""
    milestones: tuple[Milestone, ...] = ()
    """The dated steps of a process target."""
    benchmarks: tuple[Benchmark, ...] = ()
    """The same measure elsewhere."""
    breaks: tuple[Break, ...] = ()
    """Changes after which values cannot be compared."""
    release: Release = Release.model_construct(month_day=MonthDay(12, 31), grace_days=180)
    """When a period's result is expected."""
    sources: tuple[Origin, ...]
    """Where the numbers come from."""
    provenance: Provenance = Provenance.OFFICIAL
    """official, preliminary or illustrative."""
    dimensions: tuple[Id, ...] = ()
    """By what the values are split: group, level, school."""

    @property
    def background(self) -> bool:
        """Whether it only helps to read the measures: the plan sets no target for it."""
        apart = self.priority is None or self.role is Role.SYSTEM
        return apart and self.target.type is TargetType.NONE
