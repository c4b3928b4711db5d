"""All that the files say, put together: what is shown, what is hidden, and where they disagree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from planpress.audit.claim import RULE, Cell, Claim, Kind, Row
from planpress.audit.machine import Planned, Undated
from planpress.audit.reasons import name_of
from planpress.model.decimals import places
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.series import Codes
from planpress.model.value import Value

DISAGREE = "numbers-disagree"
"""The name of the rule that the site says one thing about a row everywhere."""


@dataclass
class Evidence:
    """What the site says of each row, and of what its plan expects.

    `told` are further numbers about a row, such as a gap; `planned` numbers of the plan.
    """

    project: Project
    rows: dict[Cell, Row] = field(default_factory=dict)
    hidden: dict[str, dict[Codes, set[Period]]] = field(default_factory=dict)
    told: dict[tuple[str, Codes], set[Decimal]] = field(default_factory=dict)
    planned: dict[str, set[Decimal]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    undated: list[Undated] = field(default_factory=list)

    def add(self, found: Iterable[Claim | Planned | Undated]) -> None:
        """Take up what a file says."""
        for one in found:
            if isinstance(one, Planned):
                self.planned.setdefault(one.indicator, set()).update(_numbers(one.written))
            elif isinstance(one, Undated):
                self.undated.append(one)
            else:
                self._claim(one)

    def _claim(self, claim: Claim) -> None:
        cell = claim.cell
        row = self.rows.get(cell)
        match claim.kind:
            case Kind.HIDDEN:
                path = row.path if row else claim.path
                self.rows[cell] = (row or Row())._replace(hidden=True, path=path)
                found = self.hidden.setdefault(cell.indicator, {})
                found.setdefault(cell.codes, set()).add(cell.period)
                return
            case Kind.VALUE if row is None or (row.value is None and not row.hidden):
                self.rows[cell] = (row or Row(path=claim.path))._replace(value=claim.value)
                return
            case Kind.N if row is None or (row.n is None and not row.hidden):
                self.rows[cell] = (row or Row(path=claim.path))._replace(n=claim.value)
                return
            case Kind.TOLD:
                known = self.told.setdefault((cell.indicator, cell.codes), set())
                known.update(_numbers(claim.plain or claim.written))
        if row is None or row.hidden or not self._known(claim, row):
            self.claims.append(claim)

    @staticmethod
    def _known(claim: Claim, row: Row) -> bool:
        """Whether a claim says no more than the row that is shown, so that it can be forgotten."""
        if claim.kind is Kind.TOLD:
            return row.value is not None
        known, value = row.n if claim.kind is Kind.N else row.value, claim.value
        return known is not None and value is not None and _same(known, value)

    def is_hidden(self, cell: Cell) -> bool:
        """Whether the site says that it does not show this row."""
        return cell.period in self.hidden.get(cell.indicator, {}).get(cell.codes, ())

    def settle(self) -> dict[Cell, Row]:
        """Return the rows, those that are hidden without what was claimed about them."""
        return {
            cell: Row(hidden=True, path=row.path) if row.hidden else row
            for cell, row in self.rows.items()
        }

    def numbers(
        self, indicator: str, mentioned: frozenset[tuple[str, str]], *, told: bool = True
    ) -> set[Decimal]:
        """Return what may be said in words about people, or about some of them.

        These are shown values, numbers of people, what is told about them, the differences between
        a group's own values and between a group and everyone, the numbers of the plan, and how
        many rows and periods there are.
        """
        shown: dict[Codes, dict[Period, Decimal]] = defaultdict(dict)
        found = set(self.planned.get(indicator, ()))
        own = [(cell, row) for cell, row in self.rows.items() if cell.indicator == indicator]
        found |= {Decimal(len(own)), Decimal(sum(row.hidden for _, row in own))}
        found |= {Decimal(len({cell.period for cell, _ in own}))}
        for cell, row in own:
            if not row.hidden and mentioned.issuperset(cell.codes):
                if row.n is not None:
                    found.add(row.n.number)
                if row.value is not None:
                    shown[cell.codes][cell.period] = row.value.number
                if told:
                    found |= self.told.get((indicator, cell.codes), set())
        overall = shown.get((), {})
        for values in shown.values():
            found.update(values.values())
            found.update(abs(a - b) for a in values.values() for b in values.values())
            found.update(abs(a - overall[p]) for p, a in values.items() if p in overall)
        return found


def leaks_of_claims(evidence: Evidence) -> Iterator[Problem]:
    """Yield every number that is told about a hidden row, and every row told in two ways."""
    for cell, row in evidence.rows.items():
        for kind, number in ((Kind.VALUE, row.value), (Kind.N, row.n)):
            if row.hidden and number is not None:
                claim = Claim(cell, kind, str(number), row.path, kind.value)
                yield told(evidence.project, claim)
    for claim in evidence.claims:
        yield from leaks_of_claim(evidence, claim)
    for one in evidence.undated:
        yield from _undated(evidence, one)


def leaks_of_claim(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Yield what is wrong with a number that a file tells about a row."""
    if evidence.is_hidden(claim.cell):
        yield told(evidence.project, claim)
    elif claim.kind is not Kind.TOLD:
        yield from _disagreement(evidence, claim)


def told(project: Project, claim: Claim) -> Problem:
    """Return the problem that a file tells a number about a hidden row."""
    name = name_of(project, claim.cell)
    return error(
        Place(claim.path),
        RULE,
        f"“{claim.written}” ({claim.as_what}) is told about {name}, which is hidden",
        f"Another file of the site does not show this row, to protect privacy; nothing that is "
        f"worked out from it may be told either. Look at data/{claim.cell.indicator}.csv and at "
        f"what makes {claim.path}.",
    )


def _disagreement(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    row, value = evidence.rows.get(claim.cell), claim.value
    known = row and (row.n if claim.kind is Kind.N else row.value)
    if row is None or known is None or value is None or _same(known, value):
        return
    yield error(
        Place(claim.path),
        DISAGREE,
        f"{name_of(evidence.project, claim.cell)} is {value} here ({claim.as_what}), and {known} "
        f"in {row.path}",
        "One row has one result: readers who meet both can learn more than from one. Look for "
        "what makes the second number.",
    )


def _same(known: Value, value: Value) -> bool:
    if known.bound is not value.bound:
        return False
    half = Decimal(1).scaleb(-places(value.number)) / 2
    return known.number == value.number or abs(known.number - value.number) <= half


def _undated(evidence: Evidence, one: Undated) -> Iterator[Problem]:
    hidden = evidence.hidden.get(one.indicator, {}).get(one.codes, set())
    if not hidden:
        return
    periods = (c.period for c in evidence.rows if (c[0], c[2]) == (one.indicator, one.codes))
    latest = one.latest or max(periods, key=lambda period: period.number)
    baseline = evidence.project.indicators[one.indicator].baseline
    cell = None
    if one.hidden or (latest in hidden and "expected" not in one.as_what):
        cell = Cell(one.indicator, max(hidden, key=lambda period: period.number), one.codes)
    elif one.from_baseline and baseline and baseline.period in hidden:
        cell = Cell(one.indicator, baseline.period, one.codes)
    if cell is None:
        return
    explained = evidence.numbers(one.indicator, frozenset(one.codes), told=False)
    if not one.hidden and not one.codes and _numbers(one.written) <= explained:
        return
    yield told(evidence.project, Claim(cell, Kind.TOLD, one.written, one.path, one.as_what))


def _numbers(written: str) -> set[Decimal]:
    try:
        return {abs(Value.parse(written).number)}
    except ValueError:
        return set()
