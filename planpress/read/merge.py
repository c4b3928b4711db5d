"""Facts once, words once per language: one tree out of a record's files."""

from typing import Any

from planpress.model.dataclass import dataclass
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Level, Problem, error
from planpress.model.record import Part
from planpress.model.shapes import keys_of, shapes
from planpress.model.source import Key
from planpress.model.words import Words
from planpress.read.sheet import Sheet, Tree


@dataclass(frozen=True)
class Spoken:
    """A part of one language's file: where it stands, and what is written there."""

    sheet: Sheet
    language: str
    tree: Tree
    way: Key

    def step(self, key: str | int, tree: Tree) -> "Spoken":
        """Return a part inside this part."""
        return Spoken(self.sheet, self.language, tree, (*self.way, key))

    @property
    def group(self) -> dict[str, Tree]:
        """Its keys; none where it is no group of keys."""
        return self.tree if isinstance(self.tree, dict) else {}

    @property
    def place(self) -> Place:
        """Where the part stands."""
        return self.sheet.at(self.way)


def merge(
    model: type[Part], first: Spoken, others: tuple[Spoken, ...]
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the facts of `first` with `Words` in place of every worded field.

    `others` are the same part in the other languages. Reported are facts and unknown keys in a
    translation, entries that the first language does not have, and words that are missing.
    """
    problems: list[Problem] = []
    known = shapes(model)
    merged: dict[str, Any] = {}
    for name, tree in first.group.items():
        kind, part = known.get(name, ("fact", None))
        here = first.step(name, tree)
        there = tuple(o.step(name, o.group[name]) for o in others if name in o.group)
        if kind != "fact":
            problems += _missing(name, here, others)
        merged[name] = _merged(kind, part, here, there, problems)
    for other in others:
        problems += _strangers(model, first, other)
    return merged, problems


def _merged(
    kind: str, part: type[Part] | None, here: Spoken, there: tuple[Spoken, ...], out: list[Problem]
) -> Any:
    match kind, here.tree:
        case "words", str():
            return _words(here, there, out)
        case "words list", list() as items:
            return [
                _words(here.step(at, item), _same_position(at, there), out)
                if isinstance(item, str)
                else item
                for at, item in enumerate(items)
            ]
        case "part", dict():
            assert part is not None
            merged, problems = merge(part, here, tuple(o for o in there if _is_group(o, out)))
            out += problems
            return merged
        case "part list", list():
            assert part is not None
            return _entries(part, here, there, out)
    return here.tree


def _words(here: Spoken, there: tuple[Spoken, ...], out: list[Problem]) -> Any:
    spoken = []
    for one in (here, *there):
        if isinstance(one.tree, str) and one.tree.strip():
            spoken.append(one)
        else:
            hint = "Write the words, or remove the key if there is nothing to say."
            out.append(error(one.place, "empty-words", f"“{_name(one)}” has no words", hint))
    return Words(
        {one.language: str(one.tree).strip() for one in spoken},
        {one.language: one.place for one in spoken},
    )


def _same_position(at: int, there: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    return tuple(
        o.step(at, o.tree[at]) for o in there if isinstance(o.tree, list) and at < len(o.tree)
    )


def _is_group(spoken: Spoken, out: list[Problem]) -> bool:
    if isinstance(spoken.tree, dict):
        return True
    hint = "Write it as in the first language's file: keys indented below it."
    out.append(error(spoken.place, "shape", f"“{_name(spoken)}” should be a group of keys", hint))
    return False


def _entries(
    part: type[Part], here: Spoken, there: tuple[Spoken, ...], out: list[Problem]
) -> list[Any]:
    first = _by_key(part, here, out)
    translated = [(_by_key(part, other, out), other) for other in there]
    for entries, _ in translated:
        for name, entry in entries.items():
            if name not in first:
                message = f"“{name}” is not an entry of {here.place.path}"
                hint = did_you_mean(name, first)
                out.append(error(entry.place, "unknown-entry", message, hint))
    for entries, other in translated:
        for name in first.keys() - entries.keys():
            out += _missing(name, first[name], (other,), absent=True)
    merged: list[Any] = []
    for at, item in enumerate(here.tree):
        entry = here.step(at, item)
        if not isinstance(item, dict):
            merged.append(item)
            continue
        key = _key(part, item)
        own = isinstance(key, str) and key in first and first[key].way == entry.way
        others = tuple(entries[str(key)] for entries, _ in translated if own and key in entries)
        fields, problems = merge(part, entry, others)
        merged.append(fields)
        out += problems
    return merged


def _by_key(part: type[Part], spoken: Spoken, out: list[Problem]) -> dict[str, Spoken]:
    keys = keys_of(part)
    key = keys[-1]
    entries: dict[str, Spoken] = {}
    if not isinstance(spoken.tree, list):
        hint = f"Write it as a list: lines that begin with “- {key}: …”."
        out.append(error(spoken.place, "shape", f"“{_name(spoken)}” should be a list", hint))
        return entries
    for at, item in enumerate(spoken.tree):
        entry = spoken.step(at, item)
        name = _key(part, item) if isinstance(item, dict) else None
        if not isinstance(name, str) or not name:
            hint = f"Begin the entry with “- {key}: …”; it stays the same in every language."
            out.append(error(entry.place, "missing-key", f"the entry has no “{key}”", hint))
        elif name in entries:
            message = f"“{name}” stands twice; the first is on line {entries[name].place.line}"
            hint = f"Give each entry a {key} of its own."
            if len(keys) > 1:
                hint = "Give each of the two an “id” of its own, the same in every language."
            out.append(error(entry.place, "repeated-id", message, hint))
        else:
            entries[name] = entry
    return entries


def _key(part: type[Part], item: dict[str, Tree]) -> Tree | None:
    return next((item[key] for key in keys_of(part) if key in item), None)


def _key_name(model: type[Part], entry: Spoken) -> str | None:
    """Return the one fact that a translation repeats, if this is an entry of a list."""
    if not entry.way or not isinstance(entry.way[-1], int):
        return None
    return next((key for key in keys_of(model) if key in entry.group), None)


def _missing(
    name: str, here: Spoken, others: tuple[Spoken, ...], *, absent: bool = False
) -> list[Problem]:
    return [
        Problem(
            place=other.place,
            rule="missing-words",
            level=Level.WARNING,
            message=f"“{name}” has no words in language “{other.language}”",
            hint=f"Translate it from {here.place.path}, line {here.place.line}.",
        )
        for other in others
        if absent or name not in other.group
    ]


def _strangers(model: type[Part], first: Spoken, other: Spoken) -> list[Problem]:
    known, found = shapes(model), []
    worded = [name for name, (kind, _) in known.items() if kind != "fact"]
    for name in other.group:
        place = other.sheet.at((*other.way, name))
        kind = known[name][0] if name in known else None
        if kind is None:
            message = f"“{name}” is not a worded field here"
            found.append(error(place, "unknown-key", message, did_you_mean(name, worded)))
        elif kind == "fact" and name != _key_name(model, other):
            message = f"“{name}” is a fact; facts stand only in {first.sheet.path}"
            hint = "Remove the line; a translation holds only words."
            found.append(error(place, "fact-in-translation", message, hint))
        elif kind != "fact" and name not in first.group:
            message = f"“{name}” is not written in {first.sheet.path}"
            hint = "Write it in the first language too, or remove it here."
            found.append(error(place, "words-without-source", message, hint))
    return found


def _name(spoken: Spoken) -> str:
    return str(next((step for step in reversed(spoken.way) if isinstance(step, str)), ""))
