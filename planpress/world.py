"""What everything that a build makes depends on: our code, the templates, the languages."""

from collections.abc import Sequence
from pathlib import Path

from planpress.makers import contents_of, makers
from planpress.model.project import Project
from planpress.store import digest


def world(project: Project, templates: Sequence[Path]) -> str:
    """Return a digest of it; what was made in another world is never found again."""
    plan = project.plan
    facts = (plan.languages, plan.territory, project.glossary is None, project.dimensions is None)
    return digest(makers(), repr(facts), *(contents_of(str(folder)) for folder in templates))
