"""Rules about changes of the plan's own numbers."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise

from planpress.check.targets import end_of, number_to_reach, other_form
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Period
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.target import Revised, Revision

_Subject = tuple[Revised, Period | None]
_Entry = tuple[int, Revision]


def revision_order(reading: Reading, project: Project) -> Iterator[Problem]:
    """Revisions stand in the order of their dates."""
    for indicator in project.indicators.values():
        for index, (before, after) in enumerate(pairwise(indicator.revisions), start=1):
            if after.date < before.date:
                message = f"the revision of {after.date} stands after that of {before.date}"
                hint = "Order the revisions by date, the oldest first."
                place = indicator.source.at("revisions", index, "date")
                yield error(place, "revision-order", message, hint)


def repeated_revisions(reading: Reading, project: Project) -> Iterator[Problem]:
    """One number is revised once a day at most."""
    for indicator in project.indicators.values():
        for subject, entries in _by_subject(indicator).items():
            first: dict[date, int] = {}
            for index, revision in entries:
                other = first.setdefault(revision.date, index)
                if other != index:
                    line = indicator.source.at("revisions", other).line
                    message = f"{_name(subject)} is revised on {revision.date} on line {line} too"
                    hint = "Make one entry of the two: “from” of the first, “to” of the last."
                    place = indicator.source.at("revisions", index)
                    yield error(place, "repeated-revision", message, hint)


def revision_chain(reading: Reading, project: Project) -> Iterator[Problem]:
    """Each revision goes on where the one before it ended, and the last ends with what is set."""
    for indicator in project.indicators.values():
        for subject, entries in _by_subject(indicator).items():
            for (other, before), (index, after) in pairwise(entries):
                if after.before != before.after:
                    line = indicator.source.at("revisions", other).line
                    message = (
                        f"{_name(subject)} was {_said(after.before)} here, but "
                        f"{_said(before.after)} since the revision on line {line}"
                    )
                    hint = "Let “from” be what was in force the day before."
                    place = indicator.source.at("revisions", index, "from")
                    yield error(place, "revision-chain", message, hint)
            index, last = entries[-1]
            now = _now(indicator, subject)
            if last.after != now:
                message = (
                    f"{_name(subject)} is {_said(last.after)} since {last.date}, but "
                    f"{_said(now)} in the measure’s own keys"
                )
                hint = (
                    "Write the newest number in both places, or add the revision that is missing."
                )
                place = indicator.source.at("revisions", index, "to")
                yield error(place, "revision-chain", message, hint)


def revision_periods(reading: Reading, project: Project) -> Iterator[Problem]:
    """Revised periods have the measure's form, and revised points lie on the way."""
    for indicator in project.indicators.values():
        first = indicator.baseline.period if indicator.baseline else None
        start = first or end_of(indicator)
        if start is None:
            continue
        for index, revision in enumerate(indicator.revisions):
            for key, period in _periods(revision):
                if period.form is not start.form:
                    yield other_form(indicator, ("revisions", index, key), period, start)
        begins = _ever(indicator, Revised.BASELINE_PERIOD, first, start)
        ends = _ever(indicator, Revised.TARGET_PERIOD, end_of(indicator), start)
        for index, revision in enumerate(indicator.revisions):
            point = revision.period
            if point is None or point.form is not start.form:
                continue
            if (begins and point < min(begins)) or (ends and point > max(ends)):
                message = f"{point} was never on the way from the baseline to the target"
                hint = "Mend the period, or remove the revision."
                place = indicator.source.at("revisions", index, "period")
                yield error(place, "revision-period", message, hint)


def _by_subject(indicator: IndicatorRecord) -> Mapping[_Subject, list[_Entry]]:
    """Return the revisions of each number with their positions, by date."""
    found: dict[_Subject, list[_Entry]] = {}
    for entry in sorted(enumerate(indicator.revisions), key=lambda one: one[1].date):
        found.setdefault((entry[1].field, entry[1].period), []).append(entry)
    return found


def _now(indicator: IndicatorRecord, subject: _Subject) -> Decimal | Period | None:
    """Return what the measure's own keys say today."""
    match subject:
        case Revised.BASELINE, _:
            return indicator.baseline.value if indicator.baseline else None
        case Revised.BASELINE_PERIOD, _:
            return indicator.baseline.period if indicator.baseline else None
        case Revised.TARGET, _:
            return number_to_reach(indicator)
        case Revised.TARGET_PERIOD, _:
            return indicator.target.period
    points = {point.period: point.value for point in indicator.trajectory}
    return points.get(subject[1]) if subject[1] else None


def _ever(
    indicator: IndicatorRecord, field: Revised, now: Period | None, like: Period
) -> list[Period]:
    """Return every period, of the measure's form, at which one end of the way has ever been."""
    revised = [r for r in indicator.revisions if r.field is field]
    known = (now, *(r.before for r in revised), *(r.after for r in revised))
    return [period for period in known if isinstance(period, Period) and period.form is like.form]


def _periods(revision: Revision) -> Iterator[tuple[str, Period]]:
    for key, value in (
        ("period", revision.period),
        ("from", revision.before),
        ("to", revision.after),
    ):
        if isinstance(value, Period):
            yield key, value


def _name(subject: _Subject) -> str:
    field, period = subject
    return f"“{field}” of {period}" if period else f"“{field}”"


def _said(value: Decimal | Period | None) -> str:
    return "not set" if value is None else str(value)
