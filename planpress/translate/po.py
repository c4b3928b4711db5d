"""Messages as a gettext PO file, which every translator's editor opens, and back."""

import re
from collections.abc import Iterable

from polib import POEntry, POFile, pofile

from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.translate.inline import Parts
from planpress.translate.message import WAS, Answer, Label, Message, Parcel, Progress

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{[ \u00a0]*(\d{1,6})[ \u00a0]*\}")
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_SOURCE = "X-Source-Language"


def as_po(messages: Iterable[Message], label: Label) -> str:
    """Return the messages as a PO file.

    Placeholders are written `{1}`, other braces twice, as in Python's brace format. A doubtful
    translation is fuzzy and has the former source above it (`#|`) and the former translation as a
    comment.
    """
    file = POFile(wrapwidth=78)
    file.header = (
        f"{label.title}\nEach context names a record of the plan and a field or section in it.\n"
        "Keep every {1}, {2}, …: the notes say what stands there. Move them as the sentence needs."
    )
    file.metadata = {
        "Project-Id-Version": label.title,
        "Report-Msgid-Bugs-To": label.url,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": label.target.replace("-", "_"),
        _SOURCE: label.source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": label.plurals,
        "X-Generator": "planpress",
    }
    file.extend(_entry(message) for message in messages)
    return f"{file}\n"


def _entry(message: Message) -> POEntry:
    doubtful = message.progress is Progress.DOUBTFUL
    source = _written(message.source)
    flags = ["fuzzy"] if doubtful else []
    if "{" in source or "}" in source:
        flags.append("python-brace-format")
    notes = list(map(_one_line, message.notes))
    if doubtful:
        notes.append(f"Previous translation: {_one_line(_written(message.previous))}")
    notes += [WAS + message.was] if message.was else []
    return POEntry(
        msgctxt=message.context,
        msgid=source,
        msgstr=_written(message.target),
        previous_msgid=_written(message.before) if doubtful and message.before else None,
        comment="\n".join(notes),
        occurrences=[(message.place.path, str(message.place.line))],
        flags=flags,
    )


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def _written(parts: Parts) -> str:
    return "".join(f"{{{p}}}" if isinstance(p, int) else p.translate(_BRACES) for p in parts)


def from_po(text: str, path: str) -> tuple[Parcel | None, list[Problem]]:
    """Return what a PO file says; None where it cannot be read. `path` names it in problems."""
    try:
        file = pofile(text + "\n")
    except (OSError, ValueError, LookupError) as wrong:
        at = re.search(r"line (\d+)", str(wrong))
        hint = "Open it in the translator's editor and save it again as PO, in UTF-8."
        place = Place(path, int(at[1]) if at else 0)
        return None, [error(place, "translation-file", "this is not a whole PO file", hint)]
    answers = tuple(_answer(entry) for entry in file if not entry.obsolete)
    language = file.metadata.get("Language", "").replace("_", "-")
    return Parcel(source=file.metadata.get(_SOURCE, ""), target=language, answers=answers), []


def _answer(entry: POEntry) -> Answer:
    target, notes = _read(entry.msgstr), entry.comment.splitlines()
    progress = Progress.DONE if target else Progress.EMPTY
    return Answer(
        context=entry.msgctxt or "",
        source=_read(entry.msgid),
        target=target,
        progress=Progress.DOUBTFUL if target and entry.fuzzy else progress,
        was=next((line[len(WAS) :] for line in notes if line.startswith(WAS)), ""),
        line=entry.linenum or 0,
    )


def _read(written: str) -> Parts:
    parts: list[str | int] = []
    last, said = 0, ""
    for match in _PLACEHOLDER.finditer(written):
        said += written[last : match.start()]
        last = match.end()
        if match[1] is None:
            said += match[0][0]
            continue
        parts += [said, int(match[1])] if said else [int(match[1])]
        said = ""
    said += written[last:]
    return (*parts, *([said] if said else []))
