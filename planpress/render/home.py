"""The plan in one look."""

from collections.abc import Iterable
from datetime import date

from planpress.model.assessment import Assessment
from planpress.model.concern import Concern
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.initiative import Progress
from planpress.model.page import Section
from planpress.model.priority import PriorityRecord
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.leaf import Leaf, Turn
from planpress.render.navigation import page_path
from planpress.render.news import moves_so_far, updates_so_far
from planpress.render.standing import by_concern, measures, standing
from planpress.render.stocktakes import Sitting, reviews_to_come, stocktake_title


@dataclass(frozen=True, slots=True)
class Row:
    """A priority with its measures."""

    priority: PriorityRecord
    measures: tuple[IndicatorRecord, ...]
    background: tuple[IndicatorRecord, ...]


def home(site: Site) -> Iterable[Leaf]:
    """Return the home page."""
    plan, project = site.project.plan, site.project
    of_the_plan = measures(site)
    vision = project.pages["vision"].summary if "vision" in project.pages else Words()
    work = [item for i in project.initiatives.values() for w in i.workstreams for item in w.items]
    yield Leaf(
        template="pages/home.html",
        path="",
        title=plan.title,
        summary=vision or plan.tagline,
        made_from=plan.source.path,
        records=("plan", *(f"indicators/{m.id}" for m in of_the_plan)),
        context={
            "vision": vision or plan.tagline or plan.title,
            "rows": tuple(
                Row(p, project.measures_of(p.id), project.background_of(p.id))
                for p in project.priorities.values()
            ),
            "standing": standing(site, of_the_plan),
            "goals": sum(len(priority.goals) for priority in project.priorities.values()),
            "work": len(work),
            "work_known": sum(item.status is not Progress.NOT_PUBLISHED for item in work),
            "awaited": _awaited(site, of_the_plan),
            "next_reviews": _next_reviews(site),
            "off_track": tuple(
                m
                for kind, found in by_concern(site, of_the_plan)
                for m in found
                if kind is Concern.OFF_TRACK
            ),
            "tactics": sorted(project.tactics.values(), key=lambda tactic: not tactic.focus),
            "updates": updates_so_far(site)[:3],
            "moves": moves_so_far(site)[:5],
            "news": _news(site),
            "archive": tuple(
                Turn(page.title, page_path(site, page.id))
                for page in project.pages.values()
                if page.section is Section.ARCHIVE and page.plan is None
            ),
        },
    )


def _awaited(
    site: Site, of_the_plan: Iterable[IndicatorRecord]
) -> tuple[tuple[IndicatorRecord, Assessment], ...]:
    """Return the measures with a result still to come, the soonest first."""
    coming = [
        (measure, found)
        for measure in of_the_plan
        if (found := site.assessments[measure.id]).due is not None and found.due >= site.as_of
    ]
    return tuple(sorted(coming, key=lambda pair: pair[1].due or date.max))


def _next_reviews(site: Site) -> tuple[tuple[date, Sitting], ...]:
    """Return the stocktakes of the next day on which there are any."""
    coming = reviews_to_come(site)
    return tuple((day, found) for day, found in coming if day == coming[0][0])


def _news(site: Site) -> tuple[tuple[date, Turn], ...]:
    """Return what was changed last; what has stood since the first recorded day is no news."""
    code = site.project.languages[0]
    archived = {
        f"pages/{p.id}" for p in site.project.pages.values() if p.section is Section.ARCHIVE
    }
    known = {
        record: day
        for (record, spoken), day in site.changed.items()
        if spoken == code and record not in archived
    }
    first = min(known.values(), default=date.max)
    known = {record: day for record, day in known.items() if day > first}
    turns = {
        **{
            f"indicators/{i.id}": Turn(i.title, f"indicators/{i.id}/")
            for i in site.project.indicators.values()
        },
        **{
            f"priorities/{p.id}": Turn(p.title, f"priorities/{p.id}/")
            for p in site.project.priorities.values()
        },
        **{
            f"tactics/{t.id}": Turn(t.title, f"tactics/{t.id}/")
            for t in site.project.tactics.values()
        },
        **{
            f"stocktakes/{s.id}": Turn(stocktake_title(site, s), f"stocktakes/{s.id}/")
            for s in site.project.stocktakes.values()
        },
        **{
            f"initiatives/{i.id}": Turn(i.title, f"initiatives/{i.id}/")
            for i in site.project.initiatives.values()
        },
        **{
            f"reviews/{r.id}": Turn(r.title, f"reviews/{r.id}/")
            for r in site.project.reviews.values()
        },
        **{
            f"pages/{p.id}": Turn(p.title, page_path(site, p.id))
            for p in site.project.pages.values()
        },
    }
    found = [(day, turns[record]) for record, day in known.items() if record in turns]
    return tuple(sorted(found, key=lambda pair: (-pair[0].toordinal(), pair[1].path))[:5])
