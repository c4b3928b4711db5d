"""Results over time, with the way they are meant to go."""

from decimal import Decimal
from functools import cache
from itertools import pairwise

from planpress.chart import trend_description, trend_words
from planpress.chart.axis import Axis, named_positions, value_axis
from planpress.chart.course import Course, course_of
from planpress.chart.labels import Box, Room
from planpress.chart.measure import text_width
from planpress.chart.phrases import short_value, sources, tick, unit_name
from planpress.chart.sketch import Frame, Layer, Mark, Row, Sketch, drawn
from planpress.chart.style import TEXT
from planpress.chart.subject import Draft, Subject
from planpress.chart.trend_table import table
from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.value import Value

_MARKED = 24
"""Up to so many periods each has a mark on the axis."""
_SIZES = {"wide": (640, 330), "narrow": (340, 280)}


def trend(about: Subject) -> Draft | None:
    """Return the figure of an indicator's course; None if there are not two points to show."""
    course = course_of(about)
    if course is None:
        return None
    values = [reading.value.number for reading in course.readings]
    values += [point.value for point in course.trajectory]
    values += [point.value for point in (course.baseline, course.target) if point]
    intervals = [reading.interval for reading in course.readings if reading.interval]
    values += [end for interval in intervals for end in (interval.low, interval.high)]
    axis = value_axis(values, about.indicator.unit)
    return Draft(
        title=trend_words.title(about, course),
        subtitle=trend_words.subtitle(about, course, axis),
        description=trend_description.description(about, course),
        table=table(about, course),
        source=sources(about),
        sketches={name: _sketch(about, course, axis, *size) for name, size in _SIZES.items()},
    )


def _sketch(about: Subject, course: Course, axis: Axis, width: int, height: int) -> Sketch:
    ticks = [tick(about, axis, number) for number in axis.ticks]
    captioned = about.indicator.unit not in (Unit.PERCENT, Unit.DOLLARS, Unit.NUMBER)
    left = max(text_width(label, TEXT) for label in ticks) + 8
    frame = Frame(
        width=width,
        height=height,
        left=left + 14,
        right=width - _margin(about, course, width),
        top=32 + (18 if captioned else 0) + (20 if course.breaks else 0),
        bottom=height - 32,
        x=(0.0, float(max(course.position(course.last), 1))),
        y=axis.ends,
    )
    grid = Layer(
        "grid",
        Mark.RULE,
        tuple(
            frame.at(left, frame.down(float(number)))
            | {"x2": frame.at(width, 0)["x"], "y2": float(number)}
            for number in axis.ticks
        ),
    )
    names = [
        frame.text("axis", label, left - 8, frame.down(float(number)), "end")
        for label, number in zip(ticks, axis.ticks, strict=True)
    ]
    if captioned:
        names.append(frame.text("axis", unit_name(about), 0, 10, "start"))
    room = Room(Box(left + 2, 4, width, frame.bottom - 1))
    breaks = _breaks(about, course, frame, room)
    intervals = _intervals(course, frame, room)
    lines = _lines(course, frame, room)
    points = _points(about, course)
    return drawn(
        frame,
        [
            grid,
            *names,
            *_periods(about, course, frame),
            *breaks,
            *intervals,
            *lines,
            *points,
            *_labels(about, course, frame, room),
        ],
    )


def _margin(about: Subject, course: Course, width: int) -> float:
    """Return the room to the right of the last period: for its label, if that is short."""
    ends = [
        text_width(words, TEXT, bold=True)
        for _, words, x, _ in _named(about, course)
        if x == course.position(course.last)
    ]
    needed = max(ends, default=0) + 14
    return needed if needed <= 0.19 * width else 22


def _periods(about: Subject, course: Course, frame: Frame) -> list[Layer]:
    """Return the names of some periods under the plot, kept inside the picture."""
    last, first = course.position(course.last), course.first
    base = frame.y[0]
    foot = frame.at(0, frame.bottom + 5)["y"]
    marks = tuple({"x": x, "x2": x, "y": base, "y2": foot} for x in range(last + 1))
    layers = [Layer("zero", Mark.RULE, marks)] if last < _MARKED else []

    @cache
    def name(index: int) -> str:
        return about.language.period(Period(first.form, first.number + index))

    def middle(index: int) -> float:
        half = text_width(name(index), TEXT) / 2
        return min(max(frame.across(index), half), frame.width - half)

    layers += [
        frame.text("axis", name(index), middle(index), frame.height - 10, "middle")
        for index in named_positions(last, name, middle)
    ]
    return layers


def _breaks(about: Subject, course: Course, frame: Frame, room: Room) -> list[Layer]:
    layers = []
    for change in course.breaks:
        x = course.position(change.before) - 0.5
        if not 0 < x < frame.x[1]:
            continue
        words = about.language.say("Break in series")
        half = text_width(words, TEXT) / 2
        across = min(max(frame.across(x), frame.left + half), frame.width - half)
        top = frame.at(0, frame.top - 8)["y"]
        layers.append(Layer("break", Mark.RULE, ({"x": x, "x2": x, "y": frame.y[0], "y2": top},)))
        layers.append(frame.text("muted halo", words, across, frame.top - 17, "middle"))
        room.taken.append(Box(across - half, frame.top - 26, across + half, frame.top - 8))
        room.line([(frame.across(x), frame.top), (frame.across(x), frame.bottom)])
    return layers


def _intervals(course: Course, frame: Frame, room: Room) -> list[Layer]:
    layers = []
    for reading in course.readings:
        if reading.interval:
            x = course.position(reading.period)
            low, high = float(reading.interval.low), float(reading.interval.high)
            room.line([(frame.across(x), frame.down(low)), (frame.across(x), frame.down(high))])
            row = {"x": x, "x2": x, "y": low, "y2": high}
            layers.append(Layer("interval", Mark.RULE, (row,)))
    return layers


def _lines(course: Course, frame: Frame, room: Room) -> list[Layer]:
    paths = [("trajectory", list(course.way))]
    paths += [
        ("series", [(float(course.position(r.period)), r.value.number) for r in run])
        for run in course.runs
    ]
    layers = []
    for part, (role, path) in enumerate(paths):
        at = [(x, float(number)) for x, number in path]
        if len(at) > 1:
            room.line([(frame.across(x), frame.down(y)) for x, y in at])
            layers.append(
                Layer(role, Mark.LINE, tuple({"x": x, "y": y, "part": part} for x, y in at))
            )
        for x, y in at if role == "series" else at[-1:]:
            room.point(frame.across(x), frame.down(y))
    return layers


def _points(about: Subject, course: Course) -> list[Layer]:
    """Return the points: baseline and target below, the latest result on top."""
    language, latest = about.language, course.latest
    layers = []
    for role, point in (("baseline", course.baseline), ("target", course.target)):
        if point:
            layers.append(_dot(course, role, point.period, point.value))
    for reading in course.readings:
        role = "point" if reading.plain else "open"
        if reading == latest and trend_words.rated(about, course):
            role = f"latest rating-{about.rating}"
        elif reading == latest and reading.plain:
            role = "latest"
        tip = f"{language.period(reading.period)}: {short_value(about, reading.value)}"
        layers.append(_dot(course, role, reading.period, reading.value.number, tip))
    return layers


def _dot(course: Course, role: str, period: Period, number: Decimal, tip: str = "") -> Layer:
    row: Row = {"x": course.position(period), "y": float(number)}
    return Layer(role, Mark.POINT, ({**row, "tip": tip} if tip else row,))


def _named(about: Subject, course: Course) -> list[tuple[str, str, int, Decimal]]:
    """Return role, words, position and value of every label in the plot, the weightiest first."""
    labels = []
    if course.latest:
        latest = course.latest
        words = short_value(about, latest.value)
        labels.append(("value", words, course.position(latest.period), latest.value.number))
    for word, point in (
        (about.language.say("Target"), course.target),
        (about.language.say("Baseline"), course.baseline),
    ):
        if point:
            words = f"{word} {short_value(about, Value(point.value))}"
            labels.append(("label", words, course.position(point.period), point.value))
    first = course.readings[0] if course.readings else None
    if first and first != course.latest and not course.baseline:
        words = short_value(about, first.value)
        labels.append(("label", words, course.position(first.period), first.value.number))
    return labels


def _labels(about: Subject, course: Course, frame: Frame, room: Room) -> list[Layer]:
    layers = []
    for role, words, x, number in _named(about, course):
        at = frame.across(x), frame.down(float(number))
        placed = room.place(words, *at, bold=role == "value")
        layers.append(frame.text(f"{role} halo", words, placed.across, placed.down, placed.anchor))
    return layers + _planned(about, course, frame, room)


def _planned(about: Subject, course: Course, frame: Frame, room: Room) -> list[Layer]:
    """Return the name of the trajectory, beside it, if there is room for one."""
    at = [(frame.across(x), frame.down(float(number))) for x, number in course.way]
    middles = [((x + x2) / 2, (y + y2) / 2) for (x, y), (x2, y2) in pairwise(at)]
    middles.sort(key=lambda middle: abs(middle[0] - 0.6 * frame.right))
    words = about.language.say("Expected")
    placed = room.spare(words, middles)
    if placed is None:
        return []
    return [frame.text("muted halo", words, placed.across, placed.down, placed.anchor)]
