"""What the texts and tables of all files say of some measures, in the order of the files."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from planpress.audit.evidence import leaks_of_claim
from planpress.audit.known import Known
from planpress.audit.parts import About, Part, Parts
from planpress.audit.passages import UNREAD, Passage
from planpress.audit.standing import Standings
from planpress.audit.sweep import leaks_of_text
from planpress.model.problem import Problem
from planpress.store import Store


class _Piece(NamedTuple):
    """A part in a stream of parts; of one that is not `own` only the claims are of interest."""

    part: Part
    own: bool


def leaks_of_files(
    read: Sequence[Parts], known: Known, standings: Standings, store: Store
) -> Iterator[Problem]:
    """Yield what is wrong with what files say, measure by measure.

    A text is held against all that machines are told of the measures which it is about, and against
    what tables on pages have told of them before.
    """
    streams = _streams(read)
    for piece in streams.pop(UNREAD, ()):
        yield from piece.part.unpacked()
    keyed = {
        known.key(
            "stream",
            *(standings.keys.get(name, "") for name in about),
            *(piece.part.seal for piece in pieces),
            about=about,
        ): (about, pieces)
        for about, pieces in streams.items()
    }
    store.fetch(keyed)
    for key, (about, pieces) in keyed.items():
        yield from store.recalled(key, partial(_leaks, about, pieces, standings))


def _streams(read: Sequence[Parts]) -> dict[About, list[_Piece]]:
    """Return the parts in the order of the files by what they are about.

    What a part says of one measure is heard by all that is said of several, this one among them.
    """
    streams: dict[About, list[_Piece]] = {about: [] for parts in read for about in parts}
    several: dict[About, list[About]] = {}
    for about in streams:
        if len(about) > 1:
            for name in about:
                several.setdefault((name,), []).append(about)
    for parts in read:
        for about, kept in parts.items():
            streams[about].append(_Piece(Part(*kept), own=True))
            for other in several.get(about, ()):
                if other not in parts:
                    streams[other].append(_Piece(Part(*kept), own=False))
    return streams


def _leaks(about: About, pieces: Sequence[_Piece], standings: Standings) -> tuple[Problem, ...]:
    evidence = standings.evidence(about)
    found: list[Problem] = []
    for piece in pieces:
        for one in piece.part.unpacked():
            if not isinstance(one, Passage):
                evidence.add([one])
            elif piece.own:
                found += leaks_of_text(evidence, one)
    return (*found, *(wrong for one in evidence.claims for wrong in leaks_of_claim(evidence, one)))
