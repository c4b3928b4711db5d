"""Decimal arithmetic in which nothing is rounded before it is compared."""

from decimal import Context, Decimal, Inexact
from fractions import Fraction

EXACT = Context(prec=10_000)
"""Sums and products of published numbers never need this many digits, so none is rounded."""

_PLACES = 12
_FINITE = Context(prec=100, traps=[Inexact])


def plain(number: Decimal) -> Decimal:
    """Return the same number without an exponent, trailing zeros or a minus before zero."""
    return EXACT.plus(Decimal(f"{number.normalize(EXACT):f}"))


def divided(number: Decimal, by: int) -> Decimal:
    """Return `number / by` for publication.

    It is exact where a finite decimal can write it, and to twelve places otherwise (a third of a
    point has no last digit). Never compare with the result: compare multiples instead.
    """
    try:
        return plain(_FINITE.divide(number, Decimal(by)))
    except Inexact:
        share = Fraction(number) / by
        return plain(EXACT.scaleb(Decimal(round(share * 10**_PLACES)), -_PLACES))
