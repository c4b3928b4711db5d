"""The pages of the tactics: what is done for a priority, by whom, and whether it works."""

from collections.abc import Iterable

from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.milestone import Milestone, Reached
from planpress.model.priority import Goal
from planpress.model.site import Site
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord
from planpress.render.audiences import told_to
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.milestones import counts
from planpress.render.navigation import tactics_title
from planpress.render.standing import standing
from planpress.render.stocktakes import Stage, sitting
from planpress.render.work_pages import work_part


def tactics(site: Site) -> Iterable[Leaf]:
    """Return the list of tactics by priority, and a page for each."""
    project, title = site.project, tactics_title(site)
    groups = tuple(
        (priority, found)
        for priority in project.priorities.values()
        if (found := tuple(t for t in project.tactics.values() if t.priority == priority.id))
    )
    found = tuple(tactic for _, some in groups for tactic in some)
    if not found:
        return
    measures = {tactic.id: measures_of(site, tactic) for tactic in found}
    standings = {name: standing(site, some) for name, some in measures.items()}
    every = tuple({m.id: m for some in measures.values() for m in some}.values())
    yield Leaf(
        template="pages/tactics.html",
        path="tactics/",
        title=title,
        summary=say_in_all(site, "What is done to reach the goals, who leads it, and how it goes."),
        section="work",
        records=(
            *(f"tactics/{tactic.id}" for tactic in found),
            *(f"indicators/{measure.id}" for measure in every),
        ),
        context={
            "by_priority": groups,
            "focus": tuple(tactic for tactic in found if tactic.focus),
            "measures": measures,
            "standings": standings,
            "standing": standing(site, every),
            "steps": {tactic.id: ahead(site, tactic) for tactic in found},
            "part": work_part(site),
        },
    )
    for tactic, before, after in in_line(found, lambda t: Turn(t.title, f"tactics/{t.id}/")):
        yield _page(site, tactic, Turn(title, "tactics/"), before, after)


def measures_of(site: Site, tactic: TacticRecord) -> tuple[IndicatorRecord, ...]:
    """Return the measures that count in the roll-up of a tactic; background numbers do not."""
    return tuple(m for m in site.project.measures_for(tactic.id) if not m.background)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What of a tactic is late, and what comes next; `late` counts milestones, `actions` steps."""

    late: int
    actions: int
    next: Milestone | None


def ahead(site: Site, tactic: TacticRecord) -> Ahead:
    """Return what of a tactic is late as of the site's day, and its next milestone."""
    reached = {step.id: step.reached(site.as_of) for step in tactic.milestones}
    due = [step for step in tactic.milestones if reached[step.id] is Reached.DUE]
    course = course_of(site, tactic)
    return Ahead(
        late=sum(state is Reached.LATE for state in reached.values()),
        actions=course.late(site.as_of) if course else 0,
        next=min(due, key=lambda step: step.due, default=None),
    )


def course_of(site: Site, tactic: TacticRecord) -> StocktakeRecord | None:
    """Return the newest stocktake held so far that says what is being done about a tactic."""
    held = site.project.stocktakes_of(tactic.id, site.as_of)
    return next((s for s in held if s.actions or s.course_of_action), None)


def _page(
    site: Site, tactic: TacticRecord, above: Turn, previous: Turn | None, following: Turn | None
) -> Leaf:
    project = site.project
    measures = measures_of(site, tactic)
    every = project.measures_for(tactic.id)
    sittings = sorted(
        (sitting(site, s) for s in project.stocktakes.values() if s.tactic == tactic.id),
        key=lambda one: (one.stocktake.date, one.stocktake.id),
        reverse=True,
    )
    return Leaf(
        template="pages/tactic.html",
        path=f"tactics/{tactic.id}/",
        title=tactic.title,
        summary=tactic.summary,
        section="work",
        crumbs=(above,),
        previous=previous,
        next=following,
        made_from=tactic.source.path,
        records=(
            f"tactics/{tactic.id}",
            *(f"stocktakes/{one.stocktake.id}" for one in sittings),
            *(f"indicators/{measure.id}" for measure in every),
        ),
        context={
            "tactic": tactic,
            "priority": project.priorities[tactic.priority],
            "goal": _goal(site, tactic),
            "measures": measures,
            "standing": standing(site, measures),
            "smart": tuple(project.indicators[name] for name in tactic.smart_goals),
            "early": tuple(
                (project.indicators[sign.indicator], project.indicators[sign.predicts])
                for sign in tactic.leading_indicators
            ),
            "others": tuple(m for m in every if m.id not in tactic.indicators),
            "audiences": told_to(tactic.audiences),
            "milestones": tuple(sorted(tactic.milestones, key=lambda step: step.due)),
            "steps": counts(step.reached(site.as_of) for step in tactic.milestones),
            "cycles": tuple(sorted(tactic.cycles, key=lambda cycle: cycle.date, reverse=True)),
            "unowned": sum(not link.owner for link in tactic.delivery_chain),
            "sittings": tuple(sittings),
            "held": tuple(one for one in sittings if one.stage is Stage.HELD),
            "course": course_of(site, tactic),
        },
    )


def _goal(site: Site, tactic: TacticRecord) -> Goal | None:
    goals = site.project.priorities[tactic.priority].goals
    return next((goal for goal in goals if goal.id == tactic.goal), None)
