"""The page for staff: what is missing, stale or unreviewed in every language but the first."""

from collections.abc import Iterable, Mapping, Sequence

from planpress.model.dataclass import dataclass
from planpress.model.site import Site
from planpress.model.translation import Count, Standing, State, Unit
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
    if not site.translations.standings:
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
                LanguageToDo(code, site.translations.count(code), _records(site, standings))
                for code, standings in site.translations.standings.items()
            ),
            "states": tuple(State),
        },
    )


def _records(site: Site, standings: Sequence[Standing]) -> tuple[RecordToDo, ...]:
    return tuple(_to_do(site, one) for one in standings if not one.complete)


def _to_do(site: Site, standing: Standing) -> RecordToDo:
    found = site.project.worded[standing.record]
    title = getattr(found, "title", None) or getattr(found, "quote", None)
    return RecordToDo(
        record=standing.record,
        title=title if isinstance(title, Words) else Words(),
        path=found.source.path,
        states={state: standing.counts.get(state, 0) for state in _TO_DO},
        stale=standing.stale,
    )
