"""What is printed: the booklet and a sheet for each tactic, as the HTML that they are made from."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from planpress.facts.cells import Cells
from planpress.facts.noting import noting
from planpress.model.document import Document
from planpress.model.problem import Problem
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.heard import Heard
from planpress.render.late import Late
from planpress.render.leaf import Leaf
from planpress.spent import of
from planpress.store import Store, digest

if TYPE_CHECKING:
    from jinja2 import Environment

BOOKLET = "plan.pdf"
"""Where the whole plan stands, in its first language."""
INSIDE = "/index.html"
"""What a PDF is made from is named as if it stood in it, like the files of an archive."""

booklet = Late[Leaf]("booklet", "booklet")
tactic_sheet = Late[Leaf]("tactic_sheet", "tactic_sheet")


def sheet_of(tactic: str) -> str:
    """Return the path of the sheet of a tactic, which is the same in every language."""
    return f"tactics/{tactic}/tactic.pdf"


class _Wanted(NamedTuple):
    path: str
    made_from: str
    leaf: Callable[[], Leaf]


class _Kept(NamedTuple):
    fingerprint: str
    size: int


def sheets(site: Site, cells: Cells) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the HTML of all that is printed, and what is wrong with its templates.

    `site` takes note of what is read of it: what was printed before is made again only if something
    that it shows has changed. A plan without priorities has none.
    """
    press = _Press(site)
    found = [
        press.sheet(wanted, code, cells) for wanted in _wanted(site) for code in site.languages
    ]
    documents = tuple(one for one in found if isinstance(one, Document))
    return documents, tuple(one for one in found if isinstance(one, Problem))


def _wanted(site: Site) -> Iterator[_Wanted]:
    project = site.project
    if project.priorities:
        yield _Wanted(BOOKLET, project.plan.source.path, partial(booklet, site))
    for name, tactic in project.tactics.items():
        yield _Wanted(sheet_of(name), tactic.source.path, partial(tactic_sheet, site, tactic))


class _Press:
    def __init__(self, site: Site) -> None:
        self.site = site
        self._speaking: dict[str, Environment] = {}

    def sheet(self, wanted: _Wanted, code: str, cells: Cells) -> Document | Problem:
        """Return what one PDF is made from, in one language."""
        here = Address(wanted.path, code, default=code == self.site.project.languages[0])
        name, store = f"sheet {here.place}", self.site.store
        kept = cells.kept(name, b"")
        if isinstance(kept, _Kept):
            load = partial(self._again, wanted, here, kept.fingerprint, store)
            path = here.place + INSIDE
            return Document.kept(path, kept.fingerprint, kept.size, load, wanted.made_from)
        with of(name), noting() as facts:
            made = self._rendered(wanted, here)
        if isinstance(made, Document):
            store.put(digest("sheet", made.fingerprint), made.content)
            cells.keep(name, b"", facts, _Kept(made.fingerprint, made.size))
        return made

    def _again(self, wanted: _Wanted, here: Address, fingerprint: str, store: Store) -> bytes:
        content = store.get(digest("sheet", fingerprint))
        if content is None:
            made = self._rendered(wanted, here)
            assert isinstance(made, Document)
            content = made.content
        return content

    def _rendered(self, wanted: _Wanted, here: Address) -> Document | Problem:
        from planpress.render.fault import TEMPLATE_FAULTS, fault  # noqa: PLC0415 (it takes Jinja)

        leaf = wanted.leaf()
        try:
            template = self._environment(here.code).get_template(leaf.template)
            text = template.render(leaf.context, leaf=leaf, here=here, heard=Heard())
        except TEMPLATE_FAULTS as error:
            return fault(error, leaf.template, self.site.templates)
        return Document(here.place + INSIDE, text.encode(), wanted.made_from)

    def _environment(self, code: str) -> "Environment":
        from planpress.render.environment import environment  # noqa: PLC0415 (nothing may be to do)

        if code not in self._speaking:
            self._speaking[code] = environment(self.site, self.site.languages[code])
        return self._speaking[code]
