"""The audit of the whole site: what a reader of all its files could find out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planpress.audit.known import Known
from planpress.audit.opened import File, opened
from planpress.audit.parts import Parts
from planpress.audit.said import Said, by_measure, forms_of, structures, tables
from planpress.audit.standing import Standings
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.problem import Problem, in_order
from planpress.model.project import Project
from planpress.store import Store, digest

if TYPE_CHECKING:
    from planpress.audit.vocabulary import Vocabulary


def audit(
    documents: Sequence[Document],
    project: Project,
    languages: Mapping[str, Language],
    store: Store | None = None,
) -> tuple[Problem, ...]:
    """Return everything about a hidden row that the finished site gives away.

    It reads the files of the site as a stranger would, and knows nothing of the numbers that were
    never published. What is read of a PDF is what its letters say as such; where they do not, a
    notice says that it was not audited.

    What each file says is kept in the `store`, and so is what follows from it: for each measure
    from what all files say of it. Another sentence on a page is one page to read; another number
    one measure to attack.
    """
    store, known = store or Store(None), Known(project, languages)
    files = tuple(opened(documents, store))
    said = tables(files, known, store)
    said += structures(files, known, forms_of(said, known, store), store)
    standings = Standings(known, by_measure(said), store)
    problems = [*standings.leaks(), *standings.problems()]
    if standings.hidden:
        problems += _leaks(files, said, standings, store)
    return in_order(problems)


def _leaks(
    files: Sequence[File], said: Sequence[Said], standings: Standings, store: Store
) -> Iterator[Problem]:
    """Yield what the texts of the site and the tables on its pages give away."""
    from planpress.audit.passages import READ, Reader  # noqa: PLC0415 (most plans hide nothing)
    from planpress.audit.streams import leaks_of_files  # noqa: PLC0415
    from planpress.audit.vocabulary import vocabulary  # noqa: PLC0415

    known = standings.known
    words = vocabulary(known.project, known.languages, standings.periods)
    reader = Reader(known, words, words.telling(standings.hidden))
    beginning = (known.every, words.key, reader.telling.key)
    wanted: list[tuple[str, Callable[[], Parts]]] = [
        (known.key("texts", *beginning, one.key), partial(reader.said, one))
        for one in said
        if one.texts
    ]
    wanted += [
        (
            known.key("read", *beginning, file.path, file.document.made_from, file.fingerprint),
            partial(reader.file, file.document),
        )
        for file in files
        if file.path.endswith(READ)
    ]
    read = [one for one in _read(wanted, words, store) if one]
    yield from leaks_of_files(read, known, standings, store)


def _read(
    wanted: Sequence[tuple[str, Callable[[], Parts]]], words: "Vocabulary", store: Store
) -> Iterator[Parts]:
    """Yield what files say; one in which no new period can be named is not read again."""
    store.fetch(key for key, _ in wanted)
    fresh: dict[str, Parts] = {}

    def meet(key: str, read: Callable[[], Parts]) -> frozenset[str]:
        words.met.clear()
        fresh[key] = read()
        return frozenset(words.met)

    met = [(key, read, store.recalled(key, partial(meet, key, read))) for key, read in wanted]
    keyed = [(key, digest(key, words.period_key(years)), read) for key, read, years in met]
    store.fetch(periods for _, periods, _ in keyed)
    for key, periods, read in keyed:
        make = partial(fresh.pop, key) if key in fresh else read
        yield store.recalled(periods, make)
