"""Changed rows and moved ratings in words, and what of them readers may be told."""

from collections import Counter
from collections.abc import Callable, Sequence

from planpress.model.assessment import State
from planpress.model.change import Change, Entry, Kind, RowKey
from planpress.model.move import Known, Move

HIDDEN = "(hidden)"


def people(key: RowKey) -> str:
    """Return the codes of a row; all for everyone."""
    return ", ".join(code for _, code in key.codes) or "all"


def tally(rows: Sequence[Change], as_before: int) -> dict[str, int]:
    """Return how many rows were added, changed, removed, and how many are as before."""
    found: Counter[Kind] = Counter(
        Kind.CHANGED if c.kind in (Kind.HIDDEN, Kind.SHOWN) else c.kind for c in rows
    )
    kinds = (Kind.ADDED, Kind.CHANGED, Kind.REMOVED)
    return {**{kind.value: found[kind] for kind in kinds}, "as_before": as_before}


def in_words(entry: Entry | None) -> str:
    """Return what a row says: value, status and number of people."""
    if entry is None:
        return ""
    said = [str(entry.value) if entry.value else "", entry.status.value.replace("_", " ")]
    said += [f"(n {entry.n})"] if entry.n else []
    return " ".join(word for word in said if word)


def _public(entry: Entry | None) -> str:
    return HIDDEN if entry and entry.hidden else in_words(entry)


def sides(change: Change, say: Callable[[Entry | None], str]) -> tuple[str, str]:
    """Return both sides of a change in words; they differ at least in their notes."""
    before, after = say(change.before), say(change.after)
    if change.before and change.after and before == after:
        return f"{before} “{change.before.note}”", f"{after} “{change.after.note}”"
    return before, after


def published(change: Change) -> tuple[str, str]:
    """Return both sides for readers: of what is not shown any more, no number is told."""
    if change.kind is Kind.REMOVED:
        return "", ""
    if change.kind is Kind.HIDDEN:
        return "", HIDDEN
    return sides(change, _public)


def said(move: Move) -> str:
    """Return a move in one line: `graduation-rate: AG -> G (84.8 -> 87.0 for 2024-25)`."""
    before, after = standing(move.before), standing(move.after)
    told = f"{before} -> {after}" if before != after else f"{after} as before"
    latest = result(move.before, move.after)
    return f"{move.indicator}: {told}{f' ({latest})' if latest else ''}"


def standing(known: Known | None) -> str:
    """Return the rating, or the state of a measure without one."""
    if known is None:
        return "nothing"
    return known.rating.value if known.rating else known.state.value.replace("_", " ")


def result(before: Known | None, after: Known | None) -> str:
    """Return how the latest result moved; empty where none is published, or it is hidden now."""
    if after and after.state is State.HIDDEN:
        return ""
    old = (before.value, before.period) if before and before.value else None
    new = (after.value, after.period) if after and after.value else None
    if old and new and old[1] == new[1]:
        return f"{old[0]} -> {new[0]} for {new[1]}" if old != new else f"{new[0]} for {new[1]}"
    return " -> ".join(f"{side[0]} for {side[1]}" for side in (old, new) if side)
