"""Edits of a small plan as staff, designers and accidents make them; what a build makes of each."""

import gc
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2.bccache import bc_magic

from planpress.options import Options
from planpress.pipeline import Outcome, build

SITES = Path(__file__).resolve().parent
ROOT = SITES.parent.parent
TODAY = date(2026, 11, 22)
PAGE = """---
title: {title}
summary: A page about {title}.
order: {order}
section: about
---

## Why {title}

{sentence} See [the measures](/indicators/).
"""
MEASURE = """---
title: {title}
definition: A made-up share of students.
provenance: illustrative
priority: {priority}
unit: percent
decimals: 1
direction: increase
baseline: {{period: 2022-23, value: 50.0}}
target: {{type: numeric, period: 2026-27, value: {target}}}
sources: [{{name: Invented}}]
dimensions: [group]
---

{sentence}
"""
WORDS = ("books", "buses", "choirs", "desks", "erasers", "fields")


class Desk:
    """A project in a folder, its site as it is built again and again, and a clean one beside it."""

    def __init__(self, folder: Path, site: str) -> None:
        self.project = folder / "plan"
        shutil.copytree(SITES / site, self.project, ignore=shutil.ignore_patterns("golden"))
        self.output = folder / "site"
        self.clean = folder / "clean"
        self.as_of: date | None = None
        self.compiled: dict[str, bytes] = {}
        self.builds = 0
        self.good = self.files()

    def options(self) -> Options:
        """Return new options each time, as every run of the command has them."""
        return Options(
            project=self.project,
            output=self.output,
            today=TODAY,
            as_of=self.as_of,
            force=True,
            paper=True,
        )

    def build(self) -> Outcome:
        """Build with all that was kept; remember the project if that went well."""
        outcome = build(self.options())
        self.builds += 1
        if self.builds % 10 == 0:
            gc.unfreeze()  # a build leaves its garbage alone, as its process usually ends with it
            gc.collect()
        if outcome.published:
            self.good = self.files()
        return outcome

    def build_clean(self) -> Outcome:
        """Build from nothing, beside; only what Jinja has compiled is not compiled again."""
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.rmtree(self.clean.with_name(".clean.spare"), ignore_errors=True)
        options = replace(self.options(), output=self.clean, full=True)
        options.store.run.update(self.compiled)
        known = options.store.run
        outcome = build(options)
        self.compiled = {key: made for key, made in known.items() if made.startswith(bc_magic)}
        return outcome

    def files(self) -> dict[str, bytes]:
        """Return all files of the project but the cache."""
        return {
            path: content
            for path, content in tree(self.project).items()
            if not path.startswith(".cache/")
        }

    def mend(self) -> None:
        """Bring the project back to what was last published."""
        for path in self.files().keys() - self.good.keys():
            (self.project / path).unlink()
        for path, content in self.good.items():
            self.write(path, content)

    def write(self, path: str, content: bytes | str) -> None:
        """Write a file of the project."""
        place = self.project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    def sheets(self) -> list[str]:
        """Return the Markdown files, by path."""
        return sorted(path for path in self.files() if path.endswith(".md"))

    def tables(self) -> list[str]:
        """Return the CSV files, by path."""
        return sorted(path for path in self.files() if path.endswith(".csv"))

    def cached(self) -> list[Path]:
        """Return the files of the cache."""
        found = (self.project / ".cache").rglob("*")
        return sorted(path for path in found if path.is_file() and not path.name.endswith("lock"))


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file in a folder, by path."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            place = Path(here, name)
            found[place.relative_to(folder).as_posix()] = place.read_bytes()
    return found
