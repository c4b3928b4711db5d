"""The same measure elsewhere: whose values are compared with ours, and in which periods."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from planpress.chart.phrases import sources
from planpress.chart.subject import Subject
from planpress.model.assessment import Result
from planpress.model.dataclass import dataclass
from planpress.model.indicator import Benchmark
from planpress.model.period import Period
from planpress.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Somebody's result and where it was published; `against` is the result of ours beside it."""

    name: str
    result: Result
    source: str
    against: Result

    @property
    def more(self) -> Decimal | None:
        """How much more than we they had; None where ours is not known exactly."""
        ours = self.against.value
        return self.result.value.number - ours.number if ours.exact else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Our own result and those of others; `period` is the one that most of theirs are about."""

    own: Peer
    others: tuple[Peer, ...]
    period: Period

    @property
    def ranked(self) -> tuple[Peer, ...]:
        """All of them, the highest value first."""
        everyone = (self.own, *self.others)
        return tuple(sorted(everyone, key=lambda peer: (-peer.result.value.number, peer.name)))

    def best(self, sign: int) -> tuple[Peer, ...]:
        """Return the best of the others in the period; `sign` is +1 where more is better."""
        there = [peer for peer in self.others if peer.result.period == self.period]
        most = max(sign * peer.result.value.number for peer in there)
        return tuple(peer for peer in there if sign * peer.result.value.number == most)


def comparison_of(about: Subject) -> Comparison | None:
    """Return the comparison in the latest period that both we and others have.

    Where there is none, it is their latest period against ours nearest to it. Somebody without a
    value in that period stands there with the latest one there is. None without anybody to compare
    with.
    """
    ours = {row.period: row.value for row in about.overall if row.value is not None}
    form = next((period.form for period in ours), None)
    marks = [mark for mark in about.indicator.benchmarks if mark.period.form is form]
    if not marks or not ours:
        return None
    shared = {mark.period for mark in marks} & ours.keys()
    period = max(shared or {mark.period for mark in marks})
    own = Result(_nearest(period, ours), ours[_nearest(period, ours)])
    return Comparison(
        period=period,
        own=Peer(
            name=about.project.plan.organisation.said(about.language.code).text,
            result=own,
            source=sources(about),
            against=own,
        ),
        others=tuple(
            Peer(
                name=mark.name,
                result=Result(mark.period, Value(mark.value)),
                source=mark.source,
                against=Result(mark.period, ours[mark.period]) if mark.period in ours else own,
            )
            for mark in _chosen(marks, period)
        ),
    )


def _nearest(period: Period, ours: Mapping[Period, Value]) -> Period:
    return min(ours, key=lambda one: (abs(one.number - period.number), one.number))


def _chosen(marks: Sequence[Benchmark], period: Period) -> list[Benchmark]:
    """Return one mark for each name: that of the period, or else the latest."""
    ordered = sorted(marks, key=lambda mark: (mark.period == period, mark.period))
    chosen = {mark.name: mark for mark in ordered}
    return [chosen[name] for name in dict.fromkeys(mark.name for mark in marks)]
