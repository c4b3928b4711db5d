"""No link leads nowhere, wherever the site is put: checked on the finished documents."""

import pickle
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cached_property

from planpress.makers import makers
from planpress.model.document import Document
from planpress.model.place import Place
from planpress.model.problem import Level, Problem, in_order
from planpress.publish.leads import Lead, Leads
from planpress.publish.notes import Note, Notes
from planpress.publish.references import References, references
from planpress.store import Store, digest

_FEW = 16
"""So many documents may differ from the clean site that is kept before another takes its place."""


def broken_links(
    documents: Sequence[Document], *, address: str = "", store: Store | None = None
) -> tuple[Problem, ...]:
    """Return every link, picture or anchor of the documents that does not lead to one of them.

    Reads HTML, CSS, SVG and XML, each once. Links to other hosts are not followed; with `address`,
    where the site will stand (`https://example.org/plan/`), whole addresses under it are checked
    like relative ones. In the `store` is kept where the links of a document lead, and of which
    documents a site was made with which nothing was wrong: often only what differs from that one
    has to be looked at.
    """
    store = store or Store(None)
    notes, key = Notes(address, store), digest("clean links", makers(), address)
    before = _clean_before(store.get(key))
    changed = [one for one in documents if before.get(one.path) != one.fingerprint]
    if _still_clean(documents, changed, before, notes):
        if len(changed) <= _FEW:
            return ()
    elif problems := _all_faults(documents, notes):
        return problems
    now = {document.path: document.fingerprint for document in documents}
    store.put(key, pickle.dumps(now, protocol=5))
    return ()


def _clean_before(kept: bytes | None) -> dict[str, str]:
    """Return the documents of a clean site, path to fingerprint; of none if nothing can be read."""
    with suppress(Exception):  # what other code kept may not be readable
        before = pickle.loads(kept or b"")  # noqa: S301 (sealed, and in our own folder)
        if isinstance(before, dict):
            return before
    return {}


def _still_clean(
    documents: Sequence[Document],
    changed: Sequence[Document],
    before: Mapping[str, str],
    notes: Notes,
) -> bool:
    """Whether the changed documents show already that nothing is wrong, as nothing was before.

    Where no path is gone and no id, all other documents lead to where they led.
    """
    now = {document.path: document for document in documents}
    if not before or len(now) < len(documents) or not before.keys() <= now.keys():
        return False
    noted = notes.of(changed)
    try:
        earlier = notes.earlier({path: before[path] for path in noted if path in before})
    except LookupError:
        return False
    for path, note in noted.items():
        if note and path in earlier and not set(earlier[path][0]) <= set(note[0]):
            return False
    aimed_at = {target for note in noted.values() if note for target, _ in note[2]}
    noted |= notes.of(now[path] for path in aimed_at if path in now)
    site = _Site(now.keys(), noted, notes.address)
    return not any(site.doubtful(document.path for document in changed))


def _all_faults(documents: Sequence[Document], notes: Notes) -> tuple[Problem, ...]:
    noted = notes.of(documents)
    site = _Site(noted.keys(), noted, notes.address)
    found = {document.path: document for document in documents}
    return in_order(
        Problem(
            place=Place(found[path].made_from or path),
            rule=rule,
            level=Level.ERROR,
            message=message,
            hint=hint,
        )
        for path in site.doubtful(noted)
        for rule, message, hint in site.faults(found[path])
    )


_Fault = tuple[str, str, str]


class _Site:
    """What the links of a site may lead to: its paths, and what is noted of its documents."""

    def __init__(
        self, paths: AbstractSet[str], noted: Mapping[str, Note | None], address: str
    ) -> None:
        self.paths = paths
        self.noted = noted
        self.address = address
        self.ids = {path: frozenset(note[0]) for path, note in noted.items() if note}

    @cached_property
    def _alike(self) -> dict[str, str]:
        return {path.casefold(): path for path in sorted(self.paths)}

    def doubtful(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield those of the documents with which something is wrong."""
        for path in paths:
            note = self.noted[path]
            if note is None:
                continue
            _, targets, anchors, wrong = note
            if wrong or not self.paths >= set(targets) or not all(map(self._has, anchors)):
                yield path

    def _has(self, anchor: tuple[str, str]) -> bool:
        ids = self.ids.get(anchor[0])
        return ids is None or anchor[1] in ids

    def faults(self, document: Document) -> Iterator[_Fault]:
        """Yield (rule, message, hint) for all that is wrong with the references of a page."""
        page, found = document.path, references(document) or References()
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
        if target not in self.paths:
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
        near = folder if folder in self.paths else self._alike.get(target.casefold())
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
