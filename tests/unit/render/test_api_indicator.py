import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from unit.render.sample import ASSESSMENT, indicator, row, site, source, words
from unit.render.test_api import tactic

from planpress.model.assessment import Change
from planpress.model.equity import Course, GroupGap, GroupStanding
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.series import Status
from planpress.model.stocktake import StocktakeRecord
from planpress.render.api_indicator import indicator_file


def found(made):
    return json.loads(indicator_file(made, made.project.indicators["grade-3"]))


def with_facts(**facts):
    return found(site(indicators={"grade-3": indicator(**facts)}))


def test_a_hidden_row_says_only_that_it_is_hidden():
    said = found(site())
    first, second, third = said["series"]
    assert {**first, "interval": None} == {
        "period": "2022-23",
        "codes": {},
        "value": "50.10",
        "n": "400",
        "interval": None,
    }
    assert second == {"period": "2023-24", "codes": {}, "value": "54", "note": "=cmd()"}
    assert third == {"period": "2023-24", "codes": {"group": "girls"}, "status": "suppressed"}
    assert said["sentence"] == {"en": "It is so.", "es": "Así es."}
    assert said["definition"] == {"en": "Children who read well."}


def test_a_share_of_known_people_has_its_interval():
    low, high = (found(site())["series"][0]["interval"][end] for end in ("low", "high"))
    assert Decimal(low) < Decimal("50.10") < Decimal(high)
    assert round(Decimal(high) - Decimal(low), 1) == Decimal("8.2")


def test_only_revisions_that_are_in_force_are_told():
    revisions = [
        {"date": day, "field": field, "from": old, "to": new, "reason": words("Why.")}
        for day, field, old, new in (
            ("2026-11-21", "target.value", "60.0", "62"),
            ("2026-11-22", "target.period", "2025-26", "2026-27"),
        )
    ]
    assert with_facts(revisions=revisions)["revisions"] == [
        {
            "date": "2026-11-21",
            "field": "target",
            "from": "60.0",
            "to": "62",
            "reason": {"en": "Why."},
        }
    ]


def test_a_revised_point_of_the_trajectory_names_its_period():
    new = {
        "date": "2025-01-01",
        "field": "trajectory",
        "period": "2024-25",
        "to": "55",
        "reason": words("Why."),
    }
    (revision,) = with_facts(revisions=[new])["revisions"]
    assert revision["period"] == "2024-25"
    assert "from" not in revision


def test_results_elsewhere_are_told_once_their_period_is_over():
    marks = [
        {"name": "Birch", "period": period, "value": "61.50", "source": "A report"}
        for period in ("2025-26", "2026-27")
    ]
    assert with_facts(benchmarks=marks)["benchmarks"] == [
        {"name": "Birch", "period": "2025-26", "value": "61.50", "source": "A report"}
    ]


def test_what_was_done_later_is_not_done_yet():
    steps = [
        {"id": name, "title": words(name), "due": "2026-01-01", "done": done}
        for name, done in (("a", "2026-11-21"), ("b", "2026-11-22"))
    ]
    first, second = with_facts(milestones=steps)["milestones"]
    assert first["done"] == "2026-11-21"
    assert "done" not in second


def test_changes_say_whether_chance_could_explain_them():
    change = Change(Period.parse("2022-23"), Decimal("3.90"), by_chance=True)
    made = replace(site(), assessments={"grade-3": replace(ASSESSMENT, changes=(change,))})
    assert found(made)["changes"] == [{"since": "2022-23", "change": "3.90", "by_chance": True}]


def worked_on(**facts):
    stocktake = StocktakeRecord.model_validate(
        {
            "id": "2026-03-01-coaching",
            "source": source("stocktakes/2026-03-01-coaching"),
            "tactic": "coaching",
            "date": "2026-03-01",
            "status": "held",
            "judged": "G",
            "rationale": words("Because."),
            "actions": (
                {
                    "id": "hire",
                    "title": words("Hire", "Contratar"),
                    "owner": words("The director", "La directora"),
                    "due": "2026-06-01",
                    "done": "2027-01-01",
                },
            ),
            **facts,
        }
    )
    return site(
        tactics={"coaching": tactic(smart_goals=("grade-3",))},
        stocktakes={stocktake.id: stocktake},
    )


def test_what_is_done_and_what_was_judged_stand_beside_the_rating():
    made = worked_on()
    said = found(replace(made, that_day={"2026-03-01-coaching": {"grade-3": ASSESSMENT}}))
    assert said["tactics"] == ["coaching"]
    assert said["judged"] == [
        {
            "stocktake": "2026-03-01-coaching",
            "date": "2026-03-01",
            "rating": "G",
            "computed": {"state": "rated", "rating": "AR"},
        }
    ]
    assert said["courses_of_action"] == [
        {
            "stocktake": "2026-03-01-coaching",
            "tactic": "coaching",
            "date": "2026-03-01",
            "text": {},
            "actions": [
                {
                    "id": "hire",
                    "title": {"en": "Hire", "es": "Contratar"},
                    "owner": {"en": "The director", "es": "La directora"},
                    "due": "2026-06-01",
                }
            ],
        }
    ]


def test_a_stocktake_to_come_is_not_told():
    said = found(worked_on(date="2026-11-22"))
    assert said["judged"] == said["courses_of_action"] == []


def gap(period, group, overall):
    theirs, ours = row(period, group, "400"), row(period, overall, "800")
    return GroupGap(group=theirs, overall=ours, behind=Decimal(overall) - Decimal(group))


def groups_of(*standings):
    return found(replace(site(), groups={"grade-3": standings}))["groups"]


def test_a_group_behind_everyone_has_a_gap_below_nothing():
    now = gap("2023-24", "42.5", "54")
    standing = GroupStanding(
        code="girls",
        latest=now.group,
        now=now,
        then=gap("2022-23", "50", "50"),
        course=Course.WIDENING,
    )
    assert groups_of(standing) == [
        {
            "group": "girls",
            "label": {"en": "Girls"},
            "latest": {"period": "2023-24", "value": "42.5"},
            "gap": {"period": "2023-24", "value": "-11.5"},
            "baseline_gap": {"period": "2022-23", "value": "0"},
            "course": "widening",
            "by_chance": False,
        }
    ]


def test_a_group_has_its_rating_and_working_where_the_target_is_set_for_it():
    rated = replace(ASSESSMENT, rating=Rating.R)
    (said,) = groups_of(GroupStanding(code="x", latest=row("2023-24", "48"), assessment=rated))
    assert (said["state"], said["rating"], said["rule"], said["met"]) == ("rated", "R", 8, None)
    assert (said["expected"], said["gap_to_expected"]) == ("54.0", "-0.5")
    assert said["sentence"] == {"en": "It is so.", "es": "Así es."}
    assert said["label"] == {}
    assert "gap" not in said


def test_a_hidden_group_has_no_number():
    hidden = GroupStanding(code="girls", latest=row("2023-24", status=Status.SUPPRESSED))
    assert groups_of(hidden) == [
        {
            "group": "girls",
            "label": {"en": "Girls"},
            "status": "suppressed",
            "course": "unknown",
        }
    ]


def test_the_day_a_source_was_read_is_told_once_it_has_come():
    read = [{"name": "A", "accessed": day} for day in ("2026-11-21", "2026-11-22")]
    first, second = with_facts(sources=read)["sources"]
    assert first == {"name": "A", "accessed": date(2026, 11, 21).isoformat()}
    assert second == {"name": "A"}
