"""The whole story: read, check, protect, assess, chart, render, audit, publish."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from planpress.assess.judged import judged
from planpress.assess.moves import moves
from planpress.audit.verdict import audited
from planpress.built import Later, at_once, keep_built, loader, recall_built
from planpress.check.rules import check
from planpress.check.standing import doubts
from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.garbage import uncollected
from planpress.model.assessment import Assessment
from planpress.model.calendar import Calendar
from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.model.equity import GroupStanding
from planpress.model.history import Past
from planpress.model.language import Language
from planpress.model.problem import Problem, in_order
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.translation import Translations
from planpress.options import Options
from planpress.pictures import painter, pictures
from planpress.printing import prints
from planpress.progress import QUIET, Progress
from planpress.protect.door import protect
from planpress.publish.links import broken_links
from planpress.publish.lock import waiting
from planpress.publish.refusal import PublishError
from planpress.publish.swap import Published, publish, recover
from planpress.read.assets import read_assets
from planpress.read.attachments import read_attachments
from planpress.read.catalogue import read_languages
from planpress.read.project import read
from planpress.recording import keep, recall, revised, with_agenda, with_pages, with_ratings
from planpress.render.site import render
from planpress.render.task import Desk
from planpress.store import Store
from planpress.translate.doubts import doubts as translation_doubts
from planpress.translate.lock import read_lock
from planpress.translate.units import translations
from planpress.world import world


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a build has found and done; `published` is None where it was stopped.

    `of_today` says that the site was made for the day of the build, as no other was named.
    """

    problems: tuple[Problem, ...]
    published: Published | None = None
    of_today: bool = False


@dataclass(frozen=True, kw_only=True)
class _Judged:
    series: Mapping[str, Series]
    assessments: Mapping[str, Assessment]
    groups: Mapping[str, tuple[GroupStanding, ...]]
    that_day: Mapping[str, Mapping[str, Assessment]]
    keys: Mapping[str, str]

    @property
    def origins(self) -> dict[str, str]:
        """What stands for all that the numbers, and what is said of them, are made from."""
        return {
            **{f"series/{name}": series.digest for name, series in self.series.items()},
            **{f"assessments/{name}": key for name, key in self.keys.items()},
            **{f"groups/{name}": key for name, key in self.keys.items()},
        }


@dataclass(frozen=True, kw_only=True)
class _Examined:
    reading: Reading
    problems: tuple[Problem, ...]
    past: Past
    languages: Mapping[str, Language] = field(default_factory=dict)
    files: tuple[Document, ...] = ()
    attached: Mapping[str, str] = field(default_factory=dict)
    translations: Translations = field(default_factory=Translations)
    judged: _Judged | None = None


def examine(options: Options, reading: Reading | None = None) -> _Examined:
    """Read, check and, where nothing stops it, assess a project; return every problem.

    Another `reading` is examined in the place of what stands in the files.
    """
    with uncollected():
        return _found_in(options, reading or read(options.project, options.store, options.seen))


def _found_in(options: Options, reading: Reading) -> _Examined:
    past, wrong = recall(options.project)
    found = _Examined(reading=reading, problems=in_order((*reading.problems, *wrong)), past=past)
    if reading.project:
        found = _checked(options, found, reading.project)
    project, as_of = found.reading.project, found.reading.as_of
    if project is None or as_of is None or any(p.stops for p in found.problems):
        return found
    known = judge(project, reading.series, as_of, found.languages, options.store)
    doubtful = doubts(project, known.assessments, as_of)
    past = with_ratings(found.past, known.assessments, as_of)
    problems = in_order((*found.problems, *doubtful))
    return replace(found, judged=known, past=past, problems=problems)


def _checked(options: Options, found: _Examined, project: Project) -> _Examined:
    plan = project.plan
    as_of = options.as_of or plan.as_of or options.today
    languages, wrong = read_languages(
        plan.languages, plan.territory, options.folders("templates"), options.store
    )
    files, attached, doubtful = read_attachments(options.project, project, options.store)
    past = found.past
    if not any(p.stops for p in found.reading.problems):
        past = with_pages(past, options.project, found.reading, project, as_of)
    lock, wrong_lock = read_lock(options.project, options.store)
    translated = translations(project, lock, options.store)
    wrong_lock = [*wrong_lock, *translation_doubts(translated)]
    changed = {key: entry.since for key, entry in past.pages.entries.items()}
    reading = replace(found.reading, as_of=as_of, changed=changed)
    checked = check(reading, options.store)
    return replace(
        found,
        reading=reading,
        languages=languages,
        past=past,
        files=files,
        attached=attached,
        translations=translated,
        problems=in_order((*found.problems, *wrong, *doubtful, *wrong_lock, *checked)),
    )


def judge(
    project: Project,
    raw: Mapping[str, RawSeries],
    as_of: date,
    languages: Mapping[str, Language],
    store: Store | None = None,
) -> _Judged:
    """Return what may be published as of a day, and what it means."""
    protected = protect(raw, project, store)
    calendar = Calendar(as_of, project.plan.school_year_starts)
    series = {name: found.until(calendar) for name, found in protected.items()}
    found = judged(project, protected, as_of, languages, store)
    return _Judged(
        series=series,
        assessments=found.assessments,
        groups=found.groups,
        that_day=found.that_day,
        keys=found.keys,
    )


def build(options: Options, progress: Progress = QUIET, later: Later = at_once) -> Outcome:
    """Publish the site whole, or leave the old one as it is and return why.

    What only helps the next build is done `later`.
    """
    try:
        with waiting(options.project / ".cache", progress.note):
            recover(options.output, say=progress.note)
            return _build(options, progress, later)
    except PublishError as refused:
        return Outcome(problems=refused.problems)
    finally:
        later(options.store.settle)


def _build(options: Options, progress: Progress, later: Later) -> Outcome:
    progress.stage("reading and assessing content and data")
    found = examine(options)
    project = found.reading.project
    judged = found.judged
    if project is None or judged is None or options.stopped_by(found.problems):
        return Outcome(problems=found.problems)
    before = recall_built(options.built)
    cells = Cells(world(project, options.folders("templates")), before.made)
    progress.stage("drawing charts")
    view = View(assemble(options, found, project, judged), cells, judged.origins)
    view.learn(**pictures(view, cells, options, progress))
    files = (*found.files, *read_assets(options.folders("assets")))
    desk = Desk(cells, loader(options.output, before))
    paper = prints(view, desk, files, options, progress)
    progress.stage("rendering pages")
    pages, faults = render(view, desk, options.workers, painter(options), progress)
    documents, said = (*pages, *files, *paper.files), (*pages, *files, *paper.sheets)
    progress.stage("auditing privacy and checking links")
    if not faults:
        faults += audited(said, project, found.languages, options.store, options.workers)
        faults += broken_links(documents, address=view.site.base_url, store=options.store)
    problems = in_order((*found.problems, *paper.problems, *faults))
    if options.stopped_by(problems):
        return Outcome(problems=problems)
    progress.stage("publishing")
    published = publish(
        documents, options.output, force=options.force, project=options.project, say=progress.note
    )
    keep_built(options.built, cells.made(view.records), documents, published.standing, later)
    of_today = not (options.as_of or project.plan.as_of)
    return Outcome(problems=problems, published=published, of_today=of_today)


def assemble(options: Options, found: _Examined, project: Project, judged: _Judged) -> Site:
    """Return all that the pages are made from, but for what is drawn."""
    as_of = found.reading.as_of or options.today
    return Site(
        project=project,
        series=judged.series,
        assessments=judged.assessments,
        groups=judged.groups,
        that_day=judged.that_day,
        figures={},
        moves=moves(project, judged.series, found.past.ratings, as_of),
        revised=revised(found.past, project, as_of),
        attached=found.attached,
        sizes={file.path: file.size for file in found.files},
        languages=found.languages,
        translations=found.translations,
        as_of=as_of,
        base_url=options.base_url or project.plan.url,
        changed=found.reading.changed,
        templates=options.folders("templates"),
        store=options.store,
    )


def record(options: Options) -> Outcome:
    """Keep in content/history/ what pages, ratings and days of stocktakes are as of today."""
    found = examine(options)
    project, as_of = found.reading.project, found.reading.as_of
    if project is None or as_of is None or options.stopped_by(found.problems):
        return Outcome(problems=found.problems)
    past = with_agenda(found.past, project, as_of)
    series = found.judged.series if found.judged else None
    refused = keep(options.project, past, as_of, series)
    return Outcome(problems=in_order((*found.problems, *refused)))
