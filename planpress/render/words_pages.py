"""The pages in the plan's own words, its glossary, and what is shown where there is no page."""

from collections.abc import Iterable, Mapping

from planpress.model.glossary import GlossaryRecord, Term
from planpress.model.page import PageRecord, Section, kept_since
from planpress.model.site import Site
from planpress.render.all_pages import around, whole_part
from planpress.render.finish import headings
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.letters import Letters, by_letter
from planpress.render.navigation import page_path


def pages(site: Site) -> Iterable[Leaf]:
    """Return every page of `content/pages/`; archived ones stand below `archive/`.

    Pages of an earlier plan turn to one another; those of today turn within their section.
    """
    parts: dict[tuple[Section, str], list[PageRecord]] = {}
    for page in site.project.pages.values():
        section = page.section
        own = page.plan or page.id if section is Section.ARCHIVE else ""
        parts.setdefault((section, own), []).append(page)
    order = tuple(Section)
    for (section, own), found in sorted(parts.items(), key=lambda part: order.index(part[0][0])):
        found.sort(key=lambda page: page.plan is not None)
        turns = tuple(Turn(p.title, page_path(site, p.id)) for p in found)
        whole = whole_part(site, section, own)
        for place, page in enumerate(found):
            yield _page(site, page, section, turns, place, whole)


def archive(site: Site) -> Iterable[Leaf]:
    """Return the list of earlier plans and their pages, if there are any."""
    found = tuple(p for p in site.project.pages.values() if p.section is Section.ARCHIVE)
    if found:
        plans = tuple(
            (
                whole,
                kept_since(whole, site.project.pages),
                tuple(p for p in found if p.plan == whole.id),
            )
            for whole in found
            if not whole.plan
        )
        yield Leaf(
            template="pages/archive.html",
            path="archive/",
            title=say_in_all(site, "Archive"),
            summary=say_in_all(site, "Earlier plans, kept as they were. None of them is in force."),
            section="plan",
            records=tuple(f"pages/{page.id}" for page in found),
            context={"plans": plans},
        )


def glossary(site: Site) -> Iterable[Leaf]:
    """Return the glossary, if there is one; each term is an anchor."""
    record = site.project.glossary
    if record is not None:
        yield Leaf(
            template="pages/glossary.html",
            path="glossary/",
            title=record.title or say_in_all(site, "Glossary"),
            summary=record.summary,
            section="about",
            made_from=record.source.path,
            records=("glossary",),
            context={"glossary": record, "letters": _by_language(site, record)},
        )


def not_found(site: Site) -> Iterable[Leaf]:
    """Return the page that a server shows where there is none."""
    yield Leaf(
        template="pages/404.html",
        path="404.html",
        title=say_in_all(site, "This page is not here"),
        listed=False,
        made_from=site.project.plan.source.path,
        records=("plan",),
    )


def _page(
    site: Site, page: PageRecord, section: Section, part: tuple[Turn, ...], place: int, whole: Turn
) -> Leaf:
    archived = section is Section.ARCHIVE
    here = part[place]
    return Leaf(
        template="pages/page.html",
        path=here.path,
        title=here.title,
        summary=page.summary,
        section="plan" if archived else section.value,
        crumbs=_above(site, page) if archived else (),
        previous=part[place - 1] if place else None,
        next=part[place + 1] if place + 1 < len(part) else None,
        made_from=page.source.path,
        records=(f"pages/{page.id}",),
        context={
            "page": page,
            "archived": archived,
            "kept_since": kept_since(page, site.project.pages) if archived else None,
            "part": around(part, place, whole),
            "headings": headings,
        },
    )


def _above(site: Site, page: PageRecord) -> tuple[Turn, ...]:
    archive = Turn(say_in_all(site, "Archive"), "archive/")
    if page.plan is None:
        return (archive,)
    return (archive, Turn(site.project.pages[page.plan].title, page_path(site, page.plan)))


def _by_language(site: Site, record: GlossaryRecord) -> Mapping[str, Letters[Term]]:
    return {code: terms_by_letter(record.terms, code) for code in site.project.languages}


def terms_by_letter(terms: Iterable[Term], language: str) -> Letters[Term]:
    """Return terms by their first letter."""
    return by_letter(terms, language, lambda term: (term.term, term.id))
