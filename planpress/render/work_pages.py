"""The pages about the work: initiatives, and reviews of what the organisation is able to do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planpress.model.framework import Area, Element
from planpress.model.initiative import InitiativeRecord, Progress
from planpress.model.page import Section
from planpress.model.rating import Rating
from planpress.model.review import ElementRating, EvidenceKind, Horizon, ReviewRecord
from planpress.model.site import Site
from planpress.render.finish import headings
from planpress.render.leaf import Leaf, Turn, say_in_all
from planpress.render.navigation import page_path, tactics_title


@dataclass(frozen=True, slots=True)
class Judged:
    """An element of a framework and what a review said about it; None if it said nothing."""

    element: Element
    found: ElementRating | None


def initiatives(site: Site) -> Iterable[Leaf]:
    """Return the list of initiatives with the priorities they serve, and a page for each."""
    found = tuple(site.project.initiatives.values())
    if not found:
        return
    title = say_in_all(site, "Initiatives")
    yield Leaf(
        template="pages/initiatives.html",
        path="initiatives/",
        title=title,
        summary=say_in_all(site, "Work that serves several priorities at once."),
        section="work",
        records=tuple(f"initiatives/{initiative.id}" for initiative in found),
        context={
            "initiatives": found,
            "progress": {initiative.id: progress(initiative) for initiative in found},
            "reviews": tuple(site.project.reviews.values()),
            "part": tuple(
                turn for turn in work_part(site) if turn.path not in ("initiatives/", "reviews/")
            ),
        },
    )
    turns = (None, *(Turn(i.title, f"initiatives/{i.id}/") for i in found), None)
    for place, initiative in enumerate(found):
        yield Leaf(
            template="pages/initiative.html",
            path=f"initiatives/{initiative.id}/",
            title=initiative.title,
            summary=initiative.summary,
            section="work",
            crumbs=(Turn(title, "initiatives/"),),
            previous=turns[place],
            next=turns[place + 2],
            made_from=initiative.source.path,
            records=(f"initiatives/{initiative.id}",),
            context={"initiative": initiative, "progress": progress(initiative)},
        )


def reviews(site: Site) -> Iterable[Leaf]:
    """Return the list of reviews, and a page for each."""
    found = tuple(site.project.reviews.values())
    if not found:
        return
    title = say_in_all(site, "Reviews")
    yield Leaf(
        template="pages/reviews.html",
        path="reviews/",
        title=title,
        summary=say_in_all(
            site, "How able are we to carry out what we plan? What reviewers found, and advised."
        ),
        section="work",
        records=tuple(f"reviews/{review.id}" for review in found),
        context={
            "reviews": found,
            "frameworks": site.project.frameworks,
            "counts": {review.id: counts(review) for review in found},
        },
    )
    turns = (None, *(Turn(r.title, f"reviews/{r.id}/") for r in found), None)
    for place, review in enumerate(found):
        yield _review(site, review, Turn(title, "reviews/"), turns[place], turns[place + 2])


def progress(initiative: InitiativeRecord) -> Mapping[Progress, int]:
    """Return how many pieces of work are in each state; states without any are left out."""
    states = Counter(item.status for stream in initiative.workstreams for item in stream.items)
    return {state: states[state] for state in Progress if states[state]}


def counts(review: ReviewRecord) -> tuple[tuple[tuple[Rating, ...], int], ...]:
    """Return how many elements have each rating or pair of ratings, from Green to Red."""
    found = Counter(tuple(sorted(rated.rating, key=_worst)) for rated in review.ratings)
    ordered = sorted(found.items(), key=lambda pair: sum(map(_worst, pair[0])) / len(pair[0]))
    return tuple(reversed(ordered))


def judged(
    areas: Iterable[Area], review: ReviewRecord
) -> tuple[tuple[Area, tuple[Judged, ...]], ...]:
    """Return each area of the framework with what the review said about its elements."""
    found = {rated.element: rated for rated in review.ratings}
    return tuple(
        (area, tuple(Judged(element, found.get(element.id)) for element in area.elements))
        for area in areas
    )


def part_of(site: Site, section: Section) -> tuple[Turn, ...]:
    """Return the pages in the plan's own words that stand in a section."""
    found = (page for page in site.project.pages.values() if page.section is section)
    return tuple(Turn(page.title, page_path(site, page.id)) for page in found)


def work_part(site: Site) -> tuple[Turn, ...]:
    """Return the pages that stand under the work, those that this plan has."""
    project = site.project
    turns = (
        (project.tactics, Turn(tactics_title(site), "tactics/")),
        (project.stocktakes, Turn(say_in_all(site, "Stocktakes"), "stocktakes/")),
        (project.initiatives, Turn(say_in_all(site, "Initiatives"), "initiatives/")),
        (project.reviews, Turn(say_in_all(site, "Reviews"), "reviews/")),
    )
    return (*(turn for records, turn in turns if records), *part_of(site, Section.WORK))


def _review(
    site: Site, review: ReviewRecord, above: Turn, previous: Turn | None, following: Turn | None
) -> Leaf:
    framework = site.project.frameworks[review.framework]
    return Leaf(
        template="pages/review.html",
        path=f"reviews/{review.id}/",
        title=review.title,
        summary=review.summary,
        section="work",
        crumbs=(above,),
        previous=previous,
        next=following,
        made_from=review.source.path,
        records=(f"reviews/{review.id}", f"frameworks/{framework.id}"),
        context={
            "review": review,
            "framework": framework,
            "areas": judged(framework.areas, review),
            "counts": counts(review),
            "scale": tuple(Rating),
            "people": tuple(e for e in review.evidence if e.kind is EvidenceKind.PEOPLE),
            "documents": tuple(e for e in review.evidence if e.kind is EvidenceKind.DOCUMENT),
            "horizons": tuple(
                (horizon, advice)
                for horizon in Horizon
                if (advice := tuple(r for r in review.recommendations if r.horizon is horizon))
            ),
            "headings": headings,
        },
    )


def _worst(rating: Rating) -> int:
    return rating.rank
