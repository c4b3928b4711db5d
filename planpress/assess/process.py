"""Targets that are reached step by step: rule 1."""

from datetime import date
from functools import partial

from planpress.assess.case import Case
from planpress.assess.verdict import Verdict
from planpress.model.assessment import State
from planpress.model.language import Language
from planpress.model.milestone import Milestone
from planpress.model.target import TargetType


def process(case: Case) -> Verdict | None:
    """1: a process is done, due later or late, as its milestones are on that day."""
    if case.indicator.target.type is not TargetType.PROCESS:
        return None
    steps = case.indicator.milestones
    kept = [step for step in steps if not _by(step.dropped, case.as_of)]
    if not kept:
        return Verdict(State.NOT_SET, 2, _all_dropped if steps else _no_milestones)
    waiting = sorted(step.due for step in kept if not _by(step.done, case.as_of))
    if not waiting:
        return Verdict(State.DONE, 1, partial(_done, len(kept)))
    late = [due for due in waiting if due < case.as_of]
    if late:
        return Verdict(State.LATE, 1, partial(_late, late))
    return Verdict(State.DUE_LATER, 1, partial(_due_later, kept, waiting))


def _by(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def _no_milestones(language: Language) -> str:
    return language.say(
        "No milestones have been published, so it cannot be said how far this work has come."
    )


def _all_dropped(language: Language) -> str:
    return language.say("All milestones of this work have been dropped, so nothing is rated.")


def _done(steps: int, language: Language) -> str:
    return language.say_n(
        "The milestone of this work is done.", "All %(count)s milestones are done.", steps
    )


def _late(due: list[date], language: Language) -> str:
    return language.say_n(
        "No completion has been published for %(count)s milestone that was due on %(date)s.",
        "No completion has been published for %(count)s milestones; the first was due on %(date)s.",
        len(due),
        date=language.date(due[0]),
    )


def _due_later(kept: list[Milestone], waiting: list[date], language: Language) -> str:
    return language.say_n(
        "The milestone of this work is due on %(date)s.",
        "%(done)s of %(count)s milestones done; the next is due on %(date)s.",
        len(kept),
        done=len(kept) - len(waiting),
        date=language.date(waiting[0]),
    )
