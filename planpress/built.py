"""What the build before knew: kept beside the results, so that this one makes only what changed."""

import hashlib
import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from planpress.facts.cells import Cell, Made
from planpress.facts.noting import Fact
from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.standing import Standing, stands

_SEAL = 32

Later = Callable[[Callable[[], None]], object]
"""Takes what is left to do: it only saves time for the next build, and may be left undone."""


def at_once(work: Callable[[], None]) -> None:
    """Do what is left now."""
    work()


@dataclass(frozen=True, kw_only=True)
class Built:
    """What a build has made, and how its files stood in the output once they were published."""

    made: Made = field(default_factory=lambda: Made(world=""))
    standing: Mapping[str, Standing] = field(default_factory=dict)


def recall_built(file: Path | None) -> Built:
    """Return what the build before knew; nothing where that is damaged or made by other code."""
    with suppress(OSError):
        whole = file.read_bytes() if file else b""
        if hashlib.sha256(whole[_SEAL:]).digest() == whole[:_SEAL]:
            with suppress(Exception):  # what other code kept may not be readable
                packed = pickle.loads(whole[_SEAL:])  # noqa: S301 (sealed, and in our own folder)
                if isinstance(packed, _Packed):
                    return _unpacked(packed)
    return Built()


def keep_built(
    file: Path | None,
    made: Made,
    documents: Iterable[Document],
    published: Mapping[str, Standing],
    later: Later = at_once,
) -> None:
    """Keep what this build knows for the next; where that cannot be written, it starts afresh.

    `published` is how everything in the output stands. What takes time is done `later`.
    """
    if file is None:
        return
    ours = {
        one.path: published[one.path]
        for one in documents
        if one.path in published and published[one.path][0] == one.size
    }
    later(partial(_write, file, Built(made=made, standing=ours)))


def _write(file: Path, built: Built) -> None:
    written = pickle.dumps(_packed(built), protocol=5)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.new")
        new.write_bytes(hashlib.sha256(written).digest() + written)
        new.replace(file)


def loader(output: Path, before: Built) -> Callable[[str], Callable[[], bytes] | None]:
    """Return what gives the way to read a published file that stands as the build before left it.

    For a file that somebody has touched since, it gives None.
    """

    def load(path: str) -> Callable[[], bytes] | None:
        place = f"{output}/{path}"
        try:
            is_untouched = before.standing.get(path) == stands(os.lstat(place))
        except OSError:
            return None
        return partial(_read, place) if is_untouched else None

    return load


def _read(place: str) -> bytes:
    return Path(place).read_bytes()


class _Packed(NamedTuple):
    """What was built, in a few long lists: thousands of cells take several times as long to write.

    The facts of a cell are those `numbers` that lie between its end and that of the one before.
    """

    world: str
    facts: list[Fact]
    marks: list[bytes]
    records: dict[str, str]
    names: list[str]
    owns: list[bytes]
    numbers: "array[int]"
    ends: list[int]
    results: list[Any]
    standing: Mapping[str, Standing]


def _packed(built: Built) -> _Packed:
    made, cells = built.made, built.made.cells.values()
    return _Packed(
        world=made.world,
        facts=[fact for fact, _ in made.facts],
        marks=[mark for _, mark in made.facts],
        records=dict(made.records),
        names=list(made.cells),
        owns=[cell.own for cell in cells],
        numbers=array("I", b"".join(cell.facts for cell in cells)),
        ends=list(accumulate((len(cell.facts) for cell in cells), initial=0)),
        results=[cell.result for cell in cells],
        standing=built.standing,
    )


def _unpacked(packed: _Packed) -> Built:
    facts = [packed.numbers[start:end] for start, end in pairwise(packed.ends)]
    cells = map(Cell, packed.owns, facts, packed.results)
    made = Made(
        world=packed.world,
        facts=tuple(zip(packed.facts, packed.marks, strict=True)),
        records=packed.records,
        cells=dict(zip(packed.names, cells, strict=True)),
    )
    return Built(made=made, standing=packed.standing)
