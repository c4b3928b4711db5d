"""The page of all dated steps: of the tactics, and of targets that are reached step by step."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from planpress.model.dataclass import dataclass
from planpress.model.milestone import Milestone, Reached
from planpress.model.period import Form, Period
from planpress.model.site import Site
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.work_pages import work_part


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, the tactic or measure to which it belongs, and how far it has come."""

    milestone: Milestone
    of: Turn
    reached: Reached


@dataclass(frozen=True, slots=True)
class Steps:
    """The milestones of one tactic or measure, by date."""

    of: Turn
    milestones: tuple[Milestone, ...]

    @property
    def measured(self) -> bool:
        """Whether they are the steps of a measure."""
        return self.of.path.startswith("indicators/")


def milestones(site: Site) -> Iterable[Leaf]:
    """Return the page of all milestones, if the plan has any."""
    groups = steps_by_owner(site)
    if not groups:
        return
    found = steps(site, groups)
    yield Leaf(
        template="pages/milestones.html",
        path="milestones/",
        title=say_in_all(site, "Milestones"),
        summary=say_in_all(site, "The dated steps of the plan: what is done, due and late."),
        section="work",
        records=tuple(group.of.path.rstrip("/") for group in groups),
        context={
            "counts": counts(step.reached for step in found),
            "late": tuple(step for step in found if step.reached is Reached.LATE),
            "years": _by_school_year(site, found),
            "groups": groups,
            "part": work_part(site),
        },
    )


def steps_by_owner(site: Site) -> tuple[Steps, ...]:
    """Return the milestones of every tactic, then of every measure, those that have any."""
    project = site.project
    owners = (
        *((Turn(t.title, f"tactics/{t.id}/"), t.milestones) for t in project.tactics.values()),
        *(
            (Turn(i.title, f"indicators/{i.id}/"), i.milestones)
            for i in project.indicators.values()
        ),
    )
    return tuple(
        Steps(of, tuple(sorted(found, key=lambda one: (one.due, one.id))))
        for of, found in owners
        if found
    )


def steps(site: Site, groups: Iterable[Steps]) -> tuple[Step, ...]:
    """Return all milestones with what they belong to, by date."""
    found = (
        Step(one, group.of, one.reached(site.as_of)) for group in groups for one in group.milestones
    )
    return tuple(sorted(found, key=lambda step: (step.milestone.due, step.of.path)))


def counts(found: Iterable[Reached]) -> Mapping[Reached, int]:
    """Return how many milestones are in each state, late ones first; states without any are out."""
    reached = Counter(found)
    return {state: reached[state] for state in Reached if reached[state]}


def _by_school_year(
    site: Site, found: Iterable[Step]
) -> tuple[tuple[Period, tuple[Step, ...]], ...]:
    starts = site.project.plan.school_year_starts
    years = groupby(
        found, key=lambda step: Period.holding(Form.SCHOOL_YEAR, step.milestone.due, starts)
    )
    return tuple((year, tuple(some)) for year, some in years)
