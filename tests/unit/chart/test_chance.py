from collections.abc import Callable
from decimal import Decimal

from unit.chart.small_plan import a_row

from planpress.chart import chance
from planpress.chart.subject import Subject
from planpress.model.indicator import Unit
from planpress.model.interval import interval_of

About = Callable[..., Subject]


def test_the_note_says_what_thin_lines_are_and_nothing_without_any(about: About) -> None:
    language = about("graduation-rate").language
    assert chance.note(language, 0) == ""
    assert chance.note(language, 1).startswith("thin line: how far chance alone")
    assert chance.note(language, 2) == (
        "thin lines: how far chance alone could move a value, 90 times out of 100"
    )


def test_an_interval_has_one_decimal_or_as_many_as_the_measure(about: About) -> None:
    found = about("graduation-rate")
    interval = interval_of(a_row("2023-24", "84.6", "6017"), Unit.PERCENT)
    assert interval
    assert chance.header(found.language) == "90% interval"
    assert chance.span(found, interval) == "83.8%–85.3%"
    for decimals, low in ((0, "83.8%"), (2, "83.82%")):
        other = about(
            "graduation-rate", indicator=found.indicator.model_copy(update={"decimals": decimals})
        )
        assert chance.ends(other, interval)["low"] == low
    assert interval.low != Decimal("83.8")
