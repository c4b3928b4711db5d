"""Rules that look at one measure by itself: they are asked only of those that have changed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.piecewise import joined
from planpress.store import Store, digest

Rule = Callable[[Reading, Project], Iterator[Problem]]


def measures(reading: Reading, project: Project, store: Store | None = None) -> Iterator[Problem]:
    """Yield what these rules find in the rows of every measure.

    A rule sees the measure with its rows, the plan and the dimensions, and nothing else: what it
    finds is kept in `store` by what they say.
    """
    single = (project.plan, project.dimensions)
    what = digest("measures", *(record.source.digest if record else "" for record in single))

    def make(name: str) -> tuple[Problem, ...]:
        alone = Project(
            plan=project.plan,
            dimensions=project.dimensions,
            indicators={name: project.indicators[name]},
        )
        rows = {name: reading.series[name]}
        seen = Reading(project=alone, series=rows, problems=(), data={})
        return tuple(problem for rule in rules_of_measures() for problem in rule(seen, alone))

    pieces = {
        name: _key(project.indicators[name].source.digest, series.digest)
        for name, series in reading.series.items()
        if name in project.indicators
    }
    yield from chain.from_iterable(joined(store, what, pieces, make, _together))


def rules_of_measures() -> tuple[Rule, ...]:
    """Return these rules; where no measure has changed, nobody needs them."""
    from planpress.check.copies import copied_groups, copied_periods  # noqa: PLC0415
    from planpress.check.gaps import missing_periods  # noqa: PLC0415
    from planpress.check.jumps import changed_counts, jumps  # noqa: PLC0415
    from planpress.check.shares import fractions, impossible_shares  # noqa: PLC0415
    from planpress.check.totals import groups_and_totals  # noqa: PLC0415

    return (
        jumps,
        changed_counts,
        missing_periods,
        groups_and_totals,
        impossible_shares,
        fractions,
        copied_periods,
        copied_groups,
    )


def _key(*digests: str) -> str:
    return digest(*digests) if all(digests) else ""


def _together(found: Iterable[tuple[Problem, ...]]) -> tuple[Problem, ...]:
    return tuple(chain.from_iterable(found))
