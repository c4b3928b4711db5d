"""The commands `translate status` and `translate accept`: what stands in files, and the lock."""

from collections.abc import Collection

from planpress.model.dataclass import dataclass
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.translation import State, Translations
from planpress.options import Options
from planpress.pipeline import examine
from planpress.recording import replace_file
from planpress.translate.accept import accepted
from planpress.translate.lock import LOCK, read_lock, written


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the languages of a plan stand, and what is wrong with its files.

    `accepted` is how many fields and sections have just been taken as good.
    """

    translations: Translations
    problems: tuple[Problem, ...]
    accepted: int = 0


def status(options: Options) -> Standing:
    """Return how the languages of a plan stand to the first."""
    found = examine(options)
    return Standing(translations=found.translations, problems=found.problems)


def accept(options: Options, asked: Collection[str]) -> Standing:
    """Say in the lock that the translations of some records, or of all, are good as they stand.

    A record is asked for by its key (`pages/vision`), its id, or the path of one of its files.
    Nothing is written where a file has errors, what was asked for is not there, or the plan has one
    language.
    """
    found = examine(options)
    standing = Standing(translations=found.translations, problems=found.problems)
    project = found.reading.project
    broken = project is None or any(problem.stops for problem in found.problems)
    if project is None or broken or not found.translations.units:
        return standing
    names = {key: {key, key.rpartition("/")[2]} for key in project.worded}
    for key, record in project.worded.items():
        names[key] |= {*record.source.files.values()}
    only = {key for key in names if names[key] & set(asked)} if asked else None
    unknown = sorted(set(asked) - {name for known in names.values() for name in known})
    if unknown:
        wrong = tuple(
            error(Place("content"), "unknown-record", f"there is no “{name}”", _near(name, names))
            for name in unknown
        )
        return Standing(translations=found.translations, problems=wrong)
    lock, _ = read_lock(options.project)
    units = [unit for known in found.translations.units.values() for unit in known]
    text = written(accepted(lock, units, only))
    try:
        replace_file(options.project / LOCK, text.encode())
    except OSError as refused:
        hint = "See that the folder content/ may be written to and that the disk is not full."
        message = f"cannot be written: {refused.strerror}"
        return Standing(
            translations=found.translations,
            problems=(error(Place(LOCK), "translations-lock", message, hint),),
        )
    taken = (State.STALE, State.UNRECORDED)
    count = sum(
        unit.state in taken and (only is None or unit.record in only)
        for unit in units
        if unit.source is not None and unit.target is not None
    )
    return Standing(
        translations=found.translations, problems=examine(options).problems, accepted=count
    )


def _near(name: str, names: Collection[str]) -> str:
    return did_you_mean(name, [*names, *(key.rpartition("/")[2] for key in names)])
