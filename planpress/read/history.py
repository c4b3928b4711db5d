"""The recorded history of pages, and the digests that it is compared with."""

import json
from datetime import date
from pathlib import Path

from planpress.model.history import History, PageKey, Recorded
from planpress.model.page import kept_since
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.read.recorded import read_recorded
from planpress.store import digest

HISTORY = "content/history/changed.json"


def read_history(folder: Path) -> tuple[History, list[Problem]]:
    """Return what was recorded; nothing where nothing was recorded yet."""
    found, problems = read_recorded(folder, HISTORY, _history)
    return found or History(), problems


def page_digests(folder: Path, project: Project, data: dict[str, str]) -> dict[PageKey, str]:
    """Return a digest of the words and numbers of every record in every language.

    A language's page changes with its own words, with the facts, and with the numbers.
    """
    digests: dict[PageKey, str] = {}
    for key, record in project.records.items():
        numbers = data.get(record.id) if key.startswith("indicators/") else None
        if numbers is None and record.source.pages.keys() >= set(project.languages):
            pages = record.source.pages  # as `digest` below says it, worked out when it was read
            digests |= {(key, language): pages[language] for language in project.languages}
            continue
        paths = [record.source.path, *([numbers] if numbers else [])]
        for language in project.languages:
            own = record.source.files.get(language)
            files = paths if own in (None, record.source.path) else [*paths, str(own)]
            digests[key, language] = digest(*((folder / file).read_bytes() for file in files))
    return digests


def archived_since(project: Project) -> dict[PageKey, date]:
    """Return since when each archived page is said to be kept unchanged, by language."""
    return {
        (f"pages/{page.id}", language): since
        for page in project.pages.values()
        if (since := kept_since(page, project.pages))
        for language in project.languages
    }


def written(history: History) -> str:
    """Return the history as it stands in its file."""
    kept: dict[str, dict[str, dict[str, str]]] = {}
    for (record, language), entry in sorted(history.entries.items()):
        own = {"digest": entry.digest, "since": entry.since.isoformat()}
        if entry.archived:
            own["archived"] = entry.archived.isoformat()
        kept.setdefault(record, {})[language] = own
    return json.dumps(kept, indent=1, sort_keys=True) + "\n"


def _history(kept: dict[str, dict[str, dict[str, str]]]) -> History:
    return History(
        {
            (record, language): Recorded(
                entry["digest"],
                date.fromisoformat(entry["since"]),
                date.fromisoformat(entry["archived"]) if "archived" in entry else None,
            )
            for record, languages in kept.items()
            for language, entry in languages.items()
        }
    )
