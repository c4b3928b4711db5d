"""How many decimals a number has, and how many it needs so that readers are not misled."""

from decimal import ROUND_HALF_UP, Context, Decimal

_ROOMY = Context(prec=10_000)


def places(number: Decimal) -> int:
    """Return with how many decimals a number is written; 0 for a whole one."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def decimals_needed(number: Decimal, decimals: int) -> int:
    """Return with how many decimals to write a number of a measure that is published with so many.

    As many as it has, but at most one more than the measure's own, unless it would seem to be 0.
    """
    leading = -number.adjusted() if number else 0
    most = Decimal((0, (1,), -max(decimals + 1, leading)))
    written = number.quantize(most, ROUND_HALF_UP, context=_ROOMY).normalize(_ROOMY)
    return places(written)
