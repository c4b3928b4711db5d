"""Rules about the words of a plan: they are asked record by record, and only of what changed."""

from collections.abc import Iterator

from planpress.check.wording import Limits, Wording, together, wording
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.piecewise import joined
from planpress.store import Store


def words(reading: Reading, project: Project, store: Store | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the words of a plan; what is known of records is kept in `store`."""
    found = _found(project, store)
    yield from found.problems
    if found.shortcodes:
        from planpress.check.shortcodes import unknown_shortcodes  # noqa: PLC0415 (rarely needed)

        yield from unknown_shortcodes(found.shortcodes, {*project.records, *reading.broken})
    if found.acronyms:
        from planpress.check.acronyms import undefined_acronyms  # noqa: PLC0415 (rarely needed)

        yield from undefined_acronyms(found, project)


def _found(project: Project, store: Store | None) -> Wording:
    limits = Limits.of(project.plan)
    records = project.worded

    def make(key: str) -> Wording:
        return wording(records[key], limits, met=key in project.records)

    pieces = {key: record.source.digest for key, record in records.items()}
    return together(joined(store, f"words {limits}", pieces, make, together))
