"""What a record says to families, to staff and to the Board."""

from planpress.model.audience import Audiences
from planpress.model.words import Words


def told_to(audiences: Audiences) -> tuple[tuple[str, Words], ...]:
    """Return whom a record speaks to (family, staff, board) with what it says, if it does."""
    named = (
        ("family", audiences.family),
        ("staff", audiences.staff),
        ("board", audiences.board),
    )
    return tuple((who, words) for who, words in named if words)
