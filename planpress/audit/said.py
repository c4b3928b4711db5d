"""What each file for machines says, by measure: read once for each content."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from planpress.audit.claim import Block, Claim
from planpress.audit.evidence import Evidence
from planpress.audit.known import Known
from planpress.audit.machine import Found, found_in_json
from planpress.audit.opened import PAGES, File, data_of
from planpress.audit.parts import About, Part, Parts, part, parted
from planpress.audit.tables import claims_of_table
from planpress.model.document import Document
from planpress.model.period import Form
from planpress.store import Store

TEXTS: About = ()
"""Under which the texts of a file stand."""

_DIGIT = re.compile(r"\d")
_LINKED_DATA = re.compile(rb"<script[^>]*application/(?:ld\+)?json[^>]*>(.*?)</script>", re.DOTALL)


class Said(NamedTuple):
    """What a file for machines says; `key` stands for it."""

    file: File
    key: str
    parts: Parts

    @property
    def texts(self) -> Part | None:
        """Its texts that hold a number."""
        return part(self.parts, TEXTS)

    def blocks(self) -> tuple[Block, ...]:
        """Return its texts that hold a number."""
        return self.texts.unpacked() if self.texts else ()


def tables(files: Sequence[File], known: Known, store: Store) -> list[Said]:
    """Return what the CSV files say."""
    chosen = [file for file in files if file.is_table]
    keyed = {file: known.key("table", file.path, file.fingerprint) for file in chosen}
    store.fetch(keyed.values())
    return [
        Said(file, key, store.recalled(key, partial(_in_table, file.document, known)))
        for file, key in keyed.items()
    ]


def structures(
    files: Sequence[File], known: Known, forms: Mapping[str, Form | None], store: Store
) -> list[Said]:
    """Return what the JSON files say, and what pages hold for search engines."""
    chosen = [file for file in files if file.is_structure]
    key = key_of_structures(known, forms)
    keyed = {file: key(file) for file in chosen}
    store.fetch(keyed.values())
    return [
        Said(file, key, store.recalled(key, partial(_in_json, file.document, known, forms)))
        for file, key in keyed.items()
    ]


def key_of_structures(known: Known, forms: Mapping[str, Form | None]) -> Callable[[File], str]:
    """Return what gives the key for what a file holds, if periods are written in these forms."""
    written = repr(sorted(forms.items()))
    return lambda file: known.key("json", written, file.path, file.fingerprint)


def forms_of(said: Sequence[Said], known: Known, store: Store) -> dict[str, Form | None]:
    """Return in which form tables write the periods of each measure."""
    found: dict[str, Form | None] = {}
    keyed = {
        known.key("form", *(one.seal for one in parts), about=about): (about, parts)
        for about, parts in by_measure(said).items()
    }
    store.fetch(keyed)
    for key, (about, parts) in keyed.items():
        form = store.recalled(key, partial(_form, known, parts))
        if form is not None:
            found[about[0]] = form
    return found


def by_measure(said: Sequence[Said]) -> dict[About, list[Part]]:
    """Return the parts about each measure, in the order of the files."""
    found: dict[About, list[Part]] = {}
    for one in said:
        for about in one.parts:
            if about != TEXTS:
                found.setdefault(about, []).append(Part(*one.parts[about]))
    return found


def _in_table(document: Document, known: Known) -> Parts:
    return parted(_placed(claims_of_table(document, known.project)))


def _in_json(document: Document, known: Known, forms: Mapping[str, Form | None]) -> Parts:
    inner = [document]
    if document.path.endswith(PAGES):
        inner = [Document(document.path, one) for one in _LINKED_DATA.findall(document.content)]
    if document.path.endswith(".js"):
        inner = [Document(document.path, data_of(document.content) or b"")]
    return parted(
        found for one in inner for found in _placed(found_in_json(one, known.project, forms))
    )


def _placed(found: Iterator[Found] | Iterator[Claim]) -> Iterator[tuple[About, Found]]:
    for one in found:
        if isinstance(one, Claim):
            yield (one.cell.indicator,), one
        elif not isinstance(one, Block):
            yield (one.indicator,), one
        elif _DIGIT.search(one.text):
            yield TEXTS, one


def _form(known: Known, parts: Sequence[Part]) -> Form | None:
    evidence = Evidence(known.project)
    for one in parts:
        evidence.add(one.unpacked())
    cells = list(evidence.rows)
    return cells[-1].period.form if cells else None
