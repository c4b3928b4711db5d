"""What is kept of each document of a site, so that its links can be followed without reading it."""

from collections.abc import Iterable, Mapping
from functools import partial

from planpress.makers import makers
from planpress.model.document import Document
from planpress.publish.leads import Leads
from planpress.publish.references import KINDS, References, ending_of, references
from planpress.store import Store, digest

Note = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...], bool]
"""What is kept of a document: its ids, the documents that it leads to, and (document, name) of the
names in others; and whether anything is wrong with it whatever else there is. A plain tuple: there
is one for every page."""


class Notes:
    """Notes of the documents of a site that will stand at `address`, kept in the `store`."""

    def __init__(self, address: str, store: Store) -> None:
        self.address = address
        self.store = store
        self._rest = ("links of", makers(), address)

    def of(self, documents: Iterable[Document]) -> dict[str, Note | None]:
        """Return the note of each document by path: None for a kind that refers to nothing."""
        found = {document.path: document for document in documents}
        keys = self._keys({path: one.fingerprint for path, one in found.items()})
        self.store.fetch(keys.values())
        return {
            path: self.store.recalled(keys[path], partial(_note, one, self.address))
            if path in keys
            else None
            for path, one in found.items()
        }

    def earlier(self, fingerprints: Mapping[str, str]) -> dict[str, Note]:
        """Return the notes of documents that are no more, given the fingerprint of each by path.

        Raises LookupError where one has not been kept.
        """
        keys = self._keys(fingerprints)
        self.store.fetch(keys.values())
        return {path: self.store.recalled(key, _lost) for path, key in keys.items()}

    def _keys(self, fingerprints: Mapping[str, str]) -> dict[str, str]:
        return {
            path: digest(*self._rest, path, fingerprint)
            for path, fingerprint in fingerprints.items()
            if ending_of(path) in KINDS
        }


def _lost() -> Note:
    raise LookupError


def _note(document: Document, address: str) -> Note:
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
    return (found.ids, tuple(targets), tuple(anchors), wrong)
