"""The schedule of the stocktakes, and a page for each."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import groupby

from planpress.model.dataclass import dataclass
from planpress.model.period import Form, MonthDay, Period
from planpress.model.site import Site
from planpress.model.stocktake import Held, StocktakeRecord
from planpress.model.words import Words
from planpress.render.judged import judged_at
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.standing import Standing, counted
from planpress.render.work_pages import work_part


class Stage(StrEnum):
    """How far a stocktake has come as of a day."""

    HELD = "held"
    COMING = "coming"
    UNRECORDED = "unrecorded"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A stocktake as lists show it.

    `instead` is the stocktake of the same tactic on the day to which a postponed one was moved.
    `numbers` counts what the measures of the tactic were rated that day, None unless it was held;
    `far` of them were two or more levels from what was judged.
    """

    stocktake: StocktakeRecord
    stage: Stage
    title: Words
    instead: StocktakeRecord | None = None
    numbers: Standing | None = None
    far: int = 0

    def overdue(self, as_of: date) -> bool:
        """Whether its day, or the day to which it was moved, has passed without a record."""
        moved = self.stocktake.moved_to
        lost = self.instead is None and moved is not None and moved < as_of
        return self.stage is Stage.UNRECORDED or (self.stage is Stage.POSTPONED and lost)


def stocktakes(site: Site) -> Iterable[Leaf]:
    """Return the schedule by school year, and a page for each stocktake."""
    found = tuple(sitting(site, stocktake) for stocktake in site.project.stocktakes.values())
    if not found:
        return
    title = say_in_all(site, "Stocktakes")
    plan = site.project.plan
    settled = {schedule.period: schedule.status for schedule in plan.schedules}
    years = tuple(
        (year, settled.get(year), some)
        for year, some in by_school_year(found, plan.school_year_starts)
    )
    yield Leaf(
        template="pages/stocktakes.html",
        path="stocktakes/",
        title=title,
        summary=say_in_all(
            site,
            "At a stocktake the people who lead the work look at the numbers, "
            "judge how it goes, and decide what to do next.",
        ),
        section="work",
        records=tuple(f"stocktakes/{one.stocktake.id}" for one in found),
        context={
            "years": years,
            "coming": reviews_to_come(site),
            "part": work_part(site),
        },
    )
    beside = _beside(site)
    for one in found:
        yield _page(site, one, Turn(title, "stocktakes/"), *beside[one.stocktake.id])


def sitting(site: Site, stocktake: StocktakeRecord) -> Sitting:
    """Return a stocktake as it is known on the site's day."""
    now = stage(stocktake, site.as_of)
    if now is not Stage.HELD:
        return Sitting(stocktake, now, stocktake_title(site, stocktake), _instead(site, stocktake))
    that_day = site.that_day.get(stocktake.id, {})
    measures = [
        measure
        for measure in site.project.measures_for(stocktake.tactic)
        if measure.id in that_day and not measure.background
    ]
    return Sitting(
        stocktake,
        now,
        stocktake_title(site, stocktake),
        numbers=counted(that_day[measure.id] for measure in measures),
        far=sum(row.far for row in judged_at(site, stocktake)),
    )


def stage(stocktake: StocktakeRecord, as_of: date) -> Stage:
    """Return how far a stocktake has come; one that will be held is only scheduled so far."""
    if stocktake.status is Held.POSTPONED:
        return Stage.POSTPONED
    if stocktake.status is Held.CANCELLED:
        return Stage.CANCELLED
    if stocktake.date > as_of:
        return Stage.COMING
    if stocktake.status is Held.HELD:
        return Stage.HELD
    return Stage.COMING if stocktake.date == as_of else Stage.UNRECORDED


def stocktake_title(site: Site, stocktake: StocktakeRecord) -> Words:
    """Return its own title, or else day and tactic.

    The title of one that was held later than the site's day is not used: it may tell the outcome.
    """
    to_come = stocktake.status is Held.HELD and stocktake.date > site.as_of
    if stocktake.title and not to_come:
        return stocktake.title
    tactic = site.project.tactics[stocktake.tactic].title.texts
    return Words(
        {
            code: language.say(
                "Stocktake of %(day)s: %(tactic)s",
                day=language.date(stocktake.date),
                tactic=tactic[code],
            )
            for code, language in site.languages.items()
            if code in tactic
        }
    )


def by_school_year(
    sittings: Iterable[Sitting], starts: MonthDay
) -> tuple[tuple[Period, tuple[Sitting, ...]], ...]:
    """Return stocktakes by school year, the newest year first, by date in each."""

    def year(one: Sitting) -> Period:
        return Period.holding(Form.SCHOOL_YEAR, one.stocktake.date, starts)

    ordered = sorted(sittings, key=lambda one: (one.stocktake.date, one.stocktake.id))
    years = [(found, tuple(some)) for found, some in groupby(ordered, key=year)]
    return tuple(reversed(years))


def reviews_to_come(site: Site) -> tuple[tuple[date, Sitting], ...]:
    """Return the stocktakes still to come with their day, the soonest first.

    One that was postponed comes on its new day, unless that day has a record of its own.
    """
    found = [sitting(site, stocktake) for stocktake in site.project.stocktakes.values()]
    days = [
        *((s.stocktake.date, s) for s in found if s.stage is Stage.COMING),
        *(
            (s.stocktake.moved_to, s)
            for s in found
            if s.stage is Stage.POSTPONED
            and s.instead is None
            and s.stocktake.moved_to
            and s.stocktake.moved_to >= site.as_of
        ),
    ]
    return tuple(sorted(days, key=lambda pair: (pair[0], pair[1].stocktake.id)))


def _instead(site: Site, stocktake: StocktakeRecord) -> StocktakeRecord | None:
    if stocktake.status is not Held.POSTPONED:
        return None
    others = site.project.stocktakes.values()
    new = (stocktake.tactic, stocktake.moved_to)
    return next((s for s in others if (s.tactic, s.date) == new), None)


def _beside(site: Site) -> Mapping[str, tuple[Turn | None, Turn | None]]:
    """Return, by stocktake, the turns to the one before and the one after of its tactic."""
    rows: dict[str, list[StocktakeRecord]] = {}
    for stocktake in site.project.stocktakes.values():
        rows.setdefault(stocktake.tactic, []).append(stocktake)
    return {
        one.id: (before, after)
        for row in rows.values()
        for one, before, after in in_line(
            row, lambda s: Turn(stocktake_title(site, s), f"stocktakes/{s.id}/")
        )
    }


def _page(site: Site, one: Sitting, above: Turn, before: Turn | None, after: Turn | None) -> Leaf:
    project, stocktake = site.project, one.stocktake
    told = one.stage in (Stage.HELD, Stage.POSTPONED, Stage.CANCELLED)
    return Leaf(
        template="pages/stocktake.html",
        path=f"stocktakes/{stocktake.id}/",
        title=one.title,
        summary=stocktake.summary if told else Words(),
        section="work",
        crumbs=(above,),
        previous=before,
        next=after,
        made_from=stocktake.source.path,
        records=(f"stocktakes/{stocktake.id}",),
        context={
            "stocktake": stocktake,
            "sitting": one,
            "told": told,
            "tactic": project.tactics[stocktake.tactic],
            "rows": judged_at(site, stocktake) if one.stage is Stage.HELD else (),
            "that_day": site.that_day.get(stocktake.id, {}),
            "measures": tuple(
                m for m in project.measures_for(stocktake.tactic) if not m.background
            ),
        },
    )
