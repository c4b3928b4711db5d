"""The page on which readers put results of their choice side by side."""

from collections.abc import Iterable

from planpress.model.indicator import IndicatorRecord
from planpress.model.priority import PriorityRecord
from planpress.model.site import Site
from planpress.render.data_pages import data_turn
from planpress.render.leaf import Leaf, say_in_all

Group = tuple[PriorityRecord | None, tuple[IndicatorRecord, ...]]


def explorer(site: Site) -> Iterable[Leaf]:
    """Return the explorer: all measures at a glance, and what its script needs to compare them."""
    yield Leaf(
        template="pages/explore.html",
        path="explore/",
        title=say_in_all(site, "Explore the numbers"),
        summary=say_in_all(
            site, "Put up to six results side by side: measures, student groups, schools and years."
        ),
        section="data",
        crumbs=(data_turn(site),),
        made_from=site.project.plan.source.path,
        records=("plan", *(f"indicators/{indicator}" for indicator in site.project.indicators)),
        context={"groups": groups(site), "with_rows": with_rows(site)},
    )


def groups(site: Site) -> tuple[Group, ...]:
    """Return the measures of each priority that has any, then those of none."""
    of = site.project.indicators_of
    named = [(priority, of(priority.id)) for priority in site.project.priorities.values()]
    return tuple((priority, found) for priority, found in (*named, (None, of(None))) if found)


def with_rows(site: Site) -> tuple[str, ...]:
    """Return the ids of the measures of which there is a row that can be shown."""
    return tuple(name for name in site.project.indicators if _rows(site, name))


def _rows(site: Site, indicator: str) -> bool:
    series = site.series.get(indicator)
    return series is not None and bool(series.outline.rows)
