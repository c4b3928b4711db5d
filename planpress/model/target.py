"""What is to be reached, the way there, and how either was revised."""

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from planpress.model.fields import APeriod, Date, Id, Number, Text, Yes, a_number
from planpress.model.period import Period
from planpress.model.record import Part
from planpress.model.words import Words


class TargetType(StrEnum):
    """How a target is reached: by a number, by several, by steps, by everyone, or not set."""

    NUMERIC = "numeric"
    COMPOUND = "compound"
    PROCESS = "process"
    UNIVERSAL = "universal"
    NONE = "none"


class Shape(StrEnum):
    """How a trajectory runs from baseline to target, through its points if it has any.

    linear: one point per period, on straight lines. step: each value holds until the next point.
    """

    LINEAR = "linear"
    STEP = "step"


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
    groups: Yes = False
    """yes where the target holds for every student group as well; universal targets always do."""

    @property
    def for_groups(self) -> bool:
        """Whether every student group shall reach the target too."""
        return self.groups or self.type is TargetType.UNIVERSAL


class Revised(StrEnum):
    """What of a target or its way was revised; `target.value` means `target` too."""

    BASELINE = "baseline"
    BASELINE_PERIOD = "baseline.period"
    TARGET = "target"
    TARGET_PERIOD = "target.period"
    TRAJECTORY = "trajectory"

    @classmethod
    def _missing_(cls, value: object) -> "Revised | None":
        short = str(value).removesuffix(".value")
        return next((one for one in cls if one == short), None)


class Revision(Part):
    """A change of the plan's own numbers, made in public."""

    id: Id | None = None
    """A name for the entry; only needed where two have the same date."""
    date: Date
    """The first day on which the new number is in force."""
    field: Revised
    """baseline, baseline.period, target, target.period or trajectory."""
    period: APeriod | None = None
    """The period of the point (trajectory only)."""
    from_: Text | None = Field(alias="from", default=None)
    """The number or period before; left out where there was none."""
    to: Text | None = None
    """The number or period since; left out where there is none any more."""
    reason: Words
    """Why it was changed."""

    @field_validator("from_", "to")
    @classmethod
    def _of_the_field(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text is not None and "field" in info.data:
            _typed(text, info.data["field"])
        return text

    @model_validator(mode="after")
    def _written_as_the_field_wants(self) -> Self:
        if self.from_ is None and self.to is None:
            raise ValueError("a revision needs “from” or “to”")
        if (self.field is Revised.TRAJECTORY) != (self.period is not None):
            raise ValueError("“period” belongs to revisions of the trajectory, and only to them")
        if self.before == self.after:
            raise ValueError("“from” and “to” are the same")
        return self

    @property
    def before(self) -> Decimal | Period | None:
        """What was in force until the day before."""
        return None if self.from_ is None else _typed(self.from_, self.field)

    @property
    def after(self) -> Decimal | Period | None:
        """What is in force since the day."""
        return None if self.to is None else _typed(self.to, self.field)


def _typed(text: str, field: Revised) -> Decimal | Period:
    of_period = field in (Revised.BASELINE_PERIOD, Revised.TARGET_PERIOD)
    return Period.parse(text) if of_period else a_number(text)
