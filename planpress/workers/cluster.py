"""A Dask cluster as workforce: the same work on many machines."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from planpress.makers import makers
from planpress.spent import SPENT
from planpress.workers.labour import Done, Order, OtherMakers, done
from planpress.workers.share import NoCluster

R = TypeVar("R")

PATIENCE = 30.0
"""Seconds to wait for the scheduler, and for a first worker that is free."""

_SCHEME = "dask://"


class Cluster:
    """The workers of the Dask scheduler at an address such as `dask://scheduler:8786`."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        """Connect, and see that there are workers which run what this process runs.

        Raises:
            NoCluster: with what to do about it.
        """
        self.address = address
        self._client: Any = _client(address, patience)
        self._executor = self._client.get_executor(pure=False)
        with self._answers():
            greeting = self._executor.submit(done, Order(len, makers=makers()), ())
            try:
                greeting.result(patience)
            except TimeoutError:
                raise NoCluster(
                    f"No worker of the cluster at {address} took any work within {patience:.0f} "
                    "seconds. Start some with “dask worker”, or leave --executor out."
                ) from None
            self.hands = max(1, sum(self._client.nthreads().values()))

    def give(
        self, run: Callable[..., R], batches: Sequence[Sequence[Any]], common: Any
    ) -> list[Callable[[], Done[R]]]:
        """Begin the work on all batches; return what waits for each."""
        with self._answers():
            order = Order(run, makers=makers(), watched=SPENT.on)
            shared: tuple[Any, ...] = ()
            if common is not None:
                raw = pickle.dumps(common, protocol=5)
                order = Order(run, sha256(raw).hexdigest(), makers(), SPENT.on)
                shared = (self._client.scatter(raw, broadcast=True, hash=False),)
            futures = [self._executor.submit(done, order, batch, *shared) for batch in batches]
        return [partial(self._result, future) for future in futures]

    def close(self) -> None:
        """Leave the cluster; what it is still at is not wanted any more."""
        with suppress(Exception):  # it may have gone before
            self._executor.shutdown(wait=False)
        with suppress(Exception):
            self._client.close(timeout=2)

    def _result(self, future: Future[Done[R]]) -> Done[R]:
        with self._answers():
            return future.result()

    @contextmanager
    def _answers(self) -> Iterator[None]:
        """Say what to do about whatever goes wrong between here and there.

        What goes wrong in the work itself comes as a value.
        """
        try:
            yield
        except OtherMakers:
            self.close()
            raise NoCluster(
                f"The cluster at {self.address} runs another planpress, another Python or other "
                "libraries than this computer, so that its pages might differ. Install the same "
                "on both (the same folder with the same requirements.lock), then build again."
            ) from None
        except ModuleNotFoundError as error:
            self.close()
            raise NoCluster(
                f"The cluster at {self.address} cannot import {error.name}. Start its workers "
                "where planpress is installed, in the folder of build.py, then build again."
            ) from None
        except NoCluster:
            self.close()
            raise
        except Exception as error:
            self.close()
            raise NoCluster(
                f"The cluster at {self.address} was lost: {str(error) or type(error).__name__}. "
                "See to it and build again, or leave --executor out."
            ) from error


def _client(address: str, patience: float) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 (an optional library)
    except ImportError:
        raise NoCluster(
            "--executor needs the Dask library, which is not installed: "
            "run “pip install distributed” where planpress is installed, or leave --executor out."
        ) from None
    try:
        return Client(  # type: ignore[no-untyped-call]
            address.replace(_SCHEME, "tcp://"), timeout=min(patience, 10), set_as_default=False
        )
    except (OSError, ValueError, TimeoutError) as error:
        raise NoCluster(
            f"No Dask scheduler answers at {address} ({type(error).__name__}). Check the address, "
            "or start one with “dask scheduler”; or leave --executor out."
        ) from None
