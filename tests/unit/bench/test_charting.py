"""Charts are counted in the finished pages, and held against the limits of the issue."""

from bench import charting
from bench.charting import charts, judged, lines, plan, workers
from planpress.check.rules import check
from planpress.read.project import read
from planpress.spent import Spent


def test_charts_are_the_pictures_that_are_read_out(tmp_path):
    chart = '<svg xmlns="x" viewBox="0 0 1 1" role="img" lang="en"></svg>'
    shape = '<svg class="shape" aria-hidden="true"></svg>'
    (tmp_path / "es").mkdir()
    (tmp_path / "index.html").write_text(chart + shape + chart, "utf-8")
    (tmp_path / "es" / "index.html").write_text(f"<svg\n>{chart}", "utf-8")
    (tmp_path / "chart.svg").write_text(chart, "utf-8")
    assert charts(tmp_path) == 3


def test_workers_are_those_that_the_profile_names():
    spent = Spent()
    spent.watch()
    assert workers(spent.table()) == 0
    for worker in ("11", "12", "11"):
        spent.add(0.1, {}, worker)
    assert workers(f"Built 3 files\n{spent.table()}\n") == 2
    spent.workers.pop()
    assert workers(spent.table()) == 1


def test_a_plan_of_indicators_alone_has_no_fault(tmp_path):
    plan(tmp_path, 3)
    reading = read(tmp_path)
    assert (*reading.problems, *check(reading)) == ()
    assert (len(reading.project.indicators), len(reading.project.pages)) == (3, 0)


def one(indicators, jobs, cpu, wall, workers):
    row = {"indicators": indicators, "jobs": jobs, "cpu": cpu, "wall": wall, "peak": 200.0}
    return {**row, "charts": 100, "pages": 50, "workers": workers, "chart_ms": 10 * cpu}


def test_the_limits_are_those_of_the_issue():
    found = {
        "repeats": 3,
        "small": [one(60, 1, 9.1, 9.0, 0), one(60, 2, 8.9, 5.0, 2)],
        "large": [one(500, 1, 1.0, 1.0, 0), one(500, 2, 1.9, 1.0, 2)],
    }
    made = judged(found)
    assert [(t["limit"], t["held"]) for t in made] == [
        (9.0, True),
        (20.0, True),
        (1.5, True),
        (2, True),
    ]
    worse = judged({**found, "large": [one(500, 2, 2.1, 2.0, 3)]})
    assert [target["held"] for target in worse] == [True, False, False, False]
    said = lines({**found, "targets": made})
    row = next(line for line in said if line.startswith("| 60 x 2 languages x 2 widths | 2 |"))
    assert row.endswith("| 2 | 100 | 50 | 8.90 | 5.00 | 1.78 | 200 | 89.0 | 89.0 |")
    assert "- holds: 500 indicators: cores kept busy of 2: 1.9, at least 1.5" in said


def test_a_large_plan_is_also_built_with_all_charts_kept(monkeypatch):
    class Asked:
        small, large, jobs, repeats = 0, 5, 2, 3

    monkeypatch.setattr(charting, "bare", lambda indicators, repeats: 2.0)
    monkeypatch.setattr(charting, "drawn", lambda *size: one(*size[:2], 3.0, 2.0, 2))
    found = charting.measure(Asked)
    assert [row["jobs"] for row in found["large"]] == [1, 2]
    assert [row["chart_ms"] for row in found["large"]] == [10.0, 10.0]
    assert found["small"] == []
