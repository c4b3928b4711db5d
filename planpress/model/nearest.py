"""Did you mean …?"""

from collections.abc import Iterable


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or else all of them."""
    words = sorted(set(known))
    from difflib import get_close_matches  # noqa: PLC0415 (seldom needed)

    near = get_close_matches(written.lower(), words, n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Known here: {', '.join(words)}." if words else "Nothing is known here yet."
