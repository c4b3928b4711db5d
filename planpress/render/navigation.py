"""The few entries at the head of every page."""

from collections.abc import Mapping, Sequence

from planpress.model.dataclass import dataclass
from planpress.model.page import PageRecord, Section
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.leaf import say_in_all
from planpress.render.news import has_news, reports_so_far, voices_so_far
from planpress.render.priorities import priorities_title

_BySection = Mapping[Section, Sequence[PageRecord]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the section it stands for, its words, and the path it leads to."""

    section: str
    title: Words
    path: str


def page_path(site: Site, page: str) -> str:
    """Return the path of a page of the plan's own words: `vision/`, or `archive/<id>/`.

    A page of an earlier plan stands below that plan's page: `archive/<plan>/<id>/`.
    """
    record = site.project.pages[page]
    if record.section is not Section.ARCHIVE:
        return f"{page}/"
    return f"archive/{record.plan}/{page}/" if record.plan else f"archive/{page}/"


def entries(site: Site) -> tuple[Entry, ...]:
    """Return the entries that lead somewhere in this plan, six at most."""
    pages = _by_section(site)
    found = (
        _first_page(site, pages, Section.PLAN, "vision"),
        Entry("priorities", priorities_title(site), "priorities/"),
        Entry("on-track", say_in_all(site, "Are we on track?"), "on-track/"),
        _work(site, pages),
        Entry("data", section_title(site, Section.DATA), "data/"),
        _first_page(site, pages, Section.ABOUT, "about"),
    )
    return tuple(entry for entry in found if entry is not None)


def section_title(site: Site, section: Section) -> Words:
    """Return what the site calls a section."""
    match section:
        case Section.PLAN:
            return say_in_all(site, "The plan")
        case Section.WORK:
            return say_in_all(site, "The work")
        case Section.DATA:
            return say_in_all(site, "Data")
        case Section.ABOUT:
            return say_in_all(site, "About")
        case Section.ARCHIVE:
            return say_in_all(site, "Archive")


def tactics_title(site: Site) -> Words:
    """Return what this plan calls its tactics."""
    labels = site.project.plan.labels
    return labels.tactics or labels.tactic or say_in_all(site, "Tactics")


def has_milestones(site: Site) -> bool:
    """Return whether a tactic or a measure has dated steps."""
    project = site.project
    tactics, measures = project.tactics.values(), project.indicators.values()
    return any(t.milestones for t in tactics) or any(m.milestones for m in measures)


def _by_section(site: Site) -> _BySection:
    found: dict[Section, list[PageRecord]] = {}
    for page in site.project.pages.values():
        found.setdefault(page.section, []).append(page)
    return found


def _work(site: Site, pages: _BySection) -> Entry | None:
    kinds = (
        (site.project.tactics, "tactics/"),
        (site.project.initiatives, "initiatives/"),
        (has_milestones(site), "milestones/"),
        (site.project.reviews, "reviews/"),
        (reports_so_far(site), "reports/"),
        (voices_so_far(site), "voices/"),
        (has_news(site), "updates/"),
        (site.project.plan.roles, "roles/"),
    )
    path = next((path for found, path in kinds if found), None)
    if path is None:
        return _first_page(site, pages, Section.WORK, "")
    return Entry("work", section_title(site, Section.WORK), path)


def _first_page(site: Site, pages: _BySection, section: Section, wanted: str) -> Entry | None:
    found = [page.id for page in pages.get(section, ())]
    if not found:
        return None
    path = page_path(site, wanted if wanted in found else found[0])
    return Entry(section.value, section_title(site, section), path)
