"""Ctrl-C, which must not come between taking a lock and giving it back."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait until what is inside has been done; then it is handled as ever.

    The locks of `concurrent.futures` are taken in Python: interrupted at the wrong instant, one is
    never given back, its threads wait for it, and the process for them. In a thread other than the
    main one, where no signal is handled, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[int, Any]] = []
    before = signal.signal(signal.SIGINT, lambda *this: came.append(this))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
    if came and callable(before):
        before(*came[0])
