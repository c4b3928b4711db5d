"""Hidden rows that can be worked out from shown ones are found, with the reasoning."""

import pytest
from unit.audit.planted import SAFE, found, leaks, plan, reading, table

Y = "2023-24"


def only(*rows, project=None, others=()):
    (problem,) = found(table(*rows), *others, project=project)
    assert problem.stops
    assert problem.rule == "privacy-leak"
    return problem


def test_one_of_two_groups_by_subtraction_with_the_chain_of_reasoning():
    problem = only(f"{Y},88.9,45", f"{Y},80.0,25,,male", f"{Y},,,suppressed,female")
    assert str(problem.place) == "data/reading.csv"
    assert "hidden about Female in 2023-24 (reading) can be worked out" in problem.message
    assert "20 of 20 people" in problem.message
    for step in ("Everyone: 88.9 % of 45 is 40", "Male: 80.0 % of 25 is 20", "so Female: 20 of 20"):
        assert step in problem.hint
    assert "data/reading.csv" in problem.hint


def test_two_hidden_groups_that_can_be_of_any_size_are_safe():
    assert leaks(table(*SAFE)) == []


@pytest.mark.parametrize("interval", [3, 12, 13])
def test_the_plan_says_how_wide_a_range_must_be(interval):
    rows = (
        f"{Y},50.0,100",
        f"{Y},50.0,76,,,cedar",
        f"{Y},,,suppressed,,fir",
        f"{Y},,,suppressed,,oak",
    )
    found_ = leaks(table(*rows), project=plan(interval=interval))
    assert bool(found_) is (interval == 13)


def test_across_levels():
    problem = only(f"{Y},50.0,100", f"{Y},60.0,50,,,,low", f"{Y},,,suppressed,,,high")
    assert "High school" in problem.message
    assert "20 of 50" in problem.message


def test_across_schools():
    problem = only(
        f"{Y},50.0,100",
        f"{Y},60.0,50,,,cedar",
        f"{Y},50.0,20,,,fir",
        f"{Y},,,suppressed,,oak",
    )
    assert "Oak School" in problem.message
    assert "10 of 30" in problem.message


def test_schools_of_a_level():
    project = plan(school=[{"of": "low", "of_dimension": "level", "codes": ["cedar", "fir"]}])
    problem = only(
        f"{Y},60.0,50,,,,low", f"{Y},50.0,20,,,cedar", f"{Y},,,suppressed,,fir", project=project
    )
    assert "Fir School" in problem.message
    assert "20 of 30" in problem.message


def test_groups_of_a_school():
    problem = only(
        f"{Y},60.0,50,,,cedar",
        f"{Y},50.0,20,,female,cedar",
        f"{Y},,,suppressed,male,cedar",
    )
    assert "Male and Cedar School" in problem.message
    assert "20 of 30" in problem.message


TWO_WAYS = (
    f"{Y},50.0,120",
    f"{Y},50.0,60,,female",
    f"{Y},50.0,60,,male",
    f"{Y},50.0,60,,,cedar",
    f"{Y},50.0,60,,,fir",
)


def test_a_table_of_groups_and_schools_with_one_hole_in_each_line_but_one():
    project = plan(school=[{"of": "all", "codes": ["cedar", "fir"]}])
    hidden = [f"{Y},,,suppressed,{g},{s}" for g in ("female", "male") for s in ("cedar", "fir")]
    assert leaks(table(*TWO_WAYS, *hidden), project=project) == []
    shown = [f"{Y},40.0,20,,female,cedar", *hidden[1:]]
    names = " ".join(leaks(table(*TWO_WAYS, *shown), project=project))
    for name in ("Male and Cedar School", "Female and Fir School", "Male and Fir School"):
        assert name in names


def test_two_partitions_put_together():
    project = plan(
        group=[
            {"of": "all", "codes": ["female", "male", "nonbinary"]},
            {"of": "all", "codes": ["poor", "male", "nonbinary"]},
        ]
    )
    rows = (
        f"{Y},50.0,120",
        f"{Y},40.0,40,,poor",
        f"{Y},,,suppressed,female",
        f"{Y},,,suppressed,male",
        f"{Y},,,suppressed,nonbinary",
    )
    (problem,) = found(table(*rows), project=project)
    assert "Female" in problem.message
    assert "16 of 40" in problem.message


def test_a_partition_within_another():
    project = plan(
        group=[
            {"of": "all", "codes": ["poor", "rich"]},
            {"of": "poor", "codes": ["female", "male"]},
        ]
    )
    problems = found(
        table(
            f"{Y},50.0,120",
            f"{Y},50.0,60,,rich",
            f"{Y},40.0,40,,female",
            f"{Y},,,suppressed,male",
            f"{Y},,,suppressed,poor",
        ),
        project=project,
    )
    names = " ".join(one.message for one in problems)
    assert "Low income" in names
    assert "14 of 20" in names


def readers(as_its, unit="students"):
    related = [{"indicator": "reading", "as_its": as_its}]
    return plan(reading(), reading("readers", unit=unit, decimals="0", related=related))


def test_a_share_and_the_number_of_those_it_finds():
    hidden = table(f"{Y},,,suppressed", f"{Y},,,suppressed,female", name="reading")
    count = table(f"{Y},40", f"{Y},23,,,female", name="readers")
    names = " ".join(leaks(hidden, count, project=readers("numerator")))
    assert "everyone in 2023-24 (reading)" in names
    assert "Female in 2023-24 (reading)" in names
    assert "23 of" in names


def test_a_hidden_number_and_the_share_that_tells_it():
    share = table(f"{Y},80.0,50", name="reading")
    count = table(f"{Y},,,suppressed", name="readers")
    (problem,) = found(share, count, project=readers("numerator"))
    assert "(readers)" in problem.message
    assert "40" in problem.message


def test_the_number_of_people_a_share_is_about():
    share = table(f"{Y},33.3", name="reading")
    few = table(f"{Y},12", name="readers")
    messages = " ".join(leaks(share, few, project=readers("denominator")))
    assert "(reading)" in messages
    assert "(readers)" in messages


def test_quarters_that_add_up_to_a_year():
    related = [{"indicator": "year", "as_its": "part"}]
    students = {"unit": "students", "decimals": "0"}
    year = reading("year", **students, baseline=None, target={"type": "none"})
    quarter = reading(
        "quarter", **students, related=related, baseline=None, target={"type": "none"}
    )
    whole = table("2024,100", name="year")
    parts = table("2024-Q1,20", "2024-Q2,30", "2024-Q3,,,suppressed", "2024-Q4,26", name="quarter")
    (problem,) = found(whole, parts, project=plan(year, quarter))
    assert "everyone in 2024-Q3 (quarter)" in problem.message
    assert "24" in problem.message
    open_ = table("2024-Q1,20", "2024-Q2,30", "2024-Q3,,,suppressed", name="quarter")
    assert leaks(whole, open_, project=plan(year, quarter)) == []


def test_a_share_whose_decimals_allow_one_number_of_people():
    related = [{"indicator": "reading", "as_its": "denominator"}]
    project = plan(
        reading(decimals="2"),
        reading("readers", unit="students", decimals="0", related=related),
    )
    share = table(f"{Y},74.42", f"{Y},,,suppressed,female", f"{Y},74.36,,,male", name="reading")
    people = table(f"{Y},43", f"{Y},,,suppressed,female", name="readers")
    messages = leaks(share, people, project=project)
    assert any("Female in 2023-24 (reading)" in one and "3 of 4" in one for one in messages)


@pytest.mark.parametrize(("total", "known"), [("0.0", "0 of"), ("100.0", "all but 0 of")])
def test_a_total_of_nobody_or_everybody_tells_of_every_group(total, known):
    rows = (f"{Y},{total},60", f"{Y},,,suppressed,female", f"{Y},,,suppressed,male")
    problems = found(table(*rows))
    assert {"Female" in p.message or "Male" in p.message for p in problems} == {True}
    assert len(problems) == 2
    assert all(known in problem.message for problem in problems)


def test_hidden_groups_that_are_too_few_together():
    rows = (
        f"{Y},50.0,100",
        f"{Y},50.0,88,,,cedar",
        f"{Y},,,suppressed,,fir",
        f"{Y},,,suppressed,,oak",
    )
    (problem,) = found(table(*rows))
    assert "12 people" in problem.message


def test_a_limit_must_leave_room():
    assert leaks(table(f"{Y},>=90,50")) == []
    problem = only(f"{Y},>=98,50")
    assert "shown only as a limit for everyone" in problem.message
    assert "49 to 50" in problem.message
    assert leaks(table(f"{Y},>=98")) == []


def test_a_limit_that_the_others_make_narrower():
    rows = (f"{Y},95.0,100", f"{Y},90.0,50,,male", f"{Y},>=80,50,,female")
    problem = only(*rows)
    assert "Female" in problem.message
    assert "50 of 50" in problem.message or "all but 0" in problem.message


def test_a_count_by_subtraction():
    students = plan(reading(unit="students", decimals="0"))
    problem = only(f"{Y},100", f"{Y},80,,,male", f"{Y},,,suppressed,female", project=students)
    assert "Female: 20" in problem.message


def test_means_by_their_people():
    days = plan(reading(unit="days"))
    problem = only(f"{Y},4.0,100", f"{Y},3.0,80,,male", f"{Y},,,suppressed,female", project=days)
    assert "Female" in problem.message
    assert (
        leaks(table(f"{Y},4.0", f"{Y},3.0,,,male", f"{Y},,,suppressed,female"), project=days) == []
    )


def test_numbers_that_contradict_each_other_are_attacked_all_the_same():
    rows = (
        f"{Y},50.0,100",
        f"{Y},50.0,60,,,cedar",
        f"{Y},,,suppressed,,fir",
        f"{Y},,,suppressed,,oak",
        f"{Y},50.0,70,,male",
        f"{Y},50.0,50,,female",
    )
    assert leaks(table(*rows)) == []
    fewer = [row for row in rows if "oak" not in row]
    project = plan(school=[{"of": "all", "codes": ["cedar", "fir"]}])
    (problem,) = found(table(*fewer), project=project)
    assert "Fir School" in problem.message
    wrong = (f"{Y},50.0,100", f"{Y},50.0,110,,,cedar", f"{Y},,,suppressed,,fir")
    assert leaks(table(*wrong), project=project) == []


def test_an_open_sum_only_limits_from_above():
    assert leaks(table(f"{Y},50.0,100", f"{Y},,,suppressed,female")) == []
    problem = found(table(f"{Y},2.0,100", f"{Y},,,suppressed,female"))
    assert "Female" in problem[0].message


def test_a_part_without_a_row_that_is_too_small():
    problem = only(f"{Y},50.0,100", f"{Y},50.0,90,,male")
    assert "not listed of everyone in 2023-24" in problem.message
    assert "5 of 10 people" in problem.message
    assert leaks(table(f"{Y},50.0,100", f"{Y},50.0,80,,male")) == []
