"""Where something stands in the project's files."""

from typing import Any

from planpress.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A file, and where known a line and a column in it.

    `path` is relative to the project folder, with forward slashes. `line` and `column` count
    from 1; 0 means that the whole file (or line) is meant.
    """

    path: str
    line: int = 0
    column: int = 0

    def below(self, lines: int) -> "Place":
        """Return the beginning of a line below this one; this place itself for 0."""
        return Place(self.path, self.line + lines, 1) if lines else self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path, self.line, self.column)

    def __str__(self) -> str:
        """Return `path:line:column`, leaving out what is not known."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)
