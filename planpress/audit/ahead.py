"""Many files read by several processes at once: this one then finds what they say as kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planpress.audit.before import Basis
from planpress.audit.known import Known
from planpress.audit.opened import File, opened
from planpress.audit.said import key_of_structures, structures
from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.model.period import Form
from planpress.store import Store
from planpress.workers.share import Workers

if TYPE_CHECKING:
    from planpress.audit.texts import Texts

_START = 1.0
"""Seconds that it costs to have others import what reads files, and to tell them the plan."""
_SECONDS = 0.2e-6
"""About how long it takes to read a byte."""
_CHUNK = 2**19


class _Noting(Store):
    """Results that another process has kept, and those that are new."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self.new: dict[str, bytes] = {}

    def put(self, key: str, result: bytes) -> None:
        """Keep a result, and note that it is new."""
        super().put(key, result)
        self.new[key] = result

    def taken(self) -> dict[str, bytes]:
        """Return what is new, and forget everything."""
        found, self.new = self.new, {}
        self.run.clear()
        self.live.clear()
        return found


@dataclass(frozen=True)
class Sent:
    """What files are read by: as texts if it has a `basis`, otherwise as structures."""

    known: Known
    forms: Mapping[str, Form | None]
    basis: Basis | None
    folder: Path | None

    @cached_property
    def store(self) -> _Noting:
        """The results, in the process that reads."""
        return _Noting(self.folder)

    @cached_property
    def texts(self) -> "Texts":
        """The texts of files, read by the basis."""
        from planpress.audit.texts import Texts  # noqa: PLC0415 (most plans hide nothing)

        assert self.basis is not None
        return Texts(self.basis, self.known, self.store)


def read_there(sent: Sent, files: Sequence[File]) -> dict[str, bytes]:
    """Read some files in a process that may never have seen the plan; return what is to be kept."""
    if sent.basis is None:
        structures(files, sent.known, sent.forms, sent.store)
    else:
        for _ in sent.texts.of(files, ()):
            pass
    return sent.store.taken()


class Ahead:
    """Files are read by the `workers` where there are so many that it pays; kept in the `store`."""

    def __init__(self, known: Known, store: Store, workers: Workers) -> None:
        self.known = known
        self.store = store
        self.workers = workers

    def files(self, documents: Sequence[Document], basis: Basis) -> None:
        """Keep what documents say, if they are read by the same as those of a site before."""
        if self._pays(documents):
            files = tuple(opened(documents, self.store))
            self.structures(files, basis.forms)
            if basis.hidden:
                self.texts(files, basis)

    def structures(self, files: Sequence[File], forms: Mapping[str, Form | None]) -> None:
        """Keep what the JSON files say; the few that pages hold are read here."""
        chosen = [file for file in files if file.is_structure and not file.is_text]
        if self._pays(file.document for file in chosen):
            sent = Sent(self.known, forms, None, self.store.folder)
            self._read(chosen, key_of_structures(self.known, forms), sent)

    def texts(self, files: Sequence[File], basis: Basis) -> None:
        """Keep what the texts of files say."""
        chosen = [file for file in files if file.is_text]
        if self._pays(file.document for file in chosen):
            from planpress.audit.texts import Texts  # noqa: PLC0415 (most plans hide nothing)

            sent = Sent(self.known, basis.forms, basis, self.store.folder)
            self._read(chosen, Texts(basis, self.known, self.store).key, sent)

    def _pays(self, documents: Iterable[Document]) -> bool:
        seconds = sum(one.size for one in documents) * _SECONDS
        return self.workers.worthwhile(2, (seconds - _START) / 2)

    def _read(self, files: Sequence[File], key: Callable[[File], str], sent: Sent) -> None:
        store = self.store
        keyed = {key(file): file for file in files}
        store.fetch(keyed)
        missing = [file for key, file in keyed.items() if not store.has(key)]
        if self._pays(file.document for file in missing):
            chunks = list(_chunks(missing))
            for found in self.workers.share(read_there, chunks, sent, cost=_CHUNK * _SECONDS):
                for key_of_it, result in found.items():
                    store.put(key_of_it, result)


def _chunks(files: Iterable[File]) -> Iterator[tuple[File, ...]]:
    """Yield the files in portions of about the same size, with their contents in hand."""
    chunk: list[File] = []
    size = 0
    for file in files:
        document = file.document
        if document.is_kept:
            document = Document(document.path, document.content, document.made_from)
        chunk.append(file._replace(document=document))
        size += document.size
        if size >= _CHUNK:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)
