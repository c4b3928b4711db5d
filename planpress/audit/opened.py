"""The files of the site, those inside of archives too."""

import io
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from planpress.makers import makers
from planpress.model.document import Document
from planpress.store import Store, digest

PAGES = (".html", ".svg", ".htm")
"""How the names of pages and pictures end."""
_READ = (*PAGES, ".xml", ".ics", ".pdf", ".txt", ".md", ".js", ".css", ".geojson", ".tsv")
"""How the names of the files end of which texts are read."""

_Inside = tuple[tuple[str, str, int], ...]


class File(NamedTuple):
    """A file of the site; `linked` says that it may hold data for search engines."""

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
            self.linked and self.path.endswith(PAGES)
        )

    @property
    def is_text(self) -> bool:
        """Whether its texts are read besides."""
        return self.path.endswith(_READ)


def opened(documents: Iterable[Document], store: Store) -> Iterator[File]:
    """Yield every document; a ZIP archive as the files in it, below its own path."""
    beginning = ("opened", makers())
    keyed = [(digest(*beginning, document.fingerprint), document) for document in documents]
    store.fetch(key for key, _ in keyed)
    for key, document in keyed:
        linked, inside = store.recalled(key, partial(_look, document))
        if inside is None:
            yield File(document, linked)
            continue
        yield from opened(
            [
                Document.kept(f"{document.path}/{name}", seal, size, partial(_out_of, document, at))
                for at, (name, seal, size) in enumerate(inside)
            ],
            store,
        )


def _look(document: Document) -> tuple[bool, _Inside | None]:
    content = document.content
    if not _is_archive(content):
        return b"ld+json" in content, None
    inside = ((name, data) for name, data in _unpacked(content))
    return False, tuple((name, sha256(data).hexdigest(), len(data)) for name, data in inside)


def _is_archive(content: bytes) -> bool:
    if b"PK\x05\x06" not in content:
        return False
    import zipfile  # noqa: PLC0415 (few files are archives)

    return zipfile.is_zipfile(io.BytesIO(content))


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    import zipfile  # noqa: PLC0415 (few files are archives)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, archive.read(info)


def _out_of(document: Document, at: int) -> bytes:
    """Return one file of an archive."""
    import zipfile  # noqa: PLC0415 (few files are archives)

    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        return archive.read([info for info in archive.infolist() if not info.is_dir()][at])
