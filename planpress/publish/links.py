"""No link leads nowhere, wherever the site is put: checked on the finished documents."""

import pickle
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from planpress.makers import makers
from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem, in_order
from planpress.publish.leads import Lead, Leads
from planpress.publish.references import KINDS, References, ending_of, references
from planpress.store import Store, digest

_CLEAN = b"every link leads somewhere"


def broken_links(
    documents: Sequence[Document], *, address: str = "", store: Store | None = None
) -> tuple[Problem, ...]:
    """Return every link, picture or anchor of the documents that does not lead to one of them.

    Reads HTML, CSS, SVG and XML, each once. Links to other hosts are not followed; with `address`,
    where the site will stand (`https://example.org/plan/`), whole addresses under it are checked
    like relative ones. In the `store` is kept where the links of a document lead, and that nothing
    was wrong with a site.
    """
    store = store or Store(None)
    whole = digest("links", makers(), address, *_told_apart(documents))
    if store.get(whole) == _CLEAN:
        return ()
    site = _Site(_noted(documents, address, store), address)
    made_from = {document.path: document.made_from or document.path for document in documents}
    problems = in_order(
        Problem(
            place=Place(made_from[path]), rule=rule, level=Level.ERROR, message=message, hint=hint
        )
        for path in site.doubtful()
        for rule, message, hint in site.faults(path)
    )
    if not problems:
        store.put(whole, _CLEAN)
    return problems


def _told_apart(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        yield document.path
        yield document.fingerprint


_Note = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...], bool, bytes]
"""What is kept of a document: its ids, the documents that it leads to, and (document, name) of the
names in others; whether anything is wrong with it whatever else there is; and, as a pickle that is
seldom read, its References. A plain tuple: there is one for every page."""


def _noted(documents: Sequence[Document], address: str, store: Store) -> dict[str, _Note | None]:
    rest = ("links of", makers(), address)
    keys = {
        document.path: digest(*rest, document.path, document.fingerprint)
        for document in documents
        if ending_of(document.path) in KINDS
    }
    store.fetch(keys.values())
    noted: dict[str, _Note | None] = {}
    for document in documents:
        key = keys.get(document.path)
        noted[document.path] = (
            None if key is None else store.recalled(key, partial(_note, document, address))
        )
    return noted


def _note(document: Document, address: str) -> _Note:
    found = references(document) or References()
    page, ids = document.path, frozenset(found.ids)
    wrong = bool(found.fault) or len(ids) < len(found.ids)
    targets: dict[str, None] = {}
    anchors: dict[tuple[str, str], None] = {}
    for lead in Leads(page, address).of(found.links):
        wrong = wrong or lead.misplaced(page) is not None
        if lead.target != page:
            targets[lead.target] = None
            if lead.name:
                anchors[lead.target, lead.name] = None
        elif lead.name and lead.name not in ids:
            wrong = True
    kept = pickle.dumps(found, protocol=5)
    return (found.ids, tuple(targets), tuple(anchors), wrong, kept)


_Fault = tuple[str, str, str]


class _Site:
    """What the links of a site may lead to."""

    def __init__(self, noted: Mapping[str, _Note | None], address: str) -> None:
        self.noted = noted
        self.address = address
        self.ids = {path: frozenset(note[0]) for path, note in noted.items() if note}

    @cached_property
    def _alike(self) -> dict[str, str]:
        return {path.casefold(): path for path in self.noted}

    def doubtful(self) -> Iterator[str]:
        """Yield the documents with which something is wrong."""
        known = self.noted.keys()
        for path, note in self.noted.items():
            if note is None:
                continue
            _, targets, anchors, wrong, _ = note
            if wrong or not known >= set(targets) or not all(map(self._has, anchors)):
                yield path

    def _has(self, anchor: tuple[str, str]) -> bool:
        ids = self.ids.get(anchor[0])
        return ids is None or anchor[1] in ids

    def faults(self, page: str) -> Iterator[_Fault]:
        """Yield (rule, message, hint) for all that is wrong with the references of a page."""
        note = self.noted[page]
        found: References = pickle.loads(note[4]) if note else References()  # noqa: S301 (our own)
        yield from _unreadable(page, found)
        for name, times in Counter(found.ids).items():
            if times > 1:
                yield (
                    "repeated-id",
                    f"The id “{name}” stands {times} times in “{page}”.",
                    "Give each heading, figure and footnote of a page a name of its own.",
                )
        for lead in Leads(page, self.address).of(found.links):
            fault = lead.misplaced(page) or self._missing(page, lead)
            if fault:
                yield fault

    def _missing(self, page: str, lead: Lead) -> _Fault | None:
        link, name, target = lead.link, lead.name, lead.target
        if target not in self.noted:
            return (
                "broken-link",
                f"The link “{link}” in “{page}” leads nowhere: the site has no “{target}”.",
                self._hint(target),
            )
        if not name or self._has((target, name)):
            return None
        return (
            "broken-anchor",
            f"The link “{link}” in “{page}” leads to “#{name}”, which “{target}” does not have.",
            "Correct what follows the #, or name the heading it should lead to.",
        )

    def _hint(self, target: str) -> str:
        folder = posixpath.join(target, "index.html")
        near = folder if folder in self.noted else self._alike.get(target.casefold())
        if near:
            return f"Did you mean “{near}”?"
        return "Correct the address, or add the page or file it should lead to."


def _unreadable(path: str, found: References) -> Iterator[_Fault]:
    if found.fault:
        yield (
            "broken-file",
            f"The file “{path}” is not well-formed: {found.fault}.",
            "Open it in a browser, which shows the same fault, and mend or replace it.",
        )
