"""What all tests share: a tiny plan in a folder of its own, to be changed file by file."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from planpress.model.project import Project
from planpress.read.project import read
from planpress.translate.accept import accepted as good
from planpress.translate.lock import LOCK, Lock, written
from planpress.translate.units import translations

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("planpress", deadline=None)
settings.load_profile("planpress")

PLAN = """---
title: Plan of Alder
organisation: Alder Schools
questions:
  - id: what
    text: What?
  - id: how
    text: How?
  - id: on-track
    text: On track?
  - id: response
    text: And if not?
start: 2023-07-01
end: 2027-06-30
languages: [en, es]
url: https://alder.example.org
contact: {email: plan@alder.example.org, phone: 555-0100}
---
Welcome.
"""

PLAN_ES = """---
title: Plan de Alder
organisation: Escuelas de Alder
questions:
  - id: what
    text: ¿Qué?
  - id: how
    text: ¿Cómo?
  - id: on-track
    text: ¿Según lo previsto?
  - id: response
    text: ¿Y si no?
---
Bienvenidos.
"""

PRIORITY = """---
title: Reading
order: 1
goals:
  - id: all-read
    title: All read
---
"""

PRIORITY_ES = """---
title: Lectura
goals:
  - id: all-read
    title: Todos leen
---
"""

INDICATOR = """---
title: Grade 3 reading
definition: Children in grade 3 who read well.
role: measure
priority: reading
goal: all-read
unit: percent
direction: increase
baseline: {period: 2022-23, value: 50}
target: {type: numeric, period: 2026-27, value: 62}
sources:
  - name: Alder Schools
---
"""

INDICATOR_ES = """---
title: Lectura en tercer grado
definition: Estudiantes de tercer grado que leen bien.
---
"""

SERIES = """period,value,n
2022-23,50,400
2023-24,54,410
"""

FILES = {
    "content/plan.md": PLAN,
    "content/plan.es.md": PLAN_ES,
    "content/priorities/reading.md": PRIORITY,
    "content/priorities/reading.es.md": PRIORITY_ES,
    "content/indicators/grade-3.md": INDICATOR,
    "content/indicators/grade-3.es.md": INDICATOR_ES,
    "data/grade-3.csv": SERIES,
}
"""A whole plan without a fault."""

Write = Callable[..., Path]


@pytest.fixture
def alder(tmp_path: Path) -> Write:
    """Writes the tiny plan, with the given files instead of its own (None leaves one out)."""

    def write(changes: dict[str, str | bytes | None] | None = None) -> Path:
        for path, text in {**FILES, **(changes or {})}.items():
            file = tmp_path / "alder" / path
            if text is None:
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, bytes):
                file.write_bytes(text)
            else:
                file.write_text(text, "utf-8")
        return tmp_path / "alder"

    return write


@pytest.fixture
def accepted(alder: Write) -> Write:
    """Writes the tiny plan, says that its translations are good, then makes the given changes."""

    def write(changes: dict[str, str | bytes | None] | None = None) -> Path:
        folder = alder()
        project = read(folder).project
        assert isinstance(project, Project)
        lock = good(Lock(), translations(project, Lock()).units["es"])
        (folder / LOCK).write_text(written(lock), "utf-8")
        return alder(changes)

    return write


def edited(text: str, old: str, new: str) -> str:
    """Return a text with one passage replaced, which must be there."""
    assert old in text
    return text.replace(old, new, 1)


def pytest_terminal_summary(terminalreporter):
    """Say what the browser tests have counted: pages, runs of axe."""
    counts = Counter()
    for report in terminalreporter.stats.get("passed", []):
        for name, number in report.user_properties:
            counts[name] += number
    for name, number in sorted(counts.items()):
        terminalreporter.write_line(f"{name}: {number}")
