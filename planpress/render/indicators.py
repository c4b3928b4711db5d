"""The pages of the measures."""

from collections.abc import Iterable

from planpress.model.assessment import Assessment, PastRating
from planpress.model.indicator import IndicatorRecord
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.judged import judged_for
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.priorities import priorities_title

ROWS_SHOWN = 200
"""A longer table is left to the CSV file; the page then shows the rows about everyone."""


def indicators(site: Site) -> Iterable[Leaf]:
    """Return the list of measures, and a page for each."""
    project = site.project
    found = tuple(project.indicators.values())
    title = say_in_all(site, "Measures")
    yield Leaf(
        template="pages/indicators.html",
        path="indicators/",
        title=title,
        summary=say_in_all(site, "Every number that this plan follows, with its latest result."),
        section="on-track",
        records=tuple(f"indicators/{indicator.id}" for indicator in found),
        context={
            "groups": tuple(
                (priority, project.measures_of(priority.id))
                for priority in project.priorities.values()
            ),
            "context_indicators": tuple(i for i in found if i.background),
        },
    )
    for indicator, before, after in in_line(found, lambda i: Turn(i.title, f"indicators/{i.id}/")):
        series = site.series.get(indicator.id)
        rows = series.observations if series else ()
        whole = len(rows) <= ROWS_SHOWN
        yield Leaf(
            template="pages/indicator.html",
            path=f"indicators/{indicator.id}/",
            title=indicator.title,
            summary=indicator.summary or indicator.definition,
            section="priorities" if indicator.priority else "on-track",
            crumbs=_crumbs(site, indicator, title),
            previous=before,
            next=after,
            made_from=indicator.source.path,
            records=(f"indicators/{indicator.id}",),
            context={
                "indicator": indicator,
                "rows": rows if whole or series is None else series.overall,
                "whole": whole,
                "past": past(site.assessments[indicator.id]),
                "revisions": tuple(r for r in indicator.revisions if r.date <= site.as_of),
                "judgements": judged_for(site, indicator.id),
                "parts": tuple(project.indicators[part] for part in indicator.target.all_of),
            },
        )


def past(assessment: Assessment) -> tuple[PastRating, ...]:
    """Return the results for which something was expected; nothing where none was ever rated."""
    if assessment.last_known is None:
        return ()
    return tuple(one for one in assessment.history if one.rating or one.expected is not None)


def _crumbs(site: Site, indicator: IndicatorRecord, title: Words) -> tuple[Turn, ...]:
    if indicator.priority is None:
        return (Turn(title, "indicators/"),)
    priority = site.project.priorities[indicator.priority]
    return (
        Turn(priorities_title(site), "priorities/"),
        Turn(priority.title, f"priorities/{priority.id}/"),
    )
