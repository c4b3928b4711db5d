"""How the languages of a plan stand, as text for staff and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from planpress.model.place import Place
from planpress.model.translation import State, Translations, Unit, named
from planpress.model.word_diff import Edit
from planpress.translate.doubts import called

_SIGNS = {Edit.KEPT: ("", ""), Edit.REMOVED: ("[-", "-]"), Edit.ADDED: ("{+", "+}")}
_ROOM = 240


def as_text(translations: Translations) -> str:
    """Return a table of counts by language, and below it what is to be done in each."""
    rows = [("language", *(state.value for state in State), "done")]
    for language in translations.units:
        count = translations.count(language)
        numbers = (str(count.states[state]) for state in State)
        rows.append((language, *numbers, f"{count.percent}%"))
    if len(rows) == 1:
        return "The plan has one language; there is nothing to translate."
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.rjust, row, widths)).rstrip() for row in rows]
    for language, units in translations.units.items():
        lines += _to_do(language, units)
    return "\n".join(lines)


def as_json(translations: Translations) -> str:
    """Return counts and percentage by language, and every unit that is not complete."""
    whole = {
        language: {
            "percent": translations.count(language).percent,
            "counts": {s.value: n for s, n in translations.count(language).states.items()},
            "units": [_unit(unit) for unit in units if unit.state is not State.COMPLETE],
        }
        for language, units in translations.units.items()
    }
    return json.dumps({"languages": whole}, ensure_ascii=False, indent=2)


def _to_do(language: str, units: tuple[Unit, ...]) -> Iterator[str]:
    for state in (State.MISSING, State.STALE, State.UNREVIEWED):
        found = [unit for unit in units if unit.state is state]
        if found:
            yield f"\n{language}: {state.value}"
        for record, own in _by_record(found).items():
            if state is not State.STALE:
                yield f"  {record}: {', '.join(map(called, own))}"
                continue
            for unit in own:
                yield f"  {unit.target_place}: {called(unit)} (source: {unit.source_place})"
                if unit.edited:
                    yield "    the translation was changed too; accept it if it is good"
                yield from (f"    {line}" for line in _changes(unit))


def _by_record(units: list[Unit]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.record, []).append(unit)
    return found


def _changes(unit: Unit) -> Iterator[str]:
    if unit.source is None:
        yield "it was removed from the source"
    elif unit.before is None:
        yield "the text it was translated from is not known"
    elif unit.before == unit.source:
        yield "it now stands in another place"
    else:
        yield "".join(
            _SIGNS[run.edit][0]
            + (_shortened(run.text) if run.edit is Edit.KEPT else run.text)
            + _SIGNS[run.edit][1]
            for run in unit.changes
        )


def _shortened(text: str) -> str:
    """Return a long run of unchanged words without its middle."""
    if len(text) <= _ROOM:
        return text
    return f"{text[: _ROOM // 2].rsplit(' ', 1)[0]} … {text[-_ROOM // 2 :].split(' ', 1)[-1]}"


def _unit(unit: Unit) -> dict[str, Any]:
    changes = unit.changes if unit.state is State.STALE else ()
    return {
        "record": unit.record,
        "field": named(unit.way),
        "section": unit.section,
        "heading": unit.heading,
        "state": unit.state.value,
        "edited": unit.edited,
        "source": _place(unit.source_place),
        "translation": _place(unit.target_place),
        "changes": [{"edit": run.edit.value, "text": run.text} for run in changes],
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"path": place.path, "line": place.line} if place else None


FORMATS: Mapping[str, Callable[[Translations], str]] = {"text": as_text, "json": as_json}
