"""What a page costs, less what every build costs; what grows faster is named."""

import pytest

from bench import scale_table, scaling
from bench.scale_table import allowed, judged, lines, per_page


def size(records, pages, cpu, peak, **more):
    runs = {"cold": {"cpu": cpu, "peak": peak}, "unchanged": {"cpu": 0.1, "peak": 30.0}}
    return {"records": records, "pages": pages, "runs": runs, **more}


EMPTY = size(1, 20, 1.0, 60.0)


def test_a_page_costs_what_it_adds_to_a_plan_that_is_nearly_empty():
    sizes = [EMPTY, size(50, 120, 1.5, 80.0), size(100, 220, 2.2, 90.0)]
    one, two = per_page(sizes)
    assert one == pytest.approx({"cpu_ms": 5.0, "raw_ms": 12.5, "more_ms": 5.0})
    assert two == pytest.approx({"cpu_ms": 6.0, "raw_ms": 10.0, "more_ms": 7.0})
    spread, memory = judged("words", sizes)
    assert spread["found"] == pytest.approx(20.0)
    assert (spread["held"], memory["held"]) == (False, True)


def test_memory_may_grow_by_30_kb_a_page():
    assert allowed(0) == 150.0
    assert allowed(2**20) == pytest.approx(150.0 + 30_000)
    over = judged("words", [EMPTY, size(50, 120, 1.5, allowed(120) + 1)])[1]
    assert over["found"] == pytest.approx(1.0)
    assert not over["held"]
    assert judged("words", [EMPTY]) == []


def test_a_stage_that_grows_faster_than_the_pages_is_named():
    small = size(50, 100, 2.0, 80.0, stages={"read": 0.5, "check": 0.1, "tiny": 0.0001})
    large = size(100, 200, 4.0, 90.0, stages={"read": 1.1, "check": 0.3, "tiny": 0.01})
    found = {"kind": "words", "repeats": 1, "sizes": [EMPTY, small, large], "targets": []}
    said = "\n".join(lines({"series": [found]}))
    assert "check (1.00 to 1.50 ms a page)." in said
    assert "tiny" not in said
    assert "| 100 | 200 | 4.00 | 16.67 | 20.00 | 20.00 | 0.10 | 90 | 156 |" in said
    large["stages"]["check"] = 0.2
    assert "50 to 100 records: none." in "\n".join(lines({"series": [found]}))


def test_every_size_is_built_cold_and_again_and_the_ends_by_stage(tmp_path, monkeypatch):
    ran = []

    def built(command, project):
        site = project / "site"
        ran.append((len(list(project.rglob("*.md"))), site.exists()))
        site.mkdir(exist_ok=True)
        for at in range(len(list((project / "content" / "pages").glob("*.md")))):
            (site / f"{at}.html").touch()
        return scaling.Cost(0.1 * ran[-1][0], 1.0, 50.0)

    monkeypatch.setattr(scaling, "cost", built)
    monkeypatch.setattr(scaling, "stages", lambda project: {"read": 1.0})
    found = scaling.series("words", [4, 2, 3], repeats=2)
    assert [one["records"] for one in found["sizes"]] == [1, 2, 3, 4]
    assert [one["pages"] for one in found["sizes"]] == [2, 4, 6, 8]
    assert ["stages" in one for one in found["sizes"]] == [False, True, False, True]
    assert [there for _, there in ran] == [False, True] * 8
    assert found["targets"][0]["held"]
    assert scale_table.lines({"series": [found]})
