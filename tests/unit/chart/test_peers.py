from collections.abc import Callable

from unit.chart.small_plan import a_series, an_indicator, words

from planpress.chart.peers import peers
from planpress.chart.subject import Draft, Subject

About = Callable[..., Subject]


def _draft(about: About, ours: dict[str, str], *marks: tuple[str, ...], **facts: object) -> Draft:
    benchmarks = tuple(
        dict(zip(("name", "period", "value", "source"), mark, strict=True)) for mark in marks
    )
    indicator = an_indicator("m", words("M"), **{"benchmarks": benchmarks, **facts})
    draft = peers(about("dropout", indicator=indicator, series=a_series("m", ours)))
    assert draft
    return draft


def test_the_title_is_the_distance_to_the_best(about: About) -> None:
    draft = peers(about("graduation-rate"))
    assert draft
    assert draft.title == (
        "Four-year graduation rate: Academy 20 had 95.2% in 2023–24, "
        "10.6 percentage points more than we had"
    )
    assert draft.description.startswith(
        "The best result of the others: Academy 20 had 95.2% in 2023–24, 10.6 percentage points "
        "more than we had (source: State workbook). Jeffco Public Schools stood at 84.6% in "
        "2023–24, higher than 4 of 13 others. Bar chart"
    )
    assert "Denver County 1 79.9%" in draft.description


def test_the_table_has_every_distance_in_words(about: About) -> None:
    draft = peers(about("graduation-rate"))
    assert draft
    table = draft.table
    assert table.header == ("Whose result", "Result", "Distance from us (percentage points)")
    assert table.rows[table.emphasis or 0] == ("Jeffco Public Schools", "84.6%", "")
    assert table.rows[0] == ("Academy 20", "95.2%", "10.6 more")
    assert table.rows[-1] == ("Adams-Arapahoe 28J", "73.4%", "11.2 less")


def test_the_best_is_the_lowest_where_less_is_better(about: About) -> None:
    marks = (("A", "2020-21", "3", "X"), ("B", "2020-21", "1", "Y"), ("C", "2020-21", "1", "Z"))
    draft = _draft(about, {"2020-21": "1"}, *marks, direction="decrease")
    assert draft.title == "M: B and C had 1% in 2020–21, the same as we had"
    assert "(source: Y; Z)" in draft.description
    assert draft.table.header[-1] == "Source"
    assert draft.table.rows[0][2:] == ("2 more", "X")


def test_other_periods_are_named(about: About) -> None:
    draft = _draft(about, {"2016-17": "5"}, ("State", "2018-19", "3", "X"))
    assert draft.title == (
        "M: State had 3% in 2018–19, 2 percentage points less than we had in 2016–17"
    )
    assert draft.subtitle == "M · percent · the others in 2018–19, we in 2016–17"
    assert ("State", "3%", "2 less than we had in 2016–17") in draft.table.rows
    assert "Jeffco Public Schools, 2016–17" in draft.sketches["wide"].words()


def test_ours_as_a_bound_has_no_distance(about: About) -> None:
    draft = _draft(about, {"2020-21": ">=98"}, ("State", "2020-21", "95", "X"))
    assert draft.title == "M: State had 95% in 2020–21, while we had at least 98%"
    assert ("State", "95%", "not known exactly") in draft.table.rows


def test_bars_begin_at_zero_and_only_our_own_is_in_colour(about: About) -> None:
    draft = peers(about("graduation-rate"))
    assert draft
    for sketch in draft.sketches.values():
        bars = [(la.role, row) for la in sketch.layers if la.mark == "bar" for row in la.rows]
        assert len(bars) == 14
        assert all(row["x"] == 0 for _, row in bars)
        assert [row["x2"] for role, row in bars if role == "own"] == [84.6]
        assert sketch.frame.x[0] == 0


def test_without_benchmarks_there_is_no_chart(about: About) -> None:
    assert peers(about("dropout")) is None
