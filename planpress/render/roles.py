"""Where do I fit? What the plan asks of those who have a role in it, and whom it helps."""

from collections.abc import Iterable

from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.plan import PlanRole
from planpress.model.site import Site
from planpress.model.tactic import Link, TacticRecord
from planpress.render.leaf import Leaf, say_in_all
from planpress.render.work_pages import work_part


@dataclass(frozen=True, slots=True)
class Part:
    """A tactic that names a role, and the links of its delivery chain that are the role's."""

    tactic: TacticRecord
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A role with all that names it: tactics and their chain links, and measures."""

    role: PlanRole
    parts: tuple[Part, ...]
    measures: tuple[IndicatorRecord, ...]


def roles(site: Site) -> Iterable[Leaf]:
    """Return the page of the roles that the plan declares, if it declares any."""
    found = places(site)
    if not found:
        return
    tactics = {part.tactic.id for place in found for part in place.parts}
    measures = {measure.id for place in found for measure in place.measures}
    yield Leaf(
        template="pages/roles.html",
        path="roles/",
        title=say_in_all(site, "Where do I fit?"),
        summary=say_in_all(site, "What the plan asks of you and offers you, by your role."),
        section="work",
        records=(
            "plan",
            *(f"tactics/{name}" for name in sorted(tactics)),
            *(f"indicators/{name}" for name in sorted(measures)),
        ),
        context={
            "places": found,
            "part": tuple(turn for turn in work_part(site) if turn.path != "roles/"),
        },
    )


def places(site: Site) -> tuple[Place, ...]:
    """Return what names each role, in the order in which the plan declares the roles."""
    project = site.project
    return tuple(
        Place(
            role,
            tuple(
                Part(tactic, links)
                for tactic in project.tactics.values()
                if (links := _links(tactic, role)) or role.id in tactic.roles
            ),
            tuple(m for m in project.indicators.values() if role.id in m.roles),
        )
        for role in project.plan.roles
    )


def _links(tactic: TacticRecord, role: PlanRole) -> tuple[Link, ...]:
    return tuple(link for link in tactic.delivery_chain if link.role == role.id)
