"""The few entries at the head of every page."""

from dataclasses import dataclass

from planpress.model.page import Section
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.leaf import say_in_all
from planpress.render.priorities import priorities_title


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the section it stands for, its words, and the path it leads to."""

    section: str
    title: Words
    path: str


def page_path(site: Site, page: str) -> str:
    """Return the path of a page of the plan's own words: `vision/`, or `archive/<id>/`."""
    archived = site.project.pages[page].section is Section.ARCHIVE
    return f"archive/{page}/" if archived else f"{page}/"


def entries(site: Site) -> tuple[Entry, ...]:
    """Return the entries that lead somewhere in this plan, six at most."""
    found = (
        _first_page(site, Section.PLAN, "vision", say_in_all(site, "The plan")),
        Entry("priorities", priorities_title(site), "priorities/"),
        Entry("on-track", say_in_all(site, "Are we on track?"), "on-track/"),
        _work(site, say_in_all(site, "The work")),
        Entry("data", say_in_all(site, "Data"), "data/"),
        _first_page(site, Section.ABOUT, "about", say_in_all(site, "About")),
    )
    return tuple(entry for entry in found if entry is not None)


def tactics_title(site: Site) -> Words:
    """Return what this plan calls its tactics."""
    labels = site.project.plan.labels
    return labels.tactics or labels.tactic or say_in_all(site, "Tactics")


def _work(site: Site, title: Words) -> Entry | None:
    if site.project.tactics:
        return Entry("work", title, "tactics/")
    if site.project.initiatives:
        return Entry("work", title, "initiatives/")
    return _first_page(site, Section.WORK, "", title)


def _first_page(site: Site, section: Section, wanted: str, title: Words) -> Entry | None:
    pages = [page.id for page in site.project.pages.values() if page.section is section]
    if not pages:
        return None
    return Entry(section.value, title, page_path(site, wanted if wanted in pages else pages[0]))
