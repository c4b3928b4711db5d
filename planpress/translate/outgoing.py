"""Segments as messages for a translator: with notes on what they are and what has to stay."""

from collections.abc import Collection, Iterable, Iterator

from babel import Locale

from planpress.model.described import description
from planpress.model.project import Project
from planpress.model.record import Part, Record
from planpress.model.shapes import shapes
from planpress.model.statements import stated
from planpress.model.translation import State, Unit, named
from planpress.translate.cut import Cut, Segment, cut
from planpress.translate.inline import matched, numbered
from planpress.translate.message import Message, Progress
from planpress.translate.pieces import Kind

_SHORT = {"title", "term", "label", "name", "who", "tagline", "organisation", "role"}
_LONGER = 1.5
_SHORTEST = 20


def outgoing(
    project: Project, units: Iterable[Unit], states: Collection[State], locale: Locale
) -> Iterator[Message]:
    """Yield the messages of all units that are in one of these states.

    `locale` is that of the plan's first language.
    """
    for found in cut(units):
        if found.unit.state in states:
            record = project.worded[found.unit.record]
            for at, segment in enumerate(found.segments):
                yield _message(record, found, segment, at, locale)


def _message(record: Record, found: Cut, segment: Segment, at: int, locale: Locale) -> Message:
    unit = found.unit
    most = _most(unit, segment)
    doubtful = segment.progress is Progress.DOUBTFUL
    return Message(
        context=segment.context,
        source=segment.parts,
        target=segment.translation,
        progress=segment.progress,
        before=numbered(segment.before) if segment.before is not None else (),
        previous=matched(segment.target or "", segment.tokens)[0] if doubtful else (),
        tokens=segment.tokens,
        notes=(
            *_what(record, unit, segment),
            *(f"{{{n}}} is {one.called}: {one.text}" for n, one in enumerate(segment.tokens, 1)),
            *_numbers(segment, locale),
            *([f"Keep it short: at most {most} characters."] if most else ()),
            *_why(unit, segment),
            *(_former(found) if at == 0 else ()),
        ),
        most=most,
        was=segment.was,
        place=segment.place,
    )


def _what(record: Record, unit: Unit, segment: Segment) -> Iterator[str]:
    title = getattr(record, "title", None)
    said = next(iter(title.texts.values()), "") if title else ""
    about = f"“{said}” ({unit.record})" if said else unit.record
    if unit.of_body:
        section = f"section “{unit.heading}”, " if unit.heading else ""
        yield f"{about}, {section}{segment.kind}."
        return
    kind = "" if segment.kind is Kind.FIELD else f", {segment.kind}"
    yield f"{about}, {named(unit.way)}{kind}."
    meant = _description(type(record), unit.way)
    if meant:
        yield meant


def _description(model: type[Part], way: Iterable[str]) -> str:
    """Return what docs/ say of a field."""
    said, around = "", model
    for step in way:
        names = {info.alias or name: name for name, info in around.model_fields.items()}
        if step in names:
            said = description(around, names[step])
            around = shapes(around)[step][1] or around if step in shapes(around) else around
    return " ".join(said.split())


def _numbers(segment: Segment, locale: Locale) -> Iterator[str]:
    known = stated(segment.source, locale)
    written = [one.written.strip() for one in (*known.numbers, *known.dates)]
    if written:
        yield f"Keep what is said in numbers and dates: {'; '.join(dict.fromkeys(written))}"


def _why(unit: Unit, segment: Segment) -> Iterator[str]:
    if segment.progress is not Progress.DOUBTFUL:
        return
    if unit.state is State.UNREVIEWED:
        yield "A machine translated this, and nobody has read it yet."
    elif segment.before == segment.source:
        yield "The words are as they were; what stands around them was changed or moved."
    else:
        yield "The source was changed after this was translated."


def _former(found: Cut) -> Iterator[str]:
    """Say what the translation of a section is that cannot be told piece by piece."""
    unit = found.unit
    if unit.target is not None and all(segment.target is None for segment in found.segments):
        yield f"The translation of all of it, before its source was changed: {unit.target.strip()}"


def _most(unit: Unit, segment: Segment) -> int:
    if unit.way[-1] not in _SHORT and segment.kind is not Kind.HEADING:
        return 0
    return max(_SHORTEST, round(len(segment.source) * _LONGER))
