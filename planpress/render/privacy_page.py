"""The page that says which results are not shown, and why."""

from collections.abc import Iterable
from typing import NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.site import Site
from planpress.render.data_pages import data_turn, downloads
from planpress.render.leaf import Leaf, say_in_all


class Group(NamedTuple):
    """A group of the example: how many students it has, and how many of them read well."""

    letter: str
    people: int
    well: int


@dataclass(frozen=True, slots=True)
class Example:
    """A made-up school with two groups that are large enough and one that is not."""

    groups: tuple[Group, Group, Group]

    @property
    def people(self) -> int:
        """How many students the school has."""
        return sum(group.people for group in self.groups)

    @property
    def well(self) -> int:
        """How many of them read well."""
        return sum(group.well for group in self.groups)


class Total(NamedTuple):
    """How many results there are, how many of them are not shown, how many are limits."""

    rows: int
    hidden: int
    limits: int


def privacy(site: Site) -> Iterable[Leaf]:
    """Return the page about privacy, with this plan's own numbers."""
    found = tuple(one for one in downloads(site) if one.rows)
    counted = tuple(one for one in found if one.hidden or one.limits)
    yield Leaf(
        template="pages/data-privacy.html",
        path="data/privacy/",
        title=say_in_all(site, "Why some results are not shown"),
        summary=say_in_all(
            site,
            "Nobody should learn one student’s result from this site. This is how we see to it.",
        ),
        section="data",
        crumbs=(data_turn(site),),
        made_from=site.project.plan.source.path,
        records=("plan", *(f"indicators/{one.indicator.id}" for one in found)),
        context={
            "example": example(site.project.plan.privacy.minimum_n),
            "total": Total(
                sum(one.rows for one in found),
                sum(one.hidden for one in found),
                sum(one.limits for one in found),
            ),
            "counted": counted,
            "untouched": len(found) - len(counted),
        },
    )


def example(minimum: int) -> Example | None:
    """Return a made-up school whose third group has fewer people than the plan's minimum.

    None where every result is shown, so that there is nothing to explain.
    """
    few = minimum * 9 // 16
    if few < 2:
        return None
    large, middle = 3 * minimum + 3, 2 * minimum - 2
    return Example(
        (
            Group("A", large, large * 3 // 4),
            Group("B", middle, middle * 7 // 10),
            Group("C", few, max(1, few * 4 // 9)),
        )
    )
