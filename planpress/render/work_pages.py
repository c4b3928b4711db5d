"""The pages about initiatives, and how the pages of the work lead to each other."""

from collections import Counter
from collections.abc import Iterable, Mapping

from planpress.model.initiative import InitiativeRecord, Item, Progress
from planpress.model.page import Section
from planpress.model.review import Step
from planpress.model.site import Site
from planpress.render.all_pages import part_of
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.navigation import has_milestones, tactics_title
from planpress.render.news import has_news, reports_so_far, voices_so_far


def initiatives(site: Site) -> Iterable[Leaf]:
    """Return the list of initiatives with the priorities they serve, and a page for each."""
    found = tuple(site.project.initiatives.values())
    if not found:
        return
    title = say_in_all(site, "Initiatives")
    counted = {initiative.id: progress(_items(initiative)) for initiative in found}
    yield Leaf(
        template="pages/initiatives.html",
        path="initiatives/",
        title=title,
        summary=say_in_all(site, "Work that serves several priorities at once."),
        section="work",
        records=tuple(f"initiatives/{initiative.id}" for initiative in found),
        context={
            "initiatives": found,
            "progress": counted,
            "states": tuple(s for s in Progress if any(s in some for some in counted.values())),
            "part": tuple(turn for turn in work_part(site) if turn.path != "initiatives/"),
        },
    )
    for initiative, before, after in in_line(
        found, lambda i: Turn(i.title, f"initiatives/{i.id}/")
    ):
        yield Leaf(
            template="pages/initiative.html",
            path=f"initiatives/{initiative.id}/",
            title=initiative.title,
            summary=initiative.summary,
            section="work",
            crumbs=(Turn(title, "initiatives/"),),
            previous=before,
            next=after,
            made_from=initiative.source.path,
            records=(f"initiatives/{initiative.id}",),
            context={"initiative": initiative, "progress": counted[initiative.id]},
        )


def progress(steps: Iterable[Item | Step]) -> Mapping[Progress, int]:
    """Return how many pieces of work are in each state; states without any are left out."""
    states = Counter(step.status for step in steps)
    return {state: states[state] for state in Progress if states[state]}


def work_part(site: Site) -> tuple[Turn, ...]:
    """Return the pages that stand under the work, those that this plan has."""
    project = site.project
    turns = (
        (project.tactics, Turn(tactics_title(site), "tactics/")),
        (has_milestones(site), Turn(say_in_all(site, "Milestones"), "milestones/")),
        (project.stocktakes, Turn(say_in_all(site, "Stocktakes"), "stocktakes/")),
        (project.initiatives, Turn(say_in_all(site, "Initiatives"), "initiatives/")),
        (project.reviews, Turn(say_in_all(site, "Reviews"), "reviews/")),
        (
            any(review.recommendations for review in project.reviews.values()),
            Turn(say_in_all(site, "Recommendations"), "recommendations/"),
        ),
        (reports_so_far(site), Turn(say_in_all(site, "Monitoring reports"), "reports/")),
        (voices_so_far(site), Turn(say_in_all(site, "Voices"), "voices/")),
        (has_news(site), Turn(say_in_all(site, "Updates"), "updates/")),
        (project.plan.roles, Turn(say_in_all(site, "Where do I fit?"), "roles/")),
    )
    return (*(turn for records, turn in turns if records), *part_of(site, Section.WORK))


def _items(initiative: InitiativeRecord) -> tuple[Item, ...]:
    return tuple(item for stream in initiative.workstreams for item in stream.items)
