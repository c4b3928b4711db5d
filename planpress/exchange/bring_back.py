"""Words on their way back: the command `translate import`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

from babel import Locale

from planpress.check.rules import check
from planpress.exchange.overlay import overlaid
from planpress.exchange.parcels import parcel
from planpress.exchange.reviewed import Request, marks_of
from planpress.exchange.send import WrongUsage
from planpress.exchange.sheets import Sheet, sheets
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.place import Place
from planpress.model.problem import Problem, error, in_order
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.translation import Unit
from planpress.options import Options
from planpress.read.project import read
from planpress.recording import replace_file
from planpress.translate.accept import accepted_alone
from planpress.translate.front_edits import Unfit
from planpress.translate.incoming import Arrived, arrivals
from planpress.translate.lock import LOCK, Lock, read_lock, written
from planpress.translate.units import translations

_DIFFERENCES = ("numbers-differ", "dates-differ", "links-differ", "headings-differ")


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What a file has brought: the paths written, the units in them, and what was left out.

    `as_before` came back and says what stood there, `unfinished` counts messages without a
    finished translation, `left` the sections whose source is gone.
    """

    language: str = ""
    paths: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    as_before: int = 0
    unfinished: int = 0
    left: tuple[Unit, ...] = ()
    problems: tuple[Problem, ...] = ()


def bring_back(options: Options, request: Request) -> Brought:
    """Write translations from a file into the plan, and the lock; nothing where anything is wrong.

    Raises WrongUsage.
    """
    if not request.file.is_file():
        raise WrongUsage(f"there is no file {request.file}")
    path = _told(request.file, options.project)
    reading = read(options.project)
    lock, wrong = read_lock(options.project)
    known = in_order((*_checked(options, reading), *wrong))
    project = reading.project
    if project is None or any(problem.stops for problem in known):
        return Brought(problems=known)
    opened, problems = parcel(request.file, path, project.languages)
    if opened is None:
        return Brought(problems=in_order(problems))
    language = opened.target
    units = translations(project, lock).units[language]
    first, here = (_locale(project, code) for code in (project.languages[0], language))
    found = arrivals(units, opened.answers, path, first, here)
    marks, doubts = marks_of(project, units, found, request, options.today)
    problems = [*problems, *found.problems, *doubts]
    try:
        made = tuple(
            sheets(options.project, project, units, found.found, marks=marks, prune=request.prune)
        )
    except Unfit as wrong:
        return Brought(problems=in_order((*problems, _unfit(wrong))))
    problems += _new_problems(options, known, reading, project, made)
    new = [arrived for arrived in found.found if arrived.new]
    brought = Brought(
        language=language,
        paths=tuple(sheet.path for sheet in made),
        units=tuple(arrived.unit for arrived in new),
        as_before=len(found.found) - len(new),
        unfinished=found.unfinished,
        left=() if request.prune else _left(units, new),
        problems=in_order(problems),
    )
    if options.stopped_by(brought.problems):
        return replace(brought, paths=())
    return _write(
        options.project, brought, made, _locked(lock, units, found.found, prune=request.prune)
    )


def _new_problems(
    options: Options,
    known: Collection[Problem],
    reading: Reading,
    project: Project,
    made: Sequence[Sheet],
) -> list[Problem]:
    """Return the errors that the plan would have, and what its languages would say differently."""
    if not made:
        return []
    paths = {sheet.path for sheet in made}
    after = _checked(options, overlaid(options.project, reading, project, made))
    differing = (p for p in after if p.rule in _DIFFERENCES and p.place.path in paths)
    return [*(p for p in after if p.stops), *(p for p in differing if p not in known)]


def _checked(options: Options, reading: Reading) -> tuple[Problem, ...]:
    """Return what is wrong with a plan as it was read."""
    if reading.project is None:
        return reading.problems
    as_of = options.as_of or reading.project.plan.as_of or options.today
    return (*reading.problems, *check(replace(reading, as_of=as_of)))


def _locale(project: Project, code: str) -> Locale:
    return Language.of(code, project.plan.territory, NullTranslations()).locale


def _told(file: Path, project: Path) -> str:
    whole = file.absolute()
    inside = whole.is_relative_to(project)
    return whole.relative_to(project).as_posix() if inside else file.as_posix()


def _unfit(wrong: Unfit) -> Problem:
    path, _, said = str(wrong).partition(": ")
    hint = "Mend the file as docs/translating.md shows, then import again."
    return error(Place(path), "translation-file", said, hint)


def _left(units: Iterable[Unit], new: Iterable[Arrived]) -> tuple[Unit, ...]:
    touched = {arrived.unit.record for arrived in new if arrived.unit.of_body}
    return tuple(u for u in units if u.source is None and u.record in touched)


def _locked(lock: Lock, units: Iterable[Unit], found: Iterable[Arrived], *, prune: bool) -> Lock:
    """Return the lock with all that came back, what is as before included: it was looked at."""
    texts = {id(arrived.unit): arrived.text for arrived in found}
    gone = {id(unit) for unit in units if prune and unit.source is None}
    now = [
        (id(unit), replace(unit, target=texts.get(id(unit), unit.target)))
        for unit in units
        if id(unit) not in gone
    ]
    chosen = [unit for key, unit in now if key in texts]
    return accepted_alone(lock, [unit for _, unit in now], chosen)


def _write(folder: Path, brought: Brought, made: Sequence[Sheet], lock: Lock) -> Brought:
    done: list[str] = []
    files = {sheet.path: sheet.after for sheet in made}
    if brought.units:
        files[LOCK] = written(lock).encode()
    for path, content in files.items():
        try:
            replace_file(folder / path, content)
        except OSError as refused:
            message = f"cannot be written: {refused.strerror}; files before it were written"
            hint = (
                "See that content/ may be written to and that the disk is not full; import again."
            )
            stopped = (*brought.problems, error(Place(path), "unwritable", message, hint))
            return replace(brought, paths=tuple(done), problems=in_order(stopped))
        done.append(path)
    return brought
