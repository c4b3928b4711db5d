"""Which pages a site has: found again where nothing that they are listed by has changed."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from planpress.facts.cells import Cells, made_of
from planpress.facts.noting import noting
from planpress.model.site import Site
from planpress.render.families import FAMILIES
from planpress.render.leaf import Leaf

Listed = tuple["Entry", ...]


Texts = tuple[tuple[str, str], ...]
"""Words as language codes and texts: thousands of them are read in every build."""


class Entry(NamedTuple):
    """A page as it is listed, whatever its words are.

    `shown` is the mark of all that its leaf hands to the template, empty where there is no telling;
    the others are as in `Leaf`, of whose records only the first is told, but that a page for frames
    counts as `for_staff`: no reader looks for it. It is listed anew where its title or summary has
    changed: both are what it is searched by.
    """

    path: str
    made_from: str
    listed: bool
    for_staff: bool
    shown: bytes
    template: str
    title: Texts
    summary: Texts
    records: tuple[str, ...]


class Leaves:
    """The pages of a site by their families: made when they are asked for, one after the other."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._begun: dict[int, tuple[Iterator[Leaf], list[Leaf]]] = {}

    def of(self, family: int) -> Sequence[Leaf]:
        """Return all pages of a family, by its place in FAMILIES."""
        others, made = self._pages(family)
        made.extend(others)
        return made

    def one(self, family: int, at: int) -> Leaf:
        """Return a page by its place in a family; those after it may be never made."""
        others, made = self._pages(family)
        made.extend(islice(others, max(0, at + 1 - len(made))))
        return made[at]

    def _pages(self, family: int) -> tuple[Iterator[Leaf], list[Leaf]]:
        if family not in self._begun:
            self._begun[family] = iter(FAMILIES[family](self._site)), []
        return self._begun[family]


def register(leaves: Leaves, cells: Cells) -> Iterator[Listed]:
    """Yield the pages of each family, in the order of FAMILIES.

    What a family reads of the site to make its pages is noted: where all of that is as it was,
    its pages are not made, only told.
    """
    for at, family in enumerate(FAMILIES):
        name = f"family {family.name}"
        found = cells.kept(name, b"")
        if found is None:
            with noting() as facts:
                found = tuple(entry(leaf) for leaf in leaves.of(at))
            cells.keep(name, b"", facts, found)
        yield found


def entry(leaf: Leaf) -> Entry:
    """Return a page as it is listed."""
    return Entry(
        path=leaf.path,
        made_from=leaf.made_from,
        listed=leaf.listed,
        for_staff=leaf.for_staff or leaf.framed,
        shown=made_of(leaf) or b"",
        template=leaf.template,
        title=tuple(leaf.title.texts.items()),
        summary=tuple(leaf.summary.texts.items()),
        records=leaf.records[:1],
    )
