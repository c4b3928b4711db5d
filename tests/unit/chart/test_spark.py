from collections.abc import Callable

from planpress.chart.spark import spark
from planpress.chart.subject import Subject

About = Callable[..., Subject]


def test_gaps_stay_gaps_and_a_lone_result_a_point(about: About) -> None:
    draft = spark(about("enrolment"))
    assert draft
    sketch = draft.sketches["spark"]
    parts = {row["part"] for la in sketch.layers if la.mark == "line" for row in la.rows}
    points = [row["x"] for la in sketch.layers if la.role == "point tiny" for row in la.rows]
    assert len(parts) == 1
    assert points == [4, 6, 8, 11]


def test_there_is_no_text_and_the_rating_is_shown(about: About) -> None:
    draft = spark(about("rated"))
    assert draft
    sketch = draft.sketches["spark"]
    assert (sketch.frame.width, sketch.frame.height) == (120, 28)
    assert sketch.layers[-1].role == "latest rating-AG tiny"
    assert not [layer for layer in sketch.layers if layer.mark == "text"]


def test_fewer_than_two_results_are_no_line(about: About) -> None:
    assert spark(about("grade-3-reading")) is None
    assert spark(about("promise")) is None
    assert spark(about("empty")) is None
