"""All figures of words of a plan."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from math import ceil

from planpress.chart.chain import chains
from planpress.chart.measure import fonts
from planpress.chart.milestones import milestones
from planpress.chart.mirror import turned_drawing
from planpress.chart.picture import whole
from planpress.chart.scene import WIDTHS, Content, Drawing, Scene, Told
from planpress.chart.strategy import strategies
from planpress.chart.theory import theories
from planpress.makers import makers
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
    told = {
        (subject, kind, scene.language.code): (told, scene.language.direction)
        for scene in scenes
        for kind, tell in DIAGRAMS.items()
        for subject, told in tell(scene)
    }
    keys = {
        key: {name: _key(one.content, width, direction) for name, width in WIDTHS.items()}
        for key, (one, direction) in told.items()
    }
    store.fetch(kept for names in keys.values() for kept in names.values())
    return {
        key: _diagram(
            key,
            one,
            {
                name: store.recalled(kept, partial(_drawing, one.content, WIDTHS[name], direction))
                for name, kept in keys[key].items()
            },
        )
        for key, (one, direction) in told.items()
    }


def _diagram(key: tuple[str, str, str], told: Told, drawn: Mapping[str, Drawing]) -> Diagram:
    subject, kind, language = key
    return Diagram(
        kind=kind,
        subject=subject,
        language=language,
        title=told.title,
        description=told.description,
        pictures={
            name: whole(
                drawing.svg,
                key=f"diagram-{subject.replace('/', '-')}-{kind}-{language}-{name}",
                width=WIDTHS[name],
                height=drawing.height,
                language=language,
                title=told.title,
                text=told.description,
            )
            for name, drawing in drawn.items()
        },
    )


def _key(content: Content, width: int, direction: str) -> str:
    return digest("diagram", direction, str(width), repr(content), makers(), fonts())


def _drawing(content: Content, width: int, direction: str) -> Drawing:
    made = content.drawn(width)
    if direction == "rtl":
        made = turned_drawing(made, width)
    return made._replace(height=ceil(made.height))
