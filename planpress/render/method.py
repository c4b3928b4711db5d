"""The pages about the ratings themselves: all of them, how they are made, and what is missing."""

from collections.abc import Iterable

from planpress.model.assessment import State
from planpress.model.site import Site
from planpress.render.gaps import gaps
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.navigation import tactics_title
from planpress.render.priorities import priorities_title
from planpress.render.standing import (
    by_concern,
    by_rule,
    measures,
    of_priorities,
    of_tactics,
    standing,
)


def on_track(site: Site) -> Iterable[Leaf]:
    """Return the page with every rating in the plan, what needs attention first."""
    of_the_plan = measures(site)
    groups = by_concern(site, of_the_plan)
    yield Leaf(
        template="pages/on-track.html",
        path="on-track/",
        title=say_in_all(site, "Are we on track?"),
        section="on-track",
        records=tuple(f"indicators/{measure.id}" for measure in of_the_plan),
        context={
            "standing": standing(site, of_the_plan),
            "groups": groups,
            "ordered": tuple(measure for _, found in groups for measure in found),
            "rollups": (
                ("priorities", priorities_title(site), of_priorities(site)),
                ("tactics", tactics_title(site), of_tactics(site)),
            ),
        },
    )


def how_we_rate(site: Site) -> Iterable[Leaf]:
    """Return the page that explains the method, with a measure of this plan as the example."""
    of_the_plan = measures(site)
    ratable = [
        measure
        for measure in of_the_plan
        if site.assessments[measure.id].baseline and site.assessments[measure.id].target
    ]
    ratable.sort(key=lambda measure: site.assessments[measure.id].state is not State.RATED)
    yield Leaf(
        template="pages/how-we-rate.html",
        path="how-we-rate/",
        title=say_in_all(site, "How we rate"),
        summary=say_in_all(
            site,
            "A rating is worked out from published numbers by fixed rules. Anyone can check it.",
        ),
        section="on-track",
        crumbs=(Turn(say_in_all(site, "Are we on track?"), "on-track/"),),
        records=("plan", *(f"indicators/{measure.id}" for measure in of_the_plan)),
        context={
            "example": ratable[0] if ratable else None,
            "decided": by_rule(site, of_the_plan),
        },
    )


def completeness(site: Site) -> Iterable[Leaf]:
    """Return the page that says what the plan has not yet published."""
    yield Leaf(
        template="pages/completeness.html",
        path="completeness/",
        title=say_in_all(site, "What is not yet published"),
        summary=say_in_all(
            site,
            "A plan can only be checked where it says what it wants, by when, and how far it is. "
            "This page lists what is still open.",
        ),
        section="on-track",
        crumbs=(Turn(say_in_all(site, "Are we on track?"), "on-track/"),),
        records=("plan",),
        context={"gaps": gaps(site)},
    )
