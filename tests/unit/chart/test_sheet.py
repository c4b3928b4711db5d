"""A filled template is what Altair would have made, and what it holds does not depend on words."""

import json
from collections.abc import Iterable, Mapping

import pytest
import vl_convert
from altair.utils.schemapi import SchemaValidationError
from unit.chart.small_plan import a_plan, languages

from planpress.chart import sheet, spec
from planpress.chart.draw import drafted
from planpress.chart.mirror import turned
from planpress.chart.sketch import Frame, Layer, Mark, Sketch


@pytest.fixture(scope="module")
def sketches() -> list[Sketch]:
    drafts = drafted(*a_plan(), languages())
    found = [sketch for draft in drafts.values() for sketch in draft.sketches.values()]
    return [*found, *map(turned, found)]


def test_every_filled_layer_is_what_altair_makes_and_finds_valid(sketches: list[Sketch]) -> None:
    drawn = sheet.sheet_of(sketches)
    templates = spec.templates()
    assert {mark for _, mark, _ in drawn} == set(Mark)
    for kind, rows in drawn.items():
        layer = spec.layer(kind[1], sheet.look_of(kind))
        datasets = {"layer0": rows}
        whole = {**spec.frame(), "layer": [layer], "datasets": datasets}
        expected = json.dumps(vl_convert.vegalite_to_vega(whole))
        filled = sheet.filled(templates, {kind: rows})
        assert filled == json.loads(expected.replace("data_0", "layer0_data"))


def test_a_sheet_is_drawn_as_vega_lite_would_draw_it(sketches: list[Sketch]) -> None:
    drawn = sheet.sheet_of(sketches)
    layers = [
        spec.layer(kind[1], sheet.look_of(kind), f"layer{index}")
        for index, kind in enumerate(drawn)
    ]
    datasets = {f"layer{index}": rows for index, rows in enumerate(drawn.values())}
    whole = {**spec.frame(), "layer": layers, "datasets": datasets}
    svg = vl_convert.vega_to_svg(sheet.filled(spec.templates(), drawn))
    assert svg == vl_convert.vegalite_to_svg(whole)


def test_templates_outlive_a_store_that_knows_only_json(sketches: list[Sketch]) -> None:
    kept = json.loads(json.dumps(spec.templates()))
    drawn = sheet.sheet_of(sketches)
    assert sheet.filled(kept, drawn) == sheet.filled(spec.templates(), drawn)


def test_filling_leaves_the_templates_as_they_are(sketches: list[Sketch]) -> None:
    kept = spec.templates()
    sheet.filled(kept, sheet.sheet_of(sketches))
    assert kept == spec.templates()


def test_altair_refuses_a_look_that_there_is_not() -> None:
    with pytest.raises(SchemaValidationError, match="colour"):
        spec.layer(Mark.LINE, {"colour": "#000000"})


def test_places_are_the_pixels_of_the_frame(sketches: list[Sketch]) -> None:
    for sketch in sketches:
        drawn = sheet.sheet_of([sketch])
        for layer in sketch.layers:
            placed = drawn[sheet.kind_of(layer)]
            for row in layer.rows:
                at = (sketch.frame.across(float(row["x"])), sketch.frame.down(float(row["y"])))
                assert any(_close(at, (other["x"], other["y"])) for other in placed)


def _close(one: Iterable[float], other: Iterable[float | str]) -> bool:
    return all(abs(a - float(b)) < 1e-6 for a, b in zip(one, other, strict=True))


def test_no_word_is_on_a_sheet(sketches: list[Sketch]) -> None:
    def texts(rows: Iterable[Mapping[str, float | str]]) -> set[float | str]:
        return {row.get("text", "") for row in rows} | {row.get("tip", "") for row in rows}

    for rows in sheet.sheet_of(sketches).values():
        assert texts(rows) == {""}


def test_on_a_scale_of_one_value_everything_is_in_the_middle() -> None:
    frame = Frame(width=9, height=9, left=1, right=9, top=0, bottom=9, x=(2.0, 2.0), y=(0.0, 9.0))
    layer = Layer("point", Mark.POINT, ({"x": 2.0, "y": 9.0},))
    (rows,) = sheet.sheet_of([Sketch(frame=frame, layers=(layer,))]).values()
    assert rows == [{"text": "", "x": 5.0, "y": 0.0}]
