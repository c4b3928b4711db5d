"""What the interface says is listed, and its catalogues are brought up to date."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from jinja2 import TemplateSyntaxError

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error, in_order
from planpress.options import ROOT, Options
from planpress.read.catalogue import ASKED_FOR, catalogue_path, read_languages
from planpress.read.interface_words import BrokenCatalogue, catalogue, forms_in, plural_forms
from planpress.read.messages import Message, messages, messages_in
from planpress.recording import replace_file
from planpress.wording.update import Updated, empty, listing, updated, written

SPEAKING = ("model", "assess", "chart", "render")
"""Who of the code speaks to readers; the other stages speak to staff, in English."""


@dataclass(frozen=True, kw_only=True)
class Interface:
    """A project whose templates have words: planpress itself, or one with its own templates."""

    project: Path
    messages: tuple[Message, ...]
    title: str


class UnknownLanguage(Exception):  # noqa: N818  # it says what it found
    """A code was named that is no language; the message says which."""


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What became of the files: a line for each, whether any is out of date, what they lack."""

    told: tuple[str, ...] = ()
    stale: bool = False
    problems: tuple[Problem, ...] = ()


def bring(options: Options, languages: Sequence[str], *, write: bool) -> Brought:
    """Bring the list of messages and the catalogues of these languages, or of all, up to date.

    Nothing is written without `write`, or where a template or a catalogue cannot be read. Raises
    UnknownLanguage.
    """
    for code in languages:
        if not _is_known(code):
            raise UnknownLanguage(f"“{code}” is a language that CLDR does not know")
    try:
        interface = said_by(options.project)
        files = tuple(_files(interface, languages))
    except TemplateSyntaxError as fault:
        where = Place(_inside(fault.filename or "", options.project), fault.lineno)
        hint = "Mend the template; then its words can be listed."
        return Brought(problems=(error(where, "template", str(fault.message), hint),))
    except BrokenCatalogue as broken:
        return Brought(problems=(broken.problem,))
    stale = {path for path, before, after, _ in files if not _same(before, after)}
    done = "brought up to date" if write else "out of date"
    for path, _, after, _ in files:
        if write and path in stale:
            replace_file(options.project / path, after.encode())
    _, problems = read_languages(
        [*languages] or _present(interface.project), "", options.folders("templates")
    )
    return Brought(
        told=tuple(
            f"{path}: {said}; {done if path in stale else 'as it should be'}"
            for path, _, _, said in files
        ),
        stale=bool(stale) and not write,
        problems=in_order(problems),
    )


def said_by(project: Path) -> Interface:
    """Return what a project says: for planpress itself the code and all templates."""
    if project == ROOT:
        code = [(f"planpress/{stage}", ROOT / "planpress" / stage) for stage in SPEAKING]
        said = messages([*code, ("templates", ROOT / "templates")])
        return Interface(project=project, messages=said, title="All that the interface says.")
    known = {
        message.key for message in messages_in((ROOT / "templates" / ASKED_FOR).read_text("utf-8"))
    }
    said = messages([("templates", project / "templates")])
    own = tuple(message for message in said if message.key not in known)
    return Interface(project=project, messages=own, title="What this project's own templates say.")


def _files(interface: Interface, languages: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield every file: its path, its text before and after, and what is said of it."""
    path = f"templates/{ASKED_FOR}"
    if interface.messages or interface.project == ROOT:
        after = written(listing(interface.messages, interface.title))
        yield path, _read(interface.project / path), after, f"{len(interface.messages)} messages"
    for code in languages or _present(interface.project):
        path = catalogue_path(code)
        before = _read(interface.project / path)
        said = (*interface.messages, *_besides(interface, code, before))
        if said or before:
            change = _updated(said, code, path, before)
            told = f"{change.new} new, {change.changed} changed, {change.unused} not used any more"
            yield path, before, written(change.entries), told


def _updated(said: Sequence[Message], code: str, path: str, before: str) -> Updated:
    locale = code.replace("-", "_")
    needed = plural_forms(locale)
    name = Locale.parse(locale).english_name or code
    found = catalogue(path, before).entries if before else empty(code, needed, name)
    forms = len(forms_in(found.metadata.get("Plural-Forms", needed)) or forms_in(needed))
    return updated(found, said, forms)


def _besides(interface: Interface, code: str, before: str) -> Iterator[Message]:
    """Yield messages of planpress for a project's own catalogue: all, if planpress has none.

    Otherwise those that the project says with words of its own.
    """
    if interface.project == ROOT:
        return
    path = catalogue_path(code)
    known = catalogue(path, before).known if before else {}
    for message in messages_in((ROOT / "templates" / ASKED_FOR).read_text("utf-8")):
        if message.key in known or not (ROOT / path).is_file():
            yield message


def _present(project: Path) -> list[str]:
    return sorted(f.parent.name for f in (project / "templates/locale").glob("*/planpress.po"))


def _is_known(code: str) -> bool:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _same(before: str, after: str) -> bool:
    """Whether two catalogues say the same; how a PO editor breaks its lines does not matter."""
    try:
        return written(catalogue("", before).entries) == after if before else not after
    except BrokenCatalogue:
        return False


def _read(file: Path) -> str:
    return file.read_text("utf-8-sig") if file.is_file() else ""


def _inside(file: str, project: Path) -> str:
    path = Path(file)
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
