"""Templates as Python code: compiled once for all languages, and kept from run to run."""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from planpress.makers import makers
from planpress.store import Store, digest

_loaded: dict[str, CodeType] = {}
"""The code that this process has loaded or compiled: another language, or build, needs it again."""


class Compiled(BytecodeCache):
    """What templates are compiled to: by their names, places and sources, in a store.

    The code of a template says nothing of the language in which it is rendered.
    """

    def __init__(self, store: Store) -> None:
        """Look for code in the store, and keep there what is new."""
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket, if it is known."""
        key = _key(bucket)
        bucket.code = _loaded.get(key)
        kept = None if bucket.code else self._store.get(key)
        if kept is not None:
            bucket.bytecode_from_string(kept)
        if bucket.code:
            _loaded[key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        self._store.put(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    return digest("template", makers(), bucket.key, bucket.checksum)
