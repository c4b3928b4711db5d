from collections.abc import Callable

from unit.chart.small_plan import a_series, an_indicator, words

from planpress.chart.peers import peers
from planpress.chart.subject import Subject

About = Callable[..., Subject]


def test_own_value_stands_among_the_others(about: About) -> None:
    draft = peers(about("graduation-rate"))
    assert draft
    assert draft.title == (
        "Four-year graduation rate: Jeffco Public Schools stood at 84.6% in 2023–24, "
        "higher than 4 of 13 others"
    )
    assert draft.table.rows[draft.table.emphasis or 0][:2] == ("Jeffco Public Schools", "84.6%")
    assert draft.table.rows[0][:2] == ("Academy 20", "95.2%")
    assert "Denver County 1 79.9%" in draft.description


def test_bars_begin_at_zero_and_only_our_own_is_in_colour(about: About) -> None:
    draft = peers(about("graduation-rate"))
    assert draft
    for sketch in draft.sketches.values():
        bars = [(la.role, row) for la in sketch.layers if la.mark == "bar" for row in la.rows]
        assert len(bars) == 14
        assert all(row["x"] == 0 for _, row in bars)
        assert [row["x2"] for role, row in bars if role == "own"] == [84.6]
        assert sketch.frame.x[0] == 0


def test_without_benchmarks_or_a_shared_period_there_is_no_chart(about: About) -> None:
    assert peers(about("dropout")) is None
    mark = {"name": "State", "period": "2019-20", "value": "3", "source": "Workbook"}
    indicator = an_indicator("m", words("M"), benchmarks=(mark,))
    series = a_series("m", {"2020-21": "5"})
    assert peers(about("dropout", indicator=indicator, series=series)) is None
