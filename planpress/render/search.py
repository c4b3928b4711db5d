"""The page on which readers search, and the lists of all pages that it leads to."""

from collections.abc import Iterable

from planpress.model.page import Section
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.all_pages import part_of
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.navigation import section_title
from planpress.render.priorities import priorities_title
from planpress.render.work_pages import work_part


def search(site: Site) -> Iterable[Leaf]:
    """Return the search page."""
    yield Leaf(
        template="pages/search.html",
        path="search/",
        title=say_in_all(site, "Search"),
        made_from=site.project.plan.source.path,
        records=("plan",),
        context={"lists": lists(site)},
    )


def lists(site: Site) -> tuple[tuple[Words, tuple[Turn, ...]], ...]:
    """Return every page that leads to others, and those in the plan's own words, by section."""
    found = (
        (section_title(site, Section.PLAN), _of_the_plan(site)),
        (say_in_all(site, "Are we on track?"), _of_ratings(site)),
        (section_title(site, Section.WORK), work_part(site)),
        (section_title(site, Section.DATA), _of_data(site)),
        (section_title(site, Section.ABOUT), _about(site)),
    )
    return tuple((title, turns) for title, turns in found if turns)


def _of_the_plan(site: Site) -> tuple[Turn, ...]:
    archived = any(page.section is Section.ARCHIVE for page in site.project.pages.values())
    archive = Turn(section_title(site, Section.ARCHIVE), "archive/")
    return (
        Turn(say_in_all(site, "The plan in one look"), ""),
        Turn(priorities_title(site), "priorities/"),
        *part_of(site, Section.PLAN),
        *((archive,) if archived else ()),
    )


def _of_ratings(site: Site) -> tuple[Turn, ...]:
    grouped = any(site.groups.get(name) for name in site.project.indicators)
    gaps = Turn(say_in_all(site, "Gaps between student groups"), "equity/")
    return (
        Turn(say_in_all(site, "Are we on track?"), "on-track/"),
        Turn(say_in_all(site, "All measures"), "indicators/"),
        *((gaps,) if grouped else ()),
        Turn(say_in_all(site, "How we rate"), "how-we-rate/"),
        Turn(say_in_all(site, "What is not yet published"), "completeness/"),
    )


def _of_data(site: Site) -> tuple[Turn, ...]:
    explorer = Turn(say_in_all(site, "Explore the numbers"), "explore/")
    everything = Turn(say_in_all(site, "All numbers to download"), "data/")
    return (explorer, everything, *part_of(site, Section.DATA))


def _about(site: Site) -> tuple[Turn, ...]:
    glossary = site.project.glossary
    if glossary is None:
        return part_of(site, Section.ABOUT)
    title = glossary.title or say_in_all(site, "Glossary")
    return (*part_of(site, Section.ABOUT), Turn(title, "glossary/"))
