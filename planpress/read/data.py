"""The folder data/ to raw series, by the names of its files."""

from collections.abc import Iterator
from pathlib import Path

from planpress.makers import makers
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.raw import RawSeries
from planpress.read.files import outside
from planpress.read.text import read_bytes, text_of
from planpress.store import Store, digest

Found = tuple[RawSeries | None, list[Problem]]

KINDS = (".csv", ".xlsx")
"""The ends of the names of files that can hold numbers."""


def read_data(
    folder: Path, store: Store | None = None
) -> tuple[dict[str, RawSeries], dict[str, str], list[Problem]]:
    """Return the series of a project's data/, the files by indicator, and what is wrong.

    Two files of one name and an unlike end are an error; the first is read. What files say is
    kept in the store by their content.
    """
    store = store or Store(None)
    series: dict[str, RawSeries] = {}
    paths: dict[str, str] = {}
    problems: list[Problem] = []
    home = folder / "data"
    for file in sorted(home.iterdir()) if home.is_dir() else ():
        path = f"data/{file.name}"
        if file.name.startswith((".", "~$")) or file.suffix == ".md":
            continue
        wrong = list(_unfit(file, home))
        if file.suffix.lower() in KINDS and file.stem in paths:
            message = f"the same numbers stand in {paths[file.stem]} already"
            hint = "Keep one of the two files."
            wrong.append(error(Place(path), "two-files", message, hint))
        problems += wrong
        if file.suffix.lower() in KINDS:
            paths.setdefault(file.stem, path)
        if wrong or file.is_dir():
            continue
        found, faults = _read(file, path, store)
        problems += faults
        if found is not None:
            series[file.stem] = found
    return series, paths, problems


def _unfit(file: Path, home: Path) -> Iterator[Problem]:
    place = Place(f"data/{file.name}")
    kind = file.suffix.lower()
    if file.is_dir() and not file.is_symlink():
        if kind in KINDS:
            hint = f"Put the file itself into data/, and remove the folder {file.name}."
            yield error(place, "file-name", "this is a folder, not a file", hint)
    elif kind not in KINDS:
        hint = "Save the numbers as “CSV UTF-8” or “Excel Workbook (.xlsx)” under the measure's id."
        message = "this is neither a CSV file nor an Excel workbook (.xlsx)"
        yield error(place, "file-name", message, hint)
    elif outside(file, home):
        hint = "Put the file itself here: nothing outside data/ is read."
        yield error(place, "file-link", "this is only a link to another place", hint)


def _read(file: Path, path: str, store: Store) -> Found:
    raw, problems = read_bytes(file, path)
    if raw is not None:
        key = digest("series", makers(), file.stem, path, raw)
        return store.recalled(key, lambda: _made(file, path, raw, key))
    return (None, problems) if file.suffix.lower() == ".csv" else _of_sheet(file, path)


def _made(file: Path, path: str, raw: bytes, key: str) -> Found:
    if file.suffix.lower() == ".csv":
        series, problems = _of_text(file, path, raw)
    else:
        series, problems = _of_sheet(file, path)
    return series.known_by(key) if series else None, problems


def _of_text(file: Path, path: str, raw: bytes) -> Found:
    # a project without data, or whose data are known, does without what reads them
    from planpress.read.series import read_series  # noqa: PLC0415

    text, problems = text_of(raw, path)
    return (None, problems) if text is None else read_series(file.stem, path, text)


def _of_sheet(file: Path, path: str) -> Found:
    from planpress.read.series import series_of  # noqa: PLC0415
    from planpress.read.workbook import read_sheet  # noqa: PLC0415

    table, problems = read_sheet(file, path)
    return series_of(file.stem, path, table) if table else (None, problems)
