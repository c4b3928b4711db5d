"""What the audit said of a site, kept: where all files say what they said, it is told again."""

import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from operator import attrgetter

from planpress.audit.before import Before, differing, marks_of, says_the_same
from planpress.audit.known import Known
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.store import Store
from planpress.workers.share import Workers

_FEW = 16
"""So many documents may differ from the site that is kept before another takes its place."""


def audited(
    documents: Sequence[Document],
    project: Project,
    languages: Mapping[str, Language],
    store: Store,
    workers: Workers | None = None,
) -> tuple[Problem, ...]:
    """Return what the audit finds in a finished site.

    The last site that was audited whole is kept in the `store`, for each state of what is known
    besides: of another one only the documents are read that differ, if those say what they said.
    Where many have to be read, they are shared out to the `workers`.
    """
    documents = sorted(documents, key=attrgetter("path"))  # pages are made in any order
    known = Known(project, languages)
    key = known.key("site", known.every, known.names)
    before = _before(store.get(key))
    found = before and differing(before.marks, documents)
    workers = workers or Workers()
    if before and found and found.number > _FEW and not workers.alone:
        from planpress.audit.ahead import Ahead  # noqa: PLC0415 (only for large changes)

        Ahead(known, store, workers).files([*found.now, *found.added], before.basis)
    if before and found and says_the_same(found, before.basis, known, store):
        if found.number > _FEW:
            store.put(key, _packed(before._replace(marks=marks_of(documents))))
        return before.problems
    from planpress.audit.site import examined  # noqa: PLC0415 (heavy, and most sites are as before)

    basis, problems = examined(documents, known, store, workers)
    store.put(key, _packed(Before(marks_of(documents), basis, problems)))
    return problems


def _before(kept: bytes | None) -> Before | None:
    with suppress(Exception):  # what other code kept may not be readable
        before = pickle.loads(kept or b"")  # noqa: S301 (sealed, and in our own folder)
        return before if isinstance(before, Before) else None
    return None


def _packed(before: Before) -> bytes:
    return pickle.dumps(before, protocol=5)
