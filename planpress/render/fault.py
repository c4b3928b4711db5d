"""A fault in a template is the project's, not ours: its place, and a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from planpress.model.place import Place
from planpress.model.problem import Level, Problem

if TYPE_CHECKING:
    from traceback import FrameSummary

TEMPLATE_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)
"""What a faulty template can raise; some of it a fault of ours can raise too."""


def fault(error: Exception, template: str, folders: Sequence[Path]) -> Problem:
    """Return a template's fault as a problem; raise `error` again if the fault is not a template's.

    `template` is the name of the page's template, `folders` are where templates stand. The fault is
    a template's if Jinja says so, or if the error was raised in a template's own line.
    """
    frames = [(frame.filename, frame.lineno or 0) for frame in _frames(error)]
    ours = [(_name(path, folders), line) for path, line in frames if _name(path, folders)]
    if isinstance(error, TemplateSyntaxError):
        place = Place(f"templates/{error.name or template}", error.lineno)
    elif ours:
        place = Place(f"templates/{ours[-1][0]}", ours[-1][1])
    else:
        place = Place(f"templates/{template}")
    if not isinstance(error, TemplateError) and not _name(frames[-1][0], folders):
        raise error
    message, hint = _words(error)
    return Problem(place=place, rule="template", level=Level.ERROR, message=message, hint=hint)


def _frames(error: Exception) -> "list[FrameSummary]":
    from traceback import extract_tb  # noqa: PLC0415 (faults are rare)

    return list(extract_tb(error.__traceback__))


def _name(path: str, folders: Sequence[Path]) -> str:
    for folder in folders:
        if Path(path).is_relative_to(folder):
            return Path(path).relative_to(folder).as_posix()
    return ""


def _words(error: Exception) -> tuple[str, str]:
    match error:
        case TemplateNotFound():
            return (
                f"There is no template “{error.name}”.",
                "Add the file to the templates folder, or correct its name.",
            )
        case TemplateSyntaxError():
            return (
                f"This template cannot be read: {error.message}",
                "Compare the line with the same line of the template that planpress brings.",
            )
        case UndefinedError():
            return (
                f"This template asks for something that it does not receive: {error.message}.",
                "templates/README.md lists what each template receives.",
            )
    return (
        f"This line of the template cannot be carried out: {error}.",
        "Correct the expression; templates/README.md lists what each template receives.",
    )
