from dataclasses import replace
from decimal import Decimal

import pytest
from unit.render.sample import ASSESSMENT, SERIES, indicator, row, site, words

from planpress.model.assessment import PastRating
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.value import Value
from planpress.render import indicators as module
from planpress.render.indicators import indicators, past


def page_of(made, name="grade-3"):
    return next(leaf for leaf in indicators(made) if leaf.path == f"indicators/{name}/")


def test_a_measure_stands_below_its_priority_and_others_below_the_list():
    ground = indicator("ground", priority=None, target={"type": "none"})
    made = site(indicators={"grade-3": indicator(), "ground": ground})
    assert [t.path for t in page_of(made).crumbs] == ["priorities/", "priorities/reading/"]
    assert [t.path for t in page_of(made, "ground").crumbs] == ["indicators/"]
    listed = next(iter(indicators(made)))
    assert [i.id for i in listed.context["context_indicators"]] == ["ground"]


def test_a_compound_target_shows_its_parts():
    whole = indicator("whole", target={"type": "compound", "all_of": ("grade-3",)})
    made = site(indicators={"grade-3": indicator(), "whole": whole})
    assert [part.id for part in page_of(made, "whole").context["parts"]] == ["grade-3"]


@pytest.mark.parametrize(("limit", "rows"), [(3, 3), (2, 2)])
def test_a_long_table_keeps_the_rows_about_everyone(monkeypatch, limit, rows):
    monkeypatch.setattr(module, "ROWS_SHOWN", limit)
    context = page_of(site()).context
    assert len(context["rows"]) == rows
    assert context["whole"] is (limit == 3)


def test_a_measure_without_numbers_has_no_rows():
    assert page_of(replace(site(), series={})).context["rows"] == ()
    one = replace(SERIES, observations=(row("2023-24", "54"),))
    assert len(page_of(replace(site(), series={"grade-3": one})).context["rows"]) == 1


def test_only_periods_with_an_expectation_are_in_the_history():
    year, expected = Period.parse("2023-24"), Decimal(54)
    before = PastRating(Period.parse("2021-22"), Value.parse("49"), None, None)
    start = PastRating(Period.parse("2022-23"), Value.parse("50"), Decimal(50), None)
    rated = PastRating(year, Value.parse("54"), expected, Rating.G)
    assert past(replace(ASSESSMENT, history=(before, start, rated))) == (start, rated)
    assert past(replace(ASSESSMENT, history=(before, start))) == ()


def test_a_revision_to_come_is_not_told_yet():
    facts = {"field": "target", "from": "65", "reason": words("Why.")}
    revised = indicator(
        revisions=tuple(
            {**facts, "date": day, "to": day[-2:]} for day in ("2026-11-21", "2026-11-22")
        )
    )
    shown = page_of(site(indicators={"grade-3": revised})).context["revisions"]
    assert [revision.to for revision in shown] == ["21"]
