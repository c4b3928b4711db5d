import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from rendering import leaves, machine_files
from unit.render.sample import ASSESSMENT, ENGLISH, SPANISH, plan, words
from unit.render.work_sample import stocktake, working

from planpress.model.period import Period
from planpress.render.calendar_file import calendar_file

ROOT = Path(__file__).resolve().parents[3]
START = datetime(2023, 7, 1, tzinfo=UTC)


def entries(made, language=ENGLISH):
    """Return the entries of a calendar by what stands before the @, as another library reads it."""
    read = vobject.readOne(calendar_file(made, language).decode())
    found = [
        {name: [line.value for line in lines] for name, lines in event.contents.items()}
        | {"language": [event.summary.params["LANGUAGE"][0]]}
        for event in getattr(read, "vevent_list", ())
    ]
    for entry in found:
        assert {len(values) for values in entry.values()} == {1}
    plain = [{name: values[0] for name, values in entry.items()} for entry in found]
    assert len({entry["uid"] for entry in plain}) == len(plain)
    return {entry["uid"].removesuffix("@alder.example.org"): entry for entry in plain}


def test_every_field_of_a_stocktake_is_read_back():
    made = replace(
        working(stocktake("2026-09-15", summary=words("Fewer than, half; read well.\nSo be it."))),
        revised={"2026-09-15-tutoring": (3, date(2026, 8, 2))},
    )
    revised = datetime(2026, 8, 2, tzinfo=UTC)
    assert entries(made) == {
        "2026-09-15-tutoring": {
            "uid": "2026-09-15-tutoring@alder.example.org",
            "dtstamp": revised,
            "last-modified": revised,
            "sequence": "3",
            "dtstart": date(2026, 9, 15),
            "dtend": date(2026, 9, 16),
            "summary": "Stocktake: Tutoring",
            "description": "Held. Fewer than, half; read well.\nSo be it.",
            "url": "https://alder.example.org/plan/stocktakes/2026-09-15-tutoring/",
            "status": "CONFIRMED",
            "transp": "OPAQUE",
            "language": "en",
        }
    }


def test_every_field_of_an_awaited_result_is_read_back():
    made = working()
    waiting = replace(ASSESSMENT, awaited=Period.parse("2025-26"), due=date(2026, 12, 31))
    made = replace(made, assessments={**made.assessments, "grade-3": waiting})
    expected = {
        "uid": "grade-3-2025-26@alder.example.org",
        "dtstamp": START,
        "last-modified": START,
        "sequence": "0",
        "dtstart": date(2026, 12, 31),
        "dtend": date(2027, 1, 1),
        "summary": "Result expected: Lectura en tercer grado",
        "description": "By this day we expect the result for 2025–26: Lectura en tercer grado.",
        "url": "https://alder.example.org/plan/es/indicators/grade-3/",
        "status": "CONFIRMED",
        "transp": "TRANSPARENT",
        "language": "es",
    }
    assert entries(made, SPANISH) == {"grade-3-2025-26": expected}
    late = replace(made, as_of=date(2027, 1, 1))
    assert entries(late)["grade-3-2025-26"]["description"].endswith("It is not here yet.")
    assert entries(replace(made, as_of=date(2026, 12, 31)), SPANISH) == entries(made, SPANISH)


DRAFT = {"schedules": ({"period": "2026-27", "status": "draft"},)}
FINAL = {"schedules": ({"period": "2026-27", "status": "final"},)}


@pytest.mark.parametrize(
    ("day", "status", "facts", "expected"),
    [
        ("2026-12-01", "scheduled", DRAFT, "TENTATIVE"),
        ("2026-12-01", "scheduled", FINAL, "CONFIRMED"),
        ("2026-12-01", "scheduled", {}, "CONFIRMED"),
        ("2027-07-01", "scheduled", DRAFT, "CONFIRMED"),
        ("2026-09-01", "held", DRAFT, "CONFIRMED"),
        ("2026-09-01", "scheduled", DRAFT, "TENTATIVE"),
        ("2026-12-01", "cancelled", DRAFT, "CANCELLED"),
    ],
)
def test_the_state_of_a_stocktake_and_of_its_schedule_decide(day, status, facts, expected):
    made = working(stocktake(day, status), plan=plan(**facts))
    (entry,) = entries(made).values()
    assert entry["status"] == expected
    assert ("draft" in entry["description"]) is (expected == "TENTATIVE")


def test_a_postponed_one_stands_on_its_new_day_under_the_same_uid():
    moved = stocktake("2026-09-15", "postponed", moved_to="2026-12-01")
    entry = entries(working(moved))["2026-09-15-tutoring"]
    assert (entry["dtstart"], entry["dtend"]) == (date(2026, 12, 1), date(2026, 12, 2))
    assert (entry["status"], entry["summary"]) == (
        "CONFIRMED",
        "Stocktake: Tutoring (postponed)",
    )
    assert entry["description"] == "Postponed from September 15, 2026."
    lost = stocktake("2026-03-10", "postponed", moved_to="2026-05-10")
    assert entries(working(lost))["2026-03-10-tutoring"]["description"].endswith(
        "The day has passed. Nothing is recorded yet."
    )


def test_what_was_moved_to_a_stocktake_of_its_own_does_not_take_place_twice():
    moved = stocktake("2026-09-15", "postponed", moved_to="2026-12-01")
    found = entries(working(moved, stocktake("2026-12-01", "scheduled")))
    assert [(e["dtstart"], e["status"]) for e in found.values()] == [
        (date(2026, 12, 1), "CANCELLED"),
        (date(2026, 12, 1), "CONFIRMED"),
    ]


@pytest.mark.parametrize(
    ("as_of", "told"), [("2026-11-30", False), ("2026-12-01", True), ("2026-12-02", True)]
)
def test_nothing_that_was_found_later_is_told(as_of, told):
    later = stocktake("2026-12-01", title=words("SECRET"), summary=words("SECRET"))
    made = replace(working(later), as_of=date.fromisoformat(as_of))
    assert (b"SECRET" in calendar_file(made, ENGLISH)) is told


def test_the_file_is_the_same_each_time_and_its_lines_are_short():
    title = words("Tutoring", "Tutoría, niñez; ¿español? " * 8)
    made = working(stocktake("2026-09-15", title=title), stocktake("2026-03-01", "cancelled"))
    content = calendar_file(made, SPANISH)
    assert content == calendar_file(replace(made), SPANISH)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    read = vobject.readOne(content.decode())
    assert read.prodid.value == "-//planpress//ES"
    assert read.contents["x-wr-calname"][0].value == "Plan de Alder"
    assert read.contents["name"][0].params == {"LANGUAGE": ["es"]}
    assert [e.summary.value for e in read.vevent_list][1] == title.texts["es"]
    assert [e.dtstart.value for e in read.vevent_list] == sorted(
        e.dtstart.value for e in read.vevent_list
    )


def test_uids_stay_the_same_wherever_the_site_is_put():
    made = working(stocktake())
    moved = replace(made, base_url="http://127.0.0.1:8000/")
    assert list(entries(moved)) == list(entries(made))
    assert entries(moved)["2026-09-15-tutoring"]["url"].startswith("http://127.0.0.1:8000/")


def test_there_is_a_calendar_in_each_language_where_there_are_stocktakes():
    def paths(made):
        return [f.path for f in machine_files(made, leaves(made)) if f.path.endswith(".ics")]

    assert paths(working(stocktake())) == ["calendar.ics", "es/calendar.ics"]
    assert paths(working()) == []


def test_a_plan_without_calendar_and_news_does_not_pay_for_them():
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from unit.render.speaking import real\n"
        "from rendering import render\n"
        "assert render(real())[0]\n"
        "print({'icalendar', 'feedgen'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.stdout == "set()\n", told.stderr


def test_a_calendar_that_says_the_same_is_not_written_again(monkeypatch):
    made = working(stocktake())
    first = calendar_file(made, ENGLISH)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert calendar_file(replace(made, assessments=dict(made.assessments)), ENGLISH) == first
    moved = replace(made, base_url="https://other.example.org/")
    with pytest.raises(ImportError):
        calendar_file(moved, ENGLISH)
