"""A delivery chain as a figure: from the leader to the classroom, link by link."""

from collections.abc import Iterator
from decimal import Decimal

from planpress.chart.boxes import PADDING, Block, block, box, height, line, stack
from planpress.chart.scene import Drawing, Scene, Told, sentence
from planpress.model.dataclass import dataclass
from planpress.model.tactic import Link, TacticRecord
from planpress.model.words import Said

_GAP = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link as it is shown: where and whose it is, what is done, and who answers for it."""

    number: str
    place: tuple[Said, ...]
    words: Said
    owner: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """All links of a chain, and the words around owners."""

    language: str
    steps: tuple[Step, ...]
    owned: Said
    unowned: Said

    def drawn(self, width: float) -> Drawing:
        """Return a box for each link, the leader's above; wide ones have three columns."""
        y, parts = 0.0, []
        for index, step in enumerate(self.steps):
            if index:
                parts.append(line((28, y + 1), (28, y + _GAP - 3), head=True))
                y += _GAP
            columns = self._columns(step, width)
            high = max(height(blocks) for _, blocks in columns)
            parts.append(box((0, y), width, high, dashed=step.owner is None))
            parts += [stack(blocks, x, y + PADDING) for x, blocks in columns]
            y += high
        return Drawing("".join(parts), y)

    def _columns(self, step: Step, width: float) -> tuple[tuple[float, tuple[Block, ...]], ...]:
        wide = width >= 500
        rooms = (112, 302, 150) if wide else (width - 40,) * 3
        place = tuple(
            block(words, rooms[0], self.language, "muted", bold=not index)
            for index, words in enumerate(step.place)
        )
        words = (block(step.words, rooms[1], self.language),)
        owner = self._owner(step, rooms[2])
        first = (Block(lines=(step.number,), role="muted", bold=True),)
        if wide:
            return ((12, first), (32, place), (162, words), (482, owner))
        return ((12, first), (32, (*place, *words, *owner)))

    def _owner(self, step: Step, room: float) -> tuple[Block, ...]:
        if step.owner is None:
            return (block(self.unowned, room, self.language, bold=True),)
        return (
            block(self.owned, room, self.language, "muted"),
            block(step.owner, room, self.language, bold=True),
        )


def chains(scene: Scene) -> Iterator[tuple[str, Told]]:
    """Return the delivery chain of each tactic that has one."""
    for name, tactic in scene.project.tactics.items():
        if tactic.delivery_chain:
            yield f"tactics/{name}", _told(scene, tactic)


def _told(scene: Scene, tactic: TacticRecord) -> Told:
    say, say_n = scene.language.say, scene.language.say_n
    steps = tuple(
        _step(scene, number, link) for number, link in enumerate(tactic.delivery_chain, 1)
    )
    missing = sum(step.owner is None for step in steps)
    title = say_n(
        "Who does what, in %(count)s link",
        "Who does what, in %(count)s links",
        len(steps),
    )
    if missing:
        unowned = say_n(
            "%(count)s has no owner on record", "%(count)s have no owner on record", missing
        )
        title = scene.language.series((title, unowned))
    return Told(
        title=title,
        description="\n".join(_sentence(scene, step) for step in steps),
        content=Chain(
            language=scene.language.code,
            steps=steps,
            owned=scene.interface(say("Who answers for it:")),
            unowned=scene.interface(say("No owner recorded")),
        ),
    )


def _step(scene: Scene, number: int, link: Link) -> Step:
    roles = {role.id: role.title for role in scene.project.plan.roles}
    place: tuple[Said, ...] = (scene.words(link.level),) if link.level else ()
    if link.role in roles:
        place += (scene.words(roles[link.role]),)
    return Step(
        number=scene.language.number(Decimal(number)),
        place=place,
        words=scene.words(link.title),
        owner=scene.words(link.owner) if link.owner else None,
    )


def _sentence(scene: Scene, step: Step) -> str:
    say = scene.language.say
    words = sentence(step.words.text)
    if step.place:
        words = f"{scene.language.sequence(part.text for part in step.place)}: {words}"
    if step.owner is None:
        return say("%(number)s. %(link)s No owner is recorded.", number=step.number, link=words)
    return say(
        "%(number)s. %(link)s Who answers for it: %(owner)s.",
        number=step.number,
        link=words,
        owner=step.owner.text,
    )
