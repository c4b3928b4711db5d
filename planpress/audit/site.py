"""The audit of the whole site: what a reader of all its files could find out."""

from collections.abc import Iterator, Mapping, Sequence

from planpress.audit.ahead import Ahead
from planpress.audit.before import Basis
from planpress.audit.known import Known
from planpress.audit.opened import File, opened
from planpress.audit.said import Said, by_measure, forms_of, structures, tables
from planpress.audit.standing import Standings
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.problem import Problem, in_order
from planpress.model.project import Project
from planpress.store import Store
from planpress.workers.share import Workers


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
    known = Known(project, languages)
    return examined(documents, known, store or Store(None), Workers())[1]


def examined(
    documents: Sequence[Document], known: Known, store: Store, workers: Workers
) -> tuple[Basis, tuple[Problem, ...]]:
    """Return what the files were read by, and everything that the audit finds.

    Where there are many files, the `workers` read them.
    """
    files = tuple(opened(documents, store))
    said = tables(files, known, store)
    forms = forms_of(said, known, store)
    ahead = Ahead(known, store, workers)
    ahead.structures(files, forms)
    said += structures(files, known, forms, store)
    standings = Standings(known, by_measure(said), store)
    hidden = standings.hidden
    basis = Basis(forms, hidden, standings.periods if hidden else [])
    problems = [*standings.leaks(), *standings.problems()]
    if hidden:
        ahead.texts(files, basis)
        problems += _leaks(files, said, basis, standings)
    return basis, in_order(problems)


def _leaks(
    files: Sequence[File], said: Sequence[Said], basis: Basis, standings: Standings
) -> Iterator[Problem]:
    """Yield what the texts of the site and the tables on its pages give away."""
    from planpress.audit.streams import leaks_of_files  # noqa: PLC0415 (most plans hide nothing)
    from planpress.audit.texts import Texts  # noqa: PLC0415

    known, store = standings.known, standings.store
    read = [parts for _, parts in Texts(basis, known, store).of(files, said) if parts]
    yield from leaks_of_files(read, known, standings, store)
