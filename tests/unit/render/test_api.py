import json

from unit.render.sample import indicator, site

from planpress.render.api import indicator_file, plan_file


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


def test_a_hidden_row_says_only_that_it_is_hidden():
    made = site()
    found = json.loads(indicator_file(made, made.project.indicators["grade-3"]))
    assert found["series"] == [
        {"period": "2022-23", "codes": {}, "value": "50.10", "n": "400"},
        {"period": "2023-24", "codes": {}, "value": "54", "note": "=cmd()"},
        {"period": "2023-24", "codes": {"group": "girls"}, "status": "suppressed"},
    ]
    assert found["sentence"] == {"en": "It is so.", "es": "Así es."}
    assert found["definition"] == {"en": "Children who read well."}


def test_letters_stay_readable_and_the_file_ends_with_a_line():
    text = plan_file(site()).decode()
    assert "\\u" not in text
    assert text.endswith("}\n")
