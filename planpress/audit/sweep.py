"""Numbers in running text that nothing published explains, beside the name of a hidden row."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from planpress.audit.claim import RULE, Cell
from planpress.audit.evidence import Evidence
from planpress.audit.passages import Clause, Passage
from planpress.audit.reasons import name_of
from planpress.model.decimals import places
from planpress.model.place import Place
from planpress.model.problem import Problem, error


def leaks_of_text(evidence: Evidence, passage: Passage) -> Iterator[Problem]:
    """Yield the numbers of a text that may tell what is hidden.

    A clause is suspect if it names the people of a hidden row, or no people but the period of
    a hidden row about everyone. Each number in it must be one that the site publishes about those
    people, about everyone, or about the plan.
    """
    for clause in passage.clauses:
        cell = next(_suspects(evidence, passage, clause), None)
        if cell:
            wrong = _unexplained(evidence, passage, clause)
            if wrong:
                yield _leak(evidence, passage, cell, wrong, clause)


def _suspects(evidence: Evidence, passage: Passage, clause: Clause) -> Iterator[Cell]:
    people = clause.people
    for indicator in passage.about:
        for codes, periods in evidence.hidden[indicator].items():
            last = max(periods, key=lambda period: period.number)
            if (codes and people.issuperset(codes)) or (
                not codes and not people and not periods.isdisjoint(clause.periods)
            ):
                yield Cell(indicator, last, codes)


def _unexplained(evidence: Evidence, passage: Passage, clause: Clause) -> str:
    """Return the first number of a clause that is not published."""
    privacy = evidence.project.plan.privacy
    known = {Decimal(one) for one in (privacy.minimum_n, privacy.minimum_interval, 90, 100)}
    for indicator in passage.about:
        known |= evidence.numbers(indicator, clause.people)
        known.update(Decimal(len(periods)) for periods in evidence.hidden[indicator].values())
    for number in clause.numbers:
        if not any(_published(reading, known) for reading in _readings(number)):
            return number
    return ""


def _published(number: Decimal, known: set[Decimal]) -> bool:
    if number in known:
        return True
    unit = Decimal(1).scaleb(-places(number))
    return any(
        abs(one - number) < unit and abs(one).quantize(unit, ROUND_HALF_UP) == number
        for one in known
    )


def _readings(written: str) -> Iterator[Decimal]:
    """Yield what a number can mean where a comma or a point may part the decimals."""
    for text in {written.replace(",", ""), written.replace(".", "").replace(",", ".")}:
        if text.count(".") <= 1:
            yield Decimal(text)


def _leak(evidence: Evidence, passage: Passage, cell: Cell, number: str, clause: Clause) -> Problem:
    name = name_of(evidence.project, cell)
    return error(
        Place(passage.path),
        RULE,
        f"“{number}” in “{clause.said}” ({passage.what}) may be about {name}, which is hidden",
        f"No file of the site publishes this number, and the text names people whose result is "
        f"hidden to protect privacy. Take the number out of what this file is made from, or name "
        f"the people apart from it; the hidden row stands in data/{cell.indicator}.csv.",
    )
