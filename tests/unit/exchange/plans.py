"""The tiny plan with words of one's own, sent out and brought back."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import polib
from conftest import FILES

from planpress.exchange.bring_back import bring_back
from planpress.exchange.reviewed import Request as Back
from planpress.exchange.send import Request as Out
from planpress.exchange.send import send
from planpress.model.translation import State
from planpress.options import Options
from planpress.read.project import read
from planpress.translate.lock import read_lock
from planpress.translate.units import translations

DAY = date(2026, 11, 22)


@contextmanager
def plan(changes: dict[str, str | bytes | None] | None = None) -> Iterator[Path]:
    """A folder with the tiny plan and some files instead of its own; None leaves one out."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**FILES, **(changes or {})}.items():
            if text is not None:
                file = Path(folder, "alder", path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text if isinstance(text, bytes) else text.encode())
        yield Path(folder, "alder")


def copied(folder: Path, to: Path) -> Path:
    """A plan's content and data in another folder."""
    for name in ("content", "data"):
        shutil.copytree(folder / name, to / name)
    return to


def options(folder: Path, **others) -> Options:
    return Options(project=folder, output=folder / "site", today=DAY, as_of=DAY, **others)


def out(folder: Path, states=None, form="po", language="es"):
    """What goes out, and its file beside the plan."""
    file = folder.parent / f"{language}.{form}"
    request = Out(language=language, states=states or set(State), format=form, file=file)
    return send(options(folder), request), file


def back(folder: Path, file: Path, *, strict=False, **asked):
    return bring_back(options(folder, strict=strict), Back(file=file, **asked))


def content(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in (folder / "content").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def states(folder: Path, language="es") -> dict[str, str]:
    """The state of every unit, by its record and way; sections by their heading too."""
    found = translations(read(folder).project, read_lock(folder)[0]).units[language]
    return {f"{u.record}#{'/'.join(u.way)} {u.heading}".strip(): u.state.value for u in found}


def edit(file: Path, change) -> None:
    """Give every entry of a PO file to a function, and save the file."""
    po = polib.pofile(str(file))
    for entry in po:
        change(entry)
    po.save()
