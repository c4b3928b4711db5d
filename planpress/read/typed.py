"""Merged trees to typed records: every fault of a record, in words for staff."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from planpress.model.described import description
from planpress.model.nearest import did_you_mean
from planpress.model.problem import Level, Problem
from planpress.model.record import Part, Record
from planpress.model.shapes import shapes
from planpress.model.source import Source
from planpress.model.words import Words

R = TypeVar("R", bound=Record)


def typed(
    model: type[R], name: str, tree: Mapping[str, Any], source: Source, body: Words
) -> tuple[R | None, list[Problem]]:
    """Return the record, or None with every reason why it is none."""
    own = {key: value for key, value in tree.items() if key not in Record.model_fields}
    strange = [
        _problem(
            source,
            (key,),
            "unknown-key",
            f"“{key}” is not a key that can be written; it comes from the file itself",
            "Remove the line.",
        )
        for key in tree.keys() - own.keys()
    ]
    try:
        record = model.model_validate({**own, "id": name, "source": source, "body": body})
    except ValidationError as error:
        return None, [*strange, *(_explain(model, source, fault) for fault in error.errors())]
    return (None if strange else record), strange


def _explain(model: type[Part], source: Source, fault: ErrorDetails) -> Problem:
    way = fault["loc"]
    name = str(next((step for step in reversed(way) if isinstance(step, str)), ""))
    around, info, said = _field(model, way)
    what = said or "See docs/ for what it may hold."
    match fault["type"]:
        case "missing":
            rule, message, hint = "missing-key", f"“{name}” is missing", f"Add it: {what}"
        case "extra_forbidden":
            message = f"“{name}” is not a key that is known here"
            rule, hint = "unknown-key", did_you_mean(name, shapes(around))
        case "enum":
            written = str(fault["input"])
            choices = [str(choice) for choice in _choices(info)]
            rule, hint = "unknown-choice", did_you_mean(written, choices)
            message = (
                f"“{written}” is not one of {', '.join(choices)}" if choices else "not a choice"
            )
        case "value_error":
            rule, message, hint = "wrong-value", str(fault["ctx"]["error"]), what
        case "too_short":
            least = fault["ctx"]["min_length"]
            rule, hint = "too-few", what
            message = f"“{name}” needs {least} {'entry' if least == 1 else 'entries'} at least"
        case "too_long":
            rule, hint = "too-many", what
            message = f"“{name}” may have {fault['ctx']['max_length']} entries at most"
        case "is_instance_of":
            rule, message, hint = "wrong-shape", f"“{name}” should be a line of words", what
        case "tuple_type":
            rule, message = "wrong-shape", f"“{name}” should be a list"
            hint = f"Write it as [one, two] or as lines that begin with “- ”. {what}"
        case "model_type" | "dict_type":
            rule, message = "wrong-shape", f"“{name}” should be a group of keys"
            hint = f"Write {', '.join(shapes(around))} below it, indented. {what}"
        case _:
            rule, message, hint = "wrong-value", f"“{name}”: {fault['msg']}", what
    return _problem(source, way, rule, message, hint)


def _field(
    model: type[Part], way: tuple[int | str, ...]
) -> tuple[type[Part], FieldInfo | None, str]:
    """Return the model around a way's last key, that key's field, and what is said of it."""
    info: FieldInfo | None = None
    around, said = model, ""
    for step in way:
        if isinstance(step, int):
            continue
        around = (_model_of(info) if info else None) or around
        name, info = next(
            ((n, f) for n, f in around.model_fields.items() if step in (n, f.alias)), ("", None)
        )
        said = description(around, name)
    return _model_of(info) or around, info, said


def _model_of(info: FieldInfo | None) -> type[Part] | None:
    return next((t for t in _types(info.annotation) if issubclass(t, Part)), None) if info else None


def _choices(info: FieldInfo | None) -> list[Any]:
    found = [t for t in _types(info.annotation) if issubclass(t, Enum)] if info else []
    return [choice.value for choice in found[0]] if found else []


def _types(annotation: Any) -> list[type]:
    inner = getattr(annotation, "__args__", ())
    if isinstance(annotation, type) and not inner:
        return [annotation]
    return [found for part in inner for found in _types(part)]


def _problem(
    source: Source, way: tuple[int | str, ...], rule: str, message: str, hint: str
) -> Problem:
    return Problem(place=source.at(*way), rule=rule, level=Level.ERROR, message=message, hint=hint)
