from dataclasses import replace

import pytest
from unit.render.sample import SERIES, indicator, row, site

from planpress.render import indicators as module
from planpress.render.indicators import indicators


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
