"""Changes of numbers and ratings in words for staff and as Markdown for a pull request."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from planpress.model.change import Change, Entry, Kind
from planpress.refresh.bring_in import Refreshed
from planpress.refresh.objects import compared_as_json, refreshed_as_json
from planpress.refresh.since_recorded import Compared
from planpress.refresh.words import (
    in_words,
    people,
    published,
    result,
    said,
    sides,
    standing,
    tally,
)

MANY = 40
"""How many rows are told one by one to a person; JSON tells all."""

_NOTHING_RECORDED = (
    "No published numbers are recorded yet, so there is nothing to compare with. "
    "Record them: python3 build.py record"
)


def refreshed_as_text(found: Refreshed) -> str:
    """Return what a file changes, for the eyes of staff: rows with numbers that readers do not see.

    Ratings are told from protected numbers only.
    """
    lines = [f"{found.source} -> {found.path}: {_counts(found.rows, found.as_before)}"]
    lines += [
        f"{'*' if change.key in found.hidden else ' '} {_row(change, in_words)}"
        for change in found.rows[:MANY]
    ]
    lines += _rest(found.rows)
    if any(change.key in found.hidden for change in found.rows):
        lines.append("* readers do not see these numbers, to protect privacy: do not pass them on")
    own = {change.key for change in found.rows}
    besides = {
        name: tuple(c for c in rows if f"data/{name}.csv" != found.path or c.key not in own)
        for name, rows in found.seen.rows.items()
    }
    besides = {name: rows for name, rows in besides.items() if rows}
    if besides:
        lines += ["", "What readers see changes here too, to protect privacy:"]
        lines += _measures(besides)
    if found.rows:
        lines += ["", *_ratings(found.seen)]
    return "\n".join([*lines, *_next_step(found)])


def refreshed_as_markdown(found: Refreshed) -> str:
    """Return what readers will see other than before; no hidden number is in it."""
    counted = _counts(found.rows, found.as_before)
    title = f"## Numbers from `{found.source}` for `{found.path}`\n\n{counted}"
    return f"{title}\n\n{_body(found.seen)}"


def compared_as_text(found: Compared) -> str:
    """Return what is published other than at the last record."""
    if found.since is None:
        return _NOTHING_RECORDED
    lines = [f"Since the record of {found.since}: {_summary(found)}", *_measures(found.rows)]
    return "\n".join([*lines, "", *_ratings(found)])


def compared_as_markdown(found: Compared) -> str:
    """Return the same as Markdown, for a pull request."""
    if found.since is None:
        return _NOTHING_RECORDED
    return f"## Since the record of {found.since}\n\n{_summary(found)}\n\n{_body(found)}"


REFRESHED: Mapping[str, Callable[[Refreshed], str]] = {
    "text": refreshed_as_text,
    "markdown": refreshed_as_markdown,
    "json": refreshed_as_json,
}
COMPARED: Mapping[str, Callable[[Compared], str]] = {
    "text": compared_as_text,
    "markdown": compared_as_markdown,
    "json": compared_as_json,
}


def _counts(rows: Sequence[Change], as_before: int) -> str:
    told = tally(rows, as_before)
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in told.items())


def _summary(found: Compared) -> str:
    counted = Counter(change.kind for rows in found.rows.values() for change in rows)
    told = [f"{counted[kind]} {kind.value}" for kind in Kind if counted[kind]]
    rows = ", ".join(told) or "no published number has changed"
    moved = len(found.moves)
    return f"{rows}; {moved or 'no'} measure{'s' * (moved != 1)} with another rating or result"


def _row(change: Change, say: Callable[[Entry | None], str]) -> str:
    kind = Kind.CHANGED if change.kind in (Kind.HIDDEN, Kind.SHOWN) else change.kind
    before, after = sides(change, say)
    told = f"{before} -> {after}" if before and after else before or after
    return f"{kind.value:8} {change.key.period!s:10} {people(change.key):32} {told}"


def _measures(measures: Mapping[str, Sequence[Change]]) -> Iterator[str]:
    for name, rows in measures.items():
        yield f"  {name}: {len(rows)}"
        for change in rows[:MANY]:
            before, after = published(change)
            told = f"{before} -> {after}" if before and after else before or after
            where = f"{change.key.period!s:10} {people(change.key):32}"
            yield f"    {change.kind.value:8} {where} {told}".rstrip()
        yield from _rest(rows)


def _rest(rows: Sequence[Change]) -> list[str]:
    more = len(rows) - MANY
    return [f"    … and {more} more (all of them with --format json)"] if more > 0 else []


def _ratings(found: Compared) -> Iterator[str]:
    if not found.told:
        yield "Effect on ratings and on what readers see: not known while build.py check has errors"
    elif not found.moves:
        yield "Effect on ratings: none"
    else:
        yield "Effect on ratings:"
        yield from (f"  {said(move)}" for move in found.moves)


def _next_step(found: Refreshed) -> list[str]:
    if found.written:
        return ["", f"Wrote {found.path}. Now run: python3 build.py check"]
    if not found.rows:
        return [f"Nothing to write: {found.path} says all this already."]
    return ["", f"Nothing was written. Add --write to write {found.path}."]


def _body(found: Compared) -> str:
    parts = ["### Ratings", "\n".join(_moves_table(found))]
    for name, rows in found.rows.items():
        table = [
            f"| {c.key.period} | {people(c.key)} | {c.kind.value} | {before} | {after} |"
            for c in rows[:MANY]
            for before, after in (map(_cell, published(c)),)
        ]
        head = ["| period | people | what | before | now |", "| --- | --- | --- | --- | --- |"]
        more = [f"\n… and {len(rows) - MANY} more"] if len(rows) > MANY else []
        parts += [f"### `{name}`", "\n".join([*head, *table, *more])]
    return "\n\n".join(parts)


def _moves_table(found: Compared) -> Iterator[str]:
    if not found.told or not found.moves:
        yield "No rating changes." if found.told else "Not known: the plan has errors."
        return
    yield "| measure | before | now | result |"
    yield "| --- | --- | --- | --- |"
    for move in found.moves:
        sides = f"{standing(move.before)} | {standing(move.after)}"
        yield f"| {move.indicator} | {sides} | {_cell(result(move.before, move.after))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")
