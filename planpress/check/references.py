"""Rules about ids that name another record."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planpress.model.indicator import IndicatorRecord
from planpress.model.nearest import did_you_mean
from planpress.model.page import Section
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.shortcode import SHORTCODES, shortcodes
from planpress.model.tactic import TacticRecord


class _Reference(NamedTuple):
    """An id that is written at a place and names a record of a kind."""

    kind: str
    name: str
    place: Place


def dangling_references(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every id that names another record names one that exists."""
    archived = {p.id: p for p in project.pages.values() if p.section is Section.ARCHIVE}
    records: Mapping[str, Mapping[str, object]] = {
        "pages": archived,
        "priorities": project.priorities,
        "tactics": project.tactics,
        "indicators": project.indicators,
        "frameworks": project.frameworks,
    }
    for kind, name, place in (*_of_the_plan(project), *_of_the_work(project)):
        if name not in records[kind] and f"{kind}/{name}" not in reading.broken:
            message = f"there is no “{name}” in content/{kind}/"
            yield error(place, "dangling-reference", message, did_you_mean(name, records[kind]))


def _of_the_plan(project: Project) -> Iterator[_Reference]:
    for at, name in enumerate(project.plan.supersedes):
        yield _Reference("pages", name, project.plan.source.at("supersedes", at))
    for indicator in project.indicators.values():
        place = indicator.source.at
        if indicator.priority:
            yield _Reference("priorities", indicator.priority, place("priority"))
        if indicator.tactic:
            yield _Reference("tactics", indicator.tactic, place("tactic"))
        for at, name in enumerate(indicator.target.all_of):
            yield _Reference("indicators", name, place("target", "all_of", at))


def _of_the_work(project: Project) -> Iterator[_Reference]:
    for tactic in project.tactics.values():
        place = tactic.source.at
        yield _Reference("priorities", tactic.priority, place("priority"))
        for at, name in enumerate(tactic.smart_goals):
            yield _Reference("indicators", name, place("smart_goals", at))
        for at, sign in enumerate(tactic.leading_indicators):
            way = ("leading_indicators", at)
            yield _Reference("indicators", sign.indicator, place(*way, "indicator"))
            yield _Reference("indicators", sign.predicts, place(*way, "predicts"))
    for stocktake in project.stocktakes.values():
        yield _Reference("tactics", stocktake.tactic, stocktake.source.at("tactic"))
    for initiative in project.initiatives.values():
        for at, name in enumerate(initiative.priorities):
            yield _Reference("priorities", name, initiative.source.at("priorities", at))
    for review in project.reviews.values():
        yield _Reference("frameworks", review.framework, review.source.at("framework"))


def dangling_goals(reading: Reading, project: Project) -> Iterator[Problem]:
    """The goal of a measure or tactic is a goal of its priority."""
    records: tuple[IndicatorRecord | TacticRecord, ...]
    records = (*project.indicators.values(), *project.tactics.values())
    for record in records:
        if record.goal is None:
            continue
        place = record.source.at("goal")
        if record.priority is None:
            hint = "Add the priority that has this goal."
            yield error(place, "goal-without-priority", "the goal stands without a priority", hint)
            continue
        priority = project.priorities.get(record.priority)
        goals = [goal.id for goal in priority.goals] if priority else []
        if priority and record.goal not in goals:
            message = f"“{record.goal}” is not a goal of “{priority.id}”"
            yield error(place, "dangling-reference", message, did_you_mean(record.goal, goals))


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
