from datetime import date

import pytest
from unit.render.sample import words

from planpress.model.milestone import Milestone, Reached

STEP = {"id": "a", "title": words("Hire"), "due": "2026-10-01"}


@pytest.mark.parametrize(
    ("day", "facts", "reached"),
    [
        (30, {}, Reached.DUE),
        (31, {}, Reached.DUE),
        (32, {}, Reached.LATE),
        (31, {"done": "2026-10-02"}, Reached.DUE),
        (32, {"done": "2026-10-02"}, Reached.DONE),
        (32, {"dropped": "2026-10-02"}, Reached.DROPPED),
        (32, {"dropped": "2026-10-03"}, Reached.LATE),
    ],
)
def test_a_step_is_late_the_day_after_and_what_comes_later_does_not_count(day, facts, reached):
    step = Milestone.model_validate({**STEP, **facts})
    as_of = date.fromordinal(date(2026, 8, 31).toordinal() + day)
    assert step.reached(as_of) is reached
