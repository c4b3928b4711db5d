from dataclasses import replace
from datetime import date

from unit.render.sample import ASSESSMENT, SERIES, indicator, not_set, row, site

from planpress.model.assessment import Expected
from planpress.model.period import Period
from planpress.model.series import Series
from planpress.render.data_pages import data, download, releases

YEAR = Period.parse("2025-26")


def test_a_download_says_what_its_file_holds():
    found = download(indicator(), SERIES)
    assert (str(found.first), str(found.last), found.rows, found.hidden) == (
        "2022-23",
        "2023-24",
        3,
        1,
    )


def test_a_bound_is_a_limit():
    rows = (row("2024", ">=98"), row("2025", "50"))
    found = download(indicator(), Series(indicator="x", observations=rows))
    assert (found.hidden, found.limits) == (0, 1)


def test_measures_without_numbers_are_named_apart():
    (leaf,) = data(site(indicators={"grade-3": indicator(), "b": indicator("b")}))
    assert [one.indicator.id for one in leaf.context["downloads"]] == ["grade-3"]
    assert [one.indicator.id for one in leaf.context["without"]] == ["b"]


def awaiting(name, due):
    return replace(ASSESSMENT, indicator=name, awaited=YEAR, due=due)


def released(**assessments):
    """Return what the page says on 2026-11-21 of measures with these assessments."""
    kinds = {"parts": {"type": "compound"}, "steps": {"type": "process"}}
    usual = {"type": "numeric", "period": "2026-27", "value": "62"}
    measures = {
        name: indicator(
            name,
            target=kinds.get(name, usual),
            release={"month_day": "10-31", "grace_days": "60"},
        )
        for name in assessments
    }
    made = replace(site(indicators=measures), assessments=assessments, series={})
    (leaf,) = releases(made)
    return {
        kind: [one[0].id if isinstance(one, tuple) else one.id for one in found]
        for kind, found in leaf.context.items()
    }


def test_late_results_come_first_the_longest_wait_before_the_others():
    found = released(
        b=awaiting("b", date(2026, 11, 20)),
        a=awaiting("a", date(2026, 9, 30)),
        now=awaiting("now", date(2026, 12, 30)),
    )
    assert (found["late"], found["now"], found["coming"]) == (["a", "b"], ["now"], [])


def test_a_result_whose_day_has_not_come_is_still_to_come():
    later = replace(awaiting("x", date(2027, 12, 30)), awaited=YEAR.next)
    assert released(x=later)["coming"] == ["x"]


def test_measures_without_a_next_day_are_named_with_the_reason():
    point = (Expected(YEAR, ASSESSMENT.target.value),)
    found = released(
        done=replace(ASSESSMENT, trajectory=point),
        open=not_set("open"),
        parts=not_set("parts"),
        steps=not_set("steps"),
    )
    assert {kind: found[kind] for kind in ("final", "unknown", "parts", "steps")} == {
        "final": ["done"],
        "unknown": ["open"],
        "parts": ["parts"],
        "steps": ["steps"],
    }
