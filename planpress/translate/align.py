"""Which section of a text is which section of an older one, and of its translation."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planpress.model.sections import Section
from planpress.store import digest

ALIKE = 0.4
"""How alike two texts must be, from 0 to 1, to be taken for one that was edited."""


class Kept(NamedTuple):
    """The digests of a section's source and of its translation when that was made or accepted."""

    source: str
    target: str


class Match(NamedTuple):
    """A section by its positions in the source, in its translation, and in what was kept.

    None where it is not there. `moved` says that it now stands before or after others than then.
    """

    source: int | None
    target: int | None
    kept: int | None
    moved: bool = False


@lru_cache(maxsize=256)
def mark(text: str) -> str:
    """Return a digest of a text's words: other line breaks and spaces do not change it."""
    return digest(" ".join(text.split()))[:20]


def matched(
    source: Sequence[Section],
    target: Sequence[Section],
    kept: Sequence[Kept],
    before: Sequence[str | None],
) -> tuple[Match, ...]:
    """Return every section of the source in its order, then what is left of the translation.

    `kept` is what was known when the translation was last right, `before` the source's texts of
    then. Sections that did not change are found by their digests, changed ones by what they stand
    between and how alike they are; without anything kept, by their order.
    """
    marks, old = [mark(section.text) for section in source], [one.source for one in kept]
    new = [mark(section.text) for section in target] if kept else []
    if len(source) == len(target) and marks[: len(old)] == old and new == [k.target for k in kept]:
        return tuple(Match(at, at, at if kept else None) for at in range(len(source)))
    same = _same(marks, old)
    moved = _moved(marks, old, same)
    edited = _edited([section.text for section in source], before, same, moved)
    then = {**same, **moved, **edited}
    now = _now(new, [k.target for k in kept])
    found = {at: now[then[at]] for at in then if then[at] in now}
    found |= _rest(source, target, found)
    matches = [Match(at, found.get(at), then.get(at), at in moved) for at in range(len(source))]
    left = [at for at in range(len(target)) if at not in found.values()]
    back = {place: k for k, place in now.items()}
    return (*matches, *(Match(None, at, back.get(at)) for at in left))


def _edited(
    texts: Sequence[str],
    before: Sequence[str | None],
    same: dict[int, int],
    moved: dict[int, int],
) -> dict[int, int]:
    """Return sections that were changed in their place, between others that were not."""
    found: dict[int, int] = {}
    for here, there in _gaps(same, len(texts), len(before)):
        new = [at for at in here if at not in moved]
        old = [at for at in there if at not in moved.values()]
        if len(old) == len(new):
            found |= dict(zip(new, old, strict=True))
        else:
            found |= _alike(new, old, texts, before)
    return found


def _alike(
    new: Sequence[int], old: Sequence[int], texts: Sequence[str], before: Sequence[str | None]
) -> dict[int, int]:
    """Return pairs in order whose likeness adds up to most; those too unlike stay alone."""
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}

    def most(i: int, j: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if i < 0 or j < 0:
            return 0.0, ()
        return best[i, j]

    for i, here in enumerate(new):
        for j, there in enumerate(old):
            likeness = _likeness(texts[here], before[there] or "")
            score, pairs = most(i - 1, j - 1)
            paired = (
                (score + likeness, (*pairs, (here, there))) if likeness >= ALIKE else (-1.0, ())
            )
            best[i, j] = max(most(i - 1, j), most(i, j - 1), paired, key=lambda found: found[0])
    return dict(most(len(new) - 1, len(old) - 1)[1])


def _likeness(one: str, other: str) -> float:
    heading = one.split("\n", 1)[0] == other.split("\n", 1)[0] and one.startswith("#")
    from difflib import SequenceMatcher  # noqa: PLC0415 (seldom needed)

    ratio = SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
    return max(ratio, ALIKE) if heading else ratio


def _moved(marks: Sequence[str], old: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """Return what did not change but stands elsewhere."""
    free: dict[str, list[int]] = {}
    for at in range(len(old) - 1, -1, -1):
        if at not in found.values():
            free.setdefault(old[at], []).append(at)
    return {
        at: free[own].pop() for at, own in enumerate(marks) if at not in found and free.get(own)
    }


def _now(marks: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """Return for what was kept where it stands in the translation, changed or not."""
    same = _same(old, marks)
    moved = _moved(old, marks, same)
    found = {**same, **moved}
    for then, here in _gaps(same, len(old), len(marks)):
        left = [at for at in then if at not in moved]
        free = [at for at in here if at not in moved.values()]
        if len(left) == len(free):
            found |= dict(zip(left, free, strict=True))
    return found


def _rest(
    source: Sequence[Section], target: Sequence[Section], found: dict[int, int]
) -> dict[int, int]:
    """Return pairs of what nothing is known of, by their order and levels."""
    pairs: dict[int, int] = {}
    taken = set(found.values())
    for here, there in _gaps(dict(_rising(sorted(found.items()))), len(source), len(target)):
        free = [at for at in there if at not in taken]
        new = [at for at in here if at not in found]
        if len(free) == len(new):
            pairs |= dict(zip(new, free, strict=True))
            continue
        for at in new:
            fits = next((t for t in free if target[t].level == source[at].level), None)
            if fits is not None:
                pairs[at] = fits
                free = free[free.index(fits) + 1 :]
    return pairs


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    rising: list[tuple[int, int]] = []
    for pair in pairs:
        if not rising or pair[1] > rising[-1][1]:
            rising.append(pair)
    return rising


def _same(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return a longest common subsequence as positions in both."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            longest[i][j] = (
                longest[i + 1][j + 1] + 1
                if left[i] == right[j]
                else max(longest[i + 1][j], longest[i][j + 1])
            )
    found = {at: at for at in range(head)}
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            found[head + i] = head + j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return found | {len(one) - 1 - at: len(other) - 1 - at for at in range(tail)}


def _gaps(pairs: dict[int, int], here: int, there: int) -> list[tuple[range, range]]:
    """Return what stands on both sides before, between and after pairs that rise together."""
    edges = [(-1, -1), *sorted(pairs.items()), (here, there)]
    return [(range(a + 1, b), range(c + 1, d)) for (a, c), (b, d) in pairwise(edges)]
