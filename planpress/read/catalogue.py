"""Interface words: gettext catalogues under templates/locale/<lang>/."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from babel import UnknownLocaleError

from planpress.makers import makers
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.place import Place
from planpress.model.problem import Level, Problem, error, listed, warning
from planpress.model.spoken import spoken
from planpress.store import Store, digest

SOURCE = "en"
"""The language in which the interface is written; it needs no catalogue."""

ASKED_FOR = "locale/planpress.pot"
"""All that the interface says, in a folder of templates."""


@dataclass(frozen=True)
class _Files:
    """What the words of a language are made from; the folders of templates as they win.

    `catalogues` are the texts by folder, empty where there is none; `own` are the templates of
    the project itself.
    """

    folders: tuple[Path, ...]
    code: str
    catalogues: tuple[bytes, ...]
    asked_for: bytes
    own: tuple[bytes, ...]

    @property
    def path(self) -> str:
        return catalogue_path(self.code)

    @property
    def key(self) -> str:
        parts = (*self.catalogues, self.asked_for, *self.own)
        return digest("catalogue", self.code, str(len(self.catalogues)), *parts, makers())


@dataclass(frozen=True, kw_only=True)
class _Found:
    """A language's compiled words, the winning ones first, and what is wrong with them."""

    compiled: tuple[bytes, ...] = ()
    reviewed: bool = True
    problems: tuple[Problem, ...] = ()

    @property
    def translations(self) -> NullTranslations:
        return spoken(self.compiled)


def catalogue_path(code: str) -> str:
    """Return where the catalogue of a language stands in a project."""
    return f"templates/locale/{code}/planpress.po"


def read_languages(
    codes: Sequence[str], territory: str, templates: Sequence[Path], store: Store | None = None
) -> tuple[dict[str, Language], list[Problem]]:
    """Return the languages of a plan with their interface words.

    `templates` are folders, that of planpress itself the last; the words of the ones before are
    laid over its words, message by message. Catalogues that have not changed come compiled and
    examined from the store.
    """
    store = store or Store(None)
    languages: dict[str, Language] = {}
    problems: list[Problem] = []
    asked_for, own = _bytes(templates[-1] / ASKED_FOR), _own_templates(templates[:-1])
    for code in codes:
        texts = tuple(_bytes(folder / f"locale/{code}/planpress.po") for folder in templates)
        files = _Files(tuple(templates), code, texts, asked_for, own)
        found = _kept(files, store)
        problems += found.problems
        try:
            language = Language.of(code, territory, found.translations)
        except ValueError as fault:
            hint = "Use a code such as en, es, vi or zh-Hant."
            problems.append(error(Place("content/plan.md"), "catalogue", str(fault), hint))
            continue
        says = digest("language", makers(), code, territory, *found.compiled)
        languages[code] = replace(language, reviewed=found.reviewed, digest=says)
    return languages, problems


def _kept(files: _Files, store: Store) -> _Found:
    if not any(files.catalogues) and _is_source(files.code):
        return _Found()
    kept = store.get(files.key)
    if kept is not None:
        return _decoded(json.loads(kept))
    found = _examined(files)
    if all(problem.place.path == files.path for problem in found.problems):
        store.put(files.key, json.dumps(_encoded(found)).encode())
    return found


def _examined(files: _Files) -> _Found:
    from planpress.read.interface_words import (  # noqa: PLC0415 (only where something changed)
        BrokenCatalogue,
        catalogue,
        compiled,
        faults,
    )

    if not any(files.catalogues):
        message = f"the interface has no words in language “{files.code}”; they stay English"
        hint = f"Make {files.path} with: python3 build.py translate words {files.code}"
        return _Found(problems=(warning(Place(files.path), "catalogue", message, hint),))
    locale = files.code.replace("-", "_")
    try:
        read = [catalogue(files.path, _text(text)) for text in files.catalogues if text]
        problems = [fault for one in read for fault in faults(one, locale)]
    except BrokenCatalogue as broken:
        return _Found(problems=(broken.problem,))
    except UnknownLocaleError:  # told where the language is made
        return _Found()
    if any(problem.stops for problem in problems):
        return _Found(problems=tuple(listed(problems)))
    problems += listed(_missing(files, read, locale))
    for one in read:
        if not one.reviewed:
            message = "a machine made these words, and nobody has said that they are right"
            hint = "Read them, then add X-Reviewed-By and X-Reviewed-On (a day) to the header."
            place = one.header("X-Translated-By")
            problems.append(warning(place, "unreviewed-words", message, hint))
    return _Found(
        compiled=tuple(compiled(one, locale) for one in read),
        reviewed=all(one.reviewed for one in read),
        problems=tuple(problems),
    )


def _missing(files: _Files, read: Sequence[Any], locale: str) -> Iterator[Problem]:
    """Yield what the interface says and none of the catalogues has words for, with its place."""
    from planpress.read.interface_words import (  # noqa: PLC0415
        WRITE,
        forms_in,
        gap,
        plural_forms,
        says,
        untold,
    )
    from planpress.read.messages import asked_for_by, place_of  # noqa: PLC0415

    if _is_source(files.code):
        return
    forms = len(forms_in(plural_forms(locale)))
    for message in asked_for_by(files.folders, files.asked_for.decode()):
        if any(says(one, message, forms) for one in read):
            continue
        known = next(filter(None, (gap(one, message) for one in read)), None)
        if known:
            yield known
            continue
        hint = f"Run python3 build.py translate words {files.code}. {WRITE}"
        place = place_of(message, files.folders)
        yield warning(place, "interface-words", untold(message), hint)


def _is_source(code: str) -> bool:
    return code.partition("-")[0] == SOURCE


def _own_templates(folders: Sequence[Path]) -> tuple[bytes, ...]:
    files = (file for folder in folders for file in sorted(folder.rglob("*.html")))
    return tuple(_bytes(file) for file in files)


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace")


def _encoded(found: _Found) -> dict[str, Any]:
    return {
        "compiled": [b64encode(binary).decode() for binary in found.compiled],
        "reviewed": found.reviewed,
        "problems": [
            [p.place.path, p.place.line, p.rule, p.level.value, p.message, p.hint]
            for p in found.problems
        ],
    }


def _decoded(kept: dict[str, Any]) -> _Found:
    return _Found(
        compiled=tuple(b64decode(binary) for binary in kept["compiled"]),
        reviewed=kept["reviewed"],
        problems=tuple(
            Problem(place=Place(path, line), rule=rule, level=Level(level), message=said, hint=hint)
            for path, line, rule, level, said, hint in kept["problems"]
        ),
    )
