"""Who has which page open, what each was made from, and what it must hear of a build."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

TROUBLE = ""
"""The path that stands for what keeps the site from being built; every page depends on it."""
_IN_PLACE = (".css", ".png", ".jpg", ".jpeg", ".gif")
"""What livereload.js exchanges without loading the page again."""


class Listener(Protocol):
    """A page in a browser that can be told something."""

    def tell(self, path: str) -> None:
        """Say that a file has changed: the page's own, or one that can be exchanged in it.

        `*` means that the page has to be loaded again, with all that belongs to it.
        """


def own_file(page: str) -> str:
    """Return the file of the page at an address."""
    return page + ("index.html" if page.endswith("/") else "")


@dataclass
class Audience:
    """The open pages; the addresses and paths of files all begin with a slash, except TROUBLE."""

    builds: int = 0
    changed: dict[str, int] = field(default_factory=dict)
    shown: dict[str, int] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)
    open: dict[Listener, str] = field(default_factory=dict)

    def shows(self, page: str, files: Iterable[str], *, kept: bool = False) -> None:
        """Note that a page was loaded, and from which files; missing ones count as well.

        `kept` says that the browser goes on showing what else the page has loaded before.
        """
        self.shown[page] = self.builds
        self.used[page] = {*files, *(self.used.get(page, ()) if kept else ())}

    def uses(self, user: str, file: str) -> None:
        """Note that a page, or a style sheet, has asked for a file."""
        self.used.setdefault(user, set()).add(file)

    def arrives(self, listener: Listener, page: str) -> None:
        """Note that a page listens; it is told at once of what it has missed on its way."""
        self.open[listener] = page
        self._tell(listener, page, self.shown.get(page, -1))

    def leaves(self, listener: Listener) -> None:
        """Note that a page was closed, or another one opened in its place."""
        self.open.pop(listener, None)

    def built(self, changed: Iterable[str]) -> None:
        """Tell every open page what a build has changed of it."""
        before, self.builds = self.builds, self.builds + 1
        self.changed.update(dict.fromkeys(changed, self.builds))
        for listener, page in tuple(self.open.items()):
            self._tell(listener, page, before)

    def _tell(self, listener: Listener, page: str, since: int) -> None:
        changed = [file for file in self._sources(page) if self.changed.get(file, 0) > since]
        if changed == [own_file(page)] and since >= 0:
            listener.tell(changed[0])
            return
        if since < 0 or any(not file.lower().endswith(_IN_PLACE) for file in changed):
            listener.tell("*")
            return
        for file in sorted(changed):
            listener.tell(file)
        self.shown[page] = self.builds

    def _sources(self, page: str) -> Iterator[str]:
        """Yield what a page was made from, directly or not: its style sheets use fonts."""
        yield TROUBLE
        found, left = {TROUBLE}, [page]
        while left:
            for file in self.used.get(left.pop(), set()) - found:
                found.add(file)
                left.append(file)
                yield file
