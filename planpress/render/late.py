"""Functions of this package that are imported when they are called: much is seldom made again."""

from importlib import import_module
from typing import Any, Generic, TypeVar

from planpress.model.dataclass import dataclass

R = TypeVar("R")


@dataclass(frozen=True)
class Late(Generic[R]):
    """A function by the name of its module in planpress.render, and its own."""

    module: str
    name: str

    def __call__(self, *given: Any) -> R:
        """Return what the function returns."""
        made: R = getattr(import_module(f"planpress.render.{self.module}"), self.name)(*given)
        return made
