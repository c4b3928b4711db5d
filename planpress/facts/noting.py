"""Takes note of the facts that are read while something is made."""

from collections.abc import Iterator
from contextlib import contextmanager

Fact = tuple[str, ...]
"""The name of a fact: a space such as `assessments`, and a key in it; or a record and a field."""


class Noted:
    """What notes by itself what is read of it, under the name `noted_as`."""

    __slots__ = ()
    noted_as: str


_open: list[set[Fact]] = []


def note(fact: Fact) -> None:
    """Say that a fact is being read."""
    if _open:
        _open[-1].add(fact)


@contextmanager
def noting() -> Iterator[set[Fact]]:
    """Yield the set of facts that are read until the end of the block.

    Within another block, they count for that one as well: what is made there needs them too. Only
    one thread of a process may take note.
    """
    found: set[Fact] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.pop()
        if _open:
            _open[-1].update(found)
