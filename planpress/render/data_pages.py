"""The page of all downloads."""

from collections.abc import Iterable
from dataclasses import dataclass

from planpress.model.indicator import IndicatorRecord
from planpress.model.page import Section
from planpress.model.period import Period
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.render.leaf import Leaf, say_in_all
from planpress.render.work_pages import part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An indicator's file: what it holds. Without rows there is no file."""

    indicator: IndicatorRecord
    first: Period | None = None
    last: Period | None = None
    rows: int = 0
    hidden: int = 0


def data(site: Site) -> Iterable[Leaf]:
    """Return the page of all downloads."""
    found = tuple(
        download(indicator, site.series.get(indicator.id))
        for indicator in site.project.indicators.values()
    )
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


def download(indicator: IndicatorRecord, series: Series | None) -> Download:
    """Return what an indicator's file holds."""
    rows = series.observations if series else ()
    periods = [row.period for row in rows]
    return Download(
        indicator=indicator,
        first=min(periods, default=None),
        last=max(periods, default=None),
        rows=len(rows),
        hidden=sum(row.hidden for row in rows),
    )
