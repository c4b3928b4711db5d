"""A verdict with all its working, as it is published."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import localcontext

from planpress.assess.case import Case
from planpress.assess.exact import EXACT, divided
from planpress.assess.verdict import Verdict
from planpress.model.assessment import Assessment, Result
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.period import Period


@dataclass(frozen=True, eq=False)
class Sentences(Mapping[str, str]):
    """What a verdict says in each language; a sentence is made when somebody wants to read it."""

    say: Callable[[Language], str]
    languages: Mapping[str, Language]

    def __getitem__(self, code: str) -> str:
        """Return the sentence in a language of the plan."""
        with localcontext(EXACT):
            return self.say(self.languages[code])

    def __iter__(self) -> Iterator[str]:
        """Return the codes of the languages."""
        return iter(self.languages)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(self.languages)


def account(case: Case, found: Verdict, languages: Mapping[str, Language]) -> Assessment:
    """Return the assessment of a case, without its trajectory, history and changes."""
    work = found.working
    exact = work if found.exact else None
    awaited, due = _next_result(case)
    aim, path = case.aim, case.path
    return Assessment(
        indicator=aim.indicator.id,
        state=found.state,
        rule=found.rule,
        rating=found.rating,
        met=found.met,
        baseline=aim.baseline,
        target=aim.target,
        latest=_latest(case),
        expected=divided(work.expected, work.steps) if work else None,
        tolerance=aim.tolerance if path else None,
        gap=divided(exact.gap, exact.steps) if exact else None,
        plan=divided(work.plan, work.steps) if work else None,
        gain=divided(exact.gain, exact.steps) if exact else None,
        awaited=awaited,
        due=due,
        parts=tuple(part.indicator for part in case.parts),
        sentences=Sentences(found.sentence, languages),
    )


def _latest(case: Case) -> Result | None:
    if case.latest and case.latest.hidden:
        return None
    last = case.path.target.period if case.path else None
    for row in reversed(case.rows):
        beyond = last and row.period.form is last.form and row.period > last
        if row.value is not None and not beyond:
            return Result(row.period, row.value)
    return None


def _next_result(case: Case) -> tuple[Period, date] | tuple[None, None]:
    if not case.parts:
        return (case.awaited, case.due) if case.awaited and case.due else (None, None)
    parts = [(part.due, part.awaited) for part in case.parts]
    known = [(due, awaited) for due, awaited in [(case.due, case.awaited), *parts] if due]
    due, awaited = min(known, key=lambda pair: pair[0], default=(None, None))
    return (awaited, due) if awaited and due else (None, None)
