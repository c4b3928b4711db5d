"""Rules about shortcodes in the texts of a plan."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.shortcode import SHORTCODES, Shortcode, shortcodes
from planpress.model.worded import worded_fields


def unknown_shortcodes(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every shortcode is known and names a record that there is."""
    records = project.records
    known = {*records, *reading.broken}
    for _, words in (field for record in records.values() for field in worded_fields(record)):
        for language, text in words.texts.items():
            for code in shortcodes(text):
                start = words.places[language]
                yield from _faults(code, Place(start.path, start.line + code.line, 1), known)


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
