"""Templates as Python code: compiled once for all languages, and kept from run to run."""

import json
from functools import cached_property
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from planpress.makers import makers
from planpress.store import Store, digest

_loaded: dict[str, CodeType] = {}
"""The code that this process has loaded or compiled: another language, or build, needs it again."""


class Compiled(BytecodeCache):
    """What templates are compiled to: by their names, places and sources, in a store.

    The code of a template says nothing of the language in which it is rendered. Under which keys
    the templates were kept last is kept as well, so that they are all looked up at once.
    """

    def __init__(self, store: Store) -> None:
        """Look for code in the store, and keep there what is new."""
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket, if it is known."""
        key = _key(bucket)
        if key not in _loaded:
            self._store.fetch(self._last.values())
            kept = self._store.get(key)
            if kept is not None:
                bucket.bytecode_from_string(kept)
            if bucket.code:
                _loaded[key] = bucket.code
        bucket.code = _loaded.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        key = _key(bucket)
        self._store.put(key, bucket.bytecode_to_string())
        self._last[bucket.key] = key
        self._store.put(self._all, json.dumps(self._last).encode())

    @cached_property
    def _last(self) -> dict[str, str]:
        known = self._store.get(self._all)
        return json.loads(known) if known else {}

    @property
    def _all(self) -> str:
        return digest("templates", makers())


def _key(bucket: Bucket) -> str:
    return digest("template", makers(), bucket.key, bucket.checksum)
