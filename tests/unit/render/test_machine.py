import re
from datetime import date

import pytest
from conftest import INDICATOR, INDICATOR_ES
from rendering import leaves, machine_files
from unit.render.sample import indicator, site

from planpress.options import Options
from planpress.pipeline import build


def test_all_files_for_machines_sorted_and_the_same_each_time():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b")})
    files = machine_files(made, leaves(made))
    assert [file.path for file in files] == [
        "_headers",
        "api/indicator.schema.json",
        "api/indicators/b.json",
        "api/indicators/grade-3.json",
        "api/plan.json",
        "api/plan.schema.json",
        "api/rows.schema.json",
        "es/manifest.webmanifest",
        "es/search/index.js",
        "manifest.webmanifest",
        "robots.txt",
        "search/index.js",
        "sitemap.xml",
    ]
    assert files == machine_files(made, leaves(made))


def test_nothing_hidden_is_in_any_file():
    assert not any(b"only 5" in file.content for file in machine_files(site(), leaves(site())))


LATER = """revisions:
  - {date: 2025-02-03, field: target, from: 65.437, to: 62, reason: A reason from later.}
benchmarks:
  - {name: Birch Schools, period: 2023-24, value: 53.911, source: Made up}
  - {name: Birch Schools, period: 2024-25, value: 56.717, source: Made up}
provenance: illustrative
dimensions: [group]
decimals: 3
"""
DIMENSIONS = """---
dimensions:
  - id: group
    label: Group
    codes:
      - {id: girls, label: Girls}
---
"""
DIMENSIONS_ES = """---
dimensions:
  - id: group
    label: Grupo
    codes:
      - {id: girls, label: Niñas}
---
"""
SERIES = """period,value,n,group,note
2022-23,50.123,400,,
2023-24,52.371,410,,
2024-25,57.829,4291,,A note from later
2022-23,49.877,200,girls,
2023-24,51.643,210,girls,
2024-25,58.941,3187,girls,
"""
TACTIC = """---
title: Coaching
priority: reading
order: 1
smart_goals: [grade-3]
milestones:
  - {id: hire, title: Hire, due: 2024-11-01, done: 2025-03-09}
---
"""
STOCKTAKE = """---
tactic: coaching
date: 2025-04-17
status: held
judged: R
rationale: A rationale from later.
course_of_action: A course from later.
actions:
  - {id: hire, title: An action from later, done: 2025-05-23}
---
"""
FROM_LATER = (
    *("57.829", "58.941", "56.717", "4,?291", "3,?187"),
    *("[^>]from later", "2025-02-03", "2025-03-09", "2025-05-23"),
)
THEN, NOW = date(2025, 1, 15), date(2025, 12, 15)


def told(text):
    """Leave out fingerprints: any digits may stand in them."""
    return re.sub(r"\b[0-9a-f]{32,}\b", "", text)


@pytest.fixture
def whole(alder):
    """Builds a plan with results, a revision and a stocktake that came after `THEN`."""
    facts = INDICATOR.replace("provenance", "").replace("sources:", LATER + "sources:")
    revised = INDICATOR_ES.replace(
        "definition", "revisions:\n  - {date: 2025-02-03, reason: B}\ndefinition"
    )
    folder = alder(
        {
            "content/indicators/grade-3.md": facts,
            "content/indicators/grade-3.es.md": revised,
            "content/dimensions.md": DIMENSIONS,
            "content/dimensions.es.md": DIMENSIONS_ES,
            "content/tactics/coaching.md": TACTIC,
            "content/stocktakes/2025-04-17-coaching.md": STOCKTAKE,
            "data/grade-3.csv": SERIES,
        }
    )

    def built(day):
        out = folder.parent / day.isoformat()
        outcome = build(Options(project=folder, output=out, today=NOW, as_of=day))
        assert outcome.published, outcome.problems
        files = (f for f in out.rglob("*") if f.suffix in (".html", ".json", ".csv", ".xml"))
        return {f.relative_to(out).as_posix(): told(f.read_text("utf-8")) for f in files}

    return built


def test_as_of_an_earlier_day_nothing_later_stands_in_any_file(whole):
    then, now = whole(THEN), whole(NOW)
    for fact in FROM_LATER:
        pattern = re.compile(fact.replace(".", "[.,]") if fact[0].isdigit() else fact)
        assert [path for path, text in then.items() if pattern.search(text)] == [], fact
        assert any(pattern.search(text) for text in now.values()), fact
