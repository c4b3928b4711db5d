"""A file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A path under the output, with forward slashes and without a leading one, and its bytes.

    `made_from` is the content file that a reader of a problem should open; empty if there is none.
    """

    path: str
    content: bytes
    made_from: str = ""
