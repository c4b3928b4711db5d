from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from unit.chart.small_plan import a_row

from planpress.chart.sketch import Sketch
from planpress.chart.spark import spark
from planpress.chart.subject import Subject
from planpress.chart.trend import trend
from planpress.model.assessment import State
from planpress.model.series import Series, Status
from planpress.model.words import Said

About = Callable[..., Subject]


def _roles(sketch: Sketch) -> list[str]:
    return [layer.role for layer in sketch.layers]


def _words(sketch: Sketch, role: str) -> list[str]:
    rows = (row for layer in sketch.layers if layer.role == role for row in layer.rows)
    return [str(row["text"]) for row in rows if "text" in row]


@pytest.mark.parametrize(
    ("indicator", "title"),
    [
        (
            "graduation-rate",
            "Four-year graduation rate rose from 81.4% in 2011–12 to 84.6% in 2023–24",
        ),
        ("dropout", "Dropout rate fell from 2.0% in 2011–12 to 1.5% in 2022–23"),
        (
            "rated",
            (
                "Ninth-graders on track stood at 63% in 2023–24, "
                "5 percentage points below the expected 68%"
            ),
        ),
        (
            "grade-3-reading",
            (
                "Third-graders who meet reading standards stood at 48% in 2022–23; "
                "the target is 53% in 2023–24"
            ),
        ),
        ("promise", "Families heard: the plan is to go from 50% in 2020–21 to 80% in 2025–26"),
    ],
)
def test_the_title_is_the_finding(about: About, indicator: str, title: str) -> None:
    draft = trend(about(indicator))
    assert draft
    assert draft.title == title


def test_the_subtitle_says_where_the_axis_begins_unless_at_zero(about: About) -> None:
    far, near = trend(about("graduation-rate")), trend(about("dropout"))
    assert far
    assert near
    assert far.subtitle == (
        "Four-year graduation rate · percent · overall · 2011–12 to 2023–24 · axis begins at 75%"
    )
    assert "axis" not in near.subtitle


def test_the_description_names_gaps_hidden_results_breaks_and_limits(about: About) -> None:
    graduation, rated, bounds = (trend(about(i)) for i in ("graduation-rate", "rated", "bounds"))
    assert graduation
    assert rated
    assert bounds
    assert (
        "Periods without a result: 2015–16, 2016–17, 2019–20, and 2020–21."
        in graduation.description
    )
    assert "cannot be compared with earlier ones: a new test is used." in rated.description
    assert "The latest result is rated Amber-Green." in rated.description
    assert "Not shown to protect privacy: 2022–23." in bounds.description
    assert "Not measured: 2023–24." in bounds.description
    assert "An open point" in bounds.description


def test_the_latest_point_has_its_rating_only_while_that_holds(about: About) -> None:
    rated = about("rated")
    assert rated.assessment
    overdue = replace(rated.assessment, state=State.OVERDUE)
    now, then = trend(rated), trend(about("rated", assessment=overdue))
    assert now
    assert then
    assert "latest rating-AG" in _roles(now.sketches["wide"])
    assert "latest" in _roles(then.sketches["wide"])
    assert "rated" not in then.description


def test_baseline_target_and_latest_are_labelled(about: About) -> None:
    draft = trend(about("rated"))
    assert draft
    for sketch in draft.sketches.values():
        assert _words(sketch, "value halo") == ["63%"]
        assert sorted(_words(sketch, "label halo")) == ["Baseline 50%", "Target 80%"]
        assert "Break in series" in _words(sketch, "muted halo")
        assert sum("20" in words for words in _words(sketch, "axis")) <= 5


def test_a_bound_is_an_open_point_and_hidden_results_are_not_drawn(about: About) -> None:
    draft = trend(about("bounds"))
    assert draft
    rows = [
        (layer.role, row["x"])
        for layer in draft.sketches["wide"].layers
        for row in layer.rows
        if layer.mark == "point"
    ]
    assert rows == [("point", 0), ("open", 1), ("latest", 4)]


def test_counts_name_their_unit_once_above_the_axis(about: About) -> None:
    draft = trend(about("enrolment"))
    assert draft
    assert _words(draft.sketches["narrow"], "axis")[-4:]
    assert "students" in _words(draft.sketches["wide"], "axis")
    assert _words(draft.sketches["wide"], "value halo") == ["76,172"]


def test_the_table_holds_every_result_and_what_was_expected(about: About) -> None:
    draft = trend(about("rated"))
    assert draft
    table = draft.table
    assert table.header == ("Period", "Result", "Expected", "Note")
    assert table.rows[0] == ("2020–21", "50%", "50%", "Baseline")
    assert table.rows[2] == ("2022–23", "55%", "62%", "Break in series")
    assert table.rows[-1] == ("2025–26", "Not yet published", "80%", "Target")
    assert table.rows[table.emphasis or 0][0] == "2023–24"


def test_a_hidden_result_is_in_the_table_without_its_number(about: About) -> None:
    draft = trend(about("bounds"))
    assert draft
    assert draft.table.header == ("Period", "Result", "Note")
    assert draft.table.rows[2][1] == "Not shown to protect privacy"


def test_a_result_just_as_expected_says_so(about: About) -> None:
    rated = about("rated")
    assert rated.assessment
    draft = trend(about("rated", assessment=replace(rated.assessment, expected=Decimal(63))))
    assert draft
    assert draft.title.endswith("63% in 2023–24, as expected")


def test_nothing_to_show_is_no_chart(about: About) -> None:
    assert trend(about("lone")) is None
    assert trend(about("empty")) is None


def test_a_note_of_the_data_file_says_its_language(about: About) -> None:
    def last_note(code: str) -> object:
        found = about("graduation-rate", code)
        assert found.series
        rows = tuple(
            row._replace(note="A note" if row.status is Status.PLAIN else "")
            for row in found.series.observations
        )
        draft = trend(replace(found, series=replace(found.series, observations=rows)))
        assert draft
        return draft.table.rows[-1][-1]

    assert last_note("en") == "A note"
    assert last_note("es") == (Said("A note", "en"),)


def test_known_intervals_are_drawn_behind_the_points_and_told(about: About) -> None:
    rows = (a_row("2021-22", "84.9"), a_row("2022-23", "90", "40"), a_row("2023-24", "84.6", "500"))
    series = Series(indicator="graduation-rate", observations=rows)
    draft = trend(about("graduation-rate", series=series))
    assert draft
    assert draft.subtitle.endswith(
        "thin lines: how far chance alone could move a value, 90 times out of 100"
    )
    assert (
        "Chance alone could put the result for 2023–24 anywhere from 81.8% to 87.1%, "
        "90 times out of 100." in draft.description
    )
    assert draft.table.header == ("Period", "Result", "90% interval")
    assert [row[2] for row in draft.table.rows] == ["not known", "79.5%–95.4%", "81.8%–87.1%"]
    for sketch in draft.sketches.values():
        roles = _roles(sketch)
        assert roles.index("interval") < roles.index("series") < roles.index("point")
        thin = [row for la in sketch.layers if la.role == "interval" for row in la.rows]
        assert [(row["x"], row["x2"]) for row in thin] == [(1, 1), (2, 2)]
        assert all(sketch.frame.y[0] <= row["y"] < row["y2"] <= sketch.frame.y[1] for row in thin)


def test_without_numbers_of_people_nothing_is_said_of_chance(about: About) -> None:
    draft = trend(about("graduation-rate"))
    assert draft
    assert "thin line" not in draft.subtitle
    assert "hance" not in draft.description
    assert "90% interval" not in draft.table.header
    assert "interval" not in _roles(draft.sketches["wide"])


def test_a_small_line_is_told_otherwise_than_the_chart(about: About) -> None:
    small, large = spark(about("rated")), trend(about("rated"))
    assert small
    assert large
    assert small.description != large.description
    assert small.description == (
        "A small line without axes: from 50% in 2020–21 to 63% in 2023–24. "
        "The latest result is rated Amber-Green."
    )
