"""All figures of words of a plan."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path

from planpress.chart.chain import chains
from planpress.chart.measure import FONTS
from planpress.chart.milestones import milestones
from planpress.chart.mirror import turned_drawing
from planpress.chart.picture import whole
from planpress.chart.scene import WIDTHS, Content, Drawing, Scene, Told
from planpress.chart.strategy import strategies
from planpress.chart.theory import theories
from planpress.model.assessment import Assessment
from planpress.model.diagram import Diagram
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.store import Store, digest

DIAGRAMS: Mapping[str, Callable[[Scene], Iterator[tuple[str, Told]]]] = {
    "theory": theories,
    "chain": chains,
    "strategy": strategies,
    "milestones": milestones,
}
"""Kind of diagram to the function that tells it of each record that has it, by the record's key."""


def draw_diagrams(
    project: Project,
    assessments: Mapping[str, Assessment],
    as_of: date,
    languages: Mapping[str, Language],
    store: Store,
) -> dict[tuple[str, str, str], Diagram]:
    """Return every figure of words by record, kind and language.

    One that has nothing to show is absent. What was drawn before comes from the store.
    """
    scenes = (
        Scene(project=project, assessments=assessments, as_of=as_of, language=language)
        for language in languages.values()
    )
    return {
        (subject, kind, scene.language.code): _diagram(subject, kind, scene, told, store)
        for scene in scenes
        for kind, tell in DIAGRAMS.items()
        for subject, told in tell(scene)
    }


def _diagram(subject: str, kind: str, scene: Scene, told: Told, store: Store) -> Diagram:
    language = scene.language.code
    pictures = {}
    for name, width in WIDTHS.items():
        drawing = _drawing(told.content, width, scene.language.direction, store)
        pictures[name] = whole(
            drawing.svg,
            key=f"diagram-{subject.replace('/', '-')}-{kind}-{language}-{name}",
            width=width,
            height=drawing.height,
            language=language,
            title=told.title,
            text=told.description,
        )
    return Diagram(
        kind=kind,
        subject=subject,
        language=language,
        title=told.title,
        description=told.description,
        pictures=pictures,
    )


def _drawing(content: Content, width: int, direction: str, store: Store) -> Drawing:
    key = digest("diagram", direction, str(width), repr(content), _makers())
    kept = store.get(key)
    if kept is None:
        made = content.drawn(width)
        if direction == "rtl":
            made = turned_drawing(made, width)
        kept = f"{ceil(made.height)} {made.svg}".encode()
        store.put(key, kept)
    height, _, svg = kept.decode().partition(" ")
    return Drawing(svg, float(height))


@cache
def _makers() -> str:
    """Return a digest of all that can change a drawing: our code, the fonts, the widths."""
    here = Path(__file__).parent
    files = sorted(here.glob("*.py")) + sorted(FONTS.glob("*.t*"))
    return digest(*(part for file in files for part in (file.name, file.read_bytes())))
