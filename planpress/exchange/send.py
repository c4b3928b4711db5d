"""Words on their way out: the command `translate export`."""

from collections.abc import Callable, Collection, Iterable, Mapping
from gettext import NullTranslations
from pathlib import Path

from babel.messages.plurals import get_plural

from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error, in_order
from planpress.model.project import Project
from planpress.model.translation import State
from planpress.options import Options
from planpress.read.project import read
from planpress.recording import replace_file
from planpress.translate.lock import read_lock
from planpress.translate.message import Label, Message, Progress
from planpress.translate.outgoing import outgoing
from planpress.translate.po import as_po
from planpress.translate.units import translations
from planpress.translate.xliff import as_xliff

FORMATS: Mapping[str, Callable[[Iterable[Message], Label], str]] = {
    "po": as_po,
    "xliff": as_xliff,
}
"""The files that translators get, by the name of their format."""

TO_DO = frozenset({State.STALE, State.MISSING})
"""What goes out where nothing else is asked for."""


class WrongUsage(Exception):  # noqa: N818  # it says what happened
    """What was asked for cannot be meant; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is to go out, in which format, and where to; a `file` of None is no file at all."""

    language: str
    states: Collection[State] = TO_DO
    format: str = "po"
    file: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A file for a translator: its text, and how many messages are how far."""

    text: str = ""
    counts: Mapping[Progress, int]
    problems: tuple[Problem, ...] = ()

    @property
    def total(self) -> int:
        """How many messages there are in all."""
        return sum(self.counts.values())


def send(options: Options, request: Request) -> Sent:
    """Write what a translator has to do in a language into a file; nothing where nothing is.

    Raises WrongUsage.
    """
    reading = read(options.project)
    lock, wrong = read_lock(options.project)
    problems = in_order((*reading.problems, *wrong))
    project = reading.project
    if project is None or any(problem.stops for problem in problems):
        return Sent(counts={}, problems=problems)
    _refuse(options, request, project)
    units = translations(project, lock).units[request.language]
    first = project.languages[0]
    locale = Language.of(first, project.plan.territory, NullTranslations()).locale
    messages = tuple(outgoing(project, units, request.states, locale))
    text = FORMATS[request.format](messages, _label(project, request.language))
    counts = {p: sum(m.progress is p for m in messages) for p in Progress}
    if request.file is None or not messages:
        return Sent(text=text if messages else "", counts=counts)
    try:
        replace_file(request.file, text.encode())
    except OSError as refused:
        hint = "Name a file in a folder that may be written to."
        message = f"cannot be written: {refused.strerror}"
        place = Place(request.file.as_posix())
        return Sent(counts=counts, problems=(error(place, "unwritable", message, hint),))
    return Sent(text=text, counts=counts)


def _refuse(options: Options, request: Request, project: Project) -> None:
    first, *others = project.languages
    if request.language == first:
        raise WrongUsage(f"“{first}” is the language that is translated from")
    if request.language not in others:
        near = did_you_mean(request.language, others)
        raise WrongUsage(f"“{request.language}” is not a language of this plan. {near}")
    for name in ("content", "data"):
        own = (options.project / name).resolve()
        if request.file and request.file.resolve().is_relative_to(own):
            raise WrongUsage(f"name a file that is not in {name}/: the plan itself stands there")


def _label(project: Project, language: str) -> Label:
    forms = get_plural(language.replace("-", "_"))
    return Label(
        title=project.plan.title.said(project.languages[0]).text,
        source=project.languages[0],
        target=language,
        url=project.plan.url,
        plurals=forms.plural_forms,
    )
