"""If this and this, then that."""

import re
from dataclasses import replace

from unit.chart.diagram_plan import a_tactic, scene, the_plan
from unit.chart.small_plan import words

from planpress.chart.theory import Theory, theories
from planpress.model.words import Said


def test_it_is_said_in_one_sentence() -> None:
    told = dict(theories(scene()))["tactics/reading"]
    assert told.description == (
        "If we teach <well> & listen and only English knows this, then more children will read."
    )


def test_without_anything_that_is_done_there_is_no_figure() -> None:
    tactic = a_tactic("bare", theory_of_action={"then": words("all is well")})
    plan = replace(the_plan(), tactics={"bare": tactic}, priorities={})
    assert list(theories(scene(project=plan))) == []


def some(*ifs: str, then: str = "they read") -> Theory:
    return Theory(
        language="en",
        ifs=tuple(Said(one, "en") for one in ifs),
        then=Said(then, "en"),
        joints=("If", "and", "then"),
    )


def test_each_if_has_a_box_and_then_another() -> None:
    for width in (640, 340):
        svg = some("a", "b", "c").drawn(width).svg
        assert svg.count('<rect class="box"') == 3
        assert svg.count('<rect class="open"') == 1
        assert re.findall(">(If|and|then)<", svg) == ["If", "and", "and", "then"]


def test_a_result_longer_than_its_steps_makes_room() -> None:
    short, long = some("a").drawn(640), some("a", then="word " * 60).drawn(640)
    assert long.height > 3 * short.height
    assert min(float(y) for y in re.findall(r' y="([-\d.]+)"', long.svg)) >= 0


def test_on_a_phone_it_goes_downwards() -> None:
    wide, narrow = some("a", "b").drawn(640), some("a", "b").drawn(340)
    assert narrow.height > wide.height
