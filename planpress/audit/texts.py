"""What the texts of files say of hidden rows: read once for each content and all it is read by."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from planpress.audit.before import Basis
from planpress.audit.known import Known
from planpress.audit.opened import File
from planpress.audit.parts import Parts
from planpress.audit.passages import Reader
from planpress.audit.said import Said
from planpress.audit.vocabulary import vocabulary
from planpress.store import Store, digest


class Texts:
    """The texts of files, held against the words of a plan and its hidden rows."""

    def __init__(self, basis: Basis, known: Known, store: Store) -> None:
        self.store = store
        self.words = vocabulary(known.project, known.languages, basis.periods)
        self.reader = Reader(known, self.words, self.words.telling(basis.hidden), store)
        beginning = (known.every, self.words.key, self.reader.telling.key)
        self._of_machines = known.key("texts", *beginning)
        self._of_readers = known.key("read", *beginning)

    def key(self, file: File) -> str:
        """Return what stands for all that is in a file and that it is read by but for periods."""
        made_from = file.document.made_from
        return digest(self._of_readers, file.path, made_from, file.fingerprint)

    def of(self, files: Sequence[File], said: Sequence[Said]) -> Iterator[tuple[str, Parts]]:
        """Yield what each file says, by its path, first those that machines read as well."""
        wanted: list[tuple[str, str, Callable[[], Parts]]] = [
            (one.file.path, digest(self._of_machines, one.key), partial(self.reader.said, one))
            for one in said
            if one.texts
        ]
        wanted += [
            (file.path, self.key(file), partial(self.reader.file, file.document))
            for file in files
            if file.is_text
        ]
        yield from self._read(wanted)

    def _read(
        self, wanted: Sequence[tuple[str, str, Callable[[], Parts]]]
    ) -> Iterator[tuple[str, Parts]]:
        """Yield what files say; one in which no new period can be named is not read again."""
        store, words = self.store, self.words
        store.fetch(key for _, key, _ in wanted)
        self.reader.pieces.fetch(path for path, key, _ in wanted if not store.has(key))
        fresh: dict[str, Parts] = {}

        def meet(key: str, read: Callable[[], Parts]) -> frozenset[str]:
            words.met.clear()
            fresh[key] = read()
            return frozenset(words.met)

        met = [store.recalled(key, partial(meet, key, read)) for _, key, read in wanted]
        keyed = [
            (path, key, digest(key, words.period_key(years)), read)
            for (path, key, read), years in zip(wanted, met, strict=True)
        ]
        store.fetch(periods for _, _, periods, _ in keyed)
        for path, key, periods, read in keyed:
            yield path, store.recalled(periods, partial(fresh.pop, key) if key in fresh else read)
