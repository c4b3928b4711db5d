"""The plan, its assessments and figures in, the files of the site out."""

from collections.abc import Iterator

from planpress.facts.cells import made_of
from planpress.facts.view import View
from planpress.model.document import Document
from planpress.model.problem import Problem, in_order
from planpress.model.site import Site
from planpress.progress import QUIET, Progress
from planpress.render.data_files import data_files
from planpress.render.machine import machine_files
from planpress.render.navigation import entries
from planpress.render.news import has_news
from planpress.render.page import Press, Rendered, Wanted, portable, rendered_there
from planpress.render.task import Desk
from planpress.workers import Workers

_SECONDS = 0.0015
"""About how long it takes to render a page."""
_FEWEST = 4_000
"""Pages below which none is shared out: whoever helps has to read the whole plan first."""


def render(
    view: View, desk: Desk, workers: Workers, progress: Progress = QUIET
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return every file of the site but its assets, and what is wrong with the templates.

    A file that the build before has made is made again only if something that it reads of the site
    has changed; many pages are shared out. All pages are tried; a template's fault is reported
    once.
    """
    numbers = data_files(view.noted, desk)
    view.learn(sizes={**view.site.sizes, **{file.path: file.size for file in numbers}})
    press = Press(view.noted)
    pages, problems = _pages(view.site, press, desk, workers, progress)
    return (*pages, *numbers, *machine_files(view.noted, press.leaves, desk)), in_order(problems)


def _pages(
    site: Site, press: Press, desk: Desk, workers: Workers, progress: Progress
) -> tuple[list[Document], list[Problem]]:
    pages: list[Document] = []
    problems: list[Problem] = []
    missing: list[tuple[Wanted, bytes | None]] = []
    for wanted, own in _wanted(press):
        kept = desk.kept(press.address(wanted).file, own, press.leaves[wanted.at].made_from)
        if kept:
            pages.append(kept)
        else:
            missing.append((wanted, own))
    done = _rendered(site, press, [wanted for wanted, _ in missing], workers)
    progress.expect(len(missing))
    for (wanted, own), (content, facts) in progress.each(zip(missing, done, strict=True)):
        if isinstance(content, Problem):
            problems.append(content)
        else:
            path, made_from = press.address(wanted).file, press.leaves[wanted.at].made_from
            pages.append(desk.made(Document(path, content, made_from), own, facts))
    return pages, problems


def _wanted(press: Press) -> Iterator[tuple[Wanted, bytes | None]]:
    """Yield every page, and the mark of what goes into it besides what it reads of the site."""
    site = press.site
    frame = made_of((entries(site), has_news(site), site.as_of, site.base_url))
    for at, leaf in enumerate(press.leaves):
        shown = made_of(leaf)
        for code in site.languages:
            own = b"".join((frame, shown, code.encode())) if shown and frame else None
            yield Wanted(at, code), own


def _rendered(
    site: Site, press: Press, wanted: list[Wanted], workers: Workers
) -> Iterator[Rendered]:
    if len(wanted) >= _FEWEST and workers.worthwhile(len(wanted), _SECONDS):
        return workers.share(rendered_there, wanted, portable(site), cost=_SECONDS)
    return map(press.page, wanted)
