"""Which of its own files a record names, and whether they are there."""

from collections.abc import Collection, Iterator

from planpress.model.dataclass import dataclass
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error, warning
from planpress.model.record import Record
from planpress.model.report import ReportRecord
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A file's name as a record writes it, where, and the language that the file is said to be in.

    `spoken` is the place of the language, where there is one.
    """

    name: str
    place: Place
    language: str = ""
    spoken: Place | None = None


def mentions(record: Record) -> Iterator[Mention]:
    """Yield every file of its own that a record names in its facts."""
    at = record.source.at
    match record:
        case TacticRecord():
            for number, document in enumerate(record.documents):
                yield Mention(
                    name=document.file,
                    place=at("documents", number, "file"),
                    language=document.language or "",
                    spoken=at("documents", number, "language"),
                )
        case StocktakeRecord(presentation=shown) if shown:
            yield Mention(name=shown.file, place=at("presentation", "file"))
        case ReportRecord(file=str(name)):
            yield Mention(name=name, place=at("file"))


def doubtful(
    record: Record, home: str, there: Collection[str], languages: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the files that a record names.

    `home` is the record's own folder, `there` are the names of all that stands in it.
    """
    for mention in mentions(record):
        name = mention.name
        if "/" in name or "\\" in name or name.startswith("."):
            message = f"“{name}” is not the name of a file in the record's own folder"
            hint = f"Put the file into {home}/ and write its name alone, such as plan.pdf."
            yield error(mention.place, "attachment-name", message, hint)
        elif name not in there:
            near = f" {did_you_mean(name, there)}" if there else ""
            message = f"there is no file {home}/{name}"
            yield error(
                mention.place,
                "attachment-missing",
                message,
                f"Put it there, or mend its name.{near}",
            )
        if mention.language and mention.language not in languages:
            message = f"“{mention.language}” is not a language of this plan"
            hint = (
                f"{did_you_mean(mention.language, languages)} Languages stand in content/plan.md."
            )
            yield warning(mention.spoken or mention.place, "attachment-language", message, hint)
