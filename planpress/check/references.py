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
    for page in project.pages.values():
        if page.plan and page.section is Section.ARCHIVE:
            yield _Reference("pages", page.plan, page.source.at("plan"))
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


def undeclared_roles(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every role that a tactic, a link or a measure names is declared by the plan."""
    declared = [role.id for role in project.plan.roles]
    for name, place in _roles(project):
        if name not in declared:
            message = f"there is no role “{name}” in content/plan.md"
            yield error(place, "dangling-reference", message, did_you_mean(name, declared))


def _roles(project: Project) -> Iterator[tuple[str, Place]]:
    records: tuple[IndicatorRecord | TacticRecord, ...]
    records = (*project.tactics.values(), *project.indicators.values())
    for record in records:
        for at, name in enumerate(record.roles):
            yield name, record.source.at("roles", at)
    for tactic in project.tactics.values():
        for at, link in enumerate(tactic.delivery_chain):
            if link.role:
                yield link.role, tactic.source.at("delivery_chain", at, "role")
