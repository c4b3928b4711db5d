"""The plans that are measured are whole plans, and the same every time."""

import pytest

from bench.assessing import plan, seconds
from bench.generate import generate
from bench.table import markdown
from planpress.check.rules import check
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
    about = {"planpress": "1", "python": "3", "machine": "any", "date": "2026-11-22"}
    said = markdown({"about": about, "plans": [plan]})
    assert "| Alder | again, nothing changed | 3 | 20 | 50 | 4.00 | 80.0 | 5.00 | 200 |" in said
    assert said.count("| chart | 3.00 (75%) |") == 2


def test_a_large_plan_in_memory_is_assessed_whole():
    spent = seconds(indicators=3, periods=4, groups=2, repeats=1)
    assert set(spent) == {"everyone", "groups", "sentences"}
    project, series = plan(3, 4, 2)
    assert len(project.indicators) == 3
    assert {len(one.observations) for one in series.values()} == {4 * 3}
    found = {"indicators": 3, "periods": 4, "groups": 2, "cpu": {"groups": 0.5}}
    about = {"planpress": "1", "python": "3", "machine": "any", "date": "2026-11-22"}
    said = markdown({"about": about, "plans": [], "assessing": found})
    assert "3 indicators of 4 periods and 2 student groups" in said
    assert "| groups | 0.50 |" in said
