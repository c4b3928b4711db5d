"""Shapes in time."""

import re
from datetime import date, timedelta

import pytest
from babel import Locale

from planpress.chart.timeline import Row, Standing, Timeline, shape
from planpress.model.words import Said

TODAY = date(2026, 11, 15)


def a_timeline(*days: date, rows: int = 1) -> Timeline:
    return Timeline(
        language="en",
        locale=Locale("en", "US"),
        as_of=TODAY,
        today=Said("Today", "en"),
        legend=(),
        rows=tuple(
            Row(
                words=Said(f"Row {at}", "en"),
                steps=tuple((day, Standing.DUE) for day in sorted(days)),
            )
            for at in range(rows)
        ),
    )


def places(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'class="target" d="M([-\d.]+) ([-\d.]+)m', svg)
    return [(float(x), float(y)) for x, y in found]


def test_no_two_states_look_alike() -> None:
    outlines = {re.sub(r"M[\d.]+ [\d.]+", "", shape(one, 9, 9)) for one in Standing}
    assert len(outlines) == len(Standing)


@pytest.mark.parametrize("width", [640, 340])
def test_shapes_never_touch(width: int) -> None:
    days = [TODAY + timedelta(days) for days in (0, 0, 1, 9, 40, 200, 201, 1200)]
    found = places(a_timeline(*days, rows=3).drawn(width).svg)
    assert len(found) == 24
    for index, (x, y) in enumerate(found):
        assert 7 <= x <= width - 7
        for other_x, other_y in found[index + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= 18**2


def test_later_is_further_right() -> None:
    days = [TODAY + timedelta(90 * at) for at in range(1, 9)]
    across = [x for x, _ in places(a_timeline(*days).drawn(640).svg)]
    assert across == sorted(across)
    assert len(set(across)) == 8


def test_a_single_day_is_enough() -> None:
    assert len(places(a_timeline(TODAY).drawn(340).svg)) == 1


def test_today_is_a_line_through_every_row() -> None:
    assert a_timeline(TODAY, rows=5).drawn(340).svg.count('class="overall"') == 5


def test_long_timelines_name_their_days_at_the_end_too() -> None:
    days = (date(2020, 1, 1), date(2030, 1, 1))
    assert a_timeline(*days, rows=6).drawn(340).svg.count(">2024<") == 1
    assert a_timeline(*days, rows=7).drawn(340).svg.count(">2024<") == 2
