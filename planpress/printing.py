"""The booklet and the sheets as PDF: printed again only where what they show has changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planpress.facts.view import View
from planpress.makers import makers
from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.options import Options
from planpress.progress import Progress
from planpress.render.sheets import INSIDE, sheets
from planpress.render.task import Desk
from planpress.store import digest

if TYPE_CHECKING:
    from planpress.paper.press import Paper

_SHOWN = (".woff2", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
"""How the names of the files end that can be seen in print."""
_SECONDS, _BYTES = 0.2, 90_000
"""About how long it takes to print anything at all, and how much HTML takes a second more."""


class Prints(NamedTuple):
    """The PDF files, the HTML from which each was made, and what is wrong with that.

    What a PDF says stands in its HTML, where the audit can read it.
    """

    files: tuple[Document, ...] = ()
    sheets: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def prints(
    view: View, desk: Desk, files: Iterable[Document], options: Options, progress: Progress
) -> Prints:
    """Return what is printed of a site; nothing where it was not asked for, or cannot be.

    `files` are those of the site that can be shown in it. The site learns how large it all is.
    """
    if not options.paper:
        return Prints()
    progress.stage("printing")
    from planpress.paper.system import printing_with  # noqa: PLC0415 (a preview prints nothing)

    with_what = printing_with()
    if with_what is None:
        return Prints(problems=(_cannot(options),))
    made, faults = sheets(view.noted, desk.cells)
    shown = {file.path: file for file in files if file.path.endswith(_SHOWN)}
    beginning = digest(makers(), with_what, *(f"{p} {f.fingerprint}" for p, f in shown.items()))
    tasks = [_Task.of(sheet, beginning) for sheet in made]
    kept = {task.path: desk.kept(task.path, task.own, task.sheet.made_from) for task in tasks}
    missing = [task for task in tasks if kept[task.path] is None]
    found = {path: document for path, document in kept.items() if document}
    if missing:
        from planpress.paper.press import Paper  # noqa: PLC0415 (often nothing is to print)

        paper = Paper({path: file.content for path, file in shown.items()}, view.site.base_url)
        progress.expect(len(missing))
        new = zip(missing, _printed(missing, paper, options), strict=True)
        for task, content in progress.each(new):
            document = Document(task.path, content, task.sheet.made_from)
            found[task.path] = desk.made(document, task.own, ())
    view.learn(sizes={**view.site.sizes, **{path: file.size for path, file in found.items()}})
    return Prints(tuple(found[path] for path in sorted(found)), made, faults)


class _Task(NamedTuple):
    path: str
    own: bytes
    sheet: Document

    @classmethod
    def of(cls, sheet: Document, beginning: str) -> "_Task":
        key = digest("print", beginning, sheet.fingerprint)
        return cls(sheet.path.removesuffix(INSIDE), key.encode(), sheet)


def _printed(tasks: Sequence[_Task], paper: "Paper", options: Options) -> Iterator[bytes]:
    """Yield the files of some tasks, in their order; what an earlier run has printed is kept."""
    from planpress.paper.press import printed  # noqa: PLC0415

    store = options.store
    store.fetch(task.own.decode() for task in tasks)
    new = [task for task in tasks if store.get(task.own.decode()) is None]
    contents = [task.sheet.content for task in new]
    cost = _SECONDS + sum(map(len, contents)) / _BYTES / max(1, len(contents))
    made = options.workers.share(printed, contents, paper, cost=cost)
    for task in tasks:
        key = task.own.decode()
        content = store.get(key)
        if content is None:
            content = next(made)
            store.put(key, content)
        yield content


def _cannot(options: Options) -> Problem:
    file = options.project / "content" / "plan.md"
    return Problem(
        place=Place(file.relative_to(options.project).as_posix()),
        rule="no-printing",
        level=Level.WARNING,
        message="the plan cannot be printed here: there will be no PDF files on the site",
        hint="A library for laying out text is missing. On Debian or Ubuntu: sudo apt-get install "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on a Mac: brew install pango. "
        "Or build with --no-pdf.",
    )
