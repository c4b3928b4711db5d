"""Interface words: gettext catalogues under templates/locale/<lang>/."""

import io
from collections.abc import Sequence
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from planpress.model.language import Language
from planpress.model.place import Place
from planpress.model.problem import Level, Problem

SOURCE = "en"
"""The language in which the interface is written; it needs no catalogue."""


def read_languages(
    codes: Sequence[str], territory: str, templates: Sequence[Path]
) -> tuple[dict[str, Language], list[Problem]]:
    """Return the languages of a plan with their interface words.

    `templates` are folders; the first that has a catalogue for a language wins.
    """
    languages: dict[str, Language] = {}
    problems: list[Problem] = []
    for code in codes:
        translations, wrong = _translations(code, templates)
        problems += wrong
        try:
            languages[code] = Language.of(code, territory, translations)
        except ValueError as error:
            hint = "Use a code such as en, es, vi or zh-Hant."
            problems.append(_problem("content/plan.md", 0, Level.ERROR, str(error), hint))
    return languages, problems


def _translations(code: str, templates: Sequence[Path]) -> tuple[NullTranslations, list[Problem]]:
    path = f"locale/{code}/planpress.po"
    file = next((f for folder in templates if (f := folder / path).is_file()), None)
    if file is None:
        if code.partition("-")[0] == SOURCE:
            return NullTranslations(), []
        message = f"the interface has no words in language “{code}”; they stay English"
        hint = f"Add templates/{path} with the translated words."
        return NullTranslations(), [_problem(f"templates/{path}", 0, Level.WARNING, message, hint)]
    try:
        with file.open("rb") as handle:
            catalogue: Catalog = read_po(handle, locale=code.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line = getattr(error, "lineno", 0) + 1
        hint = "Mend the line; a PO editor shows what is wrong with it."
        wrong = _problem(f"templates/{path}", line, Level.ERROR, str(error), hint)
        return NullTranslations(), [wrong]
    wrong_words = [
        _problem(
            f"templates/{path}",
            message.lineno or 0,
            Level.ERROR,
            f"the words do not fit “{message.id}”: {error}",
            "Keep every %(name)s of the English words in the translation.",
        )
        for message in catalogue
        for error in message.check(catalogue)
    ]
    if wrong_words:
        return NullTranslations(), wrong_words
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled), []


def _problem(path: str, line: int, level: Level, message: str, hint: str) -> Problem:
    place = Place(path, line)
    return Problem(place=place, rule="catalogue", level=level, message=message, hint=hint)
