"""What the build before knew: kept beside the results, so that this one makes only what changed."""

import hashlib
import pickle
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from planpress.facts.cells import Made
from planpress.model.document import Document
from planpress.publish.standing import Standing, standing

_SEAL = 32


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
                built = pickle.loads(whole[_SEAL:])  # noqa: S301 (sealed, and in our own folder)
                if isinstance(built, Built):
                    return built
    return Built()


def keep_built(file: Path | None, made: Made, documents: Iterable[Document], output: Path) -> None:
    """Keep what this build knows for the next; where that cannot be written, it starts afresh."""
    if file is None:
        return
    now = standing(output)
    ours = {d.path: now[d.path] for d in documents if d.path in now and now[d.path][0] == d.size}
    written = pickle.dumps(Built(made=made, standing=ours), protocol=5)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.new")
        new.write_bytes(hashlib.sha256(written).digest() + written)
        new.replace(file)


def loader(output: Path, before: Built) -> Callable[[str], Callable[[], bytes] | None]:
    """Return what gives the way to read a published file that stands as the build before left it.

    For a file that somebody has touched since, it gives None.
    """
    now = standing(output) if before.standing else {}

    def load(path: str) -> Callable[[], bytes] | None:
        there = now.get(path)
        if there is None or before.standing.get(path) != there:
            return None
        return partial(_read, output, path)

    return load


def _read(output: Path, path: str) -> bytes:
    return (output / path).read_bytes()
