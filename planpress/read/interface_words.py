"""One catalogue of the interface: what it holds, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from gettext import c2py
from itertools import chain

from polib import POEntry, POFile, pofile

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error, warning
from planpress.read.messages import Key, Message

HOLE = re.compile(r"%\((\w+)\)[a-z]")
_TAG = re.compile(r"</?[a-z][^>]*>")
_NUMBERS = (*range(1001), 10_000, 100_000, 1_000_000, 2_000_000)

WRITE = "Write them; until then readers see the English words."
KEEP = "Keep every %(name)s and every tag of the English words in the translation."


class BrokenCatalogue(Exception):  # noqa: N818  # it says what it found
    """A catalogue that cannot be read; `problem` says where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A language's words for the interface, as one file has them.

    `path` is where it stands for staff; `text` is what stands there.
    """

    path: str
    text: str
    entries: POFile

    @property
    def reviewed(self) -> bool:
        """Whether a person made or read it: a machine's words wait for a name and a day."""
        said = self.entries.metadata
        if said.get("X-Translated-By", "").strip().lower() != "machine":
            return True
        try:
            date.fromisoformat(said.get("X-Reviewed-On", "").strip())
        except ValueError:
            return False
        return bool(said.get("X-Reviewed-By", "").strip())

    @cached_property
    def known(self) -> Mapping[Key, POEntry]:
        """What it has an entry for, with words or without."""
        return {key_of(entry): entry for entry in self.entries if not entry.obsolete}

    def at(self, entry: POEntry, *, empty: bool = False) -> Place:
        """Return where an entry stands, or the words that it lacks."""
        lines, begin = self.text.splitlines(), entry.linenum or 1
        line = next(
            (n for n in range(begin, len(lines) + 1) if lines[n - 1].startswith("msgid")), begin
        )
        if empty:
            end = next((n for n in range(line, len(lines)) if not lines[n].strip()), len(lines))
            line = next((n for n in range(line, end + 1) if _is_empty(lines, n)), line)
        return Place(self.path, line)

    def header(self, name: str) -> Place:
        """Return where a line of the header stands, or the file."""
        begin = f'"{name}:'.lower()
        lines = enumerate(self.text.splitlines(), start=1)
        return Place(self.path, next((n for n, t in lines if t.lower().startswith(begin)), 0))


def catalogue(path: str, text: str) -> Catalogue:
    """Return the catalogue that a text is; raise BrokenCatalogue with the line."""
    try:
        return Catalogue(path=path, text=text, entries=pofile(f"{text}\n", wrapwidth=76))
    except (OSError, ValueError) as fault:
        said = re.search(r"\(line (\d+)\)(?:: (.*))?", str(fault))
        line, what = (int(said[1]), said[2]) if said else (0, None)
        hint = "Mend the line; a PO editor shows what is wrong with it."
        message = f"this is no line of a catalogue: {what or 'its shape is not known'}"
        raise BrokenCatalogue(error(Place(path, line), "catalogue", message, hint)) from None


def key_of(entry: POEntry) -> Key:
    """Return by what a catalogue knows an entry."""
    return entry.msgctxt or "", entry.msgid


def plural_forms(locale: str) -> str:
    """Return how many plural forms a language has, and which number takes which, for a header.

    They are those of CLDR where gettext can say them, and else the usual ones of gettext.
    """
    from babel import Locale  # noqa: PLC0415 (only where a catalogue is new or has changed)
    from babel.messages.plurals import get_plural  # noqa: PLC0415
    from babel.plural import to_gettext  # noqa: PLC0415

    usual = get_plural(locale)
    exact = to_gettext(Locale.parse(locale).plural_form)
    same = _sets(exact) is not None and _sets(exact) == _sets(usual.plural_forms)
    return exact if same and usual.num_plurals > 2 else usual.plural_forms.strip()


def faults(found: Catalogue, locale: str) -> Iterator[Problem]:
    """Yield what keeps a catalogue from being used: its plural rule, lost or unknown values."""
    needed = plural_forms(locale)
    stated = found.entries.metadata.get("Plural-Forms", needed)
    forms = forms_in(needed)
    if _sets(stated) != _sets(needed):
        message = f"the plural forms are not those of the language, which has {len(forms)}"
        hint = f"Write “Plural-Forms: {needed}” in the header, and the forms in that order."
        yield error(found.header("Plural-Forms"), "catalogue", message, hint)
        return
    forms = forms_in(stated)
    for entry in found.entries:
        if entry.obsolete or entry.fuzzy:
            continue
        for said in _misfits(entry, forms):
            message = f"the words do not fit “{entry.msgid}”: {said}"
            yield error(found.at(entry), "catalogue", message, KEEP)


def _misfits(entry: POEntry, forms: tuple[frozenset[int], ...]) -> Iterator[str]:
    if not entry.msgid_plural:
        yield from _misfit({entry.msgid}, entry.msgstr, frozenset())
        return
    for at, words in sorted(entry.msgstr_plural.items()):
        if at >= len(forms):
            yield f"there are {len(forms)} plural forms, this is one more"
        else:
            spare = _unsaid(entry) if len(forms[at]) == 1 else frozenset()
            yield from _misfit({entry.msgid, entry.msgid_plural}, words, spare)


def _unsaid(entry: POEntry) -> frozenset[str]:
    """Return the values that a form for one single number need not say."""
    more = set(HOLE.findall(entry.msgid_plural)) - set(HOLE.findall(entry.msgid))
    return frozenset({"count", "number", *more})


def _misfit(english: set[str], words: str, spare: frozenset[str]) -> Iterator[str]:
    if not words:
        return
    wanted = set(chain.from_iterable(HOLE.findall(text) for text in english))
    there = set(HOLE.findall(words))
    for name in sorted(wanted - there - spare):
        yield f"%({name})s is lost"
    for name in sorted(there - wanted):
        yield f"%({name})s is not one of its values"
    if wanted and not there - wanted:
        try:
            words % dict.fromkeys(wanted, 1)  # values of either kind of hole
        except (ValueError, TypeError):
            yield "a % sign that is no value should be written %%"
    tags = {tuple(sorted(_TAG.findall(text))) for text in english}
    if tuple(sorted(_TAG.findall(words))) not in tags:
        yield "its tags are not those of the English words"


def says(found: Catalogue, message: Message, forms: int) -> bool:
    """Whether a catalogue has words for a message, in all plural forms of the language."""
    entry = found.known.get(message.key)
    if entry is None or entry.fuzzy:
        return False
    if not message.many:
        return bool(entry.msgstr)
    return all(entry.msgstr_plural.get(at) for at in range(forms))


def gap(found: Catalogue, message: Message) -> Problem | None:
    """Return that an entry has no words of use yet; None where there is no such entry."""
    entry = found.known.get(message.key)
    if entry is None:
        return None
    if entry.fuzzy:
        before = f": the English was “{entry.previous_msgid}”" if entry.previous_msgid else ""
        said = f"the words for “{message.one}” are not certain{before}"
        hint = "Mend them and take “fuzzy” away; until then readers see the English words."
        return warning(found.at(entry), "interface-words", said, hint)
    return warning(found.at(entry, empty=True), "interface-words", untold(message), WRITE)


def untold(message: Message) -> str:
    """Return that a message has no words, as a sentence for staff."""
    forms = " in every plural form" if message.many else ""
    return f"“{message.one}” has no words in this language{forms}"


def compiled(found: Catalogue, locale: str) -> bytes:
    """Return a catalogue as gettext reads it; what is fuzzy or not whole is left out."""
    found.entries.metadata.setdefault("Plural-Forms", plural_forms(locale))
    found.entries.metadata.setdefault("Content-Type", "text/plain; charset=UTF-8")
    binary: bytes = found.entries.to_binary()
    return binary


def forms_in(stated: str) -> tuple[frozenset[int], ...]:
    """Return which numbers take each of the forms of a header; empty for none that can be."""
    said = re.fullmatch(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?);?\s*", stated)
    if said is None:
        return ()
    try:
        rule = c2py(said[2])
        taken = [(rule(number), number) for number in _NUMBERS]
    except (ValueError, RecursionError, ZeroDivisionError):
        return ()
    if any(form >= int(said[1]) for form, _ in taken):
        return ()
    return tuple(frozenset(n for f, n in taken if f == form) for form in range(int(said[1])))


def _sets(stated: str) -> frozenset[frozenset[int]] | None:
    """Return the groups of numbers that take the same form, in whatever order."""
    return frozenset(forms_in(stated)) or None


def _is_empty(lines: list[str], line: int) -> bool:
    """Whether a line (from 1) has a translation without words."""
    begins = re.match(r'msgstr(\[\d+\])? ""\s*$', lines[line - 1])
    follows = line < len(lines) and lines[line].startswith('"')
    return begins is not None and not follows
