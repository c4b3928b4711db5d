"""What the audit said of a site, kept: a site that is the same byte for byte is not read again."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from planpress.audit.site import audit
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.store import Store, digest

_CLEAN = b"nothing found"


def audited(
    documents: Sequence[Document],
    project: Project,
    languages: Mapping[str, Language],
    store: Store,
) -> tuple[Problem, ...]:
    """Return what the audit finds in a finished site; only that nothing was found is kept."""
    key = digest("audit", _makers(), *_facts(project, languages), *_contents(documents))
    if store.get(key) == _CLEAN:
        return ()
    problems = audit(documents, project, languages)
    if not problems:
        store.put(key, _CLEAN)
    return problems


def _facts(project: Project, languages: Mapping[str, Language]) -> Iterator[str]:
    """Yield what the audit knows besides the files: the rule, what adds up, and what is called."""
    yield repr((project.plan.privacy, project.plan.school_year_starts, tuple(languages)))
    yield repr(project.dimensions)
    for indicator in project.indicators.values():
        yield repr(indicator)


def _contents(documents: Sequence[Document]) -> Iterator[str | bytes]:
    for document in documents:
        yield document.path
        yield document.content


@cache
def _makers() -> str:
    """Return a digest of all that can change a verdict: our code and the solver."""
    files = (*Path(__file__).parent.glob("*.py"), *Path(__file__).parents[1].glob("model/*.py"))
    code = (part for file in sorted(files) for part in (file.name, file.read_bytes()))
    return digest(version("highspy"), version("lxml"), *code)
