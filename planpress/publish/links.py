"""No link leads nowhere, wherever the site is put: checked on the finished documents."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem, in_order
from planpress.publish.references import References, references

NOT_FOUND = "404.html"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def broken_links(documents: Sequence[Document], *, address: str = "") -> tuple[Problem, ...]:
    """Return every link, picture or anchor of the documents that does not lead to one of them.

    Reads HTML, CSS, SVG and XML, each once. Links to other hosts are not followed; with `address`,
    where the site will stand (`https://example.org/plan/`), whole addresses under it are checked
    like relative ones.
    """
    made_from = {document.path: document.made_from or document.path for document in documents}
    read = {document.path: references(document) for document in documents}
    site = _Site(read, address.rstrip("/") + "/" if address else "")
    return in_order(
        Problem(
            place=Place(made_from[path]), rule=rule, level=Level.ERROR, message=message, hint=hint
        )
        for path, found in read.items()
        if found
        for rule, message, hint in (*_unreadable(path, found), *site.faults(path, found))
    )


_Fault = tuple[str, str, str]


def _unreadable(path: str, found: References) -> Iterator[_Fault]:
    if found.fault:
        yield (
            "broken-file",
            f"The file “{path}” is not well-formed: {found.fault}.",
            "Open it in a browser, which shows the same fault, and mend or replace it.",
        )


class _Site:
    """What the links of a site may lead to."""

    def __init__(self, read: Mapping[str, References | None], address: str) -> None:
        self.read = read
        self.address = address
        self.ids = {path: frozenset(found.ids) for path, found in read.items() if found}
        self.alike = {path.casefold(): path for path in read}

    def faults(self, page: str, found: References) -> Iterator[_Fault]:
        """Yield (rule, message, hint) for all that is wrong with the references of a page."""
        for name, times in Counter(found.ids).items():
            if times > 1:
                yield (
                    "repeated-id",
                    f"The id “{name}” stands {times} times in “{page}”.",
                    "Give each heading, figure and footnote of a page a name of its own.",
                )
        for link in found.links:
            fault = self._fault(page, link)
            if fault:
                yield fault

    def _fault(self, page: str, link: str) -> _Fault | None:
        inside = self._inside(link)
        if inside is None:
            return None
        if link.startswith("/"):
            return (
                "absolute-link",
                f"The link “{link}” in “{page}” starts at the top of the host.",
                "Write it relative to the page: the site must work in any folder of a host.",
            )
        if page == NOT_FOUND and inside == link and not link.startswith("#"):
            return (
                "broken-link",
                f"The link “{link}” in “{page}” is relative, but this page is shown anywhere.",
                "Write the whole address here, starting with https://.",
            )
        start = page if inside == link else ""
        address, _, fragment = inside.partition("#")
        return self._missing(page, link, _target(start, address.partition("?")[0]), fragment)

    def _inside(self, link: str) -> str | None:
        """Return the part of a link that is about this site, or None if it leads elsewhere."""
        if self.address and (link + "/").startswith(self.address):
            return link[len(self.address) :]
        return None if _ELSEWHERE.match(link) else link

    def _missing(self, page: str, link: str, target: str, fragment: str) -> _Fault | None:
        if target not in self.read:
            return (
                "broken-link",
                f"The link “{link}” in “{page}” leads nowhere: the site has no “{target}”.",
                self._hint(target),
            )
        name = unquote(fragment.partition(":~:")[0])
        ids = self.ids.get(target)
        if not name or name == "top" or ids is None or name in ids:
            return None
        return (
            "broken-anchor",
            f"The link “{link}” in “{page}” leads to “#{name}”, which “{target}” does not have.",
            "Correct what follows the #, or name the heading it should lead to.",
        )

    def _hint(self, target: str) -> str:
        folder = posixpath.join(target, "index.html")
        near = folder if folder in self.read else self.alike.get(target.casefold())
        if near:
            return f"Did you mean “{near}”?"
        return "Correct the address, or add the page or file it should lead to."


def _target(start: str, address: str) -> str:
    """Return the path in the site that an address without query or fragment leads to."""
    if not address and start:
        return start
    joined = posixpath.join(posixpath.dirname(start), unquote(address))
    path = posixpath.normpath(joined) if joined else "."
    last = joined.rpartition("/")[2]
    if last in {"", ".", ".."}:
        return posixpath.normpath(posixpath.join(path, "index.html"))
    return path
