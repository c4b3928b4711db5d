"""The charts and diagrams of a plan, drawn again only where what they show has changed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from planpress.facts.cells import Cells
from planpress.facts.known import Marked
from planpress.facts.mark import mark
from planpress.facts.noting import Fact, noting
from planpress.facts.view import View
from planpress.model.card import Card, Painter
from planpress.model.diagram import Diagram
from planpress.model.figure import Figure
from planpress.options import Options
from planpress.progress import QUIET, Progress
from planpress.spent import of
from planpress.store import Store, digest

P = TypeVar("P", Figure, Diagram)
Key = tuple[str, str, str]


class Pictures(Marked[P]):
    """Pictures by their keys; those that were drawn before are loaded when somebody asks."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._marks: dict[Key, bytes] = {}
        self._drawn: dict[Key, P] = {}
        self._bundles: dict[Key, tuple[str, Callable[[], Mapping[Key, P]]]] = {}

    def add(
        self, marks: Mapping[Key, bytes], bundle: str, again: Callable[[], Mapping[Key, P]]
    ) -> None:
        """Add pictures that are kept together; `again` draws them should they be gone."""
        self._marks |= marks
        self._bundles |= dict.fromkeys(marks, (bundle, again))

    def mark_of(self, key: Any) -> bytes:
        """Return the mark of a picture."""
        return self._marks[key]

    def __getitem__(self, key: Key) -> P:
        if key not in self._drawn:
            bundle, again = self._bundles[key]
            self._drawn |= self._store.recalled(bundle, again)
        return self._drawn[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class Work(NamedTuple):
    """What a picture is made of before it is drawn: its facts, and what is to be drawn."""

    facts: Collection[Fact]
    drafts: Mapping[Key, Any]


def pictures(
    view: View, cells: Cells, options: Options, progress: Progress = QUIET
) -> dict[str, Any]:
    """Return the `figures` and `diagrams` of a site that has none yet."""
    site, store = view.noted, options.store

    def draft(names: Collection[str]) -> dict[str, Work]:
        from planpress.chart.draw import drafted  # noqa: PLC0415 (often nothing is to draw)

        works = {}
        progress.expect(len(names))
        for name in progress.each(names):
            with of(name), noting() as facts:
                numbers = (site.series, site.assessments, site.groups)
                found = drafted(site.project, *numbers, site.languages, only=(_id(name),))
            works[name] = Work(facts, found)
        return works

    def draw(drafts: Mapping[Key, Any]) -> Mapping[Key, Figure]:
        from planpress.chart.draw import finished  # noqa: PLC0415

        return finished(drafts, store, options.workers)

    def told(names: Collection[str]) -> dict[str, Work]:
        from planpress.chart.diagrams import draw_diagrams  # noqa: PLC0415

        works = {}
        for name in names:
            speaking = {_id(name): site.languages[_id(name)]}
            with of(name), noting() as facts:
                found = draw_diagrams(site.project, site.assessments, site.as_of, speaking, store)
            works[name] = Work(facts, found)
        return works

    charts = [f"charts/{name}" for name in site.project.indicators]
    diagrams = [f"diagrams/{code}" for code in site.languages]
    return {
        "figures": _drawn(charts, cells, store, draft, draw),
        "diagrams": _drawn(diagrams, cells, store, told, lambda drawn: drawn),
    }


def painter(options: Options) -> Painter:
    """Return what paints the pictures of pages, by all who work."""

    def paint(found: Sequence[Card]) -> list[bytes]:
        from planpress.chart.card import cards  # noqa: PLC0415 (often nothing is to paint)

        return cards(found, options.store, options.workers)

    return paint


def _id(name: str) -> str:
    return name.partition("/")[2]


def _drawn(
    names: Collection[str],
    cells: Cells,
    store: Store,
    draft: Callable[[Collection[str]], Mapping[str, Work]],
    draw: Callable[[Mapping[Key, Any]], Mapping[Key, P]],
) -> Pictures[P]:
    """Return the pictures of some subjects, which have names of their own among all cells.

    `draft` reads the site that notes what is read of it, for each subject by itself; `draw` is
    given all that is missing at once.
    """
    found: Pictures[P] = Pictures(store)
    known = {name: cells.kept(name, b"") for name in names}
    missing = [name for name, made in known.items() if made is None]
    works = draft(missing) if missing else {}
    drafts = {key: one for work in works.values() for key, one in work.drafts.items()}
    new = draw(drafts) if drafts else {}
    for name, work in works.items():
        made = {key: new[key] for key in work.drafts}
        marks = {key: mark(picture) for key, picture in made.items()}
        bundle = digest("pictures", name, *marks.values())
        store.recalled(bundle, partial(dict, made))
        cells.keep(name, b"", work.facts, (marks, bundle))
        known[name] = (marks, bundle)
    for name, (marks, bundle) in known.items():
        found.add(marks, bundle, partial(_again, name, draft, draw))
    return found


def _again(
    name: str,
    draft: Callable[[Collection[str]], Mapping[str, Work]],
    draw: Callable[[Mapping[Key, Any]], Mapping[Key, P]],
) -> Mapping[Key, P]:
    """Draw what was drawn before, but is kept no longer."""
    return draw(draft([name])[name].drafts)
