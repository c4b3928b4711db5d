"""A result made of many pieces, such as one for every record: only what changed is made again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

from planpress.makers import makers
from planpress.store import Store, digest

R = TypeVar("R")
J = TypeVar("J")

TOGETHER = 32
"""So many pieces are kept as one about: a plan that did not change is a few dozen look-ups."""


def joined(
    store: Store | None,
    what: str,
    pieces: Mapping[str, str],
    make: Callable[[str], R],
    join: Callable[[Sequence[R]], J],
) -> list[J]:
    """Return the pieces' results in groups; those of a group are joined in the order of `pieces`.

    `pieces` maps the name of each to a digest of all that it is made from but its name and `what`;
    one with an empty digest is made every time. `what` says what is made, and stands for all else
    that is the same for every piece. The groups of two sequences of pieces with some in common have
    those in common too, since the name alone decides which group a piece belongs to.
    """
    unkept = [name for name, known in pieces.items() if store is None or not known]
    found = [join([make(name) for name in unkept])] if unkept else []
    if store is None or len(unkept) == len(pieces):
        return found
    what = digest(makers(), what)
    groups: dict[str, list[str]] = {}
    for names in _groups([name for name, known in pieces.items() if known]):
        key = digest(what, "group", *(part for name in names for part in (name, pieces[name])))
        groups[key] = names
    store.fetch(groups)

    def group(names: Sequence[str]) -> J:
        keys = {name: digest(what, name, pieces[name]) for name in names}
        store.fetch(keys.values())
        return join([store.recalled(key, lambda: make(name)) for name, key in keys.items()])  # noqa: B023 (called at once)

    return [
        *found,
        *(store.recalled(key, lambda: group(names)) for key, names in groups.items()),  # noqa: B023 (called at once)
    ]


def _groups(names: Sequence[str]) -> list[list[str]]:
    """Return the names in groups, of which there are 1, 2, 4 or more."""
    number = 1
    while number * TOGETHER < len(names):
        number *= 2
    groups: list[list[str]] = [[] for _ in range(number)]
    for name in names:
        groups[crc32(name.encode()) % number].append(name)
    return [group for group in groups if group]
