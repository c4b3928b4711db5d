from collections.abc import Callable
from dataclasses import replace

from unit.chart.small_plan import a_series

from planpress.chart.groups import groups
from planpress.chart.subject import Subject
from planpress.model.series import Status

About = Callable[..., Subject]


def test_title_and_description_give_the_numbers(about: About) -> None:
    draft = groups(about("graduation-rate"))
    assert draft
    assert draft.title == (
        "Four-year graduation rate ranged from 45.5% (Native Hawaiian or Other Pacific Islander) "
        "to 95.9% (Asian) in 2023–24"
    )
    assert "Homeless 57.1%" in draft.description
    assert draft.description.endswith(
        "Not shown to protect privacy: American Indian or Alaska Native; Foster."
    )


def test_dots_are_sorted_and_hidden_groups_not_drawn(about: About) -> None:
    draft = groups(about("graduation-rate"))
    assert draft
    for sketch in draft.sketches.values():
        dots = [row for la in sketch.layers if la.role == "point large" for row in la.rows]
        assert len(dots) == 13
        assert [dot["x"] for dot in dots] == sorted((dot["x"] for dot in dots), reverse=True)
        assert "Foster" not in " ".join(sketch.words())


def test_the_table_has_everyone_first_and_the_hidden_last(about: About) -> None:
    draft = groups(about("graduation-rate"))
    assert draft
    rows = draft.table.rows
    assert draft.table.emphasis == 0
    assert rows[0][:2] == ("Overall", "84.6%")
    assert draft.table.header == (
        "Student group",
        "Result",
        "90% interval",
        "Gap to everyone (percentage points)",
        "Gap in 2020–21 (percentage points)",
        "The gap is",
        "People counted",
    )
    assert rows[1] == (
        "Asian",
        "95.9%",
        "93.1%–97.6%",
        "11.3 ahead",
        "10.0 ahead",
        "widening (may be chance)",
        "217",
    )
    assert rows[-1] == ("Foster", "Not shown to protect privacy", *["Not shown"] * 5)
    named = {row[0]: row for row in rows}
    assert named["Students with Disabilities"][3:6] == ("13.7 behind", "not known", "not known")


def test_columns_without_numbers_are_left_out(about: About) -> None:
    found = about("graduation-rate", standings=())
    assert found.series
    bare = tuple(row._replace(n=None) for row in found.series.observations)
    draft = groups(replace(found, series=replace(found.series, observations=bare)))
    assert draft
    assert draft.table.header == ("Student group", "Result")
    assert "thin line" not in draft.subtitle


def test_a_standing_of_another_period_is_not_set_beside_this_one(about: About) -> None:
    found = about("graduation-rate")
    assert found.series
    later = tuple(row._replace(period=row.period.next) for row in found.series.by("group"))
    draft = groups(replace(found, series=replace(found.series, observations=later)))
    assert draft
    assert "Gap to everyone (percentage points)" not in draft.table.header


def test_intervals_are_thin_lines_within_the_scale(about: About) -> None:
    draft = groups(about("graduation-rate"))
    assert draft
    assert draft.subtitle.endswith(
        "thin lines: how far chance alone could move a value, 90 times out of 100"
    )
    assert (
        "for Native Hawaiian or Other Pacific Islander, chance alone could put it anywhere from "
        "29.5% to 62.5%, 90 times out of 100." in draft.description
    )
    for sketch in draft.sketches.values():
        roles = [layer.role for layer in sketch.layers]
        assert roles.index("interval") < roles.index("point large")
        thin = [row for la in sketch.layers if la.role == "interval" for row in la.rows]
        assert len(thin) == 13
        assert all(sketch.frame.x[0] <= row["x"] < row["x2"] <= sketch.frame.x[1] for row in thin)


def test_a_long_label_moves_above_its_dot_in_a_narrow_picture(about: About) -> None:
    spanish = groups(about("graduation-rate", "es"))
    assert spanish
    assert spanish.sketches["narrow"].frame.left > 100
    plain = about("graduation-rate")
    assert plain.project.dimensions
    unlabelled = replace(plain, project=replace(plain.project, dimensions=None))
    assert plain.series
    long = tuple(
        row._replace(codes=(("group", " ".join([row.codes[0][1]] * 9)),)) if row.codes else row
        for row in plain.series.observations
    )
    stacked = groups(replace(unlabelled, series=replace(plain.series, observations=long)))
    assert stacked
    assert stacked.sketches["narrow"].frame.left < 10


def test_no_group_rows_or_all_hidden_is_no_chart(about: About) -> None:
    plain = about("graduation-rate")
    assert plain.series
    hidden = tuple(
        row._replace(value=None, n=None, status=Status.SUPPRESSED)
        for row in plain.series.by("group")
    )
    none = a_series("graduation-rate", {"2023-24": "84.6"})
    assert groups(replace(plain, series=none)) is None
    assert groups(replace(plain, series=replace(none, observations=hidden))) is None
    assert groups(about("empty")) is None
