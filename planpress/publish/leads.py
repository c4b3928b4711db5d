"""Where the links of a document lead to inside of the site."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_PLAIN = re.compile(
    r"((?:\.\./)*+)((?:[\w-][\w.-]*+/)*+(?:[\w-][\w.-]*+)?+)(?:#([\w.-]++))?+", re.ASCII
)
_FOLDER = "index.html"


NOT_FOUND = "404.html"
"""The page that is shown in the place of any page."""


class Lead(NamedTuple):
    """A link of this site: the document it leads to, and the name in it; empty for the whole.

    `whole` says that the link is a whole address.
    """

    link: str
    target: str
    name: str
    whole: bool

    def misplaced(self, page: str) -> tuple[str, str, str] | None:
        """Return (rule, message, hint) if a link cannot work on a page wherever it leads."""
        if self.link.startswith("/"):
            return (
                "absolute-link",
                f"The link “{self.link}” in “{page}” starts at the top of the host.",
                "Write it relative to the page: the site must work in any folder of a host.",
            )
        if page == NOT_FOUND and not self.whole and not self.link.startswith("#"):
            return (
                "broken-link",
                f"The link “{self.link}” in “{page}” is relative, but this page is shown anywhere.",
                "Write the whole address here, starting with https://.",
            )
        return None


class Leads:
    """The links of one document, `page`, of a site that will stand at `address`."""

    def __init__(self, page: str, address: str) -> None:
        self.page = page
        self.address = address.rstrip("/") + "/" if address else ""
        folders = page.split("/")[:-1]
        self._up = [
            "".join(f"{one}/" for one in folders[:at]) for at in range(len(folders), -1, -1)
        ]

    def of(self, links: tuple[str, ...]) -> Iterator[Lead]:
        """Yield where the links lead that do not lead elsewhere."""
        for link in links:
            inside = self.inside(link)
            if inside is not None:
                yield self._lead(link, inside)

    def inside(self, link: str) -> str | None:
        """Return the part of a link that is about this site, or None if it leads elsewhere."""
        if self.address and (link + "/").startswith(self.address):
            return link[len(self.address) :]
        return None if _elsewhere(link) else link

    def _lead(self, link: str, inside: str) -> Lead:
        whole = len(inside) < len(link)
        up = [""] if whole else self._up
        plain = _plain(inside)
        if plain is not None and plain[0] < len(up):
            return Lead(link, up[plain[0]] + plain[1], plain[2], whole)
        address, _, fragment = inside.partition("#")
        target = target_of("" if whole else self.page, address.partition("?")[0])
        name = unquote(fragment.partition(":~:")[0])
        return Lead(link, target, "" if name == "top" else name, whole)


@lru_cache(maxsize=2**14)
def _elsewhere(link: str) -> bool:
    return _ELSEWHERE.match(link) is not None


@lru_cache(maxsize=2**14)
def _plain(inside: str) -> tuple[int, str, str] | None:
    """Return how many folders up a link begins, its path from there, and its name."""
    found = _PLAIN.fullmatch(inside)
    if found is None or not (found[1] or found[2]):
        return None
    path, name = found[2], found[3] or ""
    if not path or path.endswith("/"):
        path += _FOLDER
    return len(found[1]) // 3, path, "" if name == "top" else name


def target_of(start: str, address: str) -> str:
    """Return the path in the site that an address without query or fragment leads to."""
    if not address and start:
        return start
    joined = posixpath.join(posixpath.dirname(start), unquote(address))
    path = posixpath.normpath(joined) if joined else "."
    last = joined.rpartition("/")[2]
    if last in {"", ".", ".."}:
        return posixpath.normpath(posixpath.join(path, _FOLDER))
    return path
