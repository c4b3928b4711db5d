"""The pages about reviews: what reviewers found, what changed since, and what they advised."""

from collections import Counter
from collections.abc import Iterable, Mapping

from planpress.model.dataclass import dataclass
from planpress.model.framework import Area, Element
from planpress.model.initiative import Progress
from planpress.model.rating import Rating
from planpress.model.review import (
    ElementRating,
    EvidenceKind,
    Horizon,
    Recommendation,
    ReviewRecord,
)
from planpress.model.site import Site
from planpress.render.comparison import comparison, height, newest_first
from planpress.render.finish import headings
from planpress.render.leaf import Leaf, Turn, in_line, say_in_all
from planpress.render.work_pages import progress, work_part


@dataclass(frozen=True, slots=True)
class Judged:
    """An element of a framework and what a review said about it; None if it said nothing."""

    element: Element
    found: ElementRating | None


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation, the review that gave it, and how many of its actions are in each state."""

    review: ReviewRecord
    recommendation: Recommendation
    progress: Mapping[Progress, int]


def reviews(site: Site) -> Iterable[Leaf]:
    """Return the list of reviews, the newest first, and a page for each."""
    project = site.project
    found = newest_first(project.reviews.values())
    if not found:
        return
    title = say_in_all(site, "Reviews")
    newest = {review.framework: review for review in reversed(found)}
    compared = {r.id: comparison(r, found, project.frameworks[r.framework]) for r in found}
    yield Leaf(
        template="pages/reviews.html",
        path="reviews/",
        title=title,
        summary=say_in_all(
            site, "How able are we to carry out what we plan? What reviewers found, and advised."
        ),
        section="work",
        records=(
            *(f"reviews/{review.id}" for review in found),
            *dict.fromkeys(f"frameworks/{review.framework}" for review in found),
        ),
        context={
            "reviews": found,
            "frameworks": project.frameworks,
            "counts": {review.id: counts(review) for review in found},
            "matrices": {
                review.id: judged(project.frameworks[name].areas, review)
                for name, review in newest.items()
            },
            "comparisons": compared,
            "scale": tuple(Rating),
            "part": tuple(turn for turn in work_part(site) if turn.path != "reviews/"),
        },
    )
    for review, before, after in in_line(found, lambda r: Turn(r.title, f"reviews/{r.id}/")):
        yield _review(site, review, Turn(title, "reviews/"), before, after)


def recommendations(site: Site) -> Iterable[Leaf]:
    """Return the page with the advice of all reviews, if there is any."""
    found = tuple(one for r in newest_first(site.project.reviews.values()) for one in advice(r))
    if not found:
        return
    yield Leaf(
        template="pages/recommendations.html",
        path="recommendations/",
        title=say_in_all(site, "Recommendations"),
        summary=say_in_all(site, "What reviewers advised us to do, and how far we have come."),
        section="work",
        crumbs=(Turn(say_in_all(site, "Reviews"), "reviews/"),),
        records=tuple(dict.fromkeys(f"reviews/{one.review.id}" for one in found)),
        context={
            "horizons": by_horizon(found),
            "progress": progress(step for one in found for step in one.recommendation.actions),
            "part": tuple(turn for turn in work_part(site) if turn.path != "recommendations/"),
        },
    )


def counts(review: ReviewRecord) -> tuple[tuple[tuple[Rating, ...], int], ...]:
    """Return how many elements have each rating or pair of ratings, from Green to Red."""
    found = Counter(tuple(sorted(rated.rating, key=_rank)) for rated in review.ratings)
    return tuple(sorted(found.items(), key=lambda pair: height(pair[0]), reverse=True))


def judged(
    areas: Iterable[Area], review: ReviewRecord
) -> tuple[tuple[Area, tuple[Judged, ...]], ...]:
    """Return each area of the framework with what the review said about its elements."""
    found = {rated.element: rated for rated in review.ratings}
    return tuple(
        (area, tuple(Judged(element, found.get(element.id)) for element in area.elements))
        for area in areas
    )


def advice(review: ReviewRecord) -> tuple[Advice, ...]:
    """Return the recommendations of a review with the state of their actions."""
    return tuple(Advice(review, one, progress(one.actions)) for one in review.recommendations)


def by_horizon(advice: Iterable[Advice]) -> tuple[tuple[Horizon, tuple[Advice, ...]], ...]:
    """Return recommendations by how soon they are to be taken up, the soonest first."""
    every = tuple(advice)
    groups = ((h, tuple(a for a in every if a.recommendation.horizon is h)) for h in Horizon)
    return tuple((horizon, some) for horizon, some in groups if some)


def _review(
    site: Site, review: ReviewRecord, above: Turn, previous: Turn | None, following: Turn | None
) -> Leaf:
    framework = site.project.frameworks[review.framework]
    compared = comparison(review, site.project.reviews.values(), framework)
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
        records=(
            f"reviews/{review.id}",
            f"frameworks/{framework.id}",
            *((f"reviews/{compared.then.id}",) if compared else ()),
        ),
        context={
            "review": review,
            "framework": framework,
            "areas": judged(framework.areas, review),
            "counts": counts(review),
            "scale": tuple(Rating),
            "comparison": compared,
            "people": tuple(e for e in review.evidence if e.kind is EvidenceKind.PEOPLE),
            "documents": tuple(e for e in review.evidence if e.kind is EvidenceKind.DOCUMENT),
            "horizons": by_horizon(advice(review)),
            "headings": headings,
        },
    )


def _rank(rating: Rating) -> int:
    return rating.rank
