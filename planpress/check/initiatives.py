"""Rules about initiatives."""

from collections.abc import Iterator

from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading


def served_priorities(reading: Reading, project: Project) -> Iterator[Problem]:
    """An initiative names each priority that it serves once."""
    for initiative in project.initiatives.values():
        named = initiative.priorities
        for at, name in enumerate(named):
            if name in named[:at]:
                message = f"entry {named.index(name) + 1} and this one are the same, “{name}”"
                place = initiative.source.at("priorities", at)
                hint = "Remove one of them from priorities."
                yield error(place, "repeated-entry", message, hint)
