"""`content/translations.lock`: the source that every translation was made from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.worded import Way
from planpress.translate.align import Kept

LOCK = "content/translations.lock"
_SCHEMA = 1

FieldKey = tuple[str, str, Way]
"""A record (`pages/vision`), a language, and the way to a worded field."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What is known of the translations of a plan.

    `kept` has one entry for a field, and one for every section of a body in the order of the
    source. `sources` maps digests to the texts of then, for what has changed since.
    """

    kept: Mapping[FieldKey, tuple[Kept, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def read_lock(folder: Path) -> tuple[Lock, list[Problem]]:
    """Return the lock of a project; an empty one where there is none, or none that is whole."""
    file = folder / LOCK
    if not file.exists():
        return Lock(), []
    try:
        return _typed(json.loads(file.read_text("utf-8"))), []
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        place = Place(LOCK, getattr(wrong, "lineno", 0), getattr(wrong, "colno", 0))
        hint = (
            "Bring the file back from git; or remove it and run python3 build.py translate accept, "
            "which takes every translation as it stands for a good one."
        )
        return Lock(), [error(place, "translations-lock", f"this cannot be read: {wrong}", hint)]


def written(lock: Lock) -> str:
    """Return the lock as it stands in its file: a line a field, in a steady order."""
    records: dict[str, dict[str, dict[str, Any]]] = {}
    used: dict[str, str] = {}
    for (record, language, way), kept in sorted(lock.kept.items()):
        entry = records.setdefault(record, {}).setdefault(language, {})
        entry["/".join(quote(step, safe=" ") for step in way)] = " ".join(
            f"{one.source}:{one.target}" for one in kept
        )
        used |= {one.source: lock.sources[one.source] for one in kept if one.source in lock.sources}
    whole = {"schema": _SCHEMA, "translations": records, "sources": dict(sorted(used.items()))}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _typed(whole: Any) -> Lock:
    if whole["schema"] != _SCHEMA:
        raise ValueError(f"it is of version {whole['schema']}, not {_SCHEMA}")
    kept = {
        (record, language, tuple(map(unquote, way.split("/")))): tuple(
            _pair(one) for one in pairs.split()
        )
        for record, languages in whole["translations"].items()
        for language, fields in languages.items()
        for way, pairs in fields.items()
    }
    return Lock(kept, {str(key): str(text) for key, text in whole["sources"].items()})


def _pair(written: str) -> Kept:
    source, found, target = written.partition(":")
    if not found:
        raise ValueError(f"“{written}” is not a pair of digests")
    return Kept(source, target)
