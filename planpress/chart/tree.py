"""A small tree of boxes: a root, its branches, their leaves."""

from itertools import pairwise

from planpress.chart.boxes import LEADING, PADDING, Block, block, filled, height, line
from planpress.chart.scene import Drawing
from planpress.model.dataclass import dataclass
from planpress.model.words import Said

_GAP = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Words, a word above them that marks them out, and a note below."""

    words: Said
    note: Said | None = None
    mark: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Leaves that belong together; without words they hang on the root itself."""

    words: Said | None
    leaves: tuple[Leaf, ...]
    empty: Said
    """What is said where there are no leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The whole tree."""

    language: str
    root: Said
    branches: tuple[Branch, ...]

    def drawn(self, width: float) -> Drawing:
        """Return the tree from left to right, on a phone as an indented list."""
        return self._across(width) if width >= 500 else self._down(width)

    def _blocks(self, leaf: Leaf, room: float) -> tuple[Block, ...]:
        words = block(leaf.words, room, self.language)
        mark = (block(leaf.mark, room, self.language, "muted", bold=True),) if leaf.mark else ()
        note = (block(leaf.note, room, self.language, "muted"),) if leaf.note else ()
        return (*mark, words, *note)

    def _across(self, width: float) -> Drawing:
        columns = (0.0, 0.28 * width, 0.61 * width, width + 28)
        rooms = [b - a - 28 - 2 * PADDING for a, b in pairwise(columns)]
        y, parts, middles = 0.0, [], []
        for branch in self.branches:
            leaves = [self._blocks(leaf, rooms[2]) for leaf in branch.leaves]
            heights = [height(blocks) for blocks in leaves] or [LEADING]
            below = sum(heights) + _GAP * (len(heights) - 1)
            words = block(branch.words, rooms[1], self.language) if branch.words else None
            high = max(below, height((words,)) if words else 0)
            at, middle = y + (high - below) / 2, y + high / 2
            spine = columns[2] - 14
            hinge = columns[2] - 28 if words else columns[1] - 14
            if words:
                corner = (columns[1], middle - height((words,)) / 2)
                parts.append(filled(corner, rooms[1] + 2 * PADDING, (words,)))
                parts.append(line((columns[1] - 14, middle), (columns[1], middle)))
            tops = []
            for blocks, tall in zip(leaves, heights, strict=False):
                parts.append(filled((columns[2], at), rooms[2] + 2 * PADDING, blocks))
                parts.append(line((spine, at + tall / 2), (columns[2], at + tall / 2)))
                tops.append(at + tall / 2)
                at += tall + _GAP
            if tops:
                parts.append(line((hinge, middle), (spine, middle)))
                parts.append(_spine(spine, (middle, *tops)))
            else:
                empty = block(branch.empty, rooms[2] + 10, self.language, "muted")
                parts.append(empty.at(columns[2] - 14, middle - empty.height / 2))
            middles.append(middle)
            y += high + 2 * _GAP
        total = y - 2 * _GAP
        root = (block(self.root, rooms[0], self.language, bold=True),)
        high, middle = height(root), (middles[0] + middles[-1]) / 2
        top = max(0.0, min(middle - high / 2, total - high))
        middle = top + high / 2
        spine = columns[1] - 14
        parts.append(line((columns[1] - 28, middle), (spine, middle)))
        parts.append(_spine(spine, (middle, *middles)))
        parts.append(filled((0, top), rooms[0] + 2 * PADDING, root, role="open"))
        return Drawing("".join(parts), max(total, high))

    def _down(self, width: float) -> Drawing:
        root = (block(self.root, width - 20, self.language, bold=True),)
        parts = [filled((0, 0), width, root, role="open")]
        y = below = height(root)
        last = 0.0
        for branch in self.branches:
            y += _GAP
            inner, begin = 20.0, below
            if branch.words:
                words = (block(branch.words, width - 40, self.language),)
                parts.append(filled((20, y), width - 20, words))
                last = y + height(words) / 2
                parts.append(line((10, last), (20, last)))
                y += height(words)
                inner, begin = 40.0, y
            if not branch.leaves:
                empty = block(branch.empty, width - inner, self.language, "muted")
                parts.append(empty.at(inner, y + 4))
                y += empty.height + 4
            middle = begin
            for leaf in branch.leaves:
                y += _GAP if branch.words or leaf is not branch.leaves[0] else 0
                blocks = self._blocks(leaf, width - inner - 20)
                parts.append(filled((inner, y), width - inner, blocks))
                middle = y + height(blocks) / 2
                parts.append(line((inner - 10, middle), (inner, middle)))
                y += height(blocks)
            if branch.words and branch.leaves:
                parts.append(line((30, begin), (30, middle)))
            elif branch.leaves:
                last = middle
        parts.append(line((10, below), (10, last)))
        return Drawing("".join(parts), y)


def _spine(x: float, joints: tuple[float, ...]) -> str:
    """Return an upright line through all that it joins; none where they are on one level."""
    top, bottom = min(joints), max(joints)
    return line((x, top), (x, bottom)) if bottom - top > 0.5 else ""
