import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rendering import data_files, machine_files

from planpress.model.site import Site
from planpress.options import Options
from planpress.pipeline import examine
from planpress.render.schemas import SCHEMAS, schema_file

ROOT = Path(__file__).resolve().parents[3]
PLANS = {
    "whole": ROOT,
    "states": ROOT / "tests/sites/states",
    "two-languages": ROOT / "tests/sites/two-languages",
    "smallest": ROOT / "tests/sites/smallest",
    **{found.parent.name: found.parent for found in sorted((ROOT / "examples").glob("*/content"))},
}
SCHEMA = {name: json.loads(schema_file(name)) for name in SCHEMAS}


def published(folder: Path, day: date = date(2026, 11, 21)) -> dict[str, object]:
    """Return every file for machines that is JSON of our own, without drawing a chart."""
    found = examine(Options(project=folder, output=folder / "no", today=day, as_of=day))
    assert found.reading.project
    assert found.judged, found.problems
    site = Site(
        project=found.reading.project,
        series=found.judged.series,
        assessments=found.judged.assessments,
        groups=found.judged.groups,
        that_day=found.judged.that_day,
        figures={},
        languages=found.languages,
        as_of=day,
        base_url=found.reading.project.plan.url,
    )
    files = (*machine_files(site, ()), *data_files(site))
    apart = "data/datapackage.json"
    ours = (f for f in files if f.path.endswith(".json") and f.path != apart)
    return {f.path: json.loads(f.content) for f in ours}


def schema_of(path: str) -> object:
    """Return the schema that describes a file."""
    if path.startswith("data/"):
        return SCHEMA["rows"]
    return SCHEMA["plan" if path == "api/plan.json" else "indicator"]


@pytest.fixture(scope="module")
def whole_states():
    return json.dumps(published(PLANS["states"]))


@pytest.fixture
def states(whole_states):
    return json.loads(whole_states)


def faults(path: str, said: object) -> list[str]:
    validator = Draft202012Validator(
        schema_of(path), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{path} {error.json_path}: {error.message}" for error in validator.iter_errors(said)]


@pytest.fixture(scope="module", params=PLANS)
def api(request):
    files = published(PLANS[request.param])
    return {path: said for path, said in files.items() if not path.endswith(".schema.json")}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_needs_no_other(name):
    Draft202012Validator.check_schema(SCHEMA[name])
    used = {
        part.split('"', 1)[0].rsplit("/", 1)[-1]
        for part in json.dumps(SCHEMA[name]).split('"$ref": "')[1:]
    }
    assert used == set(SCHEMA[name]["$defs"])


def test_schemas_are_published_beside_what_they_describe():
    files = published(PLANS["smallest"])
    assert {name: files[f"api/{name}.schema.json"] for name in SCHEMAS} == SCHEMA


def test_every_file_of_every_plan_is_as_the_schema_says(api):
    assert "api/plan.json" in api
    assert [fault for path, said in api.items() for fault in faults(path, said)] == []


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2024, 1, 1), date(2030, 1, 1)])
def test_so_it_is_on_any_day(day):
    files = published(PLANS["states"], day)
    said = {path: file for path, file in files.items() if not path.endswith(".schema.json")}
    assert [fault for path, file in said.items() for fault in faults(path, file)] == []


def test_every_level_is_strict(api):
    """A key that the schema does not know is a fault wherever it stands."""
    for path, said in api.items():
        schema = Draft202012Validator(schema_of(path))
        for place in _places(said):
            place["surprise"] = 1
            assert not schema.is_valid(said), (path, place)
            del place["surprise"]


def _places(said):
    """Yield every object of a file; of a list only the first two things."""
    if isinstance(said, dict):
        yield said
        for value in list(said.values()):
            yield from _places(value)
    if isinstance(said, list):
        for value in said[:2]:
            yield from _places(value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rating", None),
        ("rating", "B"),
        ("state", "fine"),
        ("state", "hidden"),
        ("met", True),
        ("rule", 11),
        ("rule", 0),
        ("expected", 53),
        ("expected", "5e1"),
        ("gap", None),
        ("baseline", {"period": "2023-24"}),
        ("latest", {"period": "2023/24", "value": "1"}),
        ("latest", None),
        ("title", {}),
        ("title", {"English": "x"}),
        ("history", [{"period": "2023-24", "value": "1", "expected": None}]),
    ],
)
def test_a_spoiled_entry_is_a_fault(states, key, value):
    plan, alone = states["api/plan.json"], states["api/indicators/rated-ar.json"]
    entry = next(one for one in plan["indicators"] if one["id"] == "rated-ar")
    assert faults("api/plan.json", plan) == faults("api/indicators/x.json", alone) == []
    entry[key] = alone[key] = value
    assert faults("api/plan.json", plan)
    assert faults("api/indicators/x.json", alone)


GROUP = {"group": "few", "label": {}, "course": "unknown"}
ASSESSED = {
    "state": "rated",
    "rating": "R",
    "met": None,
    "rule": 8,
    "baseline": None,
    "target": None,
    "sentence": {},
}


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("series", {"period": "2024", "codes": {}, "status": "suppressed"}, {"value": "3"}),
        ("series", {"period": "2024", "codes": {}, "value": ">=98"}, {"value": 98}),
        ("groups", GROUP | {"status": "suppressed"}, {"gap": {"period": "2024", "value": "1"}}),
        ("groups", GROUP | ASSESSED, {"rating": None}),
        ("groups", GROUP, {"rating": "R"}),
        (
            "judged",
            {
                "stocktake": "a",
                "date": "2026-01-01",
                "rating": "G",
                "computed": {"state": "overdue", "rating": None},
            },
            {"computed": {"state": "overdue", "rating": "G"}},
        ),
        (
            "revisions",
            {"date": "2026-01-01", "field": "target", "from": "5", "reason": {"en": "x"}},
            {"date": "2026-02-30"},
        ),
    ],
)
def test_hidden_numbers_and_ratings_without_a_state_are_faults(states, key, good, bad):
    said = states["api/indicators/rated-ar.json"]
    said[key] = [good]
    assert faults("api/indicators/x.json", said) == []
    said[key] = [good | bad]
    assert faults("api/indicators/x.json", said)
