"""Are we on track? The assessment of every measure of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import localcontext

from planpress.assess.case import Case, open_case
from planpress.assess.exact import EXACT, divided, plain
from planpress.assess.rating import agreed
from planpress.assess.rules import comparable, verdict
from planpress.assess.verdict import Verdict
from planpress.model.assessment import Assessment, PastRating, Result, State
from planpress.model.indicator import TargetType
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Observation, Series
from planpress.model.value import Value


def assess(
    project: Project,
    series: Mapping[str, Series],
    as_of: date,
    languages: Mapping[str, Language],
) -> dict[str, Assessment]:
    """Return the assessment of every indicator, in the project's order, as of a day.

    Rates what is published about everyone (`Series.overall`) by the rules of the published method.
    Rows of periods that end after `as_of` do not count. `languages` are those of the sentences.
    """
    day = _Day(project, series, as_of, languages)
    with localcontext(EXACT):
        return {indicator: day.assessment(indicator) for indicator in project.indicators}


@dataclass(frozen=True)
class _Day:
    """What is known on a day, and the assessments made so far."""

    project: Project
    series: Mapping[str, Series]
    as_of: date
    languages: Mapping[str, Language]
    found: dict[str, Assessment] = field(default_factory=dict)

    def assessment(self, indicator: str, above: tuple[str, ...] = ()) -> Assessment:
        """Assess an indicator after its parts; a part that is `above` itself has no rating."""
        if indicator in self.found:
            return self.found[indicator]
        if indicator in above or indicator not in self.project.indicators:
            return Assessment(indicator=indicator, state=State.INCOMPLETE, rule=10)
        case = self.case(indicator, above)
        self.found[indicator] = _assessment(case, verdict(case), self.languages)
        return self.found[indicator]

    def case(self, indicator: str, above: tuple[str, ...]) -> Case:
        """Return what the rules look at."""
        record = self.project.indicators[indicator]
        rows = self.series[indicator].overall if indicator in self.series else ()
        case = open_case(record, rows, self.project.plan.school_year_starts, self.as_of)
        if record.target.type is not TargetType.COMPOUND:
            return case
        parts = tuple(self.assessment(part, (*above, indicator)) for part in record.target.all_of)
        titles = {
            part: self.project.indicators[part].title
            for part in record.target.all_of
            if part in self.project.indicators
        }
        return replace(case, parts=parts, titles=titles)


def _assessment(case: Case, found: Verdict, languages: Mapping[str, Language]) -> Assessment:
    work = found.working
    exact = work if found.exact else None
    awaited, due = _next_result(case)
    return Assessment(
        indicator=case.indicator.id,
        state=found.state,
        rule=found.rule,
        rating=found.rating,
        met=found.met,
        baseline=case.baseline,
        target=case.target,
        latest=_latest(case),
        expected=divided(work.expected, work.steps) if work else None,
        tolerance=plain(case.tolerance) if case.path else None,
        gap=divided(exact.gap, exact.steps) if exact else None,
        plan=divided(work.plan, work.steps) if work else None,
        gain=divided(exact.gain, exact.steps) if exact else None,
        awaited=awaited,
        due=due,
        trajectory=case.path.points(row.period for row in case.rows) if case.path else (),
        history=tuple(_past(case, row, row.value) for row in case.rows if row.value),
        parts=tuple(part.indicator for part in case.parts),
        sentences={code: found.sentence(language) for code, language in languages.items()},
    )


def _latest(case: Case) -> Result | None:
    last = case.path.target.period if case.path else None
    for row in reversed(case.rows):
        beyond = last and row.period.form is last.form and row.period > last
        if row.value is not None and not beyond:
            return Result(row.period, row.value)
    return None


def _next_result(case: Case) -> tuple[Period, date] | tuple[None, None]:
    parts = [(part.due, part.awaited) for part in case.parts]
    known = [(due, awaited) for due, awaited in [(case.due, case.awaited), *parts] if due]
    due, awaited = min(known, key=lambda pair: pair[0], default=(None, None))
    return (awaited, due) if awaited and due else (None, None)


def _past(case: Case, row: Observation, value: Value) -> PastRating:
    judgement = None
    if case.path and case.path.judges(row.period) and comparable(case, row.period, row.status):
        judgement = agreed(case, row.period, value)
    return PastRating(
        period=row.period,
        value=value,
        expected=case.path.at(row.period) if case.path else None,
        rating=judgement.rating if judgement else None,
    )
