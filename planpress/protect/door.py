"""The door: raw rows in, published rows out."""

from collections.abc import Mapping

from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.series import Codes, Observation, Series
from planpress.protect.primary import published


def protect(raw: Mapping[str, RawSeries], project: Project) -> dict[str, Series]:
    """Return the rows of every indicator that may be published, by the plan's privacy rule.

    What is protected: a value about fewer than `minimum_n` people, or about a number of people
    that may be fewer (`<=50`), and every row that its file calls suppressed (primary suppression).

    What is not protected yet: a hidden value that can be derived from those shown, by subtracting
    groups from their total, across levels, schools or periods, or from a rate and its count; and
    shares near 0 or 100. Complementary suppression and the audit of the rendered pages cover
    them when they are built; until then a hidden number is only as safe as its neighbours.
    """
    minimum = project.plan.privacy.minimum_n
    return {indicator: _protected(series, minimum) for indicator, series in raw.items()}


def _protected(raw: RawSeries, minimum: int) -> Series:
    rows = (published(row, minimum) for row in raw.observations)
    return Series(
        indicator=raw.indicator,
        dimensions=raw.dimensions,
        observations=tuple(sorted(rows, key=_order)),
    )


def _order(row: Observation) -> tuple[Codes, str, int]:
    return row.codes, row.period.form, row.period.number
