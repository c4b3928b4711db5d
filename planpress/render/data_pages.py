"""The page of all downloads, and the page that says when the next results are due."""

from collections.abc import Iterable

from planpress.model.awaited import NextResult, Timing, next_result
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.page import Section
from planpress.model.period import Period
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.target import TargetType
from planpress.render.all_pages import part_of
from planpress.render.leaf import Leaf, Turn, say_in_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An indicator's files: what they hold. Without rows there are none.

    `hidden` rows are not shown to protect privacy, `limits` are published as a bound.
    """

    indicator: IndicatorRecord
    first: Period | None = None
    last: Period | None = None
    rows: int = 0
    hidden: int = 0
    limits: int = 0


def data(site: Site) -> Iterable[Leaf]:
    """Return the page of all downloads."""
    found = downloads(site)
    dimensions = site.project.dimensions
    yield Leaf(
        template="pages/data.html",
        path="data/",
        title=say_in_all(site, "Data"),
        summary=say_in_all(site, "Every number on this site, to download and to check."),
        section="data",
        made_from=site.project.plan.source.path,
        records=("plan", *(f"indicators/{indicator}" for indicator in site.project.indicators)),
        context={
            "downloads": tuple(one for one in found if one.rows),
            "without": tuple(one for one in found if not one.rows),
            "dimensions": dimensions.dimensions if dimensions else (),
            "part": part_of(site, Section.DATA),
        },
    )


def releases(site: Site) -> Iterable[Leaf]:
    """Return the page that says when each measure's next result is due, and which are late."""
    measures = tuple(site.project.indicators.values())
    dated = sorted(
        ((i, found) for i in measures if (found := next_result(site, i))),
        key=lambda pair: (pair[1].due, pair[1].expected),
    )

    def timed(timing: Timing) -> tuple[tuple[IndicatorRecord, NextResult], ...]:
        return tuple(pair for pair in dated if pair[1].timing(site.as_of) is timing)

    known = {indicator.id for indicator, _ in dated}
    others = tuple(i for i in measures if i.id not in known)
    apart = (TargetType.COMPOUND, TargetType.PROCESS)
    numbered = tuple(i for i in others if i.target.type not in apart)
    yield Leaf(
        template="pages/data-releases.html",
        path="data/releases/",
        title=say_in_all(site, "When the next results come"),
        section="data",
        crumbs=(data_turn(site),),
        made_from=site.project.plan.source.path,
        records=("plan", *(f"indicators/{indicator.id}" for indicator in measures)),
        context={
            "late": timed(Timing.LATE),
            "now": timed(Timing.NOW),
            "coming": timed(Timing.COMING),
            "final": tuple(i for i in numbered if site.assessments[i.id].trajectory),
            "unknown": tuple(i for i in numbered if not site.assessments[i.id].trajectory),
            "parts": tuple(i for i in others if i.target.type is TargetType.COMPOUND),
            "steps": tuple(i for i in others if i.target.type is TargetType.PROCESS),
        },
    )


def data_turn(site: Site) -> Turn:
    """Return the way back to the page of all downloads."""
    return Turn(say_in_all(site, "Data"), "data/")


def downloads(site: Site) -> tuple[Download, ...]:
    """Return what the files of every indicator hold."""
    return tuple(
        download(indicator, site.series.get(indicator.id))
        for indicator in site.project.indicators.values()
    )


def download(indicator: IndicatorRecord, series: Series | None) -> Download:
    """Return what an indicator's files hold."""
    known = series.outline if series else None
    if known is None or not known.rows:
        return Download(indicator=indicator)
    return Download(
        indicator=indicator,
        first=known.periods[0],
        last=known.periods[-1],
        rows=known.rows,
        hidden=known.hidden,
        limits=known.bounds,
    )
