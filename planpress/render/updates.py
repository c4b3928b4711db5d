"""The news of the plan: a list by school year with what has changed, and a page for each."""

from collections.abc import Iterable
from itertools import groupby

from planpress.model.period import Form, MonthDay, Period
from planpress.model.site import Site
from planpress.model.update import UpdateRecord
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.news import moves_so_far, updates_so_far
from planpress.render.work_pages import work_part


def updates(site: Site) -> Iterable[Leaf]:
    """Return the list of news and changes, and a page for each update; nothing if there are none.

    What is dated after the site's day is not shown.
    """
    found, moves = updates_so_far(site), moves_so_far(site)
    if not found and not moves:
        return
    title = say_in_all(site, "Updates")
    yield Leaf(
        template="pages/updates.html",
        path="updates/",
        title=title,
        summary=say_in_all(site, "What is new in the plan, and which ratings have changed."),
        section="work",
        made_from=site.project.plan.source.path,
        records=tuple(f"updates/{update.id}" for update in found) or ("plan",),
        context={
            "years": _by_school_year(found, site.project.plan.school_year_starts),
            "moves": moves,
            "part": work_part(site),
        },
    )
    for update, newer, older in in_line(found, lambda one: Turn(one.title, f"updates/{one.id}/")):
        yield Leaf(
            template="pages/update.html",
            path=f"updates/{update.id}/",
            title=update.title,
            summary=update.summary,
            section="work",
            crumbs=(Turn(title, "updates/"),),
            previous=older,
            next=newer,
            made_from=update.source.path,
            records=(f"updates/{update.id}",),
            context={"update": update},
        )


def _by_school_year(
    found: Iterable[UpdateRecord], starts: MonthDay
) -> tuple[tuple[Period, tuple[UpdateRecord, ...]], ...]:
    """Return updates, the newest first, by school year."""

    def year(update: UpdateRecord) -> Period:
        return Period.holding(Form.SCHOOL_YEAR, update.day, starts)

    return tuple((found_year, tuple(some)) for found_year, some in groupby(found, key=year))
