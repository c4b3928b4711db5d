"""The files of one record to the record."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.model.record import restored
from planpress.model.words import Words
from planpress.read.files import Read, RecordFiles, content_digest, contents_of
from planpress.read.parted import Head, Parted, parted
from planpress.read.text import text_of
from planpress.store import digest


class Parts(NamedTuple):
    """The files of a record, what is in them, and the parts of those that are text."""

    files: RecordFiles
    contents: Mapping[str, bytes]
    by_language: Mapping[str, Parted]
    problems: list[Problem]


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
    contents, problems = contents_of(record, folder, instead)
    parts = parts_of(record, contents)
    found, wrong = made_of(parts, languages, head(parts, languages))
    return found, [*problems, *wrong]


def parts_of(record: RecordFiles, contents: Mapping[str, bytes]) -> Parts:
    """Return the files of a record in parts; one without content is left out."""
    parts: dict[str, Parted] = {}
    problems: list[Problem] = []
    for language, path in record.paths.items():
        if path not in contents:
            continue
        text, unreadable = text_of(contents[path], path)
        problems += unreadable
        if text is not None:
            parts[language], wrong = parted(path, text)
            problems += wrong
    return Parts(record, contents, parts, problems)


def head(parts: Parts, languages: tuple[str, ...]) -> Head:
    """Return what the front matter of a record's files says."""
    # what reads YAML is not needed where only words have changed
    from planpress.read.heads import head_of  # noqa: PLC0415

    return head_of(parts.files, parts.by_language, languages)


def made_of(parts: Parts, languages: tuple[str, ...], head: Head) -> Read:
    """Return the record that its files are, by what their front matter says."""
    files, contents, sheets, problems = parts
    made, wrong = head
    problems = [*problems, *wrong]
    if languages[0] not in sheets:
        return None, problems
    body = Words(
        {language: sheet.body for language, sheet in sheets.items() if sheet.body},
        {language: sheet.place for language, sheet in sheets.items() if sheet.body},
    )
    problems += _missing(files, sheets, languages, body)
    if made is None:
        return None, problems
    source = replace(
        made.source,
        digest=content_digest(files, contents),
        pages=_pages(made.source.files, contents, languages),
    )
    fields = {**made.__dict__, "source": source, "body": body}
    return restored(type(made), fields, tuple(made.model_fields_set)), problems


def _missing(
    record: RecordFiles, sheets: Mapping[str, Parted], languages: tuple[str, ...], body: Words
) -> list[Problem]:
    problems = []
    path = sheets[languages[0]].path
    for language in languages[1:]:
        if language not in record.paths:
            place = Place(path, 1)
            message = f"the record has no words in language “{language}” yet"
            hint = f"Add {path.removesuffix('.md')}.{language}.md with the translated words."
        elif language in sheets and languages[0] in body.texts and language not in body.texts:
            place = sheets[language].place
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
    from planpress.read.sheet import parse  # noqa: PLC0415 (seldom needed, and it takes YAML)

    listed = parse("content/plan.md", text)[0].tree.get("languages")
    return tuple(str(code) for code in listed) if isinstance(listed, list) else ()


def _pages(
    files: Mapping[str, str], contents: Mapping[str, bytes], languages: tuple[str, ...]
) -> dict[str, str]:
    """Return a digest of the words and facts that a page in each language shows."""
    first = files[languages[0]]
    own = {code: dict.fromkeys((first, files.get(code, first))) for code in languages}
    return {code: digest(*(contents[path] for path in paths)) for code, paths in own.items()}
