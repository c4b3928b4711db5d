from dataclasses import replace

import pytest
from unit.render.sample import ASSESSMENT, indicator, priority, site
from unit.render.work_sample import tactic

from planpress.model.assessment import State
from planpress.model.concern import Concern, concern
from planpress.model.rating import Rating
from planpress.render.standing import (
    by_concern,
    by_rule,
    measures,
    of_priorities,
    of_tactics,
    standing,
)


def judged(name, state, rating=None):
    return replace(ASSESSMENT, indicator=name, state=state, rating=rating)


@pytest.mark.parametrize(
    ("state", "rating", "expected"),
    [
        (State.RATED, Rating.R, Concern.OFF_TRACK),
        (State.RATED, Rating.AR, Concern.OFF_TRACK),
        (State.RATED, Rating.AG, Concern.ON_TRACK),
        (State.MET, Rating.G, Concern.ON_TRACK),
        (State.NOT_MET, Rating.AG, Concern.OFF_TRACK),
        (State.LATE, None, Concern.OFF_TRACK),
        (State.DONE, None, Concern.ON_TRACK),
        (State.OVERDUE, None, Concern.OVERDUE),
        (State.NOT_SET, None, Concern.NOT_SET),
        (State.HIDDEN, None, Concern.WAITING),
        (State.NOT_DUE, None, Concern.WAITING),
    ],
)
def test_every_state_has_its_concern(state, rating, expected):
    assert concern(judged("a", state, rating)) is expected


def several():
    made = site(indicators={name: indicator(name) for name in ("green", "late", "red", "amber")})
    found = {
        "green": judged("green", State.RATED, Rating.G),
        "late": judged("late", State.LATE),
        "red": judged("red", State.RATED, Rating.R),
        "amber": judged("amber", State.RATED, Rating.AR),
    }
    return replace(made, assessments=found)


def test_measures_are_grouped_with_the_worst_first_and_no_empty_group():
    made = several()
    groups = by_concern(made, measures(made))
    assert [(kind, [m.id for m in found]) for kind, found in groups] == [
        (Concern.OFF_TRACK, ["red", "amber", "late"]),
        (Concern.ON_TRACK, ["green"]),
    ]


def test_ratings_and_states_are_counted_apart():
    made = several()
    counted = standing(made, measures(made))
    assert (counted.total, counted.rated) == (4, 3)
    assert dict(counted.tally.by_rating)[Rating.G] == 1
    assert counted.states == {State.LATE: 1}


def test_background_numbers_are_no_measures():
    ground = indicator("ground", priority=None, target={"type": "none"})
    made = site(indicators={"grade-3": indicator(), "ground": ground})
    assert [m.id for m in measures(made)] == ["grade-3"]


def test_a_target_that_was_not_met_is_not_on_track_whatever_its_rating():
    made = several()
    missed = {**made.assessments, "green": judged("green", State.NOT_MET, Rating.AG)}
    counted = standing(replace(made, assessments=missed), measures(made))
    assert (counted.on_track, counted.off_track) == (0, 4)
    counted = standing(made, measures(made))
    assert (counted.on_track, counted.off_track) == (1, 3)


def test_every_rule_of_the_method_has_its_measures():
    made = several()
    assessments = {**made.assessments, "late": replace(made.assessments["late"], rule=1)}
    found = by_rule(replace(made, assessments=assessments), measures(made))
    assert [rule for rule, _ in found] == list(range(1, 11))
    assert {rule: [m.id for m in some] for rule, some in found if some} == {
        1: ["late"],
        8: ["green", "red", "amber"],
    }


def test_roll_ups_are_of_priorities_and_of_tactics():
    ground = indicator("ground", role="system", target={"type": "none"})
    made = site(
        priorities={"reading": priority(), "math": priority("math")},
        indicators={"grade-3": indicator(), "ground": ground},
        tactics={
            "tutors": tactic("tutors", smart_goals=("grade-3", "ground")),
            "hours": tactic("hours", priority="math", smart_goals=()),
        },
    )
    assert [(r.path, len(r.measures)) for r in of_priorities(made)] == [
        ("priorities/reading/", 1),
        ("priorities/math/", 0),
    ]
    assert [(r.path, [m.id for m in r.measures]) for r in of_tactics(made)] == [
        ("tactics/tutors/", ["grade-3"]),
        ("tactics/hours/", []),
    ]
    assert [r.path for r in of_tactics(made, "math")] == ["tactics/hours/"]
