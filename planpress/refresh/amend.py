"""A file of numbers with changed rows: all that is as before stays as it is written."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from planpress.model.change import Change, Entry, RowKey
from planpress.model.dataclass import dataclass
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes

_FIRST = ("period", "value", "n", "status")


def joined(present: RawSeries, incoming: RawSeries) -> RawSeries:
    """Return present rows with new ones in place of those of the same period and kind of split.

    Everyone, by group, by level and school, … are kinds of split: where the new rows tell a period
    by group, they tell all its groups. Where they have no note at all, a row that says the same as
    before keeps its own.
    """
    told = {(row.period, _split(row)) for row in incoming.observations}
    notes = {(row.codes, row.period): row for row in present.observations}
    noted = any(row.note for row in incoming.observations)
    kept = [row for row in present.observations if (row.period, _split(row)) not in told]
    new = [
        row if noted else _with_note(row, notes.get((row.codes, row.period)))
        for row in incoming.observations
    ]
    dimensions = tuple(dict.fromkeys((*present.dimensions, *incoming.dimensions)))
    return replace(present, observations=(*kept, *new), dimensions=dimensions)


def _split(row: RawObservation) -> tuple[str, ...]:
    return tuple(name for name, _ in row.codes)


def _with_note(row: RawObservation, before: RawObservation | None) -> RawObservation:
    """Return a row with the note that it had, if it says the same as then."""
    same = before is not None and (before.value, before.n, before.status) == (
        row.value,
        row.n,
        row.status,
    )
    return row._replace(note=before.note) if before and same else row


def amended(
    present: bytes, series: RawSeries | None, changed: Sequence[Change], dimensions: Iterable[str]
) -> bytes:
    """Return the bytes of a tidy CSV file after the changes.

    `series` is what was read from `present`; None for a file that is to be new. Columns, order,
    notes, line ends and byte order mark stay; a new row follows the last row about the same people,
    or stands at the end where a file is not ordered by people. A column that is needed is added.
    """
    mark = b"\xef\xbb\xbf" if present.startswith(b"\xef\xbb\xbf") else b""
    text = present.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header, rows = _rows(text)
    if series is None or not header:
        header, rows = [], []
    needed = [name for name in _needed(changed, dimensions) if name not in header]
    written = _Sheet([*header, *needed], len(needed))
    keys = (
        {row.line: RowKey(row.codes, row.period) for row in series.observations} if series else {}
    )
    lines = written.lines(rows, keys, changed)
    whole = "\n".join((_csv([*header, *needed]), *lines, ""))
    return mark + whole.replace("\n", end).encode()


def _rows(text: str) -> tuple[list[str], list[tuple[int, str, list[str]]]]:
    """Return the header, and of each row its line, its text and its cells."""
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text))
    rows: list[tuple[int, str, list[str]]] = []
    begins = 1
    for cells in reader:
        rows.append((begins, "\n".join(lines[begins - 1 : reader.line_num]), cells))
        begins = reader.line_num + 1
    if not rows:
        return [], []
    return [name.strip() for name in rows[0][2]], [row for row in rows[1:] if any(row[2])]


def _needed(changed: Sequence[Change], dimensions: Iterable[str]) -> list[str]:
    new = [change for change in changed if change.after]
    used = {name for change in new for name, _ in change.key.codes}
    told = {
        "n": any(c.after and c.after.n for c in new),
        "status": any(c.after and c.after.status for c in new),
        "note": any(c.after and c.after.note for c in new),
    }
    split = [name for name in dimensions if name in used]
    own = [name for name in _FIRST if told.get(name, True)]
    return [*own, *split, *(["note"] if told["note"] else [])]


_Row = tuple[RowKey | None, str]


@dataclass(frozen=True)
class _Sheet:
    header: Sequence[str]
    added: int

    def lines(
        self,
        rows: Sequence[tuple[int, str, list[str]]],
        keys: Mapping[int, RowKey],
        changed: Sequence[Change],
    ) -> list[str]:
        """Return the lines below the header."""
        by_key = {change.key: change for change in changed}
        kept: list[_Row] = []
        for line, text, cells in rows:
            key = keys.get(line)
            change = by_key.pop(key, None) if key else None
            if change is None:
                kept.append((key, text + "," * self.added))
            elif change.after is not None:
                kept.append((key, self.row(change.key, change.after, cells)))
        new = [
            (change.key, self.row(change.key, change.after))
            for change in by_key.values()
            if change.after
        ]
        return [text for _, text in _placed(kept, new)]

    def row(self, key: RowKey, entry: Entry, before: Sequence[str] = ()) -> str:
        """Return a row as it is written; of one that stood here the people stay as written."""
        told = {
            **dict(zip(self.header, before, strict=False)),
            **dict(key.codes),
            "period": str(key.period),
            "value": str(entry.value) if entry.value else "",
            "n": str(entry.n) if entry.n else "",
            "status": entry.status.value,
            "note": entry.note,
        }
        return _csv([told.get(name, "") for name in self.header])


def _placed(kept: Sequence[_Row], new: Sequence[_Row]) -> Iterable[_Row]:
    """Return all rows: a new one among those of its people, if these stand together."""
    blocks: dict[Codes | None, list[_Row]] = {}
    turns = 0
    last: Codes | int | None = 0
    for row in kept:
        people = row[0].codes if row[0] else None
        turns += people != last
        last = people
        blocks.setdefault(people, []).append(row)
    if kept and (turns != len(blocks) or len(blocks) == len(kept) > 1):
        return [*kept, *sorted(new, key=lambda row: _when(row)[::-1])]
    for row in new:
        block = blocks.setdefault(row[0].codes if row[0] else None, [])
        at = next((i for i in range(len(block), 0, -1) if _when(block[i - 1]) <= _when(row)), 0)
        block.insert(at, row)
    return [row for block in blocks.values() for row in block]


def _when(row: _Row) -> tuple[Codes, tuple[str, int]]:
    key = row[0]
    return (key.codes, (key.period.form, key.period.number)) if key else ((), ("", 0))


def _csv(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()[:-1]
