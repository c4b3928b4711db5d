"""What a document says, in parts: each about some measures, and unpacked only when it is needed."""

import pickle
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from planpress.audit.claim import Claim

About = tuple[str, ...]
"""The measures that a part is about, in order."""


class Part(NamedTuple):
    """Things that a document says, pickled, and the digest of that."""

    seal: str
    packed: bytes

    def unpacked(self) -> tuple[Any, ...]:
        """Return the things."""
        found: tuple[Any, ...] = pickle.loads(self.packed)  # noqa: S301 (from our own store)
        return found


Parts = Mapping[About, tuple[str, bytes]]
"""Parts as they are kept: plain tuples are read faster."""


def parted(things: Iterable[tuple[About, Any]]) -> Parts:
    """Return things by what they are about, in their order.

    A claim about one measure stands in what is said of several, this one among them, too.
    """
    listed = list(things)
    found: dict[About, list[Any]] = {about: [] for about, _ in listed}
    several = [about for about in found if len(about) > 1]
    for about, thing in listed:
        found[about].append(thing)
        if isinstance(thing, Claim):
            for other in several:
                if about[0] in other:
                    found[other].append(thing)
    packed = {about: pickle.dumps(tuple(those), protocol=5) for about, those in found.items()}
    return {about: (sha256(one).hexdigest(), one) for about, one in packed.items()}


def part(parts: Parts, about: About) -> Part | None:
    """Return what a document says about some measures."""
    found = parts.get(about)
    return Part(*found) if found else None
