import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import frictionless
import pytest
from rendering import data_files
from unit.render.sample import SERIES, indicator, plan, row, site, words

from planpress.model.series import Series, Status
from planpress.model.site import Site
from planpress.options import Options
from planpress.pipeline import examine
from planpress.render.package import data_package

ROOT = Path(__file__).resolve().parents[3]
PLANS = {
    "whole": ROOT,
    **{found.parent.name: found.parent for found in sorted((ROOT / "tests/sites").glob("*/data"))},
    **{found.parent.name: found.parent for found in sorted((ROOT / "examples").glob("*/content"))},
}


def package(**facts):
    made = site(indicators={"grade-3": indicator(**facts)}, plan=plan())
    return json.loads(data_package(made))


def fields(series, **facts):
    made = replace(site(indicators={"grade-3": indicator(**facts)}), series={"grade-3": series})
    (resource,) = json.loads(data_package(made))["resources"]
    return {field["name"]: field for field in resource["schema"]["fields"]}


def numbers(*rows):
    return Series(indicator="grade-3", observations=rows)


def written(made, folder):
    """Write the files of a site under `data/` and return the path of the package."""
    for file in data_files(made):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    return folder / "data/datapackage.json"


def faults(path):
    report = frictionless.validate(str(path))
    told = [f"{task.name}: {fault.message}" for task in report.tasks for fault in task.errors]
    return [fault.message for fault in report.errors] + told


@pytest.mark.parametrize("name", PLANS)
def test_frictionless_finds_no_fault_in_any_plan(name, tmp_path):
    day = date(2026, 11, 21)
    options = Options(project=PLANS[name], output=tmp_path / "no", today=day, as_of=day)
    found = examine(options)
    assert found.reading.project
    assert found.judged, found.problems
    made = Site(
        project=found.reading.project,
        series=found.judged.series,
        assessments=found.judged.assessments,
        figures={},
        languages=found.languages,
        as_of=day,
        base_url=found.reading.project.plan.url,
    )
    path = written(made, tmp_path)
    assert faults(path) == []
    described = {resource["path"] for resource in json.loads(path.read_text("utf-8"))["resources"]}
    assert described == {file.name for file in (tmp_path / "data").glob("*.csv")}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2023-24,54,", "2023/24,54,", "pattern"),
        ("2023-24,54,", "2023-24,540,", "maximum"),
        ("2023-24,54,", "2023-24,most,", "Type error"),
        (",girls,", ",boys,", "enum"),
        ("suppressed", "hidden", "enum"),
        ("2023-24,54,", "2022-23,54,", "primary key"),
    ],
)
def test_frictionless_finds_what_the_package_does_not_allow(old, new, said, tmp_path):
    path = written(site(), tmp_path)
    table = path.parent / "grade-3.csv"
    text = table.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), "utf-8")
    assert said.casefold() in " ".join(faults(path)).casefold()


def test_the_package_describes_every_file_that_exists():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b")})
    (resource,) = json.loads(data_package(made))["resources"]
    assert resource["path"] == "grade-3.csv"
    assert resource["sources"] == [
        {"title": "Alder Schools", "path": "https://alder.example.org/a"}
    ]
    names = [field["name"] for field in resource["schema"]["fields"]]
    assert names == ["period", "value", "n", "status", "group", "note"]
    assert resource["schema"]["primaryKey"] == ["period", "group"]


def test_everyone_is_a_code_and_no_gap_in_the_key():
    group = fields(SERIES)["group"]
    assert group["missingValues"] == []
    assert group["constraints"] == {"enum": ["", "girls"]}
    assert group["categories"] == [
        {"value": "", "label": "Everyone"},
        {"value": "girls", "label": "Girls"},
    ]


def test_a_column_with_a_bound_is_text_of_a_known_pattern():
    found = fields(numbers(row("2024", ">=98", "40")))
    assert found["value"]["type"] == "string"
    assert "pattern" in found["value"]["constraints"]
    assert found["n"]["type"] == "integer"


def test_a_hidden_bound_does_not_change_the_type():
    hidden = row("2024", ">=98", "<=5", status=Status.SUPPRESSED)
    found = fields(numbers(hidden, row("2025", "5")))
    assert found["value"]["type"] == "number"
    assert found["n"]["type"] == "integer"


@pytest.mark.parametrize(
    ("unit", "limits"),
    [
        ("percent", {"minimum": 0, "maximum": 100}),
        ("students", {"minimum": 0}),
        ("dollars", None),
    ],
)
def test_numbers_have_the_limits_of_their_unit(unit, limits):
    assert fields(numbers(row("2024", "5")), unit=unit)["value"].get("constraints") == limits


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2023-24", "string"),
        ("2024", "year"),
        ("2024-Q3", "string"),
        ("2024-09", "yearmonth"),
        ("2024-09-30", "date"),
    ],
)
def test_a_period_has_the_type_of_its_form(period, kind, tmp_path):
    made = replace(site(), series={"grade-3": numbers(row(period, "5"))})
    assert fields(numbers(row(period, "5")))["period"]["type"] == kind
    assert faults(written(made, tmp_path)) == []


def test_it_is_of_the_day_of_the_site_and_of_the_organisation():
    found = package()
    assert found["version"] == "2026.11.21"
    assert found["created"] == "2026-11-21T00:00:00Z"
    assert [one["title"] for one in found["contributors"]] == ["Alder Schools"]
    assert "licenses" not in found


def test_the_license_has_its_short_name():
    made = site(plan=plan(license={"name": "CC BY 4.0", "url": "https://example.org/by"}))
    assert json.loads(data_package(made))["licenses"] == [
        {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://example.org/by"}
    ]


def test_what_is_recorded_of_the_quality_stands_under_the_definition():
    (resource,) = package(verification=words("We check."), limits=words("Few."))["resources"]
    assert resource["description"].split("\n\n") == [
        "Children who read well.",
        "Verification: who checks the numbers",
        "We check.",
        "Limitations: what the numbers cannot say",
        "Few.",
    ]
