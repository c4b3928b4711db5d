"""The messages of the interface: what templates and code ask a catalogue for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from polib import pofile

from planpress.model.dataclass import dataclass
from planpress.model.place import Place

KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "say": None,
    "say_n": (1, 2),
    "say_in_all": (2,),
}
"""What a message is an argument of, in Python and in Jinja; `c` is a context."""

NOTES = ("Translators:",)
"""How a comment for translators begins, in the line above a message."""

_SETTINGS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_METHODS = (("**.py", "python"), ("**.html", "jinja2.ext:babel_extract"))
_HOLE = re.compile(r"%\(\w+\)[a-z]")

Key = tuple[str, str]
"""A message's context, empty for most, and its English words."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """What the interface says, in English; `many` is empty where nothing is counted.

    `files` are those that say it, as paths in their project; `notes` are for translators.
    """

    one: str
    many: str = ""
    context: str = ""
    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """By what a catalogue knows it."""
        return self.context, self.one

    @property
    def filled(self) -> bool:
        """Whether values are filled into it."""
        return "%(" in self.one + self.many


def messages(folders: Iterable[tuple[str, Path]]) -> tuple[Message, ...]:
    """Return every message once, in the order of files and lines.

    `folders` are the folders with code or templates, each after its name in the project. Raises
    jinja2.TemplateSyntaxError and SyntaxError for a file that cannot be read.
    """
    found: dict[Key, Message] = {}
    for name, folder in folders:
        for file, one, many, context, notes in _asked_for(folder):
            before = found.get((context, one), Message(one=one, context=context))
            found[before.key] = Message(
                one=one,
                many=many or before.many,
                context=context,
                files=tuple(dict.fromkeys((*before.files, f"{name}/{file}"))),
                notes=tuple(dict.fromkeys((*before.notes, *notes))),
            )
    return tuple(found.values())


def _asked_for(folder: Path) -> Iterator[tuple[str, str, str, str, list[str]]]:
    from babel.messages.extract import extract_from_dir  # noqa: PLC0415 (rarely needed)
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415

    opened: list[str] = []
    found = extract_from_dir(
        folder,
        _METHODS,
        {"**.html": _SETTINGS},
        keywords=KEYWORDS,
        comment_tags=NOTES,
        callback=lambda file, *_: opened.append(file),
        strip_comment_tags=True,
    )
    try:
        every = sorted(found, key=lambda one: (one[0], one[1]))
    except TemplateSyntaxError as fault:
        fault.filename = str(folder / opened[-1])
        raise
    for file, line, said, notes, context in every:
        assert line
        one, many = (said[0], said[1]) if isinstance(said, tuple) else (said, "")
        if one:
            yield Path(file).as_posix(), one, many, context or "", notes


def line_of(text: str, message: Message) -> int:
    """Return the line of a file that asks for a message; 0 where it cannot be found.

    What is searched is its longest piece without values, as templates write these differently.
    """
    words = max(_HOLE.split(message.one), key=len).split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return text.count("\n", 0, found.start()) + 1 if found else 0


def place_of(message: Message, folders: Sequence[Path]) -> Place:
    """Return the place of the first file that asks for a message, found by its words.

    `folders` are those with templates, the winning one first; code stands beside the last.
    """
    path = next(iter(message.files), "")
    file = next((f for folder in folders if (f := folder.parent / path).is_file()), None)
    return Place(path, line_of(file.read_text("utf-8"), message) if file else 0)


def asked_for_by(folders: Sequence[Path], known: str) -> tuple[Message, ...]:
    """Return all that the interface says: what planpress has listed, and a project's templates.

    `folders` are those with templates, that of planpress itself the last; `known` is its list.
    A template with a mistake says nothing here; that it has one is told where it is used.
    """
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 (only where something has changed)

    listed = messages_in(known)
    keys = {message.key for message in listed}
    own: list[Message] = []
    for folder in folders[:-1]:
        try:
            own += messages([(folder.name, folder)])
        except TemplateSyntaxError:
            continue
    return (*listed, *(message for message in own if message.key not in keys))


def messages_in(template: str) -> tuple[Message, ...]:
    """Return the messages that a .pot file lists."""
    return tuple(
        Message(
            one=entry.msgid,
            many=entry.msgid_plural,
            context=entry.msgctxt or "",
            files=tuple(file for file, _ in entry.occurrences),
            notes=(entry.comment,) if entry.comment else (),
        )
        for entry in pofile(f"{template}\n")
    )
