"""The recorded history, and the digests that it is compared with."""

import json
from datetime import date
from pathlib import Path

from planpress.model.history import History, PageKey, Recorded
from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.model.project import Project
from planpress.read.text import read_text
from planpress.store import digest

HISTORY = "content/history/changed.json"


def read_history(folder: Path) -> tuple[History, list[Problem]]:
    """Return what was recorded; nothing where nothing was recorded yet."""
    if not (folder / HISTORY).exists():
        return History(), []
    text, problems = read_text(folder / HISTORY, HISTORY)
    try:
        kept = json.loads(text or "{}")
        entries = {
            (record, language): Recorded(entry["digest"], date.fromisoformat(entry["since"]))
            for record, languages in kept.items()
            for language, entry in languages.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "Bring the file back from git, or remove it and run python3 build.py record."
        message = f"the recorded history cannot be read: {error}"
        place = Place(HISTORY, getattr(error, "lineno", 0))
        wrong = Problem(place=place, rule="history", level=Level.ERROR, message=message, hint=hint)
        return History(), [*problems, wrong]
    return History(entries), problems


def page_digests(folder: Path, project: Project, data: dict[str, str]) -> dict[PageKey, str]:
    """Return a digest of the words and numbers of every record in every language.

    A language's page changes with its own words, with the facts, and with the numbers.
    """
    digests = {}
    for key, record in project.records.items():
        paths = [record.source.path]
        if key.startswith("indicators/") and record.id in data:
            paths.append(data[record.id])
        for language in project.languages:
            own = record.source.files.get(language)
            files = paths if own in (None, record.source.path) else [*paths, str(own)]
            digests[key, language] = digest(*((folder / file).read_bytes() for file in files))
    return digests


def written(history: History) -> str:
    """Return the history as it stands in its file."""
    kept: dict[str, dict[str, dict[str, str]]] = {}
    for (record, language), entry in sorted(history.entries.items()):
        since = entry.since.isoformat()
        kept.setdefault(record, {})[language] = {"digest": entry.digest, "since": since}
    return json.dumps(kept, indent=1, sort_keys=True) + "\n"
