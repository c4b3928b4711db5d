"""The pages of the priorities."""

from collections.abc import Iterable

from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.audiences import told_to
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.standing import of_tactics, standing


def priorities_title(site: Site) -> Words:
    """Return what this plan calls its priorities."""
    return site.project.plan.labels.priorities or say_in_all(site, "Priorities")


def priorities(site: Site) -> Iterable[Leaf]:
    """Return the list of priorities, and a page for each."""
    project, title = site.project, priorities_title(site)
    found = tuple(project.priorities.values())
    standings = {p.id: standing(site, project.measures_of(p.id)) for p in found}
    yield Leaf(
        template="pages/priorities.html",
        path="priorities/",
        title=title,
        section="priorities",
        records=tuple(f"priorities/{p.id}" for p in found),
        context={"priorities": found, "standings": standings},
    )
    for priority, before, after in in_line(found, lambda p: Turn(p.title, f"priorities/{p.id}/")):
        measures = project.measures_of(priority.id)
        yield Leaf(
            template="pages/priority.html",
            path=f"priorities/{priority.id}/",
            title=priority.title,
            summary=priority.summary,
            section="priorities",
            crumbs=(Turn(title, "priorities/"),),
            previous=before,
            next=after,
            made_from=priority.source.path,
            records=(
                f"priorities/{priority.id}",
                *(f"indicators/{measure.id}" for measure in measures),
            ),
            context={
                "priority": priority,
                "audiences": told_to(priority.audiences),
                "measures": measures,
                "background": project.background_of(priority.id),
                "standing": standings[priority.id],
                "tactics": of_tactics(site, priority.id),
                "initiatives": tuple(
                    i for i in project.initiatives.values() if priority.id in i.priorities
                ),
            },
        )
