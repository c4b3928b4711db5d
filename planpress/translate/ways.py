"""Worded fields as a tree, in the order in which the first language's file has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planpress.model.record import Part, Record
from planpress.model.shapes import keys_of, shapes
from planpress.model.worded import BODY, Way, worded_fields


@dataclass
class Leaf:
    """A worded field; `text` is what it shall say, None where it stays as it is."""

    text: str | None = None

    @property
    def said(self) -> bool:
        """Whether anything in it is to be written."""
        return self.text is not None


@dataclass
class Group:
    """Keys with what stands below them."""

    inner: dict[str, "Branch"] = field(default_factory=dict)

    @property
    def said(self) -> bool:
        """Whether anything in it is to be written."""
        return any(branch.said for branch in self.inner.values())


@dataclass
class Entries(Group):
    """Entries of a list, by what names them; `keys` are the facts that may hold that name.

    `named` tells which of these facts it is for each entry.
    """

    keys: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)


@dataclass
class Lines(Group):
    """A list of plain words, by their positions."""


Branch = Leaf | Group


def tree(record: Record, texts: Mapping[Way, str]) -> Group:
    """Return all fields of a record but its body; those with new words have them."""
    whole = Group()
    first = next(iter(record.source.files))
    fields = [f for f in worded_fields(record) if f.way != BODY and first in f.words.places]
    fields.sort(key=lambda f: (f.words.places[first].line, f.words.places[first].column))
    for way, _ in fields:
        _grow(whole, record, way).text = texts.get(way)
    return whole


def _grow(whole: Group, record: Record, way: Way) -> Leaf:
    around: Group = whole
    part: Part = record
    steps = list(way)
    while True:
        key = steps.pop(0)
        kind, _ = shapes(type(part))[key]
        value = getattr(part, _name(part, key))
        if kind == "words":
            return _leaf(around, key)
        if kind == "words list":
            lines = around.inner.setdefault(key, Lines())
            assert isinstance(lines, Lines)
            return _leaf(lines, steps.pop(0))
        if kind == "part list":
            around, part = _entry(around, key, value, steps.pop(0))
        else:
            inner = around.inner.setdefault(key, Group())
            assert isinstance(inner, Group)
            around, part = inner, value


def _entry(around: Group, key: str, parts: Iterable[Part], name: str) -> tuple[Group, Part]:
    for part in parts:
        keys = keys_of(type(part))
        own = next((k for k in keys if getattr(part, _name(part, k)) is not None), keys[0])
        if str(getattr(part, _name(part, own))) == name:
            entries = around.inner.setdefault(key, Entries(keys=keys))
            assert isinstance(entries, Entries)
            entries.named[name] = own
            inner = entries.inner.setdefault(name, Group())
            assert isinstance(inner, Group)
            return inner, part
    raise LookupError(f"{key} has no entry {name}")


def _leaf(around: Group, key: str) -> Leaf:
    leaf = around.inner.setdefault(key, Leaf())
    assert isinstance(leaf, Leaf)
    return leaf


def _name(part: Part, key: str) -> str:
    known = ((info.alias or name, name) for name, info in type(part).model_fields.items())
    return next(name for alias, name in known if alias == key)
