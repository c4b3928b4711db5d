"""A content-addressed cache of pure results: it may be deleted at any time and only costs time."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def digest(*parts: str | bytes) -> str:
    """Return a SHA-256 of the parts in which no two sequences of parts collide by joining."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()


class Store:
    """Results by the digest of all they were made from; without a folder, for this run only."""

    def __init__(self, folder: Path | None) -> None:
        """Keep results in `folder`, which is made when the first one is kept."""
        self.folder = folder
        self.run: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`, or None if there is nothing whole."""
        if self.folder is None:
            return self.run.get(key)
        try:
            kept = (self.folder / key[:2] / key[2:]).read_bytes()
        except OSError:
            return None
        seal, result = kept[:32], kept[32:]
        return result if hashlib.sha256(result).digest() == seal else None

    def put(self, key: str, result: bytes) -> None:
        """Keep a result; a store that cannot be written to is no error."""
        if self.folder is None:
            self.run[key] = result
            return
        place = self.folder / key[:2]
        with suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(result).digest() + result)
            Path(name).replace(place / key[2:])
