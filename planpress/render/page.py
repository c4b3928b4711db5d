"""One page in one language: rendered here or by a worker, with what it has read of the site."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planpress.facts.noted import noted_site
from planpress.facts.noting import Fact, noting
from planpress.makers import contents_of
from planpress.model.problem import Problem
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.heard import Heard
from planpress.render.register import Leaves
from planpress.spent import of
from planpress.store import Store, digest
from planpress.workers.share import NoCluster

if TYPE_CHECKING:
    from jinja2 import Environment


class Wanted(NamedTuple):
    """A page by the place of its family, its place in that, and the code of its language."""

    family: int
    at: int
    code: str


class Rendered(NamedTuple):
    """What came of a page, its bytes or what is wrong, and the facts that were read for it."""

    content: bytes | Problem
    facts: frozenset[Fact]


class Press:
    """What renders the pages of a site that notes what is read of it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.leaves = Leaves(site)
        self._first = site.project.languages[0]
        self._speaking: dict[str, Environment] = {}

    def address(self, path: str, code: str) -> Address:
        """Return where a page of a path stands in a language."""
        return Address(path, code, default=code == self._first)

    def page(self, wanted: Wanted) -> Rendered:
        """Render a page; a fault of its template is what came of it then."""
        from planpress.render.fault import TEMPLATE_FAULTS, fault  # noqa: PLC0415 (it takes Jinja)

        leaf = self.leaves.one(wanted.family, wanted.at)
        here = self.address(leaf.path, wanted.code)
        with of(f"page {here.file}"), noting() as facts:
            try:
                template = self._environment(wanted.code).get_template(leaf.template)
                text = template.render(leaf.context, leaf=leaf, here=here, heard=Heard())
            except TEMPLATE_FAULTS as error:
                wrong = fault(error, leaf.template, self.site.templates)
                return Rendered(wrong, frozenset(facts))
        return Rendered(text.encode(), frozenset(facts))

    def prepare(self, code: str) -> None:
        """Have the templates of a language ready: what they read of the site is no page's own."""
        self._environment(code)

    def part(self, name: str, path: str, code: str, **given: object) -> str | Problem:
        """Render a template by itself, for a file at `path`, or return what is wrong with it."""
        from planpress.render.fault import TEMPLATE_FAULTS, fault  # noqa: PLC0415 (it takes Jinja)

        try:
            template = self._environment(code).get_template(name)
            return template.render(given, here=self.address(path, code), heard=Heard())
        except TEMPLATE_FAULTS as error:
            return fault(error, name, self.site.templates)

    def _environment(self, code: str) -> "Environment":
        from planpress.render.environment import environment  # noqa: PLC0415 (nothing may be to do)

        if code not in self._speaking:
            self._speaking[code] = environment(self.site, self.site.languages[code])
        return self._speaking[code]


class Sent(NamedTuple):
    """A site as it is sent to other processes, and what its templates are made of."""

    site: Site
    templates: str


def portable(site: Site) -> Sent:
    """Return a site with all its pictures in hand; the templates stay where they are."""
    whole = replace(
        site,
        figures=dict(site.figures),
        diagrams=dict(site.diagrams),
        store=Store(site.store.folder),
    )
    return Sent(whole, _templates(site))


_presses: list[tuple[Sent, Press]] = []
"""The press of the site that this process was asked for last."""


def rendered_there(sent: Sent, wanted: Wanted) -> Rendered:
    """Render a page of a site in a process that may never have seen it.

    Raises NoCluster where the templates in that place are not those of the site.
    """
    if not _presses or _presses[0][0] is not sent:
        if _templates(sent.site) != sent.templates:
            places = ", ".join(str(folder) for folder in sent.site.templates)
            raise NoCluster(
                f"A worker of the cluster finds other templates than this computer in {places}. "
                "Put the same files at the same place on every machine, then build again."
            )
        _presses[:] = [(sent, Press(noted_site(sent.site)))]
    return _presses[0][1].page(wanted)


def _templates(site: Site) -> str:
    return digest(*(contents_of(str(folder)) for folder in site.templates))
