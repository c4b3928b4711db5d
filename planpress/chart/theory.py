"""A theory of action as a figure: if we do this and this, then that will follow."""

from collections.abc import Iterator, Mapping

from planpress.chart.boxes import LEADING, Block, block, filled, height, line
from planpress.chart.scene import Drawing, Scene, Told, clause
from planpress.model.dataclass import dataclass
from planpress.model.priority import PriorityRecord, TheoryOfAction
from planpress.model.tactic import TacticRecord
from planpress.model.words import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """What is done, what follows, and the words that join them."""

    language: str
    ifs: tuple[Said, ...]
    then: Said
    joints: tuple[str, str, str]
    """The words for if, and, then."""

    def drawn(self, width: float) -> Drawing:
        """Return the ifs on the left and what follows on the right; on a phone, downwards."""
        return self._across(width) if width >= 500 else self._down(width)

    def _joint(self, which: int) -> Block:
        said = Said(self.joints[which], self.language)
        return block(said, 200, self.language, bold=True)

    def _across(self, width: float) -> Drawing:
        begin, also, then = (self._joint(which) for which in range(3))
        left = max(begin.width, also.width) + 12
        gap = max(52, then.width + 16)
        spine = left + 0.62 * (width - left - 20 - gap)
        right = spine + 20 + gap
        lines = [(block(words, spine - left - 20, self.language),) for words in self.ifs]
        follows = (block(self.then, width - right - 20, self.language),)
        high = height(follows)
        stacked = sum(height(some) for some in lines) + 14 * (len(lines) - 1)
        total = max(stacked, high)
        y, middle = (total - stacked) / 2, total / 2
        parts, middles = [], []
        for index, some in enumerate(lines):
            middles.append(y + height(some) / 2)
            joint = also if index else begin
            parts += [joint.at(0, y + 10), filled((left, y), spine - left, some)]
            parts.append(line((spine, middles[-1]), (spine + 20, middles[-1])))
            y += height(some) + 14
        if len(middles) > 1:
            parts.append(line((spine + 20, middles[0]), (spine + 20, middles[-1])))
        parts.append(line((spine + 20, middle), (right - 3, middle), head=True))
        parts.append(then.at(spine + 20 + gap / 2, middle - LEADING - 6, "middle"))
        parts.append(filled((right, middle - high / 2), width - right, follows, role="open"))
        return Drawing("".join(parts), total)

    def _down(self, width: float) -> Drawing:
        y, parts = 0.0, []
        for index, words in enumerate(self.ifs):
            lines = (block(words, width - 20, self.language),)
            parts.append(self._joint(1 if index else 0).at(0, y))
            y += LEADING + 4
            parts.append(filled((0, y), width, lines))
            y += height(lines) + 4
        parts.append(line((24, y), (24, y + 35), head=True))
        parts.append(self._joint(2).at(40, y + 9))
        follows = (block(self.then, width - 20, self.language),)
        y += 38
        parts.append(filled((0, y), width, follows, role="open"))
        return Drawing("".join(parts), y + height(follows))


def theories(scene: Scene) -> Iterator[tuple[str, Told]]:
    """Return the theory of action of each priority and tactic that says what is done."""
    records: Mapping[str, PriorityRecord | TacticRecord] = {
        **{f"priorities/{name}": one for name, one in scene.project.priorities.items()},
        **{f"tactics/{name}": one for name, one in scene.project.tactics.items()},
    }
    for key, record in records.items():
        theory = record.theory_of_action
        if theory and theory.if_:
            yield key, _told(scene, theory)


def _told(scene: Scene, theory: TheoryOfAction) -> Told:
    say = scene.language.say
    ifs = tuple(scene.words(words) for words in theory.if_)
    then = scene.words(theory.then)
    return Told(
        title=say("What we do, and what we expect to follow from it"),
        description=say(
            "If %(steps)s, then %(result)s.",
            steps=scene.language.list(clause(words.text) for words in ifs),
            result=clause(then.text),
        ),
        content=Theory(
            language=scene.language.code,
            ifs=ifs,
            then=then,
            joints=(say("If"), say("and"), say("then")),
        ),
    )
