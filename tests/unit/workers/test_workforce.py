import os
import signal
import sys
from pathlib import Path

import deeds
import pytest

from planpress.workers.share import Lost
from planpress.workers.workforce import Processes, hired


@pytest.fixture
def processes():
    found = hired(2, "")
    yield found
    found.close()


def test_jobs_are_processes(processes):
    assert isinstance(processes, Processes)
    assert processes.hands == 2


def test_each_batch_is_waited_for_by_itself(processes):
    first, second = processes.give(deeds.double, [[1, 2], [3]], None)
    assert second().results == [6]
    assert first().results == [2, 4]


def test_what_is_found_before_an_exception_is_not_lost(processes):
    (given,) = processes.give(deeds.refuse_three, [[1, 2, 3, 4]], None)
    assert given().results == [1, 2]
    assert isinstance(given().failed, deeds.Refusal)


def test_a_batch_whose_process_is_killed_is_lost(processes):
    (given,) = processes.give(deeds.killed_at_three, [[3]], None)
    with pytest.raises(Lost):
        given()
    with pytest.raises(Lost):
        processes.give(deeds.double, [[1]], None)


def test_what_is_given_when_all_ends_is_lost(processes):
    given = processes.give(deeds.hold, [[n] for n in range(9)], None)
    processes.close()
    with pytest.raises(Lost):
        given[-1]()


def test_files_of_what_was_common_do_not_pile_up(processes, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for number in range(5):
        (given,) = processes.give(deeds.added, [[1]], {"more": number})
        assert given().results == [1 + number]
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 2


def test_starting_processes_leaves_this_one_as_it_was(processes, monkeypatch):
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", lambda: None)
    for before in (None, "somewhere"):
        monkeypatch.delenv("PYTHONPATH", raising=False)
        if before:
            monkeypatch.setenv("PYTHONPATH", before)
        processes.give(deeds.double, [[1]], None)
        assert os.environ.get("PYTHONPATH") == before
        processes.close()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked by a server on Linux")
def test_the_server_finds_our_modules_and_leaves_interrupts_to_us(processes, monkeypatch):
    seen = {}

    def ensure_running():
        seen["path"] = os.environ["PYTHONPATH"].split(os.pathsep)
        seen["masked"] = signal.pthread_sigmask(signal.SIG_BLOCK, ())

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", ensure_running)
    monkeypatch.setattr("planpress.workers.workforce.ProcessPoolExecutor", lambda *_, **__: None)
    with pytest.raises(AttributeError):
        processes.give(deeds.double, [[1]], None)
    assert Path(seen["path"][0], "planpress").is_dir()
    assert signal.SIGINT in seen["masked"]
