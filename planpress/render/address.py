"""Where a page stands: in the output, on the web, and seen from another page."""

import posixpath
from functools import cached_property, lru_cache

from planpress.model.dataclass import dataclass


@dataclass(frozen=True)
class Address:
    """A page of one language.

    `path` is the same in every language: `""` for the home page, `indicators/graduation-rate/` for
    a page in a folder of its own, or a file such as `404.html`. `code` is the language's code,
    `default` says whether it is the plan's first language, which stands at the root.
    """

    path: str
    code: str
    default: bool

    @property
    def place(self) -> str:
        """The path with its language: `es/indicators/graduation-rate/`."""
        return self.path if self.default else f"{self.code}/{self.path}"

    @cached_property
    def file(self) -> str:
        """The path of the file in the output: `es/indicators/graduation-rate/index.html`."""
        return file_of(self.place)

    @property
    def root(self) -> str:
        """The address from the root of the site, as the API gives it."""
        return f"/{self.place}"

    def canonical(self, base_url: str) -> str:
        """Return the one public address of the page, without `index.html`."""
        return base_url.rstrip("/") + self.root


def file_of(place: str) -> str:
    """Return the file of a place: a folder's `index.html`, or the place itself; keeps an anchor."""
    path, mark, anchor = place.partition("#")
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path + mark + anchor


def relative(origin: str, target: str) -> str:
    """Return how a page refers to another file of the site.

    Both are paths in the output (`es/on-track/index.html`); `target` may end in an anchor or name a
    folder, whose `index.html` is then meant. The result never begins with a slash, so the site
    works at any path of a host and from `file://`. An anchor of the same page stays alone.
    """
    path, anchor, plain = _parted(target)
    if path == origin and anchor:
        return anchor
    folders = _folders(origin)
    if folders is None or not plain:
        return posixpath.relpath(path, posixpath.dirname(origin) or ".") + anchor
    shared = 0
    while shared < len(folders) and path.startswith(folders[shared]):
        path = path[len(folders[shared]) :]
        shared += 1
    if shared < len(folders) and f"{path}/" == folders[shared]:
        shared, path = shared + 1, ""
    up = "../" * (len(folders) - shared)
    return (up + path if path else up[:-1] or ".") + anchor


@lru_cache(maxsize=1024)
def _parted(target: str) -> tuple[str, str, bool]:
    """Return a target's file, its anchor with its mark, and whether the way there is plain."""
    path, mark, anchor = target.partition("#")
    if path == "" or path[-1] == "/":
        path += "index.html"
    odd = path[0] in "/." or "//" in path or "/." in path
    return path, mark + anchor, not odd


@lru_cache(maxsize=1024)
def _folders(origin: str) -> tuple[str, ...] | None:
    """Return the folders above a file, each with its slash; none where the path is not plain."""
    folders = origin.split("/")[:-1]
    plain = all(folder not in {"", ".", ".."} for folder in folders)
    return tuple(f"{folder}/" for folder in folders) if plain else None
