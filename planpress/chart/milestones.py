"""The milestones of all tactics as a figure: what is done, what is late, what comes next."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from planpress.chart.scene import Scene, Told, clause
from planpress.chart.timeline import Row, Standing, Timeline
from planpress.model.milestone import Milestone
from planpress.model.tactic import TacticRecord


def milestones(scene: Scene) -> Iterator[tuple[str, Told]]:
    """Return the timeline of the plan, if any tactic has a milestone."""
    project = scene.project
    order = {name: index for index, name in enumerate(project.priorities)}
    tactics = sorted(
        (tactic for tactic in project.tactics.values() if tactic.milestones),
        key=lambda tactic: order.get(tactic.priority, len(order)),
    )
    if tactics:
        yield "plan", _told(scene, tactics)


def standing(step: Milestone, as_of: date) -> Standing:
    """Return where a milestone is as of a day; what happens later is not known yet."""
    if step.done and step.done <= as_of:
        return Standing.DONE
    if step.dropped and step.dropped <= as_of:
        return Standing.DROPPED
    return Standing.LATE if step.due < as_of else Standing.DUE


def _told(scene: Scene, tactics: list[TacticRecord]) -> Told:
    say, as_of = scene.language.say, scene.as_of
    every = [standing(step, as_of) for tactic in tactics for step in tactic.milestones]
    counts = Counter(every)
    legend = tuple(
        (one, scene.interface(_count(scene, one, counts[one]))) for one in Standing if counts[one]
    )
    total = scene.language.say_n("%(count)s milestone", "%(count)s milestones", len(every))
    stand = scene.language.series(words.text for _, words in legend)
    return Told(
        title=_title(scene, counts, total),
        description="\n".join(
            (
                say(
                    "%(milestones)s as of %(day)s: %(counts)s. Each shape stands on the day by "
                    "which the step is due.",
                    milestones=total,
                    day=scene.language.date(as_of),
                    counts=stand,
                ),
                *(_sentence(scene, tactic) for tactic in tactics),
            )
        ),
        content=Timeline(
            language=scene.language.code,
            locale=scene.language.locale,
            as_of=as_of,
            today=scene.interface(say("Today: %(day)s", day=scene.language.date(as_of))),
            legend=legend,
            rows=tuple(
                Row(
                    words=scene.words(tactic.title),
                    steps=tuple((step.due, standing(step, as_of)) for step in _in_order(tactic)),
                )
                for tactic in tactics
            ),
        ),
    )


def _title(scene: Scene, counts: Counter[Standing], total: str) -> str:
    say_n = scene.language.say_n
    done = say_n("%(count)s is done", "%(count)s are done", counts[Standing.DONE])
    late = scene.language.say("none is late")
    if counts[Standing.LATE]:
        late = say_n("%(count)s is late", "%(count)s are late", counts[Standing.LATE])
    return f"{total}: {scene.language.sequence((late, done))}"


def _count(scene: Scene, one: Standing, count: int) -> str:
    say_n = scene.language.say_n
    match one:
        case Standing.LATE:
            return say_n("%(count)s late", "%(count)s late", count)
        case Standing.DUE:
            return say_n("%(count)s due later", "%(count)s due later", count)
        case Standing.DONE:
            return say_n("%(count)s done", "%(count)s done", count)
        case Standing.DROPPED:
            return say_n("%(count)s given up", "%(count)s given up", count)


def _sentence(scene: Scene, tactic: TacticRecord) -> str:
    steps = ((standing(step, scene.as_of), step) for step in _in_order(tactic))
    told = scene.language.list(_step(scene, one, step) for one, step in steps)
    return f"{clause(scene.words(tactic.title).text)}: {told}."


def _step(scene: Scene, one: Standing, step: Milestone) -> str:
    said = {
        "step": clause(scene.words(step.title).text),
        "day": scene.language.date(step.due),
    }
    match one:
        case Standing.LATE:
            return scene.language.say("“%(step)s” (late: due on %(day)s)", **said)
        case Standing.DUE:
            return scene.language.say("“%(step)s” (due on %(day)s)", **said)
        case Standing.DONE:
            return scene.language.say("“%(step)s” (done; due on %(day)s)", **said)
        case Standing.DROPPED:
            return scene.language.say("“%(step)s” (given up; due on %(day)s)", **said)


def _in_order(tactic: TacticRecord) -> list[Milestone]:
    return sorted(tactic.milestones, key=lambda step: step.due)
