"""`dataclass` as the standard library has it, but made in a quarter of the time when it is frozen.

Python 3.11 compiles six functions for every frozen dataclass, and a build after an edit makes a
hundred of them. Here one is compiled, `__init__`; the others are the same for all classes.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 (it is what mypy knows)
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, **how: bool) -> Any:
        """Make a dataclass of a class, with any option of the standard library's."""
        plain = not frozen or how.keys() - {"slots", "kw_only"}

        def made(kind: type) -> type:
            if plain:
                return dataclasses.dataclass(frozen=frozen, **how)(kind)
            return _frozen(kind, **how)

        return made if kind is None else made(kind)


def _frozen(kind: type, **how: bool) -> type:
    own = set(vars(kind))
    kind.__doc__ = kind.__doc__ or kind.__name__  # or the signature is written out in its place
    kind = dataclasses.dataclass(init=False, repr=False, eq=False, **how)(kind)
    methods = {**_METHODS, **_by_value(kind), "__init__": _init(kind)}
    if how.get("slots"):
        methods |= _pickled(kind)
    for name, method in methods.items():
        if name not in own:
            setattr(kind, name, method)
    return kind


def _repr(self: Any) -> str:
    shown = (f.name for f in dataclasses.fields(self) if f.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({said})"


def _refuse(_self: Any, name: str, *_value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


_METHODS = {"__repr__": _repr, "__setattr__": _refuse, "__delattr__": _refuse}


def _by_value(kind: type) -> dict[str, Callable[..., Any]]:
    """Return what compares values of a class, and finds them in a dict."""
    values = _values(tuple(f.name for f in dataclasses.fields(kind) if f.compare))

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def found(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": found}


def _pickled(kind: type) -> dict[str, Callable[..., Any]]:
    """Return what pickle needs to know of a class without `__dict__`."""
    names = tuple(f.name for f in dataclasses.fields(kind))

    def taken(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def given(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            _set(self, name, value)

    return {"__getstate__": taken, "__setstate__": given}


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


_set = object.__setattr__


def _init(kind: type) -> Callable[..., None]:
    """Return what fills in a new object: positional fields first, then those that are named."""
    known: dict[str, Any] = {"_set": _set, "_": dataclasses.MISSING}
    given, named, lines = ["self"], list[str](), list[str]()
    for one in dataclasses.fields(kind):
        name = parameter = value = one.name
        if one.default_factory is not dataclasses.MISSING:
            known[f"_{name}"] = one.default_factory
            parameter, fresh = f"{name}=_", f"_{name}()"
            value = f"{fresh} if {name} is _ else {name}" if one.init else fresh
        elif one.default is not dataclasses.MISSING:
            known[f"_{name}"] = one.default
            parameter = f"{name}=_{name}"
            value = name if one.init else f"_{name}"
        elif not one.init:
            continue
        if one.init:
            (named if one.kw_only else given).append(parameter)
        lines.append(f" _set(self, {name!r}, {value})")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
    parameters = ", ".join([*given, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), known)  # noqa: S102
    made: Callable[..., None] = known["__init__"]
    made.__annotations__ = {f.name: f.type for f in dataclasses.fields(kind) if f.init}
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made
