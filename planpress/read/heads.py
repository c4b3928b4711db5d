"""The front matter of a record's files to all of the record but its body."""

from collections.abc import Mapping

from planpress.model.problem import Problem
from planpress.model.source import Source
from planpress.model.words import Words
from planpress.read.files import RecordFiles
from planpress.read.marks import without_marks
from planpress.read.merge import Spoken, merge
from planpress.read.parted import Head, Parted
from planpress.read.sheet import Sheet, front_of
from planpress.read.typed import typed


def head_of(record: RecordFiles, parts: Mapping[str, Parted], languages: tuple[str, ...]) -> Head:
    """Return what the front matter of a record's files says, by the codes of their languages."""
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    for language, part in parts.items():
        sheets[language], wrong = front_of(part)
        problems += wrong
    if languages[0] not in sheets:
        return Head(None, problems)
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
    source = Source(files, first.sheet.places, translated)
    made, wrong = typed(record.model, record.id, tree, source, Words())
    return Head(made, [*problems, *wrong])
