"""The whole story: read, check, protect, assess, chart, render, publish."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planpress.assess.method import assess
from planpress.chart.draw import draw
from planpress.check.rules import check
from planpress.model.language import Language
from planpress.model.problem import Level, Problem, in_order
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.site import Site
from planpress.protect.door import protect
from planpress.publish.links import broken_links
from planpress.publish.lock import waiting
from planpress.publish.refusal import PublishError
from planpress.publish.swap import Published, publish, recover
from planpress.read.assets import read_assets
from planpress.read.catalogue import read_languages
from planpress.read.history import HISTORY, page_digests, read_history, written
from planpress.read.project import read
from planpress.render.site import render
from planpress.store import Store

ROOT = Path(__file__).resolve().parent.parent

Say = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was asked for; a project's own templates and assets win over the repository's."""

    project: Path
    output: Path
    today: date
    as_of: date | None = None
    base_url: str | None = None
    strict: bool = False
    full: bool = False
    force: bool = False

    @property
    def store(self) -> Store:
        """Where pure results are kept from run to run."""
        return Store(None if self.full else self.project / ".cache" / "store")

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return the project's folder of that name before the repository's."""
        return tuple(dict.fromkeys((self.project / name, ROOT / name)))

    def stopped_by(self, problems: tuple[Problem, ...]) -> bool:
        """Whether these problems stop the build."""
        return any(p.stops or (self.strict and p.level is Level.WARNING) for p in problems)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a build has found and done; `published` is None where it was stopped."""

    problems: tuple[Problem, ...]
    published: Published | None = None


@dataclass(frozen=True, kw_only=True)
class _Examined:
    reading: Reading
    languages: dict[str, Language]
    problems: tuple[Problem, ...]


def examine(options: Options) -> _Examined:
    """Read and check everything; nothing is written."""
    reading = read(options.project)
    languages: dict[str, Language] = {}
    wrong: list[Problem] = []
    if reading.project:
        plan = reading.project.plan
        reading = replace(reading, as_of=options.as_of or plan.as_of or options.today)
        languages, wrong = read_languages(
            plan.languages, plan.territory, options.folders("templates")
        )
    problems = in_order((*reading.problems, *wrong, *check(reading)))
    return _Examined(reading=reading, languages=languages, problems=problems)


def build(options: Options, say: Say) -> Outcome:
    """Publish the site whole, or leave the old one as it is and return why."""
    try:
        with waiting(options.project / ".cache", say):
            recover(options.output, say=say)
            return _build(options, say)
    except PublishError as refused:
        return Outcome(problems=refused.problems)


def _build(options: Options, say: Say) -> Outcome:
    say("reading content and data")
    found = examine(options)
    project = found.reading.project
    if project is None or options.stopped_by(found.problems):
        return Outcome(problems=found.problems)
    site, problems = assemble(options, found, project, say)
    say("rendering pages")
    pages, faults = render(site)
    documents = (*pages, *read_assets(options.folders("assets")))
    say("checking links")
    faults += broken_links(documents, address=site.base_url) if not faults else ()
    problems = in_order((*problems, *faults))
    if options.stopped_by(problems):
        return Outcome(problems=problems)
    say("publishing")
    published = publish(
        documents, options.output, force=options.force, project=options.project, say=say
    )
    return Outcome(problems=problems, published=published)


def assemble(
    options: Options, found: _Examined, project: Project, say: Say
) -> tuple[Site, tuple[Problem, ...]]:
    """Return all that the pages are made from, and every problem so far."""
    as_of = found.reading.as_of or options.today
    history, wrong = read_history(options.project)
    digests = page_digests(options.project, project, dict(found.reading.data))
    series = protect(found.reading.series, project)
    say("assessing measures")
    assessments = assess(project, series, as_of, found.languages)
    say("drawing charts")
    figures = draw(project, series, assessments, found.languages, options.store)
    site = Site(
        project=project,
        series=series,
        assessments=assessments,
        figures=figures,
        languages=found.languages,
        as_of=as_of,
        base_url=options.base_url or project.plan.url,
        changed={key: e.since for key, e in history.now(digests, as_of).entries.items()},
        templates=options.folders("templates"),
    )
    return site, in_order((*found.problems, *wrong))


def record(options: Options) -> Outcome:
    """Keep in content/history/ since when each page has the words and numbers of today."""
    found = examine(options)
    project = found.reading.project
    history, wrong = read_history(options.project)
    problems = in_order((*found.problems, *wrong))
    if project is None or options.stopped_by(problems):
        return Outcome(problems=problems)
    as_of = found.reading.as_of or options.today
    digests = page_digests(options.project, project, dict(found.reading.data))
    file = options.project / HISTORY
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(history.now(digests, as_of)), "utf-8")
    return Outcome(problems=problems)
