"""Rules about ids that name another record."""

from collections.abc import Iterable, Iterator, Mapping

from planpress.model.nearest import did_you_mean
from planpress.model.page import Section
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.shortcode import SHORTCODES, shortcodes


def dangling_references(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every id that names another record names one that exists."""

    def known(
        kind: str, ids: Iterable[str], records: Mapping[str, object], places: Iterable[Place]
    ) -> Iterator[Problem]:
        for name, place in zip(ids, places, strict=True):
            if name not in records and f"{kind}/{name}" not in reading.broken:
                message = f"there is no “{name}” in content/{kind}/"
                yield error(place, "dangling-reference", message, did_you_mean(name, records))

    for indicator in project.indicators.values():
        at = indicator.source.at
        if indicator.priority:
            ids, places = [indicator.priority], [at("priority")]
            yield from known("priorities", ids, project.priorities, places)
        parts = indicator.target.all_of
        places = [at("target", "all_of", index) for index in range(len(parts))]
        yield from known("indicators", parts, project.indicators, places)
    for initiative in project.initiatives.values():
        serves = initiative.priorities
        places = [initiative.source.at("priorities", index) for index in range(len(serves))]
        yield from known("priorities", serves, project.priorities, places)
    for review in project.reviews.values():
        places = [review.source.at("framework")]
        yield from known("frameworks", [review.framework], project.frameworks, places)
    archived = {p.id: p for p in project.pages.values() if p.section is Section.ARCHIVE}
    earlier = project.plan.supersedes
    places = [project.plan.source.at("supersedes", index) for index in range(len(earlier))]
    yield from known("pages", earlier, archived, places)


def dangling_goals(reading: Reading, project: Project) -> Iterator[Problem]:
    """A measure's goal is a goal of its priority."""
    for indicator in project.indicators.values():
        if indicator.goal is None:
            continue
        place = indicator.source.at("goal")
        if indicator.priority is None:
            hint = "Add the priority that has this goal."
            yield error(place, "goal-without-priority", "the goal stands without a priority", hint)
            continue
        priority = project.priorities.get(indicator.priority)
        goals = [goal.id for goal in priority.goals] if priority else []
        if priority and indicator.goal not in goals:
            message = f"“{indicator.goal}” is not a goal of “{priority.id}”"
            yield error(place, "dangling-reference", message, did_you_mean(indicator.goal, goals))


def unknown_shortcodes(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every shortcode is known and names an indicator."""
    for record in project.records.values():
        for language, text in record.body.texts.items():
            start = record.body.places[language]
            for code in shortcodes(text):
                place = Place(start.path, start.line + code.line, 1)
                if code.name not in SHORTCODES:
                    message = f"“{code.name}” is not a shortcode"
                    yield error(place, "shortcode", message, did_you_mean(code.name, SHORTCODES))
                elif (
                    code.argument not in project.indicators
                    and f"indicators/{code.argument}" not in reading.broken
                ):
                    message = f"there is no indicator “{code.argument}”"
                    hint = did_you_mean(code.argument, project.indicators)
                    yield error(place, "shortcode", message, hint)
