"""A catalogue brought up to date: translations kept, changed words marked, old ones set aside."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from polib import POEntry, POFile

from planpress.model.dataclass import dataclass
from planpress.read.interface_words import key_of
from planpress.read.messages import Key, Message

ALIKE = 0.75
"""From how alike on, of 1, a new message is taken for an old one whose words were changed."""

WIDTH = 76


@dataclass(frozen=True, kw_only=True)
class Updated:
    """A catalogue as it should be, and by what it differs from what it was."""

    entries: POFile
    new: int = 0
    changed: int = 0
    unused: int = 0


def listing(messages: Iterable[Message], title: str) -> POFile:
    """Return the template of all catalogues; no day stands in it."""
    template = POFile(wrapwidth=WIDTH)
    template.header = f"{title}\nMade by: python3 build.py translate words"
    template.metadata = {
        "Project-Id-Version": "planpress",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    template.extend(entry_for(message) for message in messages)
    return template


def empty(code: str, plural_forms: str, language: str) -> POFile:
    """Return a catalogue without words for a new language; `language` is its English name."""
    made = POFile(wrapwidth=WIDTH)
    made.header = f"{language} words of the interface of planpress."
    made.metadata = {
        "Project-Id-Version": "planpress",
        "Language": code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    return made


def updated(before: POFile, messages: Sequence[Message], forms: int) -> Updated:
    """Return a catalogue with exactly these messages, in their order.

    New ones have no words; those that are like one that is not used any more have its words, as
    fuzzy and with the previous English. What is not used any more is kept below as obsolete.
    `forms` is how many plural forms the language has.
    """
    told = {key_of(entry): entry for entry in before if not entry.obsolete}
    aside = {key_of(entry): entry for entry in before if entry.obsolete}
    wanted = {message.key for message in messages}
    leaving = {key: entry for key, entry in told.items() if key not in wanted and _worded(entry)}
    taken: set[Key] = set()
    after = POFile(wrapwidth=WIDTH)
    after.header, after.metadata = before.header, before.metadata
    new = changed = 0
    for message in messages:
        entry = entry_for(message)
        old = told.get(message.key) or aside.get(message.key)
        if old is None:
            near = _nearest(message, leaving, taken)
            if near is None:
                new += 1
            else:
                taken.add(key_of(near))
                changed += 1
                _carry(near, entry, forms)
                _doubt(near, entry)
        else:
            _carry(old, entry, forms)
            if (old.msgid_plural or "") != message.many and _worded(old):
                changed += 1
                _doubt(old, entry)
            elif old.fuzzy:
                entry.flags.append("fuzzy")
                entry.previous_msgid = old.previous_msgid
                entry.previous_msgid_plural = old.previous_msgid_plural
        after.append(entry)
    for key, entry in {**aside, **leaving}.items():
        if key not in wanted and key not in taken:
            after.append(_set_aside(entry))
    return Updated(entries=after, new=new, changed=changed, unused=len(leaving.keys() - taken))


def entry_for(message: Message) -> POEntry:
    """Return the entry of a message, without words."""
    entry = POEntry(
        msgid=message.one,
        msgstr="",
        msgctxt=message.context or None,
        comment="\n".join(message.notes),
        occurrences=[(file, "") for file in message.files],
        flags=["python-format"] if message.filled else [],
    )
    if message.many:
        entry.msgid_plural = message.many
        entry.msgstr_plural = {0: "", 1: ""}
    return entry


def _carry(old: POEntry, entry: POEntry, forms: int) -> None:
    """Give an entry the words of another, in as many forms as it needs."""
    entry.tcomment = old.tcomment
    words = [old.msgstr_plural[at] for at in sorted(old.msgstr_plural)] or [old.msgstr]
    if entry.msgid_plural:
        entry.msgstr_plural = {at: words[at] if at < len(words) else "" for at in range(forms)}
    else:
        entry.msgstr = words[0]


def _doubt(old: POEntry, entry: POEntry) -> None:
    entry.flags.append("fuzzy")
    entry.previous_msgid = old.previous_msgid or old.msgid
    entry.previous_msgid_plural = old.previous_msgid_plural or old.msgid_plural or None


def _nearest(message: Message, leaving: Mapping[Key, POEntry], taken: set[Key]) -> POEntry | None:
    best, alike = None, ALIKE
    pattern = SequenceMatcher(b=message.one)
    for key, entry in leaving.items():
        if key in taken or key[0] != message.context:
            continue
        pattern.set_seq1(entry.msgid)
        if pattern.quick_ratio() >= alike and (ratio := pattern.ratio()) >= alike:
            best, alike = entry, ratio
    return best


def _worded(entry: POEntry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _set_aside(entry: POEntry) -> POEntry:
    kept = POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        tcomment=entry.tcomment,
        obsolete=True,
    )
    if entry.msgid_plural:
        kept.msgid_plural, kept.msgstr_plural = entry.msgid_plural, entry.msgstr_plural
    return kept


def written(entries: POFile) -> str:
    """Return a catalogue as the text of its file."""
    return re.sub(r"\n{3,}", "\n\n", str(entries)).rstrip("\n") + "\n"
