import csv
import io
import json

import pytest
from unit.render.sample import SERIES, indicator, plan, row, site, words

from planpress.model.series import Series, Status
from planpress.render.downloads import rows_file, table_file


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


def said(made=None, series=SERIES, **facts):
    return json.loads(rows_file(made or site(), indicator(**facts), series))


def test_rows_are_objects_with_exact_numbers():
    rows = said()["rows"]
    assert rows[0] == {"period": "2022-23", "codes": {}, "value": "50.10", "n": "400"}
    assert rows[1] == {"period": "2023-24", "codes": {}, "value": "54", "note": "=cmd()"}


def test_a_hidden_row_says_nothing_but_that_it_is():
    found = row("2024", "7", "9", status=Status.SUPPRESSED, note="only 5")
    (told,) = said(series=Series(indicator="x", observations=(found,)))["rows"]
    assert told == {"period": "2024", "codes": {}, "status": "suppressed"}


def test_the_file_says_what_is_counted_on_what_terms_and_how_well():
    made = site(plan=plan(license={"name": "CC BY 4.0", "url": "https://example.org/by"}))
    found = said(made, limits=words("Few.", "Pocos."), accuracy=words("Exact."))
    assert found["definition"] == {"en": "Children who read well."}
    assert found["license"] == {"name": "CC BY 4.0", "url": "https://example.org/by"}
    assert found["quality"] == {
        "accuracy": {"en": "Exact."},
        "limitations": {"en": "Few.", "es": "Pocos."},
    }


def test_what_is_not_known_is_left_out():
    found = said()
    assert "license" not in found
    assert "next" not in found
    assert found["quality"] == {}
