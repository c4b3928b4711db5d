"""What went out and what came back, in lines for staff."""

from collections.abc import Iterator
from pathlib import Path

from planpress.exchange.bring_back import Brought
from planpress.exchange.send import Sent
from planpress.translate.message import Progress


def sent(found: Sent, file: Path | None) -> str:
    """Return how much went out, and into which file."""
    if not found.total:
        return "There is nothing to translate; no file was written."
    kinds = (
        (found.counts[Progress.EMPTY], "without a translation"),
        (found.counts[Progress.DOUBTFUL], "to look at again"),
        (found.counts[Progress.DONE], "good as they are"),
    )
    told = ", ".join(f"{number} {what}" for number, what in kinds if number)
    where = f"Written to {file}" if file else "Written"
    return f"{where}: {_counted(found.total, 'text')}, {told}."


def brought(found: Brought) -> str:
    """Return which files were written, and what in the translator's file was left out."""
    return "\n".join(_lines(found))


def _lines(found: Brought) -> Iterator[str]:
    yield from found.paths
    if found.paths:
        units = _counted(len(found.units), "field or section", "fields and sections")
        files = _counted(len(found.paths), "file")
        yield f"{files} written: {units} in language “{found.language}”."
    else:
        yield "Nothing was written: all that came back stands there already."
    if found.as_before:
        yield f"{_counted(found.as_before, 'field or section', 'fields and sections')} as before."
    if found.unfinished:
        texts = _counted(found.unfinished, "text")
        yield f"{texts} left out: not translated yet, or still marked as fuzzy."
    for unit in found.left:
        where = unit.target_place or unit.source_place
        yield f"{where}: “{unit.heading}” has no source any more; --prune takes it away."


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
