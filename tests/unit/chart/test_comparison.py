from collections.abc import Callable

from unit.chart.small_plan import a_series, an_indicator, words

from planpress.chart.comparison import Comparison, comparison_of
from planpress.chart.subject import Subject

About = Callable[..., Subject]


def a_comparison(
    about: About, ours: dict[str, str], *marks: tuple[str, str, str]
) -> Comparison | None:
    """Return the comparison of our results with marks of (name, period, value)."""
    benchmarks = tuple(
        {"name": name, "period": period, "value": value, "source": "Workbook"}
        for name, period, value in marks
    )
    indicator = an_indicator("m", words("M"), benchmarks=benchmarks)
    return comparison_of(about("dropout", indicator=indicator, series=a_series("m", ours)))


def _periods(compared: Comparison | None) -> list[tuple[str, str, str]]:
    assert compared
    return [(p.name, str(p.result.period), str(p.against.period)) for p in compared.others]


def test_the_latest_shared_period_is_compared_and_other_periods_only_where_there_is_no_more(
    about: About,
) -> None:
    compared = a_comparison(
        about,
        {"2020-21": "5", "2021-22": "6", "2022-23": "7"},
        ("State", "2020-21", "3"),
        ("State", "2021-22", "4"),
        ("State", "2023-24", "9"),
        ("Birch", "2020-21", "8"),
        ("Cedar", "2019-20", "2"),
    )
    assert _periods(compared) == [
        ("State", "2021-22", "2021-22"),
        ("Birch", "2020-21", "2020-21"),
        ("Cedar", "2019-20", "2021-22"),
    ]
    assert compared
    assert str(compared.own.result.period) == "2021-22"


def test_without_a_shared_period_ours_nearest_to_their_latest_is_taken(about: About) -> None:
    compared = a_comparison(about, {"2016-17": "5", "2020-21": "6"}, ("State", "2018-19", "3"))
    assert _periods(compared) == [("State", "2018-19", "2016-17")]


def test_the_best_are_those_furthest_in_the_good_direction_in_the_period(about: About) -> None:
    compared = a_comparison(
        about,
        {"2020-21": "5"},
        ("Low", "2020-21", "3"),
        ("High", "2020-21", "7"),
        ("As high", "2020-21", "7.0"),
        ("Long ago", "2011-12", "9"),
    )
    assert compared
    assert [peer.name for peer in compared.best(+1)] == ["High", "As high"]
    assert [peer.name for peer in compared.best(-1)] == ["Low"]


def test_periods_of_another_form_and_no_results_are_no_comparison(about: About) -> None:
    assert a_comparison(about, {"2020-21": "5"}, ("State", "2020", "3")) is None
    assert a_comparison(about, {"2020-21": "suppressed"}, ("State", "2020-21", "3")) is None
    assert a_comparison(about, {"2020-21": "5"}) is None


def test_a_bound_has_no_distance(about: About) -> None:
    compared = a_comparison(about, {"2020-21": ">=98"}, ("State", "2020-21", "95"))
    assert compared
    assert compared.others[0].more is None
