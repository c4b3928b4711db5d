"""Numbers in running text that nothing published explains, beside the name of a hidden row."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from planpress.audit.claim import RULE, Block, Cell
from planpress.audit.evidence import Evidence
from planpress.audit.reasons import name_of
from planpress.audit.vocabulary import Code, Vocabulary, folded
from planpress.model.decimals import places
from planpress.model.place import Place
from planpress.model.problem import Problem, error

_CLAUSE = re.compile(r"[;!?؛؟۔](?=\s|$)|\.(?=\s|$)|\n| \| | · ")
_NUMBER = re.compile(r"(?<![\w#])\d+(?:[.,]\d+)*(?!\w*-\w)")
_NAMED = re.compile(
    r"\b\d{4}-\d\d-\d\d(?:t[\d:.z+-]*)?|\b(?:19|20)\d\d(?:-\d\d)?\b|"
    r"\b(?:grades?|grados?|rule|regla)\s+\d+(?:\s*(?:to|and|a|y|-|,)\s*\d+)*"
)


def leaks_of_text(evidence: Evidence, words: Vocabulary, block: Block) -> Iterator[Problem]:
    """Yield the numbers of a text that may tell what is hidden.

    A clause is suspect if it names the people of a hidden row, or no people but the period of
    a hidden row about everyone. Each number in it must be one that the site publishes about those
    people, about everyone, or about the plan.
    """
    text = folded(block.text) if "\n" not in block.text else block.text
    about = block.about or words.measures_in(folded(f"{block.text} {block.around}"))
    about = frozenset(name for name in about if name in evidence.hidden)
    if not about:
        return
    beside = set(block.codes)
    for clause in _CLAUSE.split(text):
        part = folded(clause)
        if not _NUMBER.search(part):
            continue
        named = {code for _, code in words.codes_in(part)}
        named |= beside or {code for _, code in words.codes_in(folded(block.around))}
        for cell in _suspects(evidence, words, part, about, named):
            wrong = _unexplained(evidence, words, part, about, named)
            if wrong:
                yield _leak(evidence, block, cell, wrong, clause)
                break


def _suspects(
    evidence: Evidence, words: Vocabulary, part: str, about: frozenset[str], named: set[Code]
) -> Iterator[Cell]:
    for indicator in sorted(about):
        for codes, periods in evidence.hidden[indicator].items():
            last = max(periods, key=lambda period: period.number)
            if (codes and named.issuperset(codes)) or (
                not codes and not named and not periods.isdisjoint(words.periods_in(part))
            ):
                yield Cell(indicator, last, codes)


def _unexplained(
    evidence: Evidence, words: Vocabulary, part: str, about: frozenset[str], named: set[Code]
) -> str:
    """Return the first number of a clause that is not published."""
    privacy = evidence.project.plan.privacy
    known = {Decimal(one) for one in (privacy.minimum_n, privacy.minimum_interval, 90, 100)}
    for indicator in about:
        known |= evidence.numbers(indicator, named)
        known.update(Decimal(len(periods)) for periods in evidence.hidden[indicator].values())
    rest = _NAMED.sub(" ", words.without_names(part))
    rest = words.without_dates(rest)
    for found in _NUMBER.finditer(rest):
        if not any(_published(reading, known) for reading in _readings(found[0])):
            return found[0]
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


def _leak(evidence: Evidence, block: Block, cell: Cell, number: str, clause: str) -> Problem:
    name = name_of(evidence.project, cell)
    said = " ".join(clause.split())[:160]
    return error(
        Place(block.path),
        RULE,
        f"“{number}” in “{said}” ({block.what}) may be about {name}, which is hidden",
        f"No file of the site publishes this number, and the text names people whose result is "
        f"hidden to protect privacy. Take the number out of what this file is made from, or name "
        f"the people apart from it; the hidden row stands in data/{cell.indicator}.csv.",
    )
