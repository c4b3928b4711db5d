"""The chain of reasoning that gives a hidden number away, in words for staff."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from planpress.audit.claim import RULE, Cell, Row
from planpress.audit.fits import Range, counts
from planpress.model.indicator import Unit
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project

if TYPE_CHECKING:
    from planpress.audit.attack import Narrow

STEPS = 6
"""How many steps of a chain are told at most."""


def name_of(project: Project, cell: Cell, beside: Cell | None = None) -> str:
    """Return how to call a cell; what it has in common with the one `beside` it is left out."""
    labels = [_label(project, *pair) for pair in cell.codes]
    name = " and ".join(labels) or "everyone"
    if beside is None or beside.period != cell.period:
        name += f" in {cell.period}"
    if beside is None or beside.indicator != cell.indicator:
        name += f" ({cell.indicator})"
    return name


def problem_of(project: Project, rows: Mapping[Cell, Row], found: "Narrow") -> Problem:
    """Return what can be worked out about a cell, with the steps and the mend."""
    cell = found.cell
    name = name_of(project, cell)
    least = project.plan.privacy.minimum_n
    source = f"data/{cell.indicator}.csv"
    place = Place(rows[cell].path or source)
    if found.what == "few":
        few = _words(found.range)
        return error(
            place,
            RULE,
            f"the result of {name} is shown, and it is about {few} people",
            f"Results about fewer than {least} people must not be shown: write suppressed in the "
            f"column status of the row in {source}.",
        )
    steps = [_fact(project, rows, other, cell) for other in found.behind]
    told = steps if len(steps) < STEPS else [*steps[: STEPS - 2], f"and {len(steps) - 4} more rows"]
    chain = "; ".join([*told, f"so {_conclusion(project, found)}"])
    unseen = "hidden about" if rows[cell].hidden else "shown only as a limit for"
    if found.what == "left":
        unseen = "not listed of"
    return error(
        place,
        RULE,
        f"what is {unseen} {name} can be worked out: {_conclusion(project, found)}",
        f"{chain[:1].upper()}{chain[1:]}. Hide one more of these rows in {source}, by writing "
        f"suppressed in its column status, or leave a row out.",
    )


def _conclusion(project: Project, found: "Narrow") -> str:
    name = name_of(project, found.cell, found.cell)
    known, of = _words(found.range), _words(found.of)
    match found.what:
        case "yes":
            return f"{name}: {known} of {of} people"
        case "no":
            return f"{name}: all but {known} of {of} people"
        case "people":
            return f"{name}: {known} people in all"
        case "rest":
            return f"the hidden parts together, {name} among them: {known} of {of} people"
        case "left":
            return f"the parts of {name} that have no row: {known} of {of} people"
        case "mean":
            return f"{name}: a sum of {known} over {of} people"
    return f"{name}: {known}"


def _fact(project: Project, rows: Mapping[Cell, Row], cell: Cell, beside: Cell) -> str:
    row, record = rows[cell], project.indicators[cell.indicator]
    name = name_of(project, cell, beside)
    if row.hidden or row.value is None:
        return f"{name}: hidden too"
    if record.unit is not Unit.PERCENT:
        return f"{name}: {row.value}" + (f" of {row.n} people" if row.n else "")
    if row.n is None or not row.n.exact:
        return f"{name}: {row.value} %" + (f" of {row.n}" if row.n else "")
    fit = counts(row.value, row.n.number, record.decimals)
    return f"{name}: {row.value} % of {row.n} is {_words(fit) if fit else 'no whole number'}"


def _words(known: Range) -> str:
    low, high = max(known.low, Decimal(0)), known.high
    if high >= 9_999_999:
        return "an unknown number of"
    return f"{high:f}" if low >= high else f"{low:f} to {high:f}"


def _label(project: Project, dimension: str, code: str) -> str:
    return project.code_label(dimension, code).said(project.languages[0]).text or code
