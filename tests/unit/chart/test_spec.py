from collections.abc import Callable

import pytest

from planpress.chart.kinds import CHARTS
from planpress.chart.spec import specification
from planpress.chart.subject import Subject


@pytest.mark.parametrize("kind", CHARTS)
def test_altair_finds_the_specification_valid(about: Callable[..., Subject], kind: str) -> None:
    draft = CHARTS[kind](about("graduation-rate"))
    assert draft
    for sketch in draft.sketches.values():
        written = specification(sketch, validate=True)
        assert written == specification(sketch)
        assert len(written["layer"]) == len(sketch.layers)
