"""All figures of a plan."""

from collections.abc import Iterator, Mapping

from planpress.chart.kinds import CHARTS
from planpress.chart.mirror import turned
from planpress.chart.picture import drawing, whole
from planpress.chart.subject import Draft, Subject
from planpress.model.assessment import Assessment
from planpress.model.equity import GroupStanding
from planpress.model.figure import Figure
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.store import Store


def draw(
    project: Project,
    series: Mapping[str, Series],
    assessments: Mapping[str, Assessment],
    groups: Mapping[str, tuple[GroupStanding, ...]],
    languages: Mapping[str, Language],
    store: Store,
) -> dict[tuple[str, str, str], Figure]:
    """Return every figure by indicator, kind of chart and language.

    A chart that has nothing to show is absent. What was drawn before comes from the store; Altair
    is imported only for what is new.
    """
    return {
        (figure.indicator, figure.kind, figure.language): figure
        for language in languages.values()
        for indicator in project.indicators.values()
        for figure in _figures(
            Subject(
                project=project,
                indicator=indicator,
                series=series.get(indicator.id),
                assessment=assessments.get(indicator.id),
                standings=groups.get(indicator.id, ()),
                language=language,
            ),
            store,
        )
    }


def _figures(about: Subject, store: Store) -> Iterator[Figure]:
    for kind, chart in CHARTS.items():
        draft = chart(about)
        if draft:
            yield _figure(about, kind, draft, store)


def _figure(about: Subject, kind: str, draft: Draft, store: Store) -> Figure:
    language, indicator = about.language.code, about.indicator.id
    sketches = draft.sketches
    if about.language.direction == "rtl":
        sketches = {width: turned(sketch) for width, sketch in sketches.items()}
    return Figure(
        kind=kind,
        indicator=indicator,
        language=language,
        title=draft.title,
        subtitle=draft.subtitle,
        description=draft.description,
        pictures={
            width: whole(
                drawing(sketch, kind, width, store),
                key=f"chart-{indicator}-{kind}-{language}-{width}",
                width=sketch.frame.width,
                height=sketch.frame.height,
                language=language,
                title=draft.title,
                text=draft.description,
            )
            for width, sketch in sketches.items()
        },
        table=draft.table,
        source=draft.source,
    )
