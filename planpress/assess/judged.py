"""All that is said of every measure on a day, kept by what it depends on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from planpress.makers import makers
from planpress.model.assessment import Assessment
from planpress.model.calendar import Calendar
from planpress.model.dataclass import dataclass
from planpress.model.equity import GROUP, GroupStanding
from planpress.model.language import Language
from planpress.model.linked import linked
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.model.stocktake import StocktakeRecord
from planpress.store import Store, digest

Languages = Mapping[str, Language]

Looked = Mapping[str, Sequence[StocktakeRecord]]
"""The stocktakes held, by the measures that they look back at."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The assessments of a day, of its student groups, and by stocktake those of its own day.

    `keys` are what stands for all that was said of a measure; empty where it is not known.
    """

    assessments: Mapping[str, Assessment]
    groups: Mapping[str, tuple[GroupStanding, ...]]
    that_day: Mapping[str, Mapping[str, Assessment]]
    keys: Mapping[str, str] = field(default_factory=dict)


def judged(
    project: Project,
    protected: Mapping[str, Series],
    as_of: date,
    languages: Languages,
    store: Store | None = None,
) -> Judged:
    """Return what `assess`, `groups_of` and `looked_back` say as of a day.

    Measures that are parts of one another are assessed together, and kept together in the store;
    so is what is said of them in every language.
    """
    looks = _looks(project, as_of)
    looked = _looked(project, looks)
    groups = linked(project.indicators, _parts(project))
    keys = [
        _key(project, protected, as_of, languages, looked, group) if store else ""
        for group in groups
    ]
    if store:
        store.fetch(filter(None, keys))
    found: list[Judged] = []
    for group, key in zip(groups, keys, strict=True):

        def make(group: tuple[str, ...] = group) -> Judged:
            return _judged(_only(project, group), protected, as_of, languages, looked)

        found.append(store.recalled(key, make) if store and key else make())
    known = {name: key for group, key in zip(groups, keys, strict=True) for name in group}
    return replace(_together(project, found, looks), keys=known)


def _looks(project: Project, as_of: date) -> dict[str, StocktakeRecord]:
    """Return the stocktakes on whose day something is looked back at."""
    return {
        stocktake.id: stocktake
        for stocktake in project.stocktakes.values()
        if stocktake.held_by(as_of) and stocktake.tactic in project.tactics
    }


def _parts(project: Project) -> Iterator[tuple[str, str]]:
    for indicator in project.indicators.values():
        for part in indicator.target.all_of:
            yield indicator.id, part


def _only(project: Project, group: tuple[str, ...]) -> Project:
    return replace(project, indicators={name: project.indicators[name] for name in group})


def _key(
    project: Project,
    protected: Mapping[str, Series],
    as_of: date,
    languages: Languages,
    looked: Looked,
    group: tuple[str, ...],
) -> str:
    """Return what stands for all that is said of some measures; empty where it is not known."""
    records = [project.indicators[name].source.digest for name in group]
    series = [protected[name].digest if name in protected else "none" for name in group]
    spoken = [text for code, one in languages.items() for text in (code, one.digest)]
    parts = (*records, *series, *spoken)
    if not all(parts):
        return ""
    facts = (
        as_of.isoformat(),
        tuple(project.plan.school_year_starts),
        project.codes_of(GROUP),
        [(name, look.id, look.date.isoformat()) for name in group for look in looked.get(name, ())],
    )
    return digest("judged", makers(), repr(facts), str(len(group)), *group, *parts)


def _looked(project: Project, looks: Mapping[str, StocktakeRecord]) -> Looked:
    """Return the stocktakes that look back at each measure."""
    found: dict[str, list[StocktakeRecord]] = {}
    for look in looks.values():
        for measure in project.measures_for(look.tactic):
            found.setdefault(measure.id, []).append(look)
    return found


def _judged(
    project: Project,
    protected: Mapping[str, Series],
    as_of: date,
    languages: Languages,
    looked: Looked,
) -> Judged:
    # what assesses is not needed where all has been said before
    from planpress.assess.equity import groups_of  # noqa: PLC0415
    from planpress.assess.method import assess  # noqa: PLC0415

    calendar = Calendar(as_of, project.plan.school_year_starts)
    own = {name: protected[name] for name in project.indicators if name in protected}
    series = {name: found.until(calendar) for name, found in own.items()}
    days: dict[str, date] = {}
    then: dict[str, list[str]] = {}
    for name in project.indicators:
        for look in looked.get(name, ()):
            days[look.id] = look.date
            then.setdefault(look.id, []).append(name)
    return Judged(
        assessments=_said(assess(project, series, as_of, languages)),
        groups={
            name: tuple(replace(one, assessment=_in_words(one.assessment)) for one in standings)
            for name, standings in groups_of(project, series, calendar, languages).items()
        },
        that_day={
            name: _said(assess(project, own, days[name], languages, only=measures))
            for name, measures in then.items()
        },
    )


def _said(found: Mapping[str, Assessment]) -> dict[str, Assessment]:
    return {name: replace(one, sentences=dict(one.sentences)) for name, one in found.items()}


def _in_words(found: Assessment | None) -> Assessment | None:
    return replace(found, sentences=dict(found.sentences)) if found else None


def _together(
    project: Project, found: list[Judged], looks: Mapping[str, StocktakeRecord]
) -> Judged:
    """Return it all in the order of the records."""
    assessments = {name: one for part in found for name, one in part.assessments.items()}
    groups = {name: one for part in found for name, one in part.groups.items()}
    that_day = {
        (look, name): one
        for part in found
        for look, measures in part.that_day.items()
        for name, one in measures.items()
    }
    return Judged(
        assessments={name: assessments[name] for name in project.indicators},
        groups={name: groups[name] for name in project.indicators if name in groups},
        that_day={
            name: {
                measure.id: that_day[name, measure.id]
                for measure in project.measures_for(look.tactic)
            }
            for name, look in looks.items()
        },
    )
