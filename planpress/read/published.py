"""What was published when somebody recorded it: `content/history/numbers/<id>.csv`."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from planpress.model.period import Form, Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.series import Observation, Series, Status
from planpress.model.value import Value
from planpress.read.text import read_text

NUMBERS = "content/history/numbers"

_OWN = ("period", "value", "n", "status")


def read_numbers(folder: Path) -> tuple[dict[str, Series] | None, list[Problem]]:
    """Return the published rows of every measure that was recorded; None where nothing was."""
    if not (folder / NUMBERS).is_dir():
        return None, []
    found: dict[str, Series] = {}
    problems: list[Problem] = []
    for file in sorted((folder / NUMBERS).glob("*.csv")):
        path = f"{NUMBERS}/{file.name}"
        text, unreadable = read_text(file, path)
        problems += unreadable
        if text is not None:
            series, wrong = _series(file.stem, path, text)
            problems += wrong
            found |= {file.stem: series} if series else {}
    return found, problems


def written_numbers(series: Mapping[str, Series]) -> dict[str, str]:
    """Return the files of numbers by their paths: rows as they are published, sorted.

    A measure of which nothing is published has none.
    """
    return {
        f"{NUMBERS}/{name}.csv": _text(one)
        for name, one in sorted(series.items())
        if one.observations
    }


def _text(series: Series) -> str:
    rows = sorted(series.observations, key=lambda o: (o.codes, o.period.form, o.period.number))
    names = tuple(sorted({name for row in rows for name, _ in row.codes}))
    # 2011-12 is a school year unless it is said to be a month
    months = any(row.period.form is Form.MONTH for row in rows)
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow((*_OWN, *names, "note", *(("form",) if months else ())))
    for row in rows:
        codes = dict(row.codes)
        out.writerow(
            (
                row.period,
                row.value or "",
                row.n or "",
                row.status.value,
                *(codes.get(name, "") for name in names),
                row.note,
                *((row.period.form.value,) if months else ()),
            )
        )
    return text.getvalue()


def _series(name: str, path: str, text: str) -> tuple[Series | None, list[Problem]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        split = _split(reader.fieldnames or ())
        rows = tuple(_row(row, split) for row in reader)
    except (csv.Error, ValueError, KeyError, TypeError, AttributeError) as wrong:
        hint = "Bring the file back from git, or remove it and run python3 build.py record."
        message = f"the recorded numbers cannot be read: {wrong}"
        return None, [error(Place(path, reader.line_num), "history", message, hint)]
    return Series(indicator=name, dimensions=split, observations=rows), []


def _split(header: Sequence[str]) -> tuple[str, ...]:
    if missing := {*_OWN, "note"} - set(header):
        raise ValueError(f"there is no column “{min(missing)}”")
    return tuple(name for name in header if name not in (*_OWN, "note", "form"))


def _row(row: Mapping[str, str], split: tuple[str, ...]) -> Observation:
    return Observation(
        period=Period.parse(row["period"], Form(row["form"]) if "form" in row else None),
        value=Value.parse(row["value"]) if row["value"] else None,
        n=Value.parse(row["n"]) if row["n"] else None,
        status=Status(row["status"]),
        codes=tuple((name, row[name]) for name in sorted(split) if row[name]),
        note=row["note"],
    )
