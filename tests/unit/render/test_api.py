import json

import pytest
from unit.render.sample import indicator, site, source, words

from planpress.model.tactic import TacticRecord
from planpress.render.api import plan_file


def test_the_plan_says_everything_in_every_language_with_exact_numbers():
    found = json.loads(plan_file(site()))
    assert found["schema"] == 1
    assert found["as_of"] == "2026-11-21"
    assert found["plan"] == {
        "title": {"en": "Plan of Alder", "es": "Plan de Alder"},
        "start": "2023-07-01",
        "end": "2027-06-30",
    }
    assert found["priorities"] == [
        {
            "id": "reading",
            "title": {"en": "Reading", "es": "Lectura"},
            "url": {"en": "/priorities/reading/", "es": "/es/priorities/reading/"},
            "ratings": {"G": 0, "AG": 0, "AR": 1, "R": 0, "unrated": 0},
        }
    ]
    assert found["tactics"] == []
    assert found["indicators"] == [
        {
            "id": "grade-3",
            "role": "measure",
            "title": {"en": "Grade 3 reading", "es": "Lectura en tercer grado"},
            "url": {"en": "/indicators/grade-3/", "es": "/es/indicators/grade-3/"},
            "unit": "percent",
            "direction": "increase",
            "state": "rated",
            "rating": "AR",
            "met": None,
            "rule": 8,
            "baseline": {"period": "2022-23", "value": "50.10"},
            "target": {"period": "2026-27", "value": "62"},
            "latest": {"period": "2023-24", "value": "54"},
            "expected": "54.0",
            "gap": "-0.5",
            "history": [{"period": "2023-24", "value": "54", "expected": "54.0", "rating": "AR"}],
        }
    ]


def test_what_is_not_known_is_absent_but_the_rating_is_null():
    made = site(indicators={"b": indicator("b")})
    (entry,) = json.loads(plan_file(made))["indicators"]
    assert entry["rating"] is None
    assert not {"latest", "expected", "gap", "plan", "gain"} & entry.keys()


def tactic(name="coaching", **facts):
    return TacticRecord.model_validate(
        {
            "id": name,
            "source": source(f"tactics/{name}"),
            "title": words("Coaching", "Tutoría"),
            "priority": "reading",
            "order": "1",
            **facts,
        }
    )


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        (None, ""),
        ({"role": words("Director of Literacy", "Directora de lectura")}, "Director of Literacy"),
        (
            {"role": words("Director of Literacy", "Directora de lectura"), "name": "Ana Ruiz"},
            "Ana Ruiz, Director of Literacy",
        ),
    ],
)
def test_a_tactic_says_who_leads_it(lead, said):
    made = site(tactics={"coaching": tactic(lead=lead)})
    assert json.loads(plan_file(made))["tactics"] == [
        {
            "id": "coaching",
            "priority": "reading",
            "title": {"en": "Coaching", "es": "Tutoría"},
            "url": {"en": "/tactics/coaching/", "es": "/es/tactics/coaching/"},
            "lead": said,
        }
    ]


def test_letters_stay_readable_and_the_file_ends_with_a_line():
    text = plan_file(site()).decode()
    assert "\\u" not in text
    assert text.endswith("}\n")
