"""What is to be said of translations when a plan is checked."""

from collections.abc import Iterator

from planpress.model.place import Place
from planpress.model.problem import Problem, notice, warning
from planpress.model.translation import State, Translations, Unit, named
from planpress.translate.lock import LOCK


def doubts(translations: Translations) -> Iterator[Problem]:
    """Yield what is stale, what no person has read, and what nothing is known of.

    Words that are missing are reported where the files are read.
    """
    for language, standings in translations.standings.items():
        yield from (_stale(unit) for one in standings for unit in one.stale)
        count = translations.count(language)
        unknown = count.states[State.UNRECORDED]
        if unknown:
            message = (
                f"{unknown} of {count.total} fields and sections in language “{language}” are not "
                "recorded: a change of what they were translated from will not be noticed"
            )
            hint = "If they are good as they stand, run python3 build.py translate accept."
            yield notice(Place(LOCK), "unrecorded-translation", message, hint)
    for path in sorted(translations.unreviewed):
        message = "a machine translated these words, and nobody has read them since"
        hint = "Read them, mend them, and add reviewed_by and reviewed_on to the front matter."
        yield warning(Place(path, 1), "unreviewed-translation", message, hint)


def called(unit: Unit) -> str:
    """Return what staff call a unit: `“summary”`, or `the section “What we do”`."""
    if not unit.of_body:
        return f"“{named(unit.way)}”"
    return f"the section “{unit.heading}”" if unit.heading else "the text above the first heading"


def _stale(unit: Unit) -> Problem:
    place = unit.target_place or unit.source_place
    source = f"{unit.source_place.path}, line {unit.source_place.line}"
    if unit.source is None:
        message = f"{called(unit)} no longer stands in {unit.source_place.path}"
        return warning(place, "stale-translation", message, "Remove it here too.")
    edited = "; the translation was changed as well" if unit.edited else ""
    message = f"{called(unit)} was changed or moved in {source} after it was translated{edited}"
    hint = (
        "Bring the translation up to date, or see what was changed with python3 build.py translate "
        f"status; if it is good as it stands, run python3 build.py translate accept {unit.record}."
    )
    return warning(place, "stale-translation", message, hint)
