"""Rules about targets that hold for every student group."""

from collections.abc import Iterator

from planpress.check.targets import IN_NUMBERS
from planpress.model.equity import GROUP
from planpress.model.problem import Problem, error, notice, warning
from planpress.model.project import Project
from planpress.model.reading import Reading


def group_targets(reading: Reading, project: Project) -> Iterator[Problem]:
    """A target for every student group is a number, and the numbers are split by group."""
    for indicator in project.indicators.values():
        target, place = indicator.target, indicator.source.at("target", "groups")
        if not target.groups:
            continue
        if target.type not in IN_NUMBERS:
            message = f"“groups” is not used: groups cannot be rated on a {target.type} target"
            yield warning(place, "target-groups", message, "Remove the key.")
        elif GROUP not in indicator.dimensions:
            message = f"the target is for every group, but “{GROUP}” is not among the dimensions"
            hint = f"Add “dimensions: [{GROUP}]” and the groups’ rows in data/, or remove “groups”."
            yield error(place, "target-groups", message, hint)


def group_baselines(reading: Reading, project: Project) -> Iterator[Problem]:
    """A group is rated on the way from its own result at the baseline's period."""
    for indicator in project.indicators.values():
        target, start = indicator.target, indicator.baseline
        series = reading.series.get(indicator.id)
        if series is None or start is None or target.type not in IN_NUMBERS:
            continue
        if not target.for_groups or GROUP not in indicator.dimensions:
            continue
        known = series.by_period.get(start.period, {})
        missing = [
            codes[0][1]
            for codes in series.by_codes
            if len(codes) == 1 and codes[0][0] == GROUP and codes not in known
        ]
        if missing:
            message = (
                f"no row for {start.period}, the baseline’s period: {', '.join(missing)} "
                "cannot be rated"
            )
            hint = "Add the rows if the results are known; until then the groups have no rating."
            yield notice(series.place, "group-without-baseline", message, hint)
