"""All figures of a plan."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from planpress.chart.drawings import drawings
from planpress.chart.kinds import CHARTS
from planpress.chart.mirror import turned
from planpress.chart.picture import whole
from planpress.chart.subject import Draft, Subject
from planpress.model.assessment import Assessment
from planpress.model.equity import GroupStanding
from planpress.model.figure import Figure
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.store import Store
from planpress.workers.share import Workers

Key = tuple[str, str, str]
"""Indicator, kind of chart and language."""

_ALONE = Workers()


def draw(  # noqa: PLR0913 (what is known, in which languages, and who helps)
    project: Project,
    series: Mapping[str, Series],
    assessments: Mapping[str, Assessment],
    groups: Mapping[str, tuple[GroupStanding, ...]],
    languages: Mapping[str, Language],
    store: Store,
    *,
    workers: Workers = _ALONE,
    only: Collection[str] | None = None,
) -> dict[Key, Figure]:
    """Return every figure by indicator, kind of chart and language; of some indicators if `only`.

    A chart that has nothing to show is absent. What was drawn before comes from the store.
    """
    drafts = drafted(project, series, assessments, groups, languages, only=only)
    return finished(drafts, store, workers)


def drafted(
    project: Project,
    series: Mapping[str, Series],
    assessments: Mapping[str, Assessment],
    groups: Mapping[str, tuple[GroupStanding, ...]],
    languages: Mapping[str, Language],
    *,
    only: Collection[str] | None = None,
) -> dict[Key, Draft]:
    """Return the figures that `draw` will draw: all of them but their pictures."""
    chosen = project.indicators if only is None else only
    return {
        (indicator.id, kind, language.code): draft
        for language in languages.values()
        for indicator in map(project.indicators.__getitem__, chosen)
        for kind, draft in _drafts(
            Subject(
                project=project,
                indicator=indicator,
                series=series.get(indicator.id),
                assessment=assessments.get(indicator.id),
                standings=groups.get(indicator.id, ()),
                language=language,
            )
        )
    }


def finished(drafts: Mapping[Key, Draft], store: Store, workers: Workers) -> dict[Key, Figure]:
    """Return drafts as figures; all that is new is drawn together, so give them all at once."""
    sketches = [sketch for draft in drafts.values() for sketch in draft.sketches.values()]
    drawn = iter(drawings(sketches, store, workers))
    return {
        key: _figure(key, draft, islice(drawn, len(draft.sketches)))
        for key, draft in drafts.items()
    }


def _drafts(about: Subject) -> Iterator[tuple[str, Draft]]:
    for kind, chart in CHARTS.items():
        draft = chart(about)
        if draft and about.language.direction == "rtl":
            sketches = {width: turned(sketch) for width, sketch in draft.sketches.items()}
            yield kind, replace(draft, sketches=sketches)
        elif draft:
            yield kind, draft


def _figure(key: Key, draft: Draft, drawn: Iterator[str]) -> Figure:
    indicator, kind, language = key
    return Figure(
        kind=kind,
        indicator=indicator,
        language=language,
        title=draft.title,
        subtitle=draft.subtitle,
        description=draft.description,
        pictures={
            width: whole(
                drawing,
                key=f"chart-{indicator}-{kind}-{language}-{width}",
                width=sketch.frame.width,
                height=sketch.frame.height,
                language=language,
                title=draft.title,
                text=draft.description,
            )
            for (width, sketch), drawing in zip(draft.sketches.items(), drawn, strict=True)
        },
        table=draft.table,
        source=draft.source,
    )
