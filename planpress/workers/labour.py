"""What a worker does, in its own process: one batch after the other."""

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from socket import gethostname
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from planpress.spent import SPENT

R = TypeVar("R")


@dataclass(frozen=True)
class Order(Generic[R]):
    """How every batch of a share is done.

    `common` names what all tasks need; in a process of this machine it is the file it stands in.
    """

    run: Callable[..., R]
    common: str = ""
    makers: str = ""
    watched: bool = False


@dataclass
class Done(Generic[R]):
    """The results of a batch, up to the exception if there was one, and what they cost."""

    results: list[R] = field(default_factory=list)
    failed: Exception | None = None
    seconds: float = 0.0
    records: dict[str, float] = field(default_factory=dict)
    worker: str = ""


class OtherMakers(Exception):  # noqa: N818 (it says what was found)
    """This worker runs another planpress, Python or library than whoever asks it."""


_ONE_AT_A_TIME = Lock()
"""A cluster may run tasks of one process in several threads; ours know nothing of that."""

_COMMON: dict[str, Any] = {}


def begun() -> None:
    """Make a process of this machine ready: Ctrl-C is the parent's, and so is our end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(10_000, 50, 100)
    parent = parent_process()
    if parent:
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(parent: int) -> None:
    wait([parent])
    os._exit(1)


def done(order: Order[R], tasks: Sequence[Any], common: bytes = b"") -> Done[R]:
    """Return the results of one batch; `common` is given where it cannot be read from a file."""
    with _ONE_AT_A_TIME:
        if order.makers:
            _compare(order.makers)
        if order.watched and not SPENT.on:
            SPENT.watch()
        found: Done[R] = Done()
        first = (_common(order.common, common),) if order.common else ()
        try:
            for task in tasks:
                found.results.append(order.run(*first, task))
        except Exception as error:  # noqa: BLE001 (raised again where the work was asked for)
            found.failed = _portable(error)
        if order.watched:
            found.seconds, found.records = SPENT.taken()
            found.worker = f"{gethostname()} {os.getpid()}"
        return found


def _compare(theirs: str) -> None:
    from planpress.makers import makers  # noqa: PLC0415 (only for clusters)

    if makers() != theirs:
        raise OtherMakers


def _common(name: str, raw: bytes) -> Any:
    """Return what all tasks need, which is unpickled once."""
    if name not in _COMMON:
        if _COMMON:
            gc.unfreeze()
            _COMMON.clear()
            gc.collect()
        gc.disable()
        try:
            _COMMON[name] = pickle.loads(raw or Path(name).read_bytes())  # noqa: S301 (our own)
        finally:
            gc.freeze()  # it lives as long as the work does
            gc.enable()
    return _COMMON[name]


def _portable(error: Exception) -> Exception:
    """Return an exception that survives its journey, with the place where it was raised."""
    where = traceback.format_exc()
    try:
        error.add_note(f"In a worker:\n{where}")
        pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    except Exception:  # noqa: BLE001 (whatever it is, the text of it can travel)
        return RuntimeError(where)
    return error
