"""What everything that a build makes depends on: our code, the templates, the languages."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from planpress.makers import makers
from planpress.model.project import Project
from planpress.store import digest


def world(project: Project, templates: Sequence[Path]) -> str:
    """Return a digest of it; what was made in another world is never found again."""
    plan = project.plan
    facts = (plan.languages, plan.territory, project.glossary is None, project.dimensions is None)
    return digest(makers(), repr(facts), *_contents(templates))


def _contents(folders: Sequence[Path]) -> Iterator[str | bytes]:
    """Yield the path and content of every file in folders; a missing folder has none."""
    for folder in folders:
        yield str(len(folders))
        for here, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                path = os.path.join(here, name)  # noqa: PTH118 (quick: there are many)
                with open(path, "rb") as file:  # noqa: PTH123
                    yield os.path.relpath(path, folder)
                    yield file.read()
