"""The page for staff: what is missing, stale or unreviewed in every language but the first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planpress.model.site import Site
from planpress.model.translation import Count, State, Unit
from planpress.model.words import Words
from planpress.render.leaf import Leaf, say_in_all

_TO_DO = (State.MISSING, State.STALE, State.UNREVIEWED, State.UNRECORDED)


@dataclass(frozen=True, slots=True)
class RecordToDo:
    """A record with something to do in a language: how many units of each state, and the stale."""

    record: str
    title: Words
    path: str
    states: Mapping[State, int]
    stale: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class LanguageToDo:
    """A language, its counts, and its records with something to do."""

    code: str
    count: Count
    records: tuple[RecordToDo, ...]


def translations_page(site: Site) -> Iterable[Leaf]:
    """Return the page about translations; none where the plan has one language."""
    if not site.translations.units:
        return
    yield Leaf(
        template="pages/translations.html",
        path="translations/",
        title=say_in_all(site, "Translations"),
        summary=say_in_all(site, "For staff: what is still to be done in each language."),
        made_from=site.project.plan.source.path,
        records=("plan",),
        for_staff=True,
        context={
            "languages_to_do": tuple(
                LanguageToDo(code, site.translations.count(code), _records(site, units))
                for code, units in site.translations.units.items()
            ),
            "states": tuple(State),
        },
    )


def _records(site: Site, units: Sequence[Unit]) -> tuple[RecordToDo, ...]:
    by_record: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.state is not State.COMPLETE:
            by_record.setdefault(unit.record, []).append(unit)
    return tuple(_to_do(site, record, own) for record, own in by_record.items())


def _to_do(site: Site, record: str, units: Sequence[Unit]) -> RecordToDo:
    found = site.project.worded[record]
    title = getattr(found, "title", None) or getattr(found, "quote", None)
    return RecordToDo(
        record=record,
        title=title if isinstance(title, Words) else Words(),
        path=found.source.path,
        states={state: sum(unit.state is state for unit in units) for state in _TO_DO},
        stale=tuple(unit for unit in units if unit.state is State.STALE),
    )
