"""Why a site is not written: every reason is a problem with a mend."""

import errno
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.publish.manifest import NAME

ALWAYS_WELCOME = frozenset({".gitignore", "CNAME"})
_SOURCES = ("content", "data", "templates", "assets", ".git", ".venv", ".cache")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_PARTS = {"", ".", ".."}
_STUCK = {errno.EBUSY, errno.EXDEV}


class PublishError(Exception):
    """The site was not published, for the reasons in `problems`; the old one stands."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take the reasons, at least one."""
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.message for problem in self.problems))


def refusal(place: str, rule: str, message: str, hint: str) -> Problem:
    """Return an error about a file or a folder."""
    return Problem(place=Place(place), rule=rule, level=Level.ERROR, message=message, hint=hint)


def unfit_paths(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield a problem for each document whose path no site can have, or has already."""
    taken: dict[str, Document] = {}
    folders: dict[str, Document] = {}
    for document in documents:
        if not _is_path(document.path):
            yield refusal(
                document.made_from or document.path,
                "document-path",
                f"“{document.path}” is no path that a file of a site can have.",
                "Rename the file it is made from: letters, digits, hyphens and dots are safe.",
            )
        first = taken.setdefault(_on_any_system(document.path), document)
        if first is not document:
            yield _collision(first, document)
        above = document.path.rpartition("/")[0]
        while above and above not in folders:
            folders[above] = document
            above = above.rpartition("/")[0]
    for folder, document in folders.items():
        file = taken.get(_on_any_system(folder))
        if file:
            yield _collision(file, document)


def _is_path(path: str) -> bool:
    parts = path.split("/")
    return path != NAME and "\\" not in path and "\0" not in path and _NO_PARTS.isdisjoint(parts)


def _on_any_system(path: str) -> str:
    """Return what a path is where letter case and the writing of accents make no difference."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _collision(first: Document, second: Document) -> Problem:
    return refusal(
        second.made_from or second.path,
        "path-collision",
        f"“{second.path}” and “{first.path}” cannot both be in the site: on many systems "
        "their names are the same.",
        "Rename what one of them is made from.",
    )


def unfit_folder(folder: Path, name: str, project: Path | None) -> Iterator[Problem]:
    """Yield why a folder (resolved) can never be an output, whatever is forced."""
    source = Path(os.path.realpath(project)) if project else None
    if folder.exists() and not folder.is_dir():
        why = "is a file, not a folder"
    elif folder in {folder.parent, Path(os.path.realpath(os.environ.get("HOME", folder.parent)))}:
        why = "is far more than a site"
    elif source and source.is_relative_to(folder):
        why = "holds the project itself"
    elif source and any(folder.is_relative_to(source / part) for part in _SOURCES):
        why = "is where the project keeps its own files"
    elif folder.is_mount():
        why = "is a disk of its own, which cannot be swapped as a whole"
    else:
        return
    yield refusal(
        name,
        "output-folder",
        f"The output “{name}” {why}.",
        "Choose another folder with --output, such as site.",
    )


def foreign_folder(name: str, foreign: Sequence[str]) -> Problem:
    """Return why a folder with files of others, and none of ours, is left alone."""
    others = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
    return refusal(
        name,
        "foreign-folder",
        f"The output “{name}” has files that planpress did not write: “{foreign[0]}”{others}.",
        "Choose another folder with --output; or add --force, which keeps them all except those "
        "that stand where a file of the site goes.",
    )


def foreign_file(name: str, path: str) -> Problem:
    """Return why a file of someone else is not overwritten."""
    return refusal(
        f"{name}/{path}",
        "foreign-file",
        f"“{path}” in the output is not ours, and a file of the site goes there.",
        "Move it elsewhere; or add --force, which replaces it.",
    )


def could_not_write(name: str, error: OSError) -> Problem:
    """Return what kept the system from writing, in words."""
    if error.errno in _FULL:
        message, hint = "There is no room left on the disk for the site", "Free some space"
    elif error.errno in _FORBIDDEN:
        message = f"Writing the site to “{name}” is not allowed"
        hint = "Ask for the right to write there, close programs that use it, or choose --output"
    elif error.errno in _STUCK:
        message = f"The system does not let the folder “{name}” be replaced"
        hint = "Choose a folder inside it with --output"
    else:
        message = f"The site could not be written to “{name}”: {error.strerror or error}"
        hint = "See to that, or choose another folder with --output"
    return refusal(
        name, "output-not-written", f"{message}; the old site is as it was.", f"{hint}, then build."
    )
