"""A content-addressed cache of pure results: it may be deleted at any time and only costs time."""

import hashlib
import pickle
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from time import time
from typing import Any, TypeVar

R = TypeVar("R")

LIMIT = 512 * 2**20
"""Bytes of results that are kept from run to run; those that nobody asked for longest go first."""

_SCHEMA = "CREATE TABLE kept (key TEXT PRIMARY KEY, day INTEGER, seal BLOB, result BLOB)"
_HERE = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex_kept_%'"
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}
"""What keeps us from the results, but is no fault of theirs."""
_ROOM = 0.8
_MORE = 2048
"""Bytes that a result takes besides its own, at most on average: half a page of the file."""
_AT_ONCE = 500
_DAY = 86_400
_PATIENCE = 5.0
"""Seconds to wait for another run that is writing."""
_MISSING = object()


def digest(*parts: str | bytes) -> str:
    """Return a SHA-256 of the parts in which no two sequences of parts collide by joining."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()


class Store:
    """Results by the digest of all they were made from; without a folder, for this run only.

    What is put is known at once and written by `settle`, in one go. Damage of any kind, a disk that
    is full and a folder that may not be written to are no errors: what cannot be had is made again.
    Two runs may use one folder at the same time.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        """Keep results in `folder`, which is made when the first one is kept."""
        self.folder = folder
        self.limit = limit
        self.run: dict[str, bytes] = {}
        self.live: dict[str, Any] = {}
        self._asked: set[str] = set()
        self._lived: set[str] = set()
        self._new: set[str] = set()
        self._days: dict[str, int] = {}

    @property
    def file(self) -> Path | None:
        """Where the results stand."""
        return self.folder / "results.sqlite" if self.folder else None

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`, or None if there is nothing whole."""
        self.fetch([key])
        return self.run.get(key)

    def has(self, key: str) -> bool:
        """Tell whether a result is kept under `key`."""
        return key in self.live or self.get(key) is not None

    def put(self, key: str, result: bytes) -> None:
        """Keep a result."""
        self.run[key] = result
        self._new.add(key)

    def fetch(self, keys: Iterable[str]) -> None:
        """Look up many keys at once, so that asking for them one by one costs nothing."""
        wanted = [k for k in keys if not (k in self._asked or k in self.run or k in self.live)]
        self._asked.update(wanted)
        if wanted and self._is_there():
            no_table_yet = sqlite3.SQLITE_ERROR
            self._use(lambda table: self._read(table, wanted), no_table_yet)

    def _is_there(self) -> bool:
        try:
            return self.file is not None and self.file.is_file()
        except OSError:
            return False

    def _read(self, table: sqlite3.Connection, wanted: list[str]) -> None:
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            asked = f"SELECT key, day, seal, result FROM kept WHERE key IN ({marks})"  # noqa: S608
            for key, day, seal, result in table.execute(asked, part):
                if not (type(key), type(result)) == (str, bytes) or seal != _seal(key, result):
                    raise sqlite3.DatabaseError
                self.run[key] = result
                self._days[key] = day

    def recalled(self, key: str, make: Callable[[], R]) -> R:
        """Return what `make` once returned under `key`, which must stand for all it depends on.

        The result is pickled; the same object is returned as long as this store lives, so it must
        never be changed.
        """
        known = self.live.get(key, _MISSING)
        self._lived.add(key)
        if known is not _MISSING:
            return known  # type: ignore[no-any-return]
        kept = self.get(key)
        if kept is not None:
            with suppress(Exception):  # what other code kept may not be readable
                self.live[key] = pickle.loads(kept)  # noqa: S301 (sealed, and in our own folder)
                return self.live[key]  # type: ignore[no-any-return]
        made = self.live[key] = make()
        self.put(key, pickle.dumps(made, protocol=5))
        return made

    def settle(self) -> None:
        """Write what is new, mark what was asked for, and drop the oldest beyond the limit.

        Ends a run: objects that nobody asked for since the last one are let go.
        """
        self.live = {key: self.live[key] for key in self._lived & self.live.keys()}
        if self.file is not None:
            today = int(time() // _DAY)
            asked = self._asked | self._lived
            older = [key for key in asked if self._days.get(key, today) != today]
            if self._new or older:
                with suppress(OSError):
                    self.file.parent.mkdir(parents=True, exist_ok=True)
                self._use(lambda table: self._write(table, today, older))
                self._days |= dict.fromkeys((*self._new, *older), today)
            self.run.clear()
        self._asked, self._new, self._lived = set(), set(), set()

    def _write(self, table: sqlite3.Connection, today: int, older: Iterable[str]) -> None:
        new = [(key, today, _seal(key, self.run[key]), self.run[key]) for key in self._new]
        table.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
        table.execute("BEGIN IMMEDIATE")
        if table.execute(_HERE).fetchall() != [(_SCHEMA,)]:
            if table.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise sqlite3.DatabaseError(_SCHEMA)
            table.execute(_SCHEMA)
        marked = ((today, key) for key in older)
        table.executemany("UPDATE kept SET day = ? WHERE key = ?", marked)
        size = sum(len(result) + _MORE for *_, result in new)
        while size > self.limit:
            size -= len(new.pop()[-1]) + _MORE
        if new:
            self._make_room(table, size, today)
        table.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", new)

    def _make_room(self, table: sqlite3.Connection, size: int, today: int) -> None:
        """Drop the oldest results where there are too many; first those of a wrong clock."""
        pages, free, page = (
            table.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        kept = (pages - free) * page
        if kept + size <= self.limit:
            return
        rows = table.execute(
            "SELECT key, length(result) FROM kept ORDER BY day <= ?, day, rowid", (today,)
        ).fetchall()
        for key, length in rows:
            if kept + size <= self.limit * _ROOM:
                break
            table.execute("DELETE FROM kept WHERE key = ?", (key,))
            kept -= length

    def _use(self, work: Callable[[sqlite3.Connection], None], *passing: int) -> None:
        """Open the results; whatever is wrong with them only means that there are none."""
        assert self.file is not None
        try:
            with closing(sqlite3.connect(self.file, timeout=_PATIENCE)) as table, table:
                work(table)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in {*_PASSING, *passing}:
                self._begin_again(self.file)

    def _begin_again(self, file: Path) -> None:
        """Remove results that are damaged, or those of another version."""
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                file.with_name(file.name + ending).unlink()


def _seal(key: str, result: bytes) -> bytes:
    return hashlib.blake2b(result, key=key.encode()[:64], digest_size=16).digest()
