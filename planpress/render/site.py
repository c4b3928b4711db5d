"""The plan, its assessments and figures in, the files of the site out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from planpress.facts.cells import made_of
from planpress.facts.view import View
from planpress.model.card import Painter
from planpress.model.document import Document
from planpress.model.problem import Problem, in_order
from planpress.model.site import Site
from planpress.progress import QUIET, Progress
from planpress.render.cards import social_pictures
from planpress.render.data_files import data_files
from planpress.render.machine import machine_files
from planpress.render.navigation import entries
from planpress.render.news import has_news
from planpress.render.page import Press, Rendered, Wanted, portable, rendered_there
from planpress.render.register import Listed, register
from planpress.render.task import Desk
from planpress.workers.share import Workers

_SECONDS = 0.0015
"""About how long it takes to render a page."""
_FEWEST = 4_000
"""Pages below which none is shared out: whoever helps has to read the whole plan first."""


def render(
    view: View, desk: Desk, workers: Workers, paint: Painter, progress: Progress = QUIET
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return every file of the site but its assets, and what is wrong with the templates.

    A file that the build before has made is made again only if something that it reads of the site
    has changed; many pages are shared out. All pages are tried; a template's fault is reported
    once. `paint` paints the pictures of pages that are passed on.
    """
    numbers = data_files(view.noted, desk)
    view.learn(sizes={**view.site.sizes, **{file.path: file.size for file in numbers}})
    press = Press(view.noted)
    listed = tuple(register(press.leaves, desk.cells))
    make = partial(_rendered, view.site, press, workers)
    pages, problems = _pages(_wanted(press, listed), desk, make, progress)
    pictures, wrong = social_pictures(press, desk, paint)
    machines = machine_files(view.noted, list(chain.from_iterable(listed)), desk)
    return (*pages, *numbers, *pictures, *machines), in_order((*problems, *wrong))


class _Page(NamedTuple):
    wanted: Wanted
    path: str
    made_from: str
    own: bytes | None


def _pages(
    wanted: Iterable[_Page],
    desk: Desk,
    make: Callable[[list[Wanted]], Iterator[Rendered]],
    progress: Progress,
) -> tuple[list[Document], list[Problem]]:
    pages: list[Document] = []
    problems: list[Problem] = []
    missing: list[_Page] = []
    for page in wanted:
        kept = desk.kept(page.path, page.own, page.made_from)
        if kept:
            pages.append(kept)
        else:
            missing.append(page)
    done = make([page.wanted for page in missing])
    progress.expect(len(missing))
    for page, (content, facts) in progress.each(zip(missing, done, strict=True)):
        if isinstance(content, Problem):
            problems.append(content)
        else:
            document = Document(page.path, content, page.made_from)
            pages.append(desk.made(document, page.own, facts))
    return pages, problems


def _wanted(press: Press, listed: Sequence[Listed]) -> Iterator[_Page]:
    """Yield every page, and the mark of what goes into it besides what it reads of the site."""
    site = press.site
    frame = made_of((entries(site), has_news(site), site.as_of, site.base_url))
    frames = [(code, frame + code.encode() if frame else b"") for code in site.languages]
    for family, found in enumerate(listed):
        for at, entry in enumerate(found):
            for code, around in frames:
                own = around + entry.shown if around and entry.shown else None
                path = press.address(entry.path, code).file
                yield _Page(Wanted(family, at, code), path, entry.made_from, own)


def _rendered(
    site: Site, press: Press, workers: Workers, wanted: list[Wanted]
) -> Iterator[Rendered]:
    if len(wanted) >= _FEWEST and workers.worthwhile(len(wanted), _SECONDS):
        return workers.share(rendered_there, wanted, portable(site), cost=_SECONDS)
    return map(press.page, wanted)
