"""The plans that are measured are whole plans, and the same every time."""

from random import Random

import pytest

from bench import table as tables
from bench.assessing import plan, seconds
from bench.auditing import ROOT, audited
from bench.district import Size, write
from bench.generate import generate
from bench.measure import Failed
from bench.million import compared, measured
from bench.people import PARTITIONS, shared, who_did
from bench.table import million
from planpress.check.rules import check
from planpress.model.sums import sums
from planpress.read.project import read


def written(folder):
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*.*"))}


@pytest.mark.parametrize("records", [16, 40])
def test_a_generated_plan_has_no_fault_and_as_many_records_as_asked(tmp_path, records):
    generate(tmp_path, records)
    reading = read(tmp_path)
    assert (*reading.problems, *check(reading)) == ()
    names = [file.name for file in (tmp_path / "content").rglob("*.md")]
    assert len([name for name in names if not name.endswith(".es.md")]) == records
    assert len(names) == 2 * records
    assert len(reading.series) == len(reading.project.indicators) == records // 8


def test_the_same_seed_gives_the_same_plan(tmp_path):
    for folder, seed in (("one", 1), ("same", 1), ("other", 2)):
        generate(tmp_path / folder, 20, seed)
    assert written(tmp_path / "one") == written(tmp_path / "same")
    assert written(tmp_path / "one") != written(tmp_path / "other")


def test_the_tables_say_cpu_by_page_and_shares_by_stage():
    cost = {"runs": 3, "cpu": 4.0, "wall": 5.0, "peak": 200.0}
    stages = {"stages": {"read": 1.0, "chart": 3.0}, "cpu": 4.0}
    plan = {
        "name": "Alder",
        "records": 20,
        "pages": 50,
        "runs": dict.fromkeys(("full", "warm", "edit"), cost),
        "stages": {"full": stages, "warm": stages},
    }
    said = "\n".join(tables.plans({"plans": [plan]}))
    assert "| Alder | again, nothing changed | 3 | 20 | 50 | 4.00 | 80.0 | 5.00 | 200 |" in said
    assert said.count("| chart | 3.00 (75%) |") == 2


def test_a_large_plan_in_memory_is_assessed_whole():
    spent = seconds(indicators=3, periods=4, groups=2, repeats=1)
    assert set(spent) == {"everyone", "groups", "sentences"}
    project, series = plan(3, 4, 2)
    assert len(project.indicators) == 3
    assert {len(one.observations) for one in series.values()} == {4 * 3}
    found = {"indicators": 3, "periods": 4, "groups": 2, "cpu": {"groups": 0.5}}
    said = "\n".join(tables.assessing(found))
    assert "3 indicators of 4 periods and 2 student groups" in said
    assert "| groups | 0.50 |" in said


@pytest.mark.parametrize("levels", [False, True])
def test_the_rows_of_a_district_add_up(tmp_path, levels):
    size = Size(schools=7, years=2, indicators=2, levels=levels)
    write(tmp_path, size)
    reading = read(tmp_path)
    assert not [p for p in (*reading.problems, *check(reading)) if p.stops]
    assert len(reading.series) == len(reading.project.indicators) == 2
    assert sum(len(one.observations) for one in reading.series.values()) == size.rows
    for series in reading.series.values():
        for rows in series.by_period.values():
            found = sums(reading.project, rows)
            # every place has five ways of dividing its students; every group, its schools
            places = {dict(codes).get("school") for codes in rows}
            assert len(found) >= len(PARTITIONS) * len(places) + 21
            for total, parts, whole in found:
                assert whole
                assert rows[total].n.number == sum(rows[part].n.number for part in parts)


def test_students_are_divided_whole():
    chance = Random(1)
    for _ in range(300):
        people = chance.randrange(20, 400)
        did = chance.randrange(people + 1)
        leaning = {
            code: chance.uniform(0.4, 1.9) for codes in PARTITIONS.values() for code in codes
        }
        better = {
            code: chance.uniform(-0.4, 0.4) for codes in PARTITIONS.values() for code in codes
        }
        rows = who_did(chance, people, did, better, leaning)
        assert all(0 <= some <= many for some, many in rows.values())
        for codes in PARTITIONS.values():
            found = [rows[code] for code in codes]
            assert (sum(some for some, _ in found), sum(many for _, many in found)) == (did, people)
    assert shared(10, [1, 1], [3, 9]) == [3, 7]
    assert shared(0, [1, 2], [5, 5]) == [0, 0]


def test_the_same_seed_gives_the_same_district(tmp_path):
    for folder, seed in (("one", 1), ("same", 1), ("other", 2)):
        write(tmp_path / folder, Size(schools=3, years=2, indicators=1), seed)
    assert written(tmp_path / "one") == written(tmp_path / "same")
    assert written(tmp_path / "one") != written(tmp_path / "other")


def test_the_usual_district_has_a_million_rows():
    assert Size().rows == 33 * 10 * 151 * 21 == 1_046_430
    assert Size(levels=True).rows == 33 * 10 * 154 * 21


def test_a_small_district_is_measured_in_a_process_of_its_own():
    size = Size(schools=10, years=2, indicators=1, levels=True)
    found = measured(size, seed=1)
    assert (found["schools"], found["rows"]) == (10, size.rows)
    assert 0 < found["hidden"] < size.rows
    assert {"read", "check", "protect", "assess"} <= set(found["stages"])
    assert sum(found["stages"].values()) <= found["cpu"] + 0.05
    assert found["peak"] > 10


def test_a_district_with_a_fault_is_not_measured(monkeypatch):
    def nothing(folder, size, seed):
        (folder / "content").mkdir(parents=True)

    monkeypatch.setattr("bench.million.write", nothing)
    with pytest.raises(Failed, match=r"0 of 63 rows came out: .*content/plan\.md"):
        measured(Size(schools=2, years=1, indicators=1), seed=1)


def test_limits_are_held_or_named():
    one = {"stages": {"read": 1.0}, "hidden": 0, "problems": 0}
    small = {**one, "schools": 75, "rows": 1000, "cpu": 5.0, "peak": 500.0}
    middle = {**one, "schools": 150, "rows": 2000, "cpu": 11.5, "peak": 900.0}
    large = {**one, "schools": 300, "rows": 4000, "cpu": 20.0, "peak": 1700.0}
    found = compared([small, middle, large], 150)
    assert found["held"] == {"cpu": True, "peak": True, "doubled": False}
    said = "\n".join(million(found))
    assert "Limits that do not hold: doubled." in said
    assert "From 75 to 150 schools: 2.0 times the rows, 2.3 times the CPU seconds" in said
    assert "| rows | 1,000 | 2,000 | 4,000 |" in said
    heavy = compared([{**middle, "cpu": 15.1, "peak": 1537.0}], 150)
    assert heavy["held"] == {"cpu": False, "peak": False, "doubled": True}


def test_the_audit_of_a_site_is_measured():
    found = audited(ROOT / "tests" / "sites" / "smallest", repeats=1)
    assert found["project"] == "smallest"
    assert (found["documents"] > 20, found["kib"] > 20, found["problems"]) == (True, True, 0)
    said = "\n".join(tables.auditing({**found, "cpu": 1.25}))
    assert "Auditing the site of smallest" in said
    assert "1.25 s of CPU; the limit is 5 s." in said


def test_a_project_with_a_fault_is_not_audited(tmp_path):
    (tmp_path / "content").mkdir()
    with pytest.raises(SystemExit, match=r"content/plan\.md"):
        audited(tmp_path, repeats=1)
