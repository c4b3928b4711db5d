"""What is drawn together, what is drawn once, and what is imported for it."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
import vl_convert
from unit.chart.small_plan import a_plan, languages

from planpress.chart import drawings, sheet, spec, vega
from planpress.chart.draw import drafted, finished
from planpress.chart.drawings import AT_ONCE
from planpress.chart.sketch import Frame, Layer, Mark, Sketch
from planpress.chart.svg import cut
from planpress.options import Options
from planpress.pipeline import examine
from planpress.store import Store
from planpress.workers.share import Workers

ROOT = Path(__file__).parents[3]


class Counted(Workers):
    """Workers that count how often they are asked, and for how much."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[int]] = []

    def share(self, run: Any, tasks: Sequence[Any], common: Any = None, **_: Any) -> Iterator[Any]:
        self.asked.append([len(task) for task in tasks])
        return (run(common, task) for task in tasks)


def _sketches(drafts: Any) -> list[Sketch]:
    return [sketch for draft in drafts.values() for sketch in draft.sketches.values()]


@pytest.fixture(scope="module")
def small() -> list[Sketch]:
    return _sketches(drafted(*a_plan(), languages()))


@pytest.fixture(scope="module")
def foothills(tmp_path_factory: pytest.TempPathFactory) -> list[Sketch]:
    options = Options(
        project=ROOT / "examples" / "foothills",
        output=tmp_path_factory.mktemp("site"),
        today=date(2026, 10, 15),
        as_of=date(2026, 10, 15),
        full=True,
    )
    found = examine(options)
    project, judged = found.reading.project, found.judged
    assert project
    assert judged
    facts = (project, judged.series, judged.assessments, judged.groups)
    return _sketches(drafted(*facts, found.languages))


def _worded(sketches: Sequence[Sketch]) -> sheet.Sheet:
    """Return the sheet with all words on it, as Vega has to have it if they moved anything."""
    drawn = sheet.sheet_of(sketches)
    rows: dict[sheet.Kind, Iterator[Any]] = {kind: iter(drawn[kind]) for kind in drawn}
    worded: dict[sheet.Kind, list[Any]] = {kind: [] for kind in drawn}
    for layer in (layer for sketch in sketches for layer in sketch.layers):
        for row in layer.rows:
            placed = {**next(rows[sheet.kind_of(layer)]), "text": row.get("text", "")}
            worded[sheet.kind_of(layer)].append(placed)
    return worded


MARKS = (
    Layer("grid", Mark.RULE, ({"x": 0, "x2": 3, "y": 30, "y2": 30},)),
    Layer("own", Mark.BAR, ({"x": 0, "x2": 1.5, "y": 25, "y2": 28},)),
    Layer(
        "series",
        Mark.LINE,
        (
            {"x": 0, "y": 20, "part": 0},
            {"x": 1, "y": 37.5, "part": 0},
            {"x": 2, "y": 40, "part": 1},
            {"x": 3, "y": 50, "part": 1},
        ),
    ),
    Layer("latest rating-AR", Mark.POINT, ({"x": 1, "y": 37.5, "tip": "2024: 37.5 %"},)),
    Layer("value halo", Mark.TEXT, ({"x": 1, "y": 37.5, "text": "R & D"},), "end"),
    Layer("axis", Mark.TEXT, ({"x": 3, "y": 20, "text": "2025"},)),
)
DRAWN = """
<g class="grid" stroke="#dfe1e2" stroke-width="1">
<line transform="translate(10,31.67)" x2="80"/></g>
<g class="own" fill="#1a4480"><path d="M10,34.33h40v4h-40Z"/></g>
<g class="series" stroke="#1a4480" stroke-width="2.5" stroke-linecap="round"
 stroke-linejoin="round" fill="none">
<path d="M10,45L36.67,21.67"/><path d="M63.33,18.33L90,5"/></g>
<g class="latest rating-AR" fill="#C2500A" stroke="#ffffff" stroke-width="1.5">
<path transform="translate(36.67,21.67)" d="M0,-5.28L-6.09,5.28L6.09,5.28Z">
<title>2024: 37.5 %</title></path></g>
<g class="value halo" text-anchor="end" font-size="14" font-weight="700" fill="#1b1b1b"
 stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">
<text transform="translate(36.67,25.67)">R &amp; D</text></g>
<g class="axis" text-anchor="middle" font-size="14" fill="#565c65">
<text transform="translate(90,49)">2025</text></g>
"""


def test_every_mark_stands_where_its_frame_says() -> None:
    ends = {"left": 10.0, "right": 90.0, "top": 5.0, "bottom": 45.0}
    frame = Frame(width=100, height=50, **ends, x=(0.0, 3.0), y=(20.0, 50.0))
    sketch = Sketch(frame=frame, layers=MARKS)
    (drawing,) = drawings.drawings([sketch], Store(None), Workers())
    assert drawing == DRAWN.replace("\n", "")


def test_words_move_nothing_in_any_chart_of_foothills(foothills: list[Sketch]) -> None:
    worded, templates = _worded(foothills), spec.templates()
    svg = vl_convert.vega_to_svg(sheet.filled(templates, worded))
    for words in ("Overall", "Target"):
        assert f"{words} " in svg
    assert cut(svg, worded, foothills) == vega.drawn(templates, foothills)
    texts = [w for s in foothills for la in s.layers if la.mark is Mark.TEXT for w in la.rows]
    assert len(texts) > 3000
    assert all(f">{escape(str(row['text']), quote=False)}<" in svg for row in texts)


def test_a_drawing_does_not_depend_on_what_else_is_on_its_sheet(small: list[Sketch]) -> None:
    templates = spec.templates()
    alone = [vega.drawn(templates, (sketch,))[0] for sketch in small[:12]]
    assert vega.drawn(templates, small)[:12] == alone
    assert vega.drawn(templates, small[11::-1]) == alone[::-1]


def test_what_differs_only_in_words_is_drawn_once_and_says_its_own(small: list[Sketch]) -> None:
    sketch = next(s for s in small if any(layer.mark is Mark.TEXT for layer in s.layers))
    other = replace(sketch, layers=tuple(map(_other_words, sketch.layers)))
    workers = Counted()
    one, two = drawings.drawings([sketch, other], Store(None), workers)
    assert workers.asked == [[1]]
    assert one != two
    assert "a &lt; b" in two
    assert "a &lt; b" not in one
    apart = [drawings.drawings([s], Store(None), Workers())[0] for s in (sketch, other)]
    assert apart == [one, two]


def _other_words(layer: Layer) -> Layer:
    rows = ({**row, "text": "a < b"} if "text" in row else row for row in layer.rows)
    return replace(layer, rows=tuple(rows))


def test_another_place_is_another_drawing(small: list[Sketch]) -> None:
    moved = replace(small[0], frame=replace(small[0].frame, left=small[0].frame.left + 1))
    workers = Counted()
    one, other = drawings.drawings([small[0], moved], Store(None), workers)
    assert workers.asked == [[2]]
    assert one != other


def test_all_that_is_new_is_shared_out_at_once_and_only_that(small: list[Sketch]) -> None:
    store, workers = Store(None), Counted()
    drawings.drawings(small[:3], store, workers)
    moved = [
        replace(s, frame=replace(s.frame, left=s.frame.left + n)) for n in range(40) for s in small
    ]
    new = {sketch.outline() for sketch in moved} - {sketch.outline() for sketch in small[:3]}
    drawings.drawings(moved, store, workers)
    drawings.drawings(moved, store, workers)
    _, batches = workers.asked
    assert sum(batches) == len(new)
    assert batches[:-1] == [AT_ONCE] * (len(batches) - 1)
    assert len(batches) > 1


def test_figures_drawn_by_workers_are_the_same(figures: Any) -> None:
    drafts = drafted(*a_plan(), languages())
    workers = Workers(2)
    workers.worth = 0
    at_once, drawings.AT_ONCE = drawings.AT_ONCE, 20
    try:
        assert finished(drafts, Store(None), workers) == dict(figures)
    finally:
        drawings.AT_ONCE = at_once
        workers.close()


def test_what_is_drawn_by_kept_templates_needs_no_altair_and_no_pandas(tmp_path: Path) -> None:
    store = Store(tmp_path)
    drawings._templates(store)
    store.settle()
    program = """
import sys
from pathlib import Path
from tests.unit.chart.small_plan import a_plan, languages
from planpress.chart.draw import draw
from planpress.store import Store
figures = draw(*a_plan(), languages(), Store(Path(sys.argv[1])))
print(len(figures), *sorted({"altair", "pandas", "vl_convert"} & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    count, *imported = done.stdout.split()
    assert int(count) > 20, done.stderr
    assert imported == ["vl_convert"]


def test_a_worker_imports_little() -> None:
    program = """
import sys
from planpress.chart import vega
heavy = {"altair", "pandas", "pydantic", "babel", "jinja2", "lxml", "vl_convert", "numpy"}
print(*sorted(heavy & sys.modules.keys()), "and no more")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "and no more"


def test_who_has_started_vega_has_imported_nothing_else_heavy() -> None:
    program = """
import sys
from planpress.chart import vega
vega.start()
print(*sorted({"altair", "pandas", "vl_convert"} & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["vl_convert"]
