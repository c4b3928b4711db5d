"""When Python looks for garbage: not while a plan is read and judged."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave garbage alone, and what was made meanwhile for ever: it lives as long as the run.

    What is made of it later has few cycles, so that it is looked through less often, too.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 50, 100)
        gc.enable()
