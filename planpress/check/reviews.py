"""Rules about capacity reviews."""

from collections.abc import Iterator

from planpress.model.nearest import did_you_mean
from planpress.model.problem import Problem, error, notice, warning
from planpress.model.project import Project
from planpress.model.reading import Reading


def rated_elements(reading: Reading, project: Project) -> Iterator[Problem]:
    """A review rates every element of its framework once."""
    for review in project.reviews.values():
        framework = project.frameworks.get(review.framework)
        if framework is None:
            continue
        elements = [element.id for area in framework.areas for element in area.elements]
        rated = [rating.element for rating in review.ratings]
        for at, name in enumerate(rated):
            place = review.source.at("ratings", at, "element")
            if name not in elements:
                message = f"“{name}” is not an element of “{framework.id}”"
                yield error(place, "dangling-reference", message, did_you_mean(name, elements))
        for name in elements:
            if name not in rated:
                message = f"the element “{name}” is not rated"
                hint = "Add its rating, or say in the text why there is none."
                place = review.source.at("ratings")
                yield warning(place, "unrated-element", message, hint)


def straddling_ratings(reading: Reading, project: Project) -> Iterator[Problem]:
    """Two ratings of one element are neighbours, the lower one first."""
    for review in project.reviews.values():
        for at, rating in enumerate(review.ratings):
            ranks = [one.rank for one in rating.rating]
            if len(ranks) == 2 and ranks[1] != ranks[0] + 1:
                message = "two ratings of one element are not neighbours, the lower one first"
                hint = "Write [R, AR], [AR, AG] or [AG, G]."
                place = review.source.at("ratings", at, "rating")
                yield error(place, "straddling-rating", message, hint)


def review_dates(reading: Reading, project: Project) -> Iterator[Problem]:
    """No two reviews of one framework have the same date: one shall be then, the other now."""
    found = sorted(project.reviews.values(), key=lambda review: review.id)
    for at, review in enumerate(found):
        for other in found[:at]:
            same = (review.framework, review.date) == (other.framework, other.date)
            if same and review.date:
                message = f"the review “{other.id}” of “{review.framework}” has this date too"
                hint = "Mend the date of one; else nobody can tell what is then and what is now."
                yield warning(review.source.at("date"), "same-review-date", message, hint)


def reviews_to_come(reading: Reading, project: Project) -> Iterator[Problem]:
    """A review that rates something was made on a day that has come."""
    for review in project.reviews.values():
        if reading.as_of and review.date and review.date > reading.as_of:
            message = (
                f"{review.date} has not come as of {reading.as_of}, but the site shows the ratings"
            )
            hint = "Mend the date if it is in the past."
            yield notice(review.source.at("date"), "day-to-come", message, hint)
