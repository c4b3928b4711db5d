"""How many decimals a number has, and how many it needs so that readers are not misled."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

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


@lru_cache(maxsize=8192)
def decimals_shown(number: Decimal, decimals: int, beside: Decimal | None = None) -> int:
    """Return with how many decimals a number of a measure is written, wherever it stands.

    With the measure's own, so that all its numbers look alike; with more where the number needs
    them (`decimals_needed`), or where it would look like a number `beside` it that it is not.
    """
    shown = max(decimals, decimals_needed(number, decimals))
    while beside is not None and number != beside and shown < places(number):
        if number.quantize(Decimal((0, (1,), -shown)), ROUND_HALF_UP, context=_ROOMY) != beside:
            break
        shown += 1
    return shown
