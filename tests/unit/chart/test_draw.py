from collections.abc import Mapping

from unit.chart.small_plan import a_plan, languages

from planpress.chart.draw import drafted, draw
from planpress.model.figure import Figure
from planpress.store import Store

Figures = Mapping[tuple[str, str, str], Figure]


def test_some_indicators_are_drawn_as_all_of_them_are(figures: Figures, store: Store) -> None:
    only = ("rated", "enrolment")
    some = draw(*a_plan(), languages(), store, only=only)
    assert some == {key: figure for key, figure in figures.items() if key[0] in only}
    assert {key[0] for key in some} == set(only)
    assert draw(*a_plan(), languages(), store, only=()) == {}


def test_figures_come_by_language_and_indicator_as_drafted(figures: Figures) -> None:
    assert list(figures) == list(drafted(*a_plan(), languages()))
    assert [key[2] for key in figures] == sorted(key[2] for key in figures)
