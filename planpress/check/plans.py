"""Rules about the plan as a whole: its dates, names and languages."""

from collections.abc import Iterator, Mapping

from planpress.model.page import Section
from planpress.model.problem import Problem, error, warning
from planpress.model.project import Project
from planpress.model.reading import Reading

RESERVED = (
    "all-pages",
    "api",
    "archive",
    "assets",
    "calendar",
    "completeness",
    "data",
    "embed",
    "equity",
    "explore",
    "feed",
    "glossary",
    "how-we-rate",
    "indicators",
    "initiatives",
    "milestones",
    "on-track",
    "plan",
    "priorities",
    "recommendations",
    "reports",
    "reviews",
    "roles",
    "search",
    "stocktakes",
    "tactics",
    "translations",
    "updates",
    "voices",
)
"""Addresses that the site uses itself."""

RESERVED_DATA = ("datapackage",)
"""Files in data/ that are no measure’s."""


def plan_dates(reading: Reading, project: Project) -> Iterator[Problem]:
    """A plan ends after it starts."""
    plan = project.plan
    if plan.end <= plan.start:
        message = f"the plan ends on {plan.end}, which is not after its start on {plan.start}"
        yield error(plan.source.at("end"), "plan-dates", message, "Mend the start or the end.")


def plan_languages(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every language is named once."""
    languages = project.plan.languages
    for index, code in enumerate(languages):
        if code in languages[:index]:
            place = project.plan.source.at("languages", index)
            yield error(place, "repeated-language", f"“{code}” stands twice", "Remove one.")


def page_addresses(reading: Reading, project: Project) -> Iterator[Problem]:
    """No page or measure takes an address that the site needs for something else."""
    taken = {*RESERVED, *project.languages}
    for page in project.pages.values():
        if page.section is not Section.ARCHIVE and page.id in taken:
            message = f"the address /{page.id}/ is used by the site itself"
            hint = "Give the file another name; the name is the page's address."
            yield error(page.source.at(), "reserved-address", message, hint)
    for indicator in project.indicators.values():
        if indicator.id in RESERVED_DATA:
            message = f"the address /data/{indicator.id}.json is used by the site itself"
            hint = "Give the file another name; the name is the address of the measure’s numbers."
            yield error(indicator.source.at(), "reserved-address", message, hint)


def archived_pages(reading: Reading, project: Project) -> Iterator[Problem]:
    """Only a page of the archive was archived on a day and belongs to an earlier plan."""
    for page in project.pages.values():
        at = page.source.at
        if page.section is not Section.ARCHIVE:
            for key in ("archived_on", "plan"):
                if getattr(page, key):
                    message = f"“{key}” stands on a page that is not in the archive"
                    hint = f"Write section: archive, or remove {key}."
                    yield error(at(key), "not-archived", message, hint)
        elif page.plan == page.id:
            hint = "Name the archived page of the earlier plan, or remove plan."
            yield error(at("plan"), "not-archived", "the page belongs to itself", hint)


def repeated_orders(reading: Reading, project: Project) -> Iterator[Problem]:
    """No two priorities stand in the same position."""
    first: dict[int, str] = {}
    for priority in project.priorities.values():
        other = first.setdefault(priority.order, priority.id)
        if other != priority.id:
            message = f"“{other}” has order {priority.order} too"
            hint = "Give each priority an order of its own: 1, 2, 3 …"
            yield warning(priority.source.at("order"), "repeated-order", message, hint)


def repeated_ids(reading: Reading, project: Project) -> Iterator[Problem]:
    """Within a framework, an element's id and code stand once in all its areas."""
    for framework in project.frameworks.values():
        seen: Mapping[str, dict[str, int]] = {"id": {}, "code": {}}
        for a, area in enumerate(framework.areas):
            for e, element in enumerate(area.elements):
                for key, name in (("id", element.id), ("code", element.code)):
                    place = framework.source.at("areas", a, "elements", e, key)
                    line = seen[key].setdefault(name, place.line)
                    if line != place.line:
                        message = f"“{name}” stands twice; the first is on line {line}"
                        hint = f"Give each element a {key} of its own."
                        yield error(place, "repeated-id", message, hint)
