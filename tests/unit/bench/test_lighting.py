"""What is kept of Lighthouse's reports, and what is held against it."""

import pytest

from bench import lighting
from bench.lighting import CATEGORIES, METRICS, judged, lines, read, together
from bench.measure import Failed


def report(score=1.0, **numbers):
    audits = {name: {"numericValue": numbers.get(short, 0)} for short, name in METRICS.items()}
    audits["title"] = {"score": score, "title": "Pages have titles"}
    audits["informs"] = {"score": None, "title": "For information"}
    refs = [{"id": "title", "weight": 1}, {"id": "informs", "weight": 1}]
    found = {name: {"score": score, "auditRefs": refs} for name in CATEGORIES}
    return {"audits": audits, "categories": found, "lighthouseVersion": "12"}


def page(plan="Jeffco", name="home", **facts):
    return {"plan": plan, "page": name, **together([read(report()) | facts])}


def test_scores_times_and_what_is_wrong_are_kept():
    found = read(report(0.925, lcp=1180.4, bytes=29_043))
    assert [found[name] for name in CATEGORIES] == [92, 92, 92, 92]
    assert (found["lcp"], found["bytes"], found["cls"]) == (1180.4, 29_043, 0)
    assert found["wrong"] == [f"{name}: Pages have titles" for name in CATEGORIES]
    assert read(report())["wrong"] == []
    with pytest.raises(Failed, match="no page"):
        read({"runtimeError": {"message": "no page"}})


def test_the_median_counts_and_the_worst_is_said():
    found = together([read(report(score, lcp=at)) for score, at in ((1, 5), (0.98, 9), (1, 7))])
    assert (found["performance"], found["worst"], found["lcp"]) == (100, 98, 7)


def test_the_home_page_of_jeffco_has_limits_of_its_own():
    held = judged([page(), page(name="explorer", bytes=80_000), page("Foothills", lcp=2_000)])
    assert [one["held"] for one in held] == [True] * 8
    fails = [
        one["says"] for one in judged([page(cls=0.1, lcp=1_201, bytes=60_001)]) if not one["held"]
    ]
    assert [one.partition(": ")[2] for one in fails] == [
        "layout shift",
        "largest paint",
        "over the wire",
    ]
    assert [one["held"] for one in judged([page("Foothills", seo=92)])] == [False, True]


def test_the_table_says_what_is_wrong():
    pages = [{**page(bytes=29_043), "wrong": ["seo: Pages have titles"]}]
    told = "\n".join(lines({"repeats": 3, "pages": pages, "targets": judged(pages)}))
    assert "| Jeffco | home | 100 | 100 | 100 | 100 | 100 | 0 | 0 | 0 | 0 | 29,043 |" in told
    assert "- Jeffco, home: seo: Pages have titles" in told
    assert "holds: Jeffco, home: over the wire: 29,043 bytes" in told


def test_without_lighthouse_it_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setenv(lighting.VARIABLE, str(tmp_path))
    with pytest.raises(Failed, match=r"npm install --prefix \.cache/lighthouse"):
        lighting.lighthouse()
    with pytest.raises(Failed, match="skipped: A program is not there"):
        lighting.need("A program", "no-such-program")
