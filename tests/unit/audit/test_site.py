"""Leaks planted in every kind of file are found, and a site without one passes."""

import io
import json
import zipfile

import pytest
from unit.audit.planted import SAFE, found, leaks, machine, page, plan, reading, table

from planpress.model.document import Document

CSV = table(*SAFE)


def one(leaking: Document, *, about: str = "Female", number: str) -> None:
    """Expect a single leak, in this file, that names the people and the number."""
    assert leaks(CSV) == []
    problems = found(CSV, leaking)
    assert problems, "the leak was not found"
    for problem in problems:
        assert problem.stops
        assert problem.rule == "privacy-leak"
        assert str(problem.place).startswith(leaking.path)
        assert about in problem.message
        assert number in problem.message


def test_a_site_that_hides_well_passes():
    series = [
        {"period": "2023-24", "codes": {}, "value": "62.0", "n": "100"},
        {"period": "2023-24", "codes": {"group": "female"}, "status": "suppressed"},
    ]
    groups = [{"group": "female", "status": "suppressed", "state": "hidden", "rule": 3}]
    api = machine({"id": "reading", "decimals": 1, "groups": groups, "series": series})
    text = page(
        "<p>62.0% in 2023–24, 64.0% in 2022–23. Female: 66.0% in 2022–23, and 62 of everyone."
        " Not shown to protect privacy: Female; Male.</p>"
        "<table><tr><th>Who</th><th>Result in 2023–24</th></tr>"
        "<tr><th>Female</th><td>Not shown</td></tr></table>"
    )
    assert leaks(CSV, api, text) == []


def test_a_site_without_anything_hidden_reads_no_page():
    assert leaks(table("2023-24,62.0,100"), Document("index.html", b"")) == []


def test_hidden_in_one_table_and_shown_in_another():
    copy = table("2023-24,70.0,,,female", path="files/reading.csv")
    one(copy, number="70.0")


def test_a_value_beside_the_word_suppressed():
    copy = table("2023-24,70.0,,suppressed,female", path="files/reading.csv")
    one(copy, number="70.0")


def test_a_note_with_a_number_beside_the_word_suppressed():
    copy = "period,status,group,note\n2023-24,suppressed,female,9 of 12 passed\n"
    one(Document("files/reading.csv", copy.encode()), number="9 of 12")


def test_inside_of_an_archive():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("tables/reading.csv", "period,value,group\n2023-24,70.0,female\n")
    one(Document("data/all.zip", packed.getvalue()), number="70.0")


ROW = {"period": "2023-24", "codes": {"group": "female"}, "status": "suppressed"}
GROUP = {"group": "female", "status": "suppressed", "state": "hidden"}


@pytest.mark.parametrize(
    "thing",
    [
        {"series": [{**ROW, "value": "70.5"}]},
        {"series": [{"period": "2023-24", "codes": {"group": "female"}, "value": 70.5}]},
        {"series": [{**ROW, "n": "70.5"}]},
        {"series": [{**ROW, "interval": {"low": "70.5", "high": "70.5"}}]},
        {"series": [{**ROW, "value": None, "difference": "70.5"}]},
        {"groups": [{**GROUP, "gap": "70.5"}]},
        {"groups": [{**GROUP, "gap": {"period": "2023-24", "value": "70.5"}}]},
        {"groups": [{"group": "female", "gap": {"period": "2023-24", "value": "70.5"}}]},
        {"groups": [{"group": "female", "latest": {"period": "2023-24", "value": "70.5"}}]},
        {"groups": [{"group": "female", "baseline": {"period": "2023-24", "value": "70.5"}}]},
        {"groups": [{**GROUP, "gain": "70.5"}]},
        {"groups": [{"group": "female", "changes": [{"since": "2023-24", "change": "70.5"}]}]},
        {"groups": [{**GROUP, "sentence": {"en": "70.5% of the planned gain."}}]},
        {"notes": "Of Female students, 70.5 percent read well."},
        {"female_estimate": 70.5},
    ],
)
def test_in_the_files_for_machines(thing):
    one(machine({"id": "reading", **thing}), number="70.5")


def test_in_rows_for_machines_of_any_file():
    rows = [{"indicator": "reading", "period": "2023-24", "group": "female", "value": "70.5"}]
    one(machine({"rows": rows}, "data/reading.json"), number="70.5")


def test_in_what_a_page_holds_for_search_engines():
    data = json.dumps({"name": "reading", "description": "Female: 70.5 in 2023–24"})
    one(page("", head=f'<script type="application/ld+json">{data}</script>'), number="70.5")
    rows = json.dumps({"data": [{"period": "2023-24", "group": "female", "value": 70.5}]})
    one(page("", head=f'<script type="application/ld+json">{rows}</script>'), number="70.5")


def test_in_what_a_page_holds_for_its_own_script():
    rows = json.dumps({"reading": [{"period": "2023-24", "group": "female", "value": "70.5"}]})
    one(page("", head=f'<script type="application/json">{rows}</script>'), number="70.5")


def test_in_the_data_package():
    package = {"resources": [{"name": "reading", "description": "Female: 70.5 in 2023-24"}]}
    one(machine(package, "data/datapackage.json"), number="70.5")


def test_the_change_to_what_is_hidden():
    rows = ("2022-23,64.0,100", "2023-24,,,suppressed")
    known = machine({"id": "reading", "changes": [{"since": "2022-23", "change": "6.5"}]})
    (problem,) = found(table(*rows), known)
    assert "everyone in 2023-24" in problem.message
    assert str(problem.place) == "api/indicators/reading.json"


def test_an_expected_value_from_a_hidden_baseline():
    rows = ("2020-21,,,suppressed,female", "2023-24,70.0,40,,female")
    known = machine({"id": "reading", "groups": [{"group": "female", "expected": "61.3"}]})
    (problem,) = found(table(*rows), known)
    assert "Female in 2020-21" in problem.message


GRID = (
    "<table><thead><tr><th>Period</th><th>Who</th><th>Value</th></tr></thead>"
    "<tr><th>2023–24</th><td>{}</td><td>{}</td></tr></table>"
)


@pytest.mark.parametrize(
    ("path", "name", "number"),
    [
        ("indicators/reading/index.html", "Female", "70.5%"),
        ("indicators/reading/index.html", "Female", "62.0%"),
        ("es/indicators/reading/index.html", "Femenino", "70,5%"),
        ("es/indicators/reading/index.html", "Femenino", "70.5 %"),
        ("embed/reading/index.html", "Female", "fewer than 16"),
    ],
)
def test_in_a_table_of_a_page(path, name, number):
    one(page(GRID.format(name, number), path), number=number.rstrip("%"))


def test_in_a_table_with_periods_above():
    head = "<tr><th>Who</th><th>Gap in 2023–24</th></tr>"
    one(page(f"<table>{head}<tr><td>Female</td><td>8.5</td></tr></table>"), number="8.5")


def test_in_a_table_without_periods():
    grid = "<table><tr><th>Who</th><th>Now</th></tr><tr><td>Female</td><td>70.5%</td></tr></table>"
    one(page(grid), number="70.5")


def test_in_a_table_whose_caption_says_who_and_when():
    grid = "<table><caption>Female, 2023–24</caption><tr><td>Result</td><td>70.5%</td></tr></table>"
    one(page(grid), number="70.5")


def test_in_a_table_of_another_page_that_links_to_the_measure():
    grid = (
        "<table><tr><th>Measure</th><th>Female, 2023–24</th></tr><tr><td>"
        '<a href="../indicators/reading/index.html">Reading</a></td><td>70.5%</td></tr></table>'
    )
    one(page(grid, "equity/index.html"), number="70.5")


MOVED = (
    '<svg><text transform="translate(6,5)">70.5</text>'
    '<text transform="translate(1,5)">Female</text></svg>'
)


@pytest.mark.parametrize(
    "body",
    [
        "<p>In 2023–24, Female students stood at 70.5%.</p>",
        "<p>El grupo Femenino llegó a 70,5% en 2023–24.</p>",
        "<ul><li>Female<br><span>70.5 percentage points</span></li></ul>",
        '<img src="x.png" alt="Female 70.5%">',
        '<div role="region" aria-label="Female: 70.5">…</div>',
        '<span data-value="70.5" title="Female: 70.5">…</span>',
        "<svg><title>Female: 70.5%</title><path/></svg>",
        "<svg><desc>Dot plot: Female 70.5%; Male.</desc></svg>",
        '<svg><text y="50.4">70.5%</text><text x="9" y="50.4">Female</text></svg>',
        MOVED,
    ],
)
def test_in_words_and_pictures_of_a_page(body):
    number = "70,5" if "70,5" in body else "70.5"
    one(page(body), number=number)


def test_in_the_description_for_search_engines():
    one(page("", head='<meta name="description" content="Female: 70.5%">'), number="70.5")


def test_in_the_text_of_the_picture_that_is_passed_on():
    head = '<meta property="og:image:alt" content="Reading. Female 70.5% in 2023–24">'
    assert leaks(table(*SAFE), page("", head=head))
    assert leaks(table(*SAFE), page("", "es/indicators/reading/index.html", head))


@pytest.mark.parametrize("path", ["embed/reading/index.html", "es/embed/reading/index.html"])
def test_in_a_chart_that_other_websites_show(path):
    told = '<p class="finding">Female students: 70.5% in 2023–24</p>'
    assert leaks(table(*SAFE), page(told, path))
    drawn = '<svg role="img"><text y="9">Female</text><text y="9">70.5% in 2023–24</text></svg>'
    assert leaks(table(*SAFE), page(drawn, path))
    assert not leaks(table(*SAFE), page('<p class="finding">62.0% in 2023–24</p>', path))


def test_below_a_heading_of_another_page():
    body = '<h3><a href="../indicators/reading/index.html">Reading</a></h3><p>Female: 70.5%.</p>'
    one(page(body, "equity/index.html"), number="70.5")


def test_in_a_picture_file():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><title>Female: 70.5%</title></svg>'
    one(Document("charts/reading.svg", svg), number="70.5")


def test_in_a_feed():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Reading: a new result</title>'
        '<content type="html">&lt;p&gt;Female: 70.5% in 2023–24.&lt;/p&gt;</content></entry></feed>'
    )
    one(Document("feed.xml", feed.encode()), number="70.5")


def test_in_a_calendar():
    event = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Reading\r\n"
        "DESCRIPTION:Female students: 7\r\n 0.5% in 2023-24.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    one(Document("calendar.ics", event.encode()), number="70.5")


def test_in_a_search_index():
    index = [{"title": "Reading", "text": "Reading: Female students stood at 70.5%."}]
    one(machine(index, "search/index.json"), number="70.5")


@pytest.mark.parametrize(
    "said",
    [
        '{"title":"Reading","text":"Reading: Female students stood at 70.5%."}',
        '{"title":"A page","indicator":"reading","text":"Female students stood at 70.5%."}',
    ],
)
def test_in_a_script_that_holds_data(said):
    script = f'const searchIndex = {{"kinds":{{}},\n"found":[\n{said}\n]}};\n'
    one(Document("search/index.js", script.encode()), number="70.5")


def test_what_stands_apart_in_a_script_that_holds_data_is_read_apart():
    found = '{"title":"Reading"},{"title":"Female teachers","text":"70.5% of staff"}'
    script = f'const searchIndex = {{"found":[{found}]}};'
    assert leaks(CSV, Document("search/index.js", script.encode())) == []


def test_a_script_that_works_is_read_as_a_text():
    script = b"const told = [1]; say(`Reading: Female students stood at 70.5%.`); told = [2];"
    one(Document("assets/told.js", script), number="70.5")


def test_in_a_text_that_was_attached():
    one(Document("tactics/reading/minutes.txt", b"Reading: Female 70.5%"), number="70.5")


def test_in_a_pdf_with_plain_letters():
    pdf = b"%PDF-1.4\nstream\nBT (Reading: Female 70.5%) Tj ET\nendstream\n"
    one(Document("reading.pdf", pdf), number="70.5")


def test_a_pdf_that_cannot_be_read_is_named():
    (problem,) = found(CSV, Document("scan.pdf", b"%PDF-1.4\nstream\n\x00\x01\nendstream\n"))
    assert (problem.rule, problem.stops) == ("not-audited", False)
    assert str(problem.place) == "scan.pdf"


def test_a_hidden_result_of_everyone_in_words():
    rows = ("2022-23,64.0,100", "2023-24,,,suppressed")
    assert leaks(table(*rows), page("<p>It was 64.0% in 2022–23; 2023–24 is not shown.</p>")) == []
    (problem,) = found(table(*rows), page("<p>It rose to 70.5% in 2023–24.</p>"))
    assert "70.5" in problem.message


def test_what_is_planned_may_be_said_beside_what_is_hidden():
    api = machine({"id": "reading", "target": {"period": "2024-25", "value": "77.0"}})
    body = "<p>Female students shall reach 77% by 2024–25.</p>"
    assert leaks(CSV, api, page(body)) == []


def test_one_row_told_in_two_ways():
    api = machine(
        {"id": "reading", "series": [{"period": "2023-24", "codes": {}, "value": "63.0"}]}
    )
    (problem,) = found(CSV, api)
    assert problem.rule == "numbers-disagree"
    assert problem.stops
    assert str(problem.place) == "api/indicators/reading.json"
    assert "62.0" in problem.message
    assert "63.0" in problem.message


def test_a_page_may_round_what_a_file_says():
    rows = table("2023-24,62.04,100", "2023-24,,,suppressed,female", "2023-24,,,suppressed,male")
    head = "<tr><th>Period</th><th>Result</th></tr>"
    grid = f"<table>{head}<tr><td>2023–24</td><td>{{}}%</td></tr></table>"
    assert leaks(rows, page(grid.format("62.0"))) == []
    (problem,) = found(rows, page(grid.format("63.0")))
    assert problem.rule == "numbers-disagree"


@pytest.mark.parametrize("written", ["2023-24,80.0,15", "2023-24,80.0,<=50", "2023-24,80.0,>=10"])
def test_a_row_about_too_few(written):
    (problem,) = found(table(written))
    assert "everyone in 2023-24" in problem.message
    assert str(problem.place) == "data/reading.csv"


def test_a_number_of_too_few_people():
    students = reading(unit="students", decimals="0")
    (problem,) = found(table("2023-24,7", "2022-23,70"), project=plan(students))
    assert "everyone in 2023-24" in problem.message


def test_hidden_in_a_file_for_machines_and_shown_in_a_table():
    hidden = machine({"id": "reading", "series": [ROW]})
    shown = table("2023-24,70.0,40,,female")
    problems = found(hidden, shown)
    assert problems
    assert {str(problem.place) for problem in problems} == {"data/reading.csv"}


def test_what_is_expected_may_stand_beside_what_is_hidden():
    rows = ("2022-23,64.0,100", "2023-24,,,suppressed")
    head = "<thead><tr><th>Period</th><th>Result</th><th>{}</th></tr></thead>"
    line = "<tr><th>2023–24</th><td>Not shown</td><td>66.5%</td></tr>"
    grid = f"<table>{head}{line}</table>"
    assert leaks(table(*rows), page(grid.format("Expected"))) == []
    spanish = page(grid.format("Previsto"), "es/indicators/reading/index.html")
    assert leaks(table(*rows), spanish) == []
    assert leaks(table(*rows), page(grid.format("Estimate")))
