"""Rules about shortcodes in the texts of a plan."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.record import Record
from planpress.model.shortcode import SHORTCODES, Shortcode, shortcodes
from planpress.model.worded import worded_fields


def called(record: Record) -> Iterator[tuple[Shortcode, Place]]:
    """Yield the shortcodes in a record's texts with their places."""
    for _, words in worded_fields(record):
        for language, text in words.texts.items():
            if "{{" in text:
                start = words.places[language]
                for code in shortcodes(text):
                    yield code, Place(start.path, start.line + code.line, 1)


def unknown_shortcodes(
    found: Iterable[tuple[Shortcode, Place]], known: AbstractSet[str]
) -> Iterator[Problem]:
    """Every shortcode is known and names a record that there is."""
    for code, place in found:
        yield from _faults(code, place, known)


def _faults(code: Shortcode, place: Place, known: AbstractSet[str]) -> Iterator[Problem]:
    if code.name not in SHORTCODES:
        message = f"“{code.name}” is not a shortcode"
        yield error(place, "shortcode", message, did_you_mean(code.name, SHORTCODES))
        return
    kind = SHORTCODES[code.name]
    if f"{kind}/{code.argument}" not in known:
        names = [key.removeprefix(f"{kind}/") for key in known if key.startswith(f"{kind}/")]
        message = f"there is no “{code.argument}” in content/{kind}/"
        yield error(place, "shortcode", message, did_you_mean(code.argument, names))
