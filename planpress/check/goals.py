"""Rules about SMART goals: specific, measurable, and bound to a time."""

from collections.abc import Iterator

from planpress.model.indicator import IndicatorRecord
from planpress.model.problem import Problem, warning
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.target import TargetType


def smart_goals(reading: Reading, project: Project) -> Iterator[Problem]:
    """A SMART goal says what is counted, from where to where, and by when."""
    for tactic in project.tactics.values():
        for at, name in enumerate(tactic.smart_goals):
            indicator = project.indicators.get(name)
            for letter, lacks, hint in _lacking(indicator) if indicator else ():
                message = f"“{name}” is not {letter}: it has {lacks}"
                place = tactic.source.at("smart_goals", at)
                yield warning(place, "smart-goal", message, hint)


def _lacking(indicator: IndicatorRecord) -> Iterator[tuple[str, str, str]]:
    """Yield each letter that fails, what is lacking, and how to mend it."""
    where = f"in content/indicators/{indicator.id}.md"
    if _bare(indicator):
        hint = f"Say exactly who and what is counted, in definition: {where}."
        yield "specific (S)", "a definition that only repeats its title", hint
    target = indicator.target
    match target.type:
        case TargetType.NONE:
            hint = f"Set a target {where}, with type:, period: and value:."
            yield "measurable (M)", "no target", hint
        case TargetType.PROCESS if not indicator.milestones:
            hint = f"Add milestones: {where}, with id, title and due."
            yield "measurable (M)", "no milestones", hint
        case TargetType.COMPOUND if not target.all_of:
            hint = f"Name the measures that must be met, in all_of: {where}."
            yield "measurable (M)", "no parts", hint
        case TargetType.NUMERIC | TargetType.UNIVERSAL if indicator.baseline is None:
            hint = f"Add baseline: {where}, with period: and value:."
            yield "measurable (M)", "no baseline", hint
    if not (target.period or target.all_of or indicator.milestones):
        hint = f"Add a period: below target: {where}, or dated milestones."
        yield "time-bound (T)", "no period or date by which it is to be reached", hint


def _bare(indicator: IndicatorRecord) -> bool:
    title, definition = (
        words.said("").text.strip(" .").casefold()
        for words in (indicator.title, indicator.definition)
    )
    return definition in ("", title)
