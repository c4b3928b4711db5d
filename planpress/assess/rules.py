"""The published method, rule by rule; the first that applies decides."""

from collections.abc import Callable
from functools import partial

from planpress.assess import distances, sentences
from planpress.assess.case import Case
from planpress.assess.compound import compound
from planpress.assess.process import process
from planpress.assess.rating import Judgement
from planpress.assess.verdict import Verdict
from planpress.model.assessment import State
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.model.target import TargetType
from planpress.model.value import Value

Rule = Callable[[Case], Verdict | None]


def not_set(case: Case) -> Verdict | None:
    """2: nothing to reach, or nowhere to start from."""
    if case.path:
        return None
    target = case.indicator.target
    numbered = target.value is not None or target.type is TargetType.UNIVERSAL
    if target.period is None and numbered and target.type is not TargetType.NONE:
        return Verdict(State.NOT_SET, 2, sentences.no_date)
    if case.aim.target is None:
        return Verdict(State.NOT_SET, 2, sentences.no_target)
    if case.aim.baseline is None:
        return Verdict(State.NOT_SET, 2, sentences.no_baseline)
    return Verdict(State.NOT_SET, 2, sentences.no_path)


def hidden(case: Case) -> Verdict | None:
    """3: privacy hides the latest result, or leaves open what its rating would be."""
    row = case.latest
    if row and row.hidden:
        return Verdict(State.HIDDEN, 3, partial(sentences.hidden, row.period))
    if row is None or row.value is None or row.value.exact or case.path is None:
        return None
    if case.judgement or not case.path.multiple(row.period):
        return None
    return Verdict(State.HIDDEN, 3, partial(sentences.open_bound, case.aim, row.period, row.value))


def not_comparable(case: Case) -> Verdict | None:
    """4: nothing was measured, or not the same thing as at the baseline."""
    row = case.latest
    if row is None:
        return None
    unmeasured = row.value is None and row.status is not Status.NOT_COMPARABLE
    if unmeasured or row.status is Status.NOT_ADMINISTERED:
        return Verdict(State.NOT_COMPARABLE, 4, partial(sentences.not_administered, row.period))
    if case.aim.comparable(row.period, row.status):
        return None
    return Verdict(State.NOT_COMPARABLE, 4, partial(sentences.not_comparable, case.aim, row.period))


def overdue(case: Case) -> Verdict | None:
    """5: a result should be there and is not."""
    if case.awaited is None or case.due is None or case.as_of <= case.due:
        return None
    return Verdict(State.OVERDUE, 5, partial(sentences.overdue, case.awaited, case.due))


def not_due(case: Case) -> Verdict | None:
    """6: the first result is still to come."""
    if case.latest or case.awaited is None or case.due is None:
        return None
    return Verdict(State.NOT_DUE, 6, partial(sentences.not_due, case.awaited, case.due))


def no_point(case: Case) -> Verdict | None:
    """2 again: the plan expects nothing for the period of the latest result."""
    row = case.latest
    if row is None or case.judgement or case.path is None or case.path.multiple(row.period):
        return None
    return Verdict(State.NOT_SET, 2, partial(sentences.no_point, row.period))


def final(case: Case) -> Verdict | None:
    """9: at the target's own period it is met or not, whatever the tolerance."""
    found = _found(case)
    if found is None or found[2].met is None:
        return None
    period, value, judgement = found
    if judgement.met:
        say = partial(distances.met, case.aim, period, value)
        return _rated(State.MET, 9, say, value, judgement)
    say = partial(distances.not_met, case.aim, period, value, judgement)
    return _rated(State.NOT_MET, 9, say, value, judgement)


def hold(case: Case) -> Verdict | None:
    """7: the plan is to hold a level."""
    found = _found(case)
    if found is None or found[2].working.plan > 0:
        return None
    return _on_course(case, 7, *found)


def progress(case: Case) -> Verdict | None:
    """8: the plan is to move, and this is how far it has come."""
    found = _found(case)
    return None if found is None else _on_course(case, 8, *found)


RULES: tuple[Rule, ...] = (
    process,
    compound,
    not_set,
    hidden,
    not_comparable,
    overdue,
    not_due,
    no_point,
    final,
    hold,
    progress,
)


def verdict(case: Case) -> Verdict:
    """Return what the first rule that applies decides; one always does."""
    return next(found for rule in RULES if (found := rule(case)))


def _found(case: Case) -> tuple[Period, Value, Judgement] | None:
    row, judgement = case.latest, case.judgement
    if row is None or row.value is None or judgement is None:
        return None
    return row.period, row.value, judgement


def _on_course(
    case: Case, rule: int, period: Period, value: Value, judgement: Judgement
) -> Verdict:
    if not value.exact:
        say = partial(distances.bound, case.aim, period, value, judgement)
    elif rule == 7:
        say = partial(distances.at_level, case.aim, period, judgement)
    else:
        say = partial(distances.on_the_way, case.aim, period, judgement)
    return _rated(State.RATED, rule, say, value, judgement)


def _rated(
    state: State,
    rule: int,
    say: Callable[..., str],
    value: Value,
    judgement: Judgement,
) -> Verdict:
    return Verdict(
        state,
        rule,
        say,
        rating=judgement.rating,
        met=judgement.met,
        working=judgement.working,
        exact=value.exact,
    )
