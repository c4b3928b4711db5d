"""A file of the site."""

import hashlib
from collections.abc import Callable
from functools import cached_property


class Document:
    """A path under the output, with forward slashes and without a leading one, and its bytes.

    `made_from` is the content file that a reader of a problem should open; empty if there is none.
    Of a document that an earlier build has made (`Document.kept`), `path`, `fingerprint` and `size`
    are known; its content is loaded only when somebody asks for it.
    """

    def __init__(self, path: str, content: bytes, made_from: str = "") -> None:
        self.path = path
        self.made_from = made_from
        self.content = content

    @classmethod
    def kept(
        cls, path: str, fingerprint: str, size: int, load: Callable[[], bytes], made_from: str = ""
    ) -> "Document":
        """Return a document of an earlier build, which `load` reads."""
        document = cls.__new__(cls)
        document.path = path
        document.made_from = made_from
        document._load = load  # noqa: SLF001 (another way to make one)
        document.__dict__ |= {"fingerprint": fingerprint, "size": size}
        return document

    _load: Callable[[], bytes]

    @property
    def is_kept(self) -> bool:
        """Whether it stands in the output already, as an earlier build has put it there."""
        return "_load" in self.__dict__

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self._load()

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def size(self) -> int:
        """The length of the content in bytes."""
        return len(self.content)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return (self.path, self.fingerprint, self.made_from) == (
            other.path,
            other.fingerprint,
            other.made_from,
        )

    def __hash__(self) -> int:
        return hash((self.path, self.fingerprint))

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {self.size} bytes)"
