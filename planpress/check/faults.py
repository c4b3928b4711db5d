"""The problems that rules find, in one line each."""

from planpress.model.place import Place
from planpress.model.problem import Level, Problem


def error(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return a problem that stops the build."""
    return Problem(place=place, rule=rule, level=Level.ERROR, message=message, hint=hint)


def warning(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return a problem that stops only a strict build."""
    return Problem(place=place, rule=rule, level=Level.WARNING, message=message, hint=hint)


def notice(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return something worth knowing that stops nothing."""
    return Problem(place=place, rule=rule, level=Level.NOTICE, message=message, hint=hint)
