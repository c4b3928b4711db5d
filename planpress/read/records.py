"""The files of one record to the record."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.model.record import Record
from planpress.model.source import Source
from planpress.model.words import Words
from planpress.read.files import RecordFiles
from planpress.read.marks import without_marks
from planpress.read.merge import Spoken, merge
from planpress.read.sheet import Sheet, parse
from planpress.read.text import read_text
from planpress.read.typed import typed

R = TypeVar("R", bound=Record)


def read_record(
    record: RecordFiles,
    folder: Path,
    languages: tuple[str, ...],
    instead: Mapping[str, str] | None = None,
) -> tuple[Record | None, list[Problem]]:
    """Return the record, or None if its files have errors; all problems either way.

    `folder` is the project's, from which paths are told. `instead` are texts to read in the place
    of files, by their paths.
    """
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for language, file in record.files.items():
        path = file.relative_to(folder).as_posix()
        text = instead.get(path) if instead else None
        if text is None:
            text, unreadable = read_text(file, path)
            problems += unreadable
        if text is not None:
            sheets[language], wrong = parse(path, text)
            problems += wrong
    if languages[0] not in sheets:
        return None, problems
    translated = {}
    for language in sheets.keys() - {languages[0]}:
        sheets[language], translated[language], wrong = without_marks(sheets[language])
        problems += wrong
    first = Spoken(sheets[languages[0]], languages[0], dict(sheets[languages[0]].tree), ())
    others = tuple(
        Spoken(sheet, language, dict(sheet.tree), ())
        for language, sheet in sheets.items()
        if language != languages[0]
    )
    tree, wrong = merge(record.model, first, others)
    problems += wrong
    source = Source(
        {language: sheet.path for language, sheet in sheets.items()},
        first.sheet.places,
        translated,
    )
    body = Words(
        {language: sheet.body for language, sheet in sheets.items() if sheet.body},
        {language: sheet.body_place for language, sheet in sheets.items() if sheet.body},
    )
    problems += _missing(record, sheets, languages, body)
    typed_record, wrong = typed(record.model, record.id, tree, source, body)
    return typed_record, [*problems, *wrong]


def _missing(
    record: RecordFiles, sheets: dict[str, Sheet], languages: tuple[str, ...], body: Words
) -> list[Problem]:
    problems = []
    path = sheets[languages[0]].path
    for language in languages[1:]:
        if language not in record.files:
            place = Place(path, 1)
            message = f"the record has no words in language “{language}” yet"
            hint = f"Add {path.removesuffix('.md')}.{language}.md with the translated words."
        elif language in sheets and languages[0] in body.texts and language not in body.texts:
            place = sheets[language].body_place
            message = f"the text below the front matter is missing in language “{language}”"
            hint = f"Translate it from {path}."
        else:
            continue
        problems.append(
            Problem(
                place=place,
                rule="missing-words",
                level=Level.WARNING,
                message=message,
                hint=hint,
            )
        )
    return problems
