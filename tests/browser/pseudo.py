"""A language that shows what was never given to translators: every letter accented, 40 % longer.

What stays plain in it was written past the catalogues and the words of the plan; what does not fit
in it would not fit in German either.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import yaml

from planpress.model.fields import Text
from planpress.model.record import Part, Record
from planpress.model.shapes import keys_of, shapes
from planpress.options import ROOT
from planpress.read.files import find
from planpress.read.interface_words import plural_forms
from planpress.read.sheet import parse
from planpress.wording.bring import said_by
from planpress.wording.update import empty, entry_for, written

CODE = "eo"
"""Esperanto: a language that CLDR knows and no plan here speaks."""

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçďéƒğħíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĎÉƑĞĦÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(
    r"%\(\w+\)[a-z]|%%|</?[a-zA-Z][^<>]*>|&\w+;"  # values, tags, entities of a message
    r"|\{\{.*?\}\}|\{:?[^{}\n]*\}|\]\([^()]*\)|`[^`]*`|\[\^[^\]]*\]|<[^<>\s]+>"  # Markdown
    r"|^\*\[[^\]]*\]:|^\[[^\]]*\]:.*$|https?://\S+|\S+@\S+\.\w+",
    re.MULTILINE,
)
_FREE = Text.__metadata__[0]
"""What reads a free text: not an id, a date or a choice."""
_VOWEL = re.compile(r"([aeiou])")


def pseudo(text: str) -> str:
    """Return a text with every letter accented and vowels twice, which is 40 % more of English."""
    said, at = [], 0
    for kept in _KEPT.finditer(text):
        said += [_accented(text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join((*said, _accented(text[at:])))


def bracketed(message: str) -> str:
    """Return a message of the interface with its ends marked too."""
    return f"⟦{pseudo(message)}⟧"


def _accented(text: str) -> str:
    return _VOWEL.sub(r"\1\1", text).translate(_ACCENTS)


def write_catalogue(templates: Path) -> None:
    """Write the words of the interface for a project."""
    made = empty(CODE, plural_forms(CODE), "Pseudo")
    for message in said_by(ROOT).messages:
        entry = entry_for(message)
        if message.many:
            entry.msgstr_plural = {0: bracketed(message.one), 1: bracketed(message.many)}
        else:
            entry.msgstr = bracketed(message.one)
        made.append(entry)
    file = templates / "locale" / CODE / "planpress.po"
    file.parent.mkdir(parents=True)
    file.write_text(written(made), "utf-8")


def copy_plan(plan: Path, to: Path) -> None:
    """Copy a plan with this language in place of its translations."""
    shutil.copytree(plan / "data", to / "data")
    others = shutil.ignore_patterns("*.??.md", "translations.lock")
    shutil.copytree(plan / "content", to / "content", ignore=others)
    file = to / "content" / "plan.md"
    text = file.read_text("utf-8")
    file.write_text(
        re.sub(r"^languages: .*$", f"languages: [en, {CODE}]", text, flags=re.MULTILINE)
    )
    records, _ = find(to / "content", ("en",))
    for record in records:
        source = to / record.paths["en"]
        sheet, _ = parse(source.name, source.read_text("utf-8"))
        words = _words(record.model, sheet.tree)
        front = yaml.safe_dump(words, allow_unicode=True, width=10_000) if words else ""
        own = source.with_name(f"{source.stem}.{CODE}.md")
        own.write_text(f"---\n{front}---\n{pseudo(sheet.body)}", "utf-8")
    write_catalogue(to / "templates")


def _words(model: type[Part], tree):
    """Return the worded part of a front matter, in the language."""
    found = {}
    for key, (kind, part) in shapes(model).items():
        if key not in tree:
            continue
        value = tree[key]
        if kind == "words":
            found[key] = pseudo(value)
        elif kind == "words list":
            found[key] = [pseudo(text) for text in value]
        elif kind == "part":
            found[key] = _words(part, value)
        elif kind == "part list":
            found[key] = [_named(part, entry) | _words(part, entry) for entry in value]
    return {key: value for key, value in found.items() if value}


def _named(part: type[Part], entry) -> dict[str, str]:
    """Return by what an entry of a list is known."""
    key = next(key for key in keys_of(part) if key in entry)
    return {key: entry[key]}


def facts(records: Iterable[Record]) -> set[str]:
    """Return all free texts of records that are the same in every language, and their names."""
    return {text for record in records for text in (*_texts(record), _name(record))}


def _name(record: Record) -> str:
    """Return the path of a record in content/, as staff know it."""
    return record.source.path.removeprefix("content/").removesuffix(".md")


def _texts(part: Part) -> Iterator[str]:
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        inner = get_args(info.annotation)
        free = _FREE in info.metadata or any(_FREE in getattr(i, "__metadata__", ()) for i in inner)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _texts(one)
            elif isinstance(one, str) and free:
                yield one
