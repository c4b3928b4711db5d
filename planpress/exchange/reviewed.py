"""What is asked of an import, and what the files will say of who wrote and read them."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from planpress.exchange.sheets import Marks, translated
from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, warning
from planpress.model.project import Project
from planpress.model.translated import MACHINE
from planpress.model.translation import Unit
from planpress.translate.incoming import Arrivals
from planpress.translate.scalars import scalar


@dataclass(frozen=True, kw_only=True)
class Request:
    """A file from a translator. `machine` says that no person wrote it, `reviewed_by` who read it.

    `prune` takes sections away that the source no longer has.
    """

    file: Path
    machine: bool = False
    reviewed_by: str = ""
    reviewed_on: date | None = None
    prune: bool = False


def marks_of(
    project: Project, units: Iterable[Unit], found: Arrivals, request: Request, today: date
) -> tuple[Mapping[str, Marks], list[Problem]]:
    """Return what files are to say of themselves, and of which this cannot be said."""
    changed = {arrived.unit.record for arrived in found.found if arrived.new}
    came = {id(arrived.unit) for arrived in found.found}
    open_units = {u.record for u in units if id(u) not in came and u.target is not None}
    marks: dict[str, dict[str, str | None]] = {}
    doubts: list[Problem] = []
    language = next((unit.language for unit in units), "")
    if request.machine:
        gone: Mapping[str, None] = dict.fromkeys(("reviewed_by", "reviewed_on"))
        marks = {key: {"translated_by": MACHINE, **gone} for key in changed}
    if not request.reviewed_by:
        return marks, []
    day = (request.reviewed_on or today).isoformat()
    review = {"reviewed_by": scalar(request.reviewed_by, 0), "reviewed_on": day}
    for arrived in found.found:
        key = arrived.unit.record
        known = project.worded[key].source.translated.get(language)
        unread = request.machine or (known is not None and known.unreviewed)
        if unread and key in open_units:
            path = translated(project.worded[key].source.path, language)
            message = "not all of it came back, so it is not marked as reviewed"
            hint = "Export it with --all, review it, and import it again."
            doubts.append(warning(Place(path), "translation-unreviewed", message, hint))
        elif unread or key in changed:
            marks.setdefault(key, {}).update(review)
    return marks, doubts
