import signal
import threading
from concurrent.futures import Future

import deeds
import pytest

from planpress.workers.interrupt import held_back
from planpress.workers.workforce import hired


def test_ctrl_c_comes_when_all_is_done():
    done = []

    def work():
        with held_back():
            signal.raise_signal(signal.SIGINT)
            done.append("whole")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["whole"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_fault_goes_before_ctrl_c_and_the_handler_comes_back():
    def work():
        with held_back():
            signal.raise_signal(signal.SIGINT)
            raise ValueError("of its own")

    with pytest.raises(ValueError, match="of its own"):
        work()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_ignores_ctrl_c_is_left_alone():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_back():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_changes_no_handler():
    seen = []

    def inside():
        with held_back():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


def test_work_is_handed_out_whole_though_ctrl_c_comes_meanwhile(monkeypatch):
    """All of it is under way when the interrupt comes, and no lock is left taken."""
    processes, futures = hired(2, ""), []
    told = Future.add_done_callback

    def interrupted(self, told_to):
        futures.append(self)
        signal.raise_signal(signal.SIGINT)
        told(self, told_to)

    monkeypatch.setattr(Future, "add_done_callback", interrupted)
    try:
        with pytest.raises(KeyboardInterrupt):
            processes.give(deeds.double, [[1], [2], [3]], None)
        assert [future.result(60).results for future in futures] == [[2], [4], [6]]
    finally:
        processes.close()
