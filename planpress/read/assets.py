"""CSS, fonts and images, from the project and from the repository."""

from collections.abc import Sequence
from pathlib import Path

from planpress.model.document import Document


def read_assets(folders: Sequence[Path]) -> tuple[Document, ...]:
    """Return every file of the folders as `assets/…`, by path; the first folder wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            path = file.relative_to(folder)
            if file.is_file() and not any(part.startswith(".") for part in path.parts):
                found.setdefault(f"assets/{path.as_posix()}", file)
    return tuple(Document(path, found[path].read_bytes()) for path in sorted(found))
