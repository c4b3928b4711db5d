"""Decimal arithmetic in which nothing is rounded before it is compared."""

from decimal import Context, Decimal, Inexact

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
    if by == 1:
        return plain(number)
    try:
        return plain(_FINITE.divide(number, Decimal(by)))
    except Inexact:
        half_more = EXACT.add(
            EXACT.multiply(EXACT.scaleb(number.copy_abs(), _PLACES), Decimal(2)), Decimal(by)
        )
        rounded = EXACT.divide_int(half_more, Decimal(2 * by))
        return plain(EXACT.scaleb(rounded, -_PLACES).copy_sign(number))
