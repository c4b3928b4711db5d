"""A line as small as a word."""

from planpress.chart import trend_description, trend_words
from planpress.chart.course import course_of
from planpress.chart.phrases import sources, subtitle
from planpress.chart.sketch import Frame, Layer, Mark, drawn
from planpress.chart.subject import Draft, Subject
from planpress.chart.trend_table import table

_WIDTH, _HEIGHT = 120, 28


def spark(about: Subject) -> Draft | None:
    """Return the results as a tiny line without words; None for fewer than two exact results."""
    course = course_of(about)
    if course is None:
        return None
    plain = [reading for reading in course.readings if reading.plain]
    if len(plain) < 2:
        return None
    low, high = (float(end(r.value.number for r in plain)) for end in (min, max))
    middle, half = (low + high) / 2, max((high - low) / 2, abs(high) * 0.02, 1e-6)
    begin, end = (course.position(reading.period) for reading in (plain[0], plain[-1]))
    frame = Frame(
        width=_WIDTH,
        height=_HEIGHT,
        left=5,
        right=_WIDTH - 8,
        top=7,
        bottom=_HEIGHT - 7,
        x=(float(begin), float(end)),
        y=(middle - half, middle + half),
    )
    lines, dots = [], []
    for part, run in enumerate(course.runs):
        rows = tuple(
            {"x": course.position(r.period), "y": float(r.value.number), "part": part}
            for r in run
            if r.plain
        )
        if len(rows) > 1:
            lines.append(Layer("series tiny", Mark.LINE, rows))
        elif rows:
            dots.append(Layer("point tiny", Mark.POINT, rows))
    last = plain[-1]
    rated = last == course.latest and trend_words.rated(about, course)
    role = f"latest rating-{about.rating} tiny" if rated else "latest tiny"
    at = {"x": float(end), "y": float(last.value.number)}
    return Draft(
        title=trend_words.title(about, course),
        subtitle=subtitle(about, about.language.say("overall")),
        description=trend_description.short_description(about, course),
        table=table(about, course),
        source=sources(about),
        sketches={"spark": drawn(frame, [*lines, *dots, Layer(role, Mark.POINT, (at,))])},
    )
