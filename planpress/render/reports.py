"""The monitoring reports that the Board was given."""

from collections.abc import Iterable

from planpress.model.site import Site
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.news import reports_so_far
from planpress.render.work_pages import work_part


def reports(site: Site) -> Iterable[Leaf]:
    """Return the list of reports, the newest first, and a page for each; nothing if there are none.

    What is dated after the site's day is not shown.
    """
    found = reports_so_far(site)
    if not found:
        return
    title = say_in_all(site, "Monitoring reports")
    yield Leaf(
        template="pages/reports.html",
        path="reports/",
        title=title,
        summary=say_in_all(site, "Each report tells the Board how one of its own goals is going."),
        section="work",
        made_from=site.project.plan.source.path,
        records=tuple(f"reports/{report.id}" for report in found),
        context={"reports": found, "part": work_part(site)},
    )
    for report, newer, older in in_line(found, lambda one: Turn(one.title, f"reports/{one.id}/")):
        yield Leaf(
            template="pages/report.html",
            path=f"reports/{report.id}/",
            title=report.title,
            summary=report.summary,
            section="work",
            crumbs=(Turn(title, "reports/"),),
            previous=older,
            next=newer,
            made_from=report.source.path,
            records=(f"reports/{report.id}",),
            context={"report": report},
        )
