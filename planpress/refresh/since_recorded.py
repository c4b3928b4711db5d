"""What is published today beside what was published when somebody recorded it."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from planpress.assess.moves import moves
from planpress.model.change import Change, Entry, RowKey, changes
from planpress.model.dataclass import dataclass
from planpress.model.move import Known, Move, RatingLog
from planpress.model.problem import Problem, in_order
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.series import Series
from planpress.options import Options
from planpress.pipeline import examine
from planpress.read.published import read_numbers
from planpress.recording import recall


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What readers will see other than before: published rows by measure, and ratings.

    `told` is False where errors elsewhere in the plan keep it from being worked out. `since` is the
    day of the record that today is compared with.
    """

    rows: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    told: bool = True
    since: date | None = None
    problems: tuple[Problem, ...] = ()


def report(options: Options) -> Compared:
    """Compare what would be published today with what was published when somebody recorded it."""
    found = examine(options)
    project, judged = found.reading.project, found.judged
    if project is None or judged is None:
        return Compared(told=False, problems=found.problems)
    kept, wrong = read_numbers(options.project)
    past, _ = recall(options.project)
    problems = in_order((*found.problems, *wrong))
    if wrong or kept is None or past.ratings.known is None:
        return Compared(told=False, problems=problems)
    known = {name: Known.of(one) for name, one in judged.assessments.items()}
    today = found.reading.as_of or options.today
    differing = compared(project, (kept, judged.series), (past.ratings.known, known), today)
    return replace(differing, since=past.ratings.since, problems=problems)


def compared(
    project: Project,
    series: tuple[Mapping[str, Series], Mapping[str, Series]],
    known: tuple[Mapping[str, Known], Mapping[str, Known]],
    today: date,
) -> Compared:
    """Return how published numbers and ratings differ; both pairs hold before and after."""
    then, now = series
    rows = {
        name: found
        for name in sorted({*then, *now})
        if (found := changes(rows_of(then.get(name)), rows_of(now.get(name))))
    }
    log = RatingLog(known=known[0], since=today).now(known[1], today)
    return Compared(rows=rows, moves=moves(project, now, log, today))


def rows_of(series: Series | RawSeries | None) -> dict[RowKey, Entry]:
    """Return what the rows of a series say, by period and people."""
    rows = series.observations if series else ()
    return {
        RowKey(row.codes, row.period): Entry(row.value, row.n, row.status, row.note) for row in rows
    }
