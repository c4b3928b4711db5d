"""The answers of a file, unit by unit: new translations, and why some are none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from babel import Locale

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error, warning
from planpress.model.translation import State, Unit
from planpress.translate.cut import Cut, Segment, as_told, cut
from planpress.translate.message import Answer, Progress
from planpress.translate.refill import SPACES, misread, refilled
from planpress.translate.verify import faults, unknown

_RULE = "translation-file"


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """A translation that came back whole. `text` is as it shall stand in its file."""

    unit: Unit
    text: str

    @property
    def new(self) -> bool:
        """Whether it says something else than what stands there, or for another source."""
        words_changed = self.unit.target is None or self.text != self.unit.target
        return words_changed or self.unit.state is State.STALE


@dataclass(frozen=True, kw_only=True)
class Arrivals:
    """All that came back; `unfinished` counts the messages that nobody has translated yet."""

    found: tuple[Arrived, ...] = ()
    unfinished: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass
class _Answers:
    path: str
    source: Locale
    target: Locale
    by_context: dict[str, Answer]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, answer: Answer, segment: Segment, message: str, hint: str = "") -> None:
        where = f"{segment.place.path}, line {segment.place.line}"
        hint = hint or f"Compare it with the source in {where}, and mend it in the editor."
        place = Place(self.path, answer.line)
        self.problems.append(error(place, _RULE, f"“{answer.context}”: {message}", hint))


def arrivals(
    units: Iterable[Unit], answers: Sequence[Answer], path: str, source: Locale, target: Locale
) -> Arrivals:
    """Return the units whose segments all came back done and whole; every fault is a problem.

    `path` names the file in problems, the locales are those of the plan's first language and of the
    translation's.
    """
    known = _Answers(path, source, target, {})
    for answer in answers:
        other = known.by_context.setdefault(answer.context, answer)
        if other is not answer and other.target != answer.target:
            message = f"“{answer.context}” stands twice; the first is on line {other.line}"
            hint = "Keep the one that is right, and remove the other."
            known.problems.append(error(Place(path, answer.line), _RULE, message, hint))
    cuts = tuple(cut(units))
    came = [(one, arrived) for one in cuts for arrived in [_arrived(known, one)] if arrived]
    came = _in_turn(cuts, came)
    records = {arrived.unit.record for one, arrived in came if one.segments and arrived.new}
    return Arrivals(
        found=tuple(a for one, a in came if one.segments or a.unit.record in records),
        unfinished=sum(answer.progress is not Progress.DONE for answer in answers),
        problems=(*known.problems, *_strangers(cuts, answers, path)),
    )


def _in_turn(cuts: Iterable[Cut], came: Sequence[tuple[Cut, Arrived]]) -> list[tuple[Cut, Arrived]]:
    """Hold back what has no place yet: a line of a list whose lines before it are not there."""
    there = {id(arrived.unit) for _, arrived in came}
    open_lists: set[tuple[str, ...]] = set()
    held: set[int] = set()
    for unit in (one.unit for one in cuts):
        line = (unit.record, *unit.way[:-1])
        if not unit.way[-1].isdecimal() or unit.target is not None:
            continue
        if id(unit) not in there:
            open_lists.add(line)
        elif line in open_lists:
            held.add(id(unit))
    return [(one, arrived) for one, arrived in came if id(arrived.unit) not in held]


def _strangers(cuts: Iterable[Cut], answers: Iterable[Answer], path: str) -> Iterator[Problem]:
    contexts = {segment.context for one in cuts for segment in one.segments}
    for answer in answers:
        if answer.context not in contexts and answer.progress is Progress.DONE:
            yield _outdated(answer, path)


def _outdated(answer: Answer, path: str) -> Problem:
    message = f"“{answer.context}”: the source was changed after the export; this is left out"
    hint = "Export it again: the translation that there is comes with it."
    return warning(Place(path, answer.line), "translation-outdated", message, hint)


def _overtaken(answer: Answer, segment: Segment, path: str) -> Problem:
    where = f"{segment.place.path}, line {segment.place.line}"
    message = f"“{answer.context}”: others have translated this since the export; it is left out"
    hint = f"Choose between the two, and write it into the translation of {where}."
    return warning(Place(path, answer.line), "translation-outdated", message, hint)


def _arrived(known: _Answers, found: Cut) -> Arrived | None:
    """Return a unit whose segments all came back done and whole."""
    answers = [known.by_context.get(segment.context) for segment in found.segments]
    given = [answer for answer in answers if answer and answer.progress is Progress.DONE]
    if len(given) < len(answers):
        return None
    if not given:
        return _empty(found)
    pairs = tuple(zip(given, found.segments, strict=True))
    changed = next((a for a, s in pairs if _plain(a.source) != _plain(s.parts)), None)
    if changed:
        known.problems.append(_outdated(changed, known.path))
        return None
    words = [_said(known, answer, segment) for answer, segment in pairs]
    whole = [said for said in words if said is not None]
    return _laid(known, found, given, whole) if len(whole) == len(words) else None


def _said(known: _Answers, answer: Answer, segment: Segment) -> str | None:
    """Return the words of an answer; None where anything is wrong with them."""
    strange = unknown(segment, answer.target)
    for number in strange:
        known.wrong(answer, segment, f"{{{number}}} stands for nothing in this text")
    if strange:
        return None
    said = segment.read(answer.target).strip(SPACES)
    if answer.was and segment.target is not None and answer.was != segment.was:
        if as_told(said) not in (answer.was, segment.was):
            known.problems.append(_overtaken(answer, segment, known.path))
            return None
        said = segment.target.strip(SPACES)
    wrong = tuple(faults(segment, said, known.source, known.target))
    for fault in wrong:
        known.wrong(answer, segment, fault)
    return None if wrong else said


def _laid(
    known: _Answers, found: Cut, given: Sequence[Answer], words: Sequence[str]
) -> Arrived | None:
    """Return a unit with new words, if these can be read again as what they are."""
    text = refilled(found, words, known.source, known.target)
    at = misread(found, text, words)
    if at is None:
        return Arrived(unit=found.unit, text=text)
    message = f"this would no longer be read as one {found.segments[at].kind}"
    hint = "Look for signs with a meaning in Markdown, such as #, -, |, > or 1. at the start."
    known.wrong(given[at], found.segments[at], message, hint)
    return None


def _empty(found: Cut) -> Arrived | None:
    """Return a unit without words, such as a chart alone: it goes along with its text."""
    unit = found.unit
    if unit.source is None or (unit.target is not None and unit.state is not State.STALE):
        return None
    return Arrived(unit=unit, text=unit.source)


def _plain(parts: Iterable[str | int]) -> list[str]:
    return "".join(f"\0{p}\0" if isinstance(p, int) else p for p in parts).split()
