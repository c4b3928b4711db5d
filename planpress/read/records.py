"""The files of one record to the record."""

from collections.abc import Mapping
from pathlib import Path

from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.model.source import Source
from planpress.model.words import Words
from planpress.read.files import Read, RecordFiles, content_digest
from planpress.read.marks import without_marks
from planpress.read.merge import Spoken, merge
from planpress.read.sheet import Sheet, parse
from planpress.read.text import bytes_of, text_of
from planpress.read.typed import typed
from planpress.store import digest


def read_record(
    record: RecordFiles,
    folder: Path,
    languages: tuple[str, ...],
    instead: Mapping[str, str] | None = None,
) -> Read:
    """Return the record, or None if its files have errors; all problems either way.

    `folder` is the project's, from which paths are told. `instead` are texts to read in the place
    of files, by their paths.
    """
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in record.paths.values():
        text = instead.get(path) if instead else None
        raw, unreadable = (text.encode(), []) if text is not None else bytes_of(folder, path)
        problems += unreadable
        if raw is not None:
            contents[path] = raw
    found, wrong = made_of(record, contents, languages)
    return found, [*problems, *wrong]


def made_of(record: RecordFiles, contents: Mapping[str, bytes], languages: tuple[str, ...]) -> Read:
    """Return the record that the contents of its files are; one without content is left out."""
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for language, path in record.paths.items():
        if path not in contents:
            continue
        text, unreadable = text_of(contents[path], path)
        problems += unreadable
        if text is not None:
            sheets[language], wrong = parse(path, text)
            problems += wrong
    if languages[0] not in sheets:
        return None, problems
    translated = {}
    for language in [code for code in sheets if code != languages[0]]:
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
    files = {language: sheet.path for language, sheet in sheets.items()}
    source = Source(
        files,
        first.sheet.places,
        translated,
        content_digest(record, contents),
        _pages(files, contents, languages),
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
        if language not in record.paths:
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


def languages_in(text: str) -> tuple[str, ...]:
    """Return the languages that the text of a plan's file names."""
    listed = parse("content/plan.md", text)[0].tree.get("languages")
    return tuple(str(code) for code in listed) if isinstance(listed, list) else ()


def _pages(
    files: Mapping[str, str], contents: Mapping[str, bytes], languages: tuple[str, ...]
) -> dict[str, str]:
    """Return a digest of the words and facts that a page in each language shows."""
    first = files[languages[0]]
    own = {code: dict.fromkeys((first, files.get(code, first))) for code in languages}
    return {code: digest(*(contents[path] for path in paths)) for code, paths in own.items()}
