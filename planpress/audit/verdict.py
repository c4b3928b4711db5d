"""What the audit said of a site, kept: a site that is the same byte for byte is not read again."""

from collections.abc import Iterator, Mapping, Sequence

from planpress.audit.known import Known
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.store import Store

_CLEAN = b"nothing found"


def audited(
    documents: Sequence[Document],
    project: Project,
    languages: Mapping[str, Language],
    store: Store,
) -> tuple[Problem, ...]:
    """Return what the audit finds in a finished site; only that nothing was found is kept whole."""
    known = Known(project, languages)
    key = known.key("verdict", known.every, known.names, *_told_apart(documents))
    if store.get(key) == _CLEAN:
        return ()
    from planpress.audit.site import audit  # noqa: PLC0415 (heavy, and most sites are as before)

    problems = audit(documents, project, languages, store)
    if not problems:
        store.put(key, _CLEAN)
    return problems


def _told_apart(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        yield document.path
        yield document.made_from
        yield document.fingerprint
