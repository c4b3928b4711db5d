"""The small plan as subjects of charts, and all its figures drawn once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from unit.chart.small_plan import a_plan, languages

from planpress.chart.draw import draw
from planpress.chart.subject import Subject
from planpress.model.figure import Figure
from planpress.store import Store


@pytest.fixture
def about() -> Callable[..., Subject]:
    """Return a subject of the small plan by its id; its parts can be replaced."""

    def subject(name: str, language: str = "en", **parts: Any) -> Subject:
        project, series, assessments, groups = a_plan()
        usual = {
            "project": project,
            "indicator": project.indicators[name],
            "series": series.get(name),
            "assessment": assessments.get(name),
            "standings": groups.get(name, ()),
            "language": languages()[language],
        }
        return Subject(**(usual | parts))

    return subject


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("store")
    return Store(folder)


@pytest.fixture(scope="session")
def figures(store: Store) -> dict[tuple[str, str, str], Figure]:
    """Return every figure of the small plan in both languages, drawn once."""
    found = draw(*a_plan(), languages(), store)
    store.settle()
    return found
