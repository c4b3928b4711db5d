"""How the languages stand, as text and as JSON."""

import json

from conftest import INDICATOR, edited
from unit.translate.states import standing

from planpress.model.translation import Translations
from planpress.translate.report import as_json, as_text

ENGLISH = "content/indicators/grade-3.md"
CHANGED = {
    ENGLISH: edited(
        edited(INDICATOR, "Children in", "Children and youths in"), "role:", "summary: New.\nrole:"
    )
}


def test_the_table_counts_and_the_list_names_what_is_to_be_done(accepted):
    assert as_text(standing(accepted(CHANGED))).splitlines() == [
        "language  missing  stale  unreviewed  unrecorded  complete  done",
        "      es        1      1           0           0        10   83%",
        "",
        "es: missing",
        "  indicators/grade-3: “summary”",
        "",
        "es: stale",
        "  content/indicators/grade-3.es.md:3:1: “definition” (source: " + ENGLISH + ":3:1)",
        "    Children{+ and youths+} in grade 3 who read well.",
    ]


def test_json_has_counts_and_every_unit_that_is_not_complete(accepted):
    spanish = json.loads(as_json(standing(accepted(CHANGED))))["languages"]["es"]
    assert spanish["percent"] == 83
    assert spanish["counts"]["stale"] == 1
    missing, stale = sorted(spanish["units"], key=lambda unit: unit["state"])
    assert missing["field"] == "summary"
    assert missing["translation"] is None
    assert stale["translation"] == {"path": "content/indicators/grade-3.es.md", "line": 3}
    assert {"edit": "added", "text": " and youths"} in stale["changes"]


def test_a_plan_of_one_language_says_so():
    assert "one language" in as_text(Translations())
    assert json.loads(as_json(Translations())) == {"languages": {}}
