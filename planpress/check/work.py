"""Rules about the work: tactics, milestones, and what is said to be done."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from planpress.model.indicator import IndicatorRecord
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice, warning
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.stocktake import Held, StocktakeRecord
from planpress.model.tactic import TacticRecord

MOST_IN_FOCUS = 3
"""So many tactics may be put first; more is no focus."""


def focus_tactics(reading: Reading, project: Project) -> Iterator[Problem]:
    """Three tactics at most are in focus."""
    focus = [tactic for tactic in project.tactics.values() if tactic.focus]
    others = ", ".join(f"“{tactic.id}”" for tactic in focus[:MOST_IN_FOCUS])
    for tactic in focus[MOST_IN_FOCUS:]:
        message = f"{MOST_IN_FOCUS} tactics are in focus already: {others}"
        hint = "Write focus: no for all but three; a plan can put only a few things first."
        yield error(tactic.source.at("focus"), "too-many-in-focus", message, hint)


def unfinished_tactics(reading: Reading, project: Project) -> Iterator[Problem]:
    """A tactic says who leads it, what it is to reach, and why it should."""
    needed = {
        "lead": "Add lead: with the person's role, so that readers know whom to ask.",
        "smart_goals": "Add smart_goals: with ids of the measures that tell whether it works.",
        "theory_of_action": "Add theory_of_action: with if: and then:.",
    }
    for tactic in project.tactics.values():
        for key, hint in needed.items():
            if not getattr(tactic, key):
                message = f"the tactic has no “{key}”; the site says so on /completeness/"
                yield warning(tactic.source.at(), "unfinished-tactic", message, hint)


def early_signs(reading: Reading, project: Project) -> Iterator[Problem]:
    """An early sign predicts another measure than itself."""
    for tactic in project.tactics.values():
        for at, sign in enumerate(tactic.leading_indicators):
            if sign.indicator == sign.predicts:
                place = tactic.source.at("leading_indicators", at, "predicts")
                message = f"“{sign.indicator}” predicts itself"
                hint = "Name the measure that it is an early sign of."
                yield error(place, "predicts-itself", message, hint)


def chain_owners(reading: Reading, project: Project) -> Iterator[Problem]:
    """Somebody answers for every link of a delivery chain."""
    for tactic in project.tactics.values():
        for at, link in enumerate(tactic.delivery_chain):
            if not link.owner:
                message = f"nobody answers for the link “{link.id}” of the delivery chain"
                hint = "Add owner: with a role or a name; until then the site says so."
                yield warning(tactic.source.at("delivery_chain", at), "unowned-link", message, hint)


def repeated_entries(reading: Reading, project: Project) -> Iterator[Problem]:
    """Lists of a tactic name each thing once."""
    for tactic in project.tactics.values():
        signs = [(sign.indicator, sign.predicts) for sign in tactic.leading_indicators]
        lists: dict[str, Sequence[Hashable]] = {
            "smart_goals": tactic.smart_goals,
            "leading_indicators": signs,
            "documents": [document.file for document in tactic.documents],
        }
        for key, entries in lists.items():
            for at, entry in enumerate(entries):
                if entry in entries[:at]:
                    message = f"entry {entries.index(entry) + 1} and this one are the same"
                    place = tactic.source.at(key, at)
                    yield error(place, "repeated-entry", message, f"Remove one of them from {key}.")


def milestone_ends(reading: Reading, project: Project) -> Iterator[Problem]:
    """A milestone was done or dropped, not both."""
    for record in _with_milestones(project):
        for at, step in enumerate(record.milestones):
            if step.done and step.dropped:
                place = record.source.at("milestones", at, "dropped")
                message = f"“{step.id}” cannot be both done and dropped"
                yield error(place, "done-and-dropped", message, "Remove done or dropped.")


def days_to_come(reading: Reading, project: Project) -> Iterator[Problem]:
    """What is said to have been done or held lies not in the future."""
    if reading.as_of is None:
        return
    for stocktake in project.stocktakes.values():
        if stocktake.status is Held.HELD and stocktake.date > reading.as_of:
            yield _to_come(stocktake.source.at("date"), "held", stocktake.date, reading.as_of)
        yield from _done_later(stocktake, reading.as_of)
    for record in _with_milestones(project):
        for at, step in enumerate(record.milestones):
            for key, day in (("done", step.done), ("dropped", step.dropped)):
                if day and day > reading.as_of:
                    place = record.source.at("milestones", at, key)
                    yield _to_come(place, key, day, reading.as_of)


def _with_milestones(project: Project) -> Iterator[IndicatorRecord | TacticRecord]:
    yield from project.tactics.values()
    yield from project.indicators.values()


def _done_later(stocktake: StocktakeRecord, as_of: date) -> Iterator[Problem]:
    for at, action in enumerate(stocktake.actions):
        if action.done and action.done > as_of:
            yield _to_come(stocktake.source.at("actions", at, "done"), "done", action.done, as_of)


def _to_come(place: Place, what: str, day: date, as_of: date) -> Problem:
    message = f"{day} has not come as of {as_of}: it does not count as {what} yet"
    return notice(place, "day-to-come", message, "Mend the date if it is in the past.")
