"""What machines can rely on: the JSON Schemas of the API, published beside it.

They stand in `schema/`, written by hand; the terms that they share are in `schema/terms.json`.
"""

import json
from pathlib import Path
from typing import Any

SCHEMAS = ("indicator", "plan", "rows")
"""`plan` describes `api/plan.json`, `indicator` the files in `api/indicators/`, `rows` those of
numbers in `data/`."""

_FOLDER = Path(__file__).parent / "schema"


def schema_file(name: str) -> bytes:
    """Return one of the schemas (JSON Schema, draft 2020-12), complete without the others."""
    from planpress.render.downloads import as_json  # noqa: PLC0415 (schemas are seldom made again)

    return as_json(_read(name) | _terms(name))


def _terms(name: str) -> dict[str, Any]:
    """Return the shared terms that a schema uses, by itself or through other terms."""
    terms, used = _read("terms")["$defs"], set[str]()
    waiting = _names(_read(name))
    while waiting:
        used |= waiting
        waiting = {inner for term in waiting for inner in _names(terms[term])} - used
    return {"$defs": {term: terms[term] for term in terms if term in used}}


def _names(part: Any) -> set[str]:
    if isinstance(part, dict):
        here = {part["$ref"].rsplit("/", 1)[-1]} if "$ref" in part else set[str]()
        return here.union(*(_names(inner) for inner in part.values()))
    return set[str]().union(*(_names(inner) for inner in part)) if isinstance(part, list) else set()


def _read(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
