"""Primary suppression: a value about too few people is hidden, whoever they are."""

from decimal import Decimal

from planpress.model.raw import RawObservation
from planpress.model.series import Observation, Status
from planpress.model.value import Bound, Value


def fewest(n: Value) -> Decimal:
    """Return the smallest number of people that `n` allows: none for `<=50`, three for `>=3`."""
    return Decimal(0) if n.bound is Bound.AT_MOST else n.number


def too_few(n: Value | None, minimum: int) -> bool:
    """Tell whether fewer than `minimum` people are possible; a missing `n` is not known to be."""
    return n is not None and fewest(n) < minimum


def published(raw: RawObservation, minimum: int) -> Observation:
    """Return what may be shown of a row where groups under `minimum` people are hidden.

    A hidden row keeps its period and codes and nothing else. A row that has no value to hide
    keeps its status and loses only a number of people that is too small.
    """
    few = too_few(raw.n, minimum)
    value = None if raw.status is Status.NOT_ADMINISTERED else raw.value
    if raw.status is Status.SUPPRESSED or (few and value is not None):
        return Observation(period=raw.period, status=Status.SUPPRESSED, codes=raw.codes)
    return Observation(
        period=raw.period,
        value=value,
        n=None if few else raw.n,
        status=raw.status,
        codes=raw.codes,
        note=raw.note,
    )
