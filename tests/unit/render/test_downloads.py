import csv
import io
import json
from dataclasses import replace

import pytest
from unit.render.sample import SERIES, indicator, row, site

from planpress.model.series import Series
from planpress.render.downloads import data_package, table_file


def test_the_file_is_utf_8_with_a_mark_and_exact_decimals():
    assert table_file(SERIES).decode().split("\n") == [
        "\ufeffperiod,value,n,status,group,note",
        "2022-23,50.10,400,,,",
        "2023-24,54,,,,'=cmd()",
        "2023-24,,,suppressed,girls,",
        "",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+a", "-a", "@a", "\ta", " =1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text):
    written = table_file(Series(indicator="x", observations=(row("2024", "1", note=text),)))
    (_, cells) = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert cells[-1] == f"'{text}"


def test_a_note_of_several_lines_stays_in_its_row():
    written = table_file(Series(indicator="x", observations=(row("2024", "1", note="a\r\n=b"),)))
    assert written.decode().endswith("\n2024,1,,,a =b\n")


@pytest.mark.parametrize("number", ["-5", "+5.25", "-0.5"])
def test_numbers_with_a_sign_are_no_formulas(number):
    written = table_file(Series(indicator="x", observations=(row("2024", number),)))
    assert "'" not in written.decode()


def test_the_package_describes_every_file_that_exists():
    package = json.loads(
        data_package(site(indicators={"grade-3": indicator(), "b": indicator("b")}))
    )
    (resource,) = package["resources"]
    assert resource["path"] == "grade-3.csv"
    assert resource["sources"] == [
        {"title": "Alder Schools", "path": "https://alder.example.org/a"}
    ]
    names = [field["name"] for field in resource["schema"]["fields"]]
    assert names == ["period", "value", "n", "status", "group", "note"]
    assert resource["schema"]["fields"][4]["description"] == "girls: Girls"
    assert resource["schema"]["primaryKey"] == ["period", "group"]


def test_a_column_with_a_bound_is_no_number():
    bound = Series(indicator="grade-3", observations=(row("2024", ">=98", "40"),))
    package = json.loads(data_package(replace(site(), series={"grade-3": bound})))
    types = {f["name"]: f["type"] for f in package["resources"][0]["schema"]["fields"]}
    assert types["value"] == "string"
    assert types["n"] == "number"
