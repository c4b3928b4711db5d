"""The files of the site, those inside of archives too."""

import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from planpress.makers import makers
from planpress.model.document import Document
from planpress.store import Store, digest

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

PAGES = (".html", ".svg", ".htm")
"""How the names of pages and pictures end."""
_READ = (*PAGES, ".xml", ".ics", ".pdf", ".txt", ".md", ".js", ".css", ".geojson", ".tsv")
"""How the names of the files end of which texts are read."""

_Inside = tuple[tuple[str, str, int], ...]


_DATA_SCRIPT = re.compile(
    rb"\s*(?:const|let|var)?\s*[\w.]+\s*=\s*([\[{].*[\]}])\s*;?\s*", re.DOTALL
)
"""A script that does no more than to give its data a name; what stands in brackets may be JSON."""


class File(NamedTuple):
    """A file of the site; `linked` says that it may hold data for machines.

    A page for search engines and for its own scripts, a script for another one.
    """

    document: Document
    linked: bool

    @property
    def path(self) -> str:
        """Where it stands; a file of an archive below the archive's own path."""
        return self.document.path

    @property
    def fingerprint(self) -> str:
        """The digest of its content."""
        return self.document.fingerprint

    @property
    def is_table(self) -> bool:
        """Whether machines read it as a table."""
        return self.path.endswith(".csv")

    @property
    def is_structure(self) -> bool:
        """Whether machines read it as JSON, or JSON in it."""
        return self.path.endswith((".json", ".jsonld")) or (
            self.linked and self.path.endswith((*PAGES, ".js"))
        )

    @property
    def is_text(self) -> bool:
        """Whether its texts are read besides; those of a script that holds data stand in it."""
        return self.path.endswith(_READ) and not (self.linked and self.path.endswith(".js"))


def opened(documents: Iterable[Document], store: Store) -> Iterator[File]:
    """Yield every document; a ZIP archive as the files in it, below its own path."""
    beginning = ("opened", makers())
    keyed = [(digest(*beginning, document.fingerprint), document) for document in documents]
    store.fetch(key for key, _ in keyed)
    for key, document in keyed:
        looked = store.recalled(key, partial(_look, document))
        if looked.inside is None:
            is_script = document.path.endswith(".js")
            yield File(document, looked.in_script if is_script else looked.in_page)
            continue
        archive = _Archive(document)
        yield from opened(
            [
                Document.kept(f"{document.path}/{name}", seal, size, partial(archive.read, at))
                for at, (name, seal, size) in enumerate(looked.inside)
            ],
            store,
        )


class _Looked(NamedTuple):
    """What is in a file, whatever its name: data as in a page, or as in a script, or files."""

    in_page: bool = False
    in_script: bool = False
    inside: _Inside | None = None


class _Archive:
    """A document that is an archive, opened when the first file of it is read."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _zip(self) -> "ZipFile":
        from zipfile import ZipFile  # noqa: PLC0415 (few files are archives)

        return ZipFile(io.BytesIO(self.document.content))

    @cached_property
    def _listed(self) -> "list[ZipInfo]":
        return [info for info in self._zip.infolist() if not info.is_dir()]

    def read(self, at: int) -> bytes:
        """Return the content of one of its files."""
        return self._zip.read(self._listed[at])

    def inside(self) -> _Inside:
        """Return of all its files the name, the fingerprint and the size."""
        found = ((info.filename, self._zip.read(info)) for info in self._listed)
        return tuple((name, sha256(data).hexdigest(), len(data)) for name, data in found)


def _look(document: Document) -> _Looked:
    content = document.content
    if _is_archive(content):
        return _Looked(inside=_Archive(document).inside())
    in_page = b"<script" in content and b"json" in content
    return _Looked(in_page, data_of(content) is not None)


def data_of(script: bytes) -> bytes | None:
    """Return the JSON to which a script gives a name; None where it does something else."""
    found = _DATA_SCRIPT.fullmatch(script)
    if found is None:
        return None
    try:
        json.loads(found[1])
    except ValueError:
        return None
    return found[1]


def _is_archive(content: bytes) -> bool:
    if b"PK\x05\x06" not in content:
        return False
    import zipfile  # noqa: PLC0415 (few files are archives)

    return zipfile.is_zipfile(io.BytesIO(content))
