import multiprocessing
import os
import signal
import subprocess
import sys

import deeds
import pytest

from planpress.spent import SPENT
from planpress.workers.share import Lost, Workers, processors


@pytest.fixture
def two():
    workers = Workers(2)
    workers.worth = 0
    yield workers
    workers.close()


def alive():
    return {child.pid for child in multiprocessing.active_children()}


def test_alone_work_is_done_here_when_its_result_is_asked_for():
    results = Workers(1).share(deeds.who, [1, 2], cost=1000)
    assert list(results) == [os.getpid()] * 2
    assert list(Workers(1).share(deeds.added, [1, 2], {"more": 10})) == [11, 12]


def test_small_work_starts_no_process():
    workers = Workers(2)
    before = alive()
    assert list(workers.share(deeds.who, range(90), cost=0.01)) == [os.getpid()] * 90
    assert list(workers.share(deeds.who, [1], cost=100)) == [os.getpid()]
    assert list(workers.share(deeds.who, [], cost=100)) == []
    assert alive() == before


def test_what_is_worth_sharing():
    workers = Workers(2)
    assert workers.worthwhile(200, 0.01)
    assert not workers.worthwhile(50, 0.01)
    assert not Workers(1).worthwhile(200, 1)
    assert list(workers.share(deeds.double, range(200), cost=0.01)) == [*range(0, 400, 2)]
    assert workers.worthwhile(50, 0.01)  # the processes have started by now
    assert not workers.worthwhile(5, 0.01)
    workers.close()
    assert not workers.worthwhile(50, 0.01)


def test_results_come_in_the_order_of_their_tasks(two):
    assert list(two.share(deeds.double, range(50), cost=0.001)) == [*range(0, 100, 2)]
    assert list(two.share(deeds.double, range(50), cost=1)) == [*range(0, 100, 2)]


def test_every_process_is_started_once(two):
    first = set(two.share(deeds.who, range(40), cost=1))
    assert os.getpid() not in first
    again = set(two.share(deeds.who, range(40), cost=1))
    assert len(first | again) <= 2


def test_what_is_common_is_sent_once_to_each_process(two):
    found = set(two.share(deeds.identity_of, range(40), {"more": 1}, cost=1))
    assert len(found) == len({process for process, _ in found})
    assert list(two.share(deeds.added, [1, 2], {"more": 1})) == [2, 3]
    assert list(two.share(deeds.added, [1, 2], {"more": 5})) == [6, 7]
    assert list(two.share(deeds.added, [1, 2], {"more": 7})) == [8, 9]


def test_work_begins_before_results_are_asked_for_and_two_shares_may_mix(two):
    ones = two.share(deeds.added, range(9), {"more": 1}, cost=1)
    twos = two.share(deeds.added, range(9), {"more": 2}, cost=1)
    assert [b - a for a, b in zip(ones, twos, strict=True)] == [1] * 9


def test_an_exception_comes_as_it_is_and_in_its_place(two):
    for cost in (0.01, 1):
        results = two.share(deeds.refuse_three, range(9), cost=cost)
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(deeds.Refusal) as refused:
            next(results)
        assert (refused.value.why, refused.value.number) == ("three is refused", 3)
        assert "in refuse_three" in "".join(refused.value.__notes__)


def test_an_exception_that_cannot_travel_is_told_in_words(two):
    with pytest.raises(RuntimeError, match="Unportable: cannot travel"):
        list(two.share(deeds.refuse_unportably, range(9)))


def test_a_killed_worker_only_costs_time(two):
    told = []
    two.note = told.append
    for _ in range(2):
        results = list(two.share(deeds.killed_at_three, range(40), cost=1))
        assert [number for number, _ in results] == [*range(40)]
        assert results[3] == (3, False)
    assert len(told) == 1
    assert "done by this one" in told[0]
    assert set(two.share(deeds.who, range(9))).isdisjoint({os.getpid()})
    assert len(told) == 1


def test_a_worker_killed_between_two_shares_is_replaced(two):
    told = []
    two.note = told.append
    (first, *_) = two.share(deeds.who, range(9))
    os.kill(first, signal.SIGKILL)
    assert list(two.share(deeds.double, range(9))) == [*range(0, 18, 2)]


class Gone:
    hands = 2

    def give(self, *_):
        raise Lost

    def close(self):
        pass


def test_workers_that_have_gone_before_the_work_began_are_replaced(two):
    told = []
    two.note = told.append
    two._force = Gone()
    assert os.getpid() not in set(two.share(deeds.who, range(9)))
    assert told == []


def test_where_no_process_can_be_started_work_is_done_here(two, monkeypatch):
    told = []
    two.note = told.append

    def refused(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("planpress.workers.workforce._pool", refused)
    assert list(two.share(deeds.who, range(3))) == [os.getpid()] * 3
    assert len(told) == 1


def test_close_ends_processes_whatever_they_are_at(two):
    before = alive()
    two.share(deeds.hold, range(9), cost=1)
    two.close()
    assert alive() <= before
    two.close()


def test_close_removes_what_was_common(two, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert list(two.share(deeds.added, [1, 2], {"more": 1})) == [2, 3]
    assert [*tmp_path.iterdir()]
    two.close()
    assert not [*tmp_path.iterdir()]


def test_seconds_and_records_of_workers_are_booked(two):
    SPENT.watch()
    try:
        SPENT.stage("drawing")
        list(two.share(deeds.booked, range(4)))
        assert set(SPENT.records) == {f"record {number}" for number in range(4)}
        assert SPENT.stages["drawing"][1] > 0
        assert 1 <= len(SPENT.workers) <= 2
    finally:
        SPENT.on = False


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_a_run_ends_no_worker_is_left(ended):
    """The pipe is held open by every process: it ends when the last one has."""
    code = (
        "import os, deeds\nfrom contextlib import closing\n"
        "from planpress.workers.share import Workers\n"
        "with closing(Workers(2)) as workers:\n"
        "    print(*set(workers.share(deeds.who, range(8), cost=1)), flush=True)\n"
        "    list(workers.share(deeds.hold, range(9), cost=1))\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    with run:
        assert run.stdout.readline().strip()
        if ended is signal.SIGINT:
            os.killpg(run.pid, ended)  # as a terminal does
        else:
            run.send_signal(ended)
        try:
            said = run.communicate(timeout=60)[0].decode()
        finally:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
    assert run.returncode != 0
    assert said.count("Traceback") == (1 if ended is signal.SIGINT else 0)


def test_processors_are_those_this_process_may_use():
    assert 1 <= processors() <= os.cpu_count()


def test_importing_workers_imports_nothing_heavy():
    code = (
        "import sys, planpress.workers.share\n"
        "assert not {'multiprocessing', 'concurrent.futures', 'threading'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "."})
