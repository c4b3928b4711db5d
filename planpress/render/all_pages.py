"""Where a part has too many pages to name them all on each: its neighbours, and a page of all."""

from collections.abc import Iterable, Sequence

from planpress.model.page import Section
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.letters import turns_by_letter
from planpress.render.navigation import page_path, section_title

MOST = 20
"""Pages of a part that are named on each of them; of more only the neighbours are."""
_AROUND = 5
"""Neighbours that are named on either side."""


def part_of(site: Site, section: Section) -> tuple[Turn, ...]:
    """Return the pages in the plan's own words that stand in a section; of many, where all are."""
    turns = _turns(site, section)
    return (_whole(site, section),) if len(turns) > MOST else turns


def around(turns: Sequence[Turn], place: int, whole: Turn) -> tuple[Turn, ...]:
    """Return what the page at a place of its part names: all of it, or its neighbours and `whole`.

    The number of neighbours is the same for all pages of a part.
    """
    if len(turns) <= MOST:
        return tuple(turns)
    first = max(0, min(place - _AROUND, len(turns) - 2 * _AROUND - 1))
    return (*turns[first : first + 2 * _AROUND + 1], whole)


def whole_part(site: Site, section: Section, plan: str) -> Turn:
    """Return the way to all pages of a section, or to those of an earlier plan in the archive."""
    if section is Section.ARCHIVE:
        return Turn(say_in_all(site, "Archive"), f"archive/#plan-{plan}")
    return _whole(site, section)


def all_pages(site: Site) -> Iterable[Leaf]:
    """Return the page of all pages of each section that has many."""
    for section in Section:
        turns = () if section is Section.ARCHIVE else _turns(site, section)
        if len(turns) > MOST:
            whole = _whole(site, section)
            yield Leaf(
                template="pages/all-pages.html",
                path=whole.path,
                title=whole.title,
                section=section.value,
                made_from=site.project.plan.source.path,
                records=tuple(
                    f"pages/{page.id}"
                    for page in site.project.pages.values()
                    if page.section is section
                ),
                context={"part": turns, "by_letter": turns_by_letter},
            )


def _turns(site: Site, section: Section) -> tuple[Turn, ...]:
    found = (page for page in site.project.pages.values() if page.section is section)
    return tuple(Turn(page.title, page_path(site, page.id)) for page in found)


def _whole(site: Site, section: Section) -> Turn:
    part = section_title(site, section)
    title = {
        code: language.say("All pages: %(part)s", part=part.said(code).text)
        for code, language in site.languages.items()
    }
    return Turn(Words(title), f"all-pages/{section.value}/")
