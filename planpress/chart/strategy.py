"""A priority as a figure: its goals, the work for each, and how many measures that has."""

from collections.abc import Iterator

from planpress.chart.scene import Scene, Told, clause
from planpress.chart.tree import Branch, Leaf, Tree
from planpress.model.concern import Concern, concern
from planpress.model.priority import PriorityRecord
from planpress.model.tactic import TacticRecord
from planpress.model.words import Said


def strategies(scene: Scene) -> Iterator[tuple[str, Told]]:
    """Return the way from each priority to its work; a priority without tactics has none."""
    for name, priority in scene.project.priorities.items():
        tactics = [t for t in scene.project.tactics.values() if t.priority == name]
        if tactics:
            yield f"priorities/{name}", _told(scene, priority, tactics)


def _told(scene: Scene, priority: PriorityRecord, tactics: list[TacticRecord]) -> Told:
    say = scene.language.say
    known = {goal.id for goal in priority.goals}
    empty = scene.interface(say("No work recorded yet"))
    wanted: list[tuple[Said | None, tuple[TacticRecord, ...]]] = [
        (scene.words(goal.title), tuple(t for t in tactics if t.goal == goal.id))
        for goal in priority.goals
    ]
    if direct := tuple(t for t in tactics if t.goal not in known):
        wanted.append((None, direct))
    branches = tuple(
        Branch(words=words, leaves=tuple(_leaf(scene, t) for t in some), empty=empty)
        for words, some in wanted
    )
    root = scene.words(priority.title)
    return Told(
        title=say("From “%(priority)s” to what we do for it", priority=root.text),
        description="\n".join(_sentence(scene, branch) for branch in branches),
        content=Tree(language=scene.language.code, root=root, branches=branches),
    )


def _leaf(scene: Scene, tactic: TacticRecord) -> Leaf:
    say, say_n = scene.language.say, scene.language.say_n
    measures = [m for m in scene.project.measures_for(tactic.id) if not m.background]
    found = (scene.assessments[m.id] for m in measures if m.id in scene.assessments)
    off = sum(concern(one) is Concern.OFF_TRACK for one in found)
    note = say("no measure yet")
    if measures:
        note = say_n("%(count)s measure", "%(count)s measures", len(measures))
    if off:
        at_risk = say_n("%(count)s off track or at risk", "%(count)s off track or at risk", off)
        note = scene.language.sequence((note, at_risk))
    return Leaf(
        words=scene.words(tactic.title),
        note=scene.interface(note),
        mark=scene.interface(say("In focus")) if tactic.focus else None,
    )


def _sentence(scene: Scene, branch: Branch) -> str:
    say = scene.language.say
    work = scene.language.series(_work(scene, leaf) for leaf in branch.leaves) or branch.empty.text
    if branch.words is None:
        return say("Work for the priority as a whole: %(work)s.", work=work)
    return say("“%(goal)s”: %(work)s.", goal=clause(branch.words.text), work=work)


def _work(scene: Scene, leaf: Leaf) -> str:
    focus = (scene.language.say("in focus"),) if leaf.mark else ()
    notes = scene.language.sequence((*focus, *(part.text for part in (leaf.note,) if part)))
    return f"{clause(leaf.words.text)} ({notes})"
