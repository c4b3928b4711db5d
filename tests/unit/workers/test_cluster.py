"""The Dask executor, on a local cluster of two workers."""

import multiprocessing
import sys
from datetime import date
from pathlib import Path

import deeds
import pytest

from planpress.cli import main
from planpress.options import Options
from planpress.pipeline import build
from planpress.workers import cluster as module
from planpress.workers.cluster import Cluster
from planpress.workers.share import NoCluster, Workers

distributed = pytest.importorskip("distributed")

SITES = Path(__file__).parent.parent.parent / "sites"


@pytest.fixture(scope="module")
def scheduler():
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=2,
        processes=True,
        dashboard_address="127.0.0.1:0",
        silence_logs=50,
    ) as local:
        yield local.scheduler_address.replace("tcp://", "dask://")


@pytest.fixture
def workers(scheduler):
    workers = Workers(1, scheduler)
    workers.worth = 0
    yield workers
    workers.close()


def test_results_come_in_the_order_of_their_tasks(workers):
    assert list(workers.share(deeds.double, range(40), cost=1)) == [*range(0, 80, 2)]
    assert len(set(workers.share(deeds.who, range(40), cost=1))) == 2


def test_what_is_common_is_sent_once_to_each_worker(workers):
    found = set(workers.share(deeds.identity_of, range(40), {"more": 1}, cost=1))
    assert len(found) == len({process for process, _ in found})
    assert list(workers.share(deeds.added, [1, 2], {"more": 5})) == [6, 7]


def test_tasks_of_one_process_never_run_side_by_side(workers):
    assert max(workers.share(deeds.side_by_side, range(20), cost=1)) == 1


def test_an_exception_comes_as_it_is_and_in_its_place(workers):
    results = workers.share(deeds.refuse_three, range(9), cost=1)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(deeds.Refusal) as refused:
        next(results)
    assert (refused.value.why, refused.value.number) == ("three is refused", 3)


def test_an_exception_of_the_system_is_not_a_lost_cluster(workers):
    with pytest.raises(FileNotFoundError):
        list(workers.share(deeds.miss, range(9), cost=1))


def test_a_cluster_of_other_makers_is_refused(workers, monkeypatch):
    monkeypatch.setattr(module, "makers", lambda: "others")
    with pytest.raises(NoCluster, match=r"runs another planpress.*Install the same"):
        workers.share(deeds.double, range(9), cost=1)


def test_small_work_does_not_ask_the_cluster():
    assert list(Workers(1, "dask://nowhere:1").share(deeds.double, [1, 2], cost=0.1)) == [2, 4]


def test_an_address_where_nothing_answers(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    with pytest.raises(NoCluster, match=r"No Dask scheduler answers at dask://127.0.0.1:1 .*Check"):
        Cluster("dask://127.0.0.1:1", patience=0.1)


def test_a_cluster_without_workers(monkeypatch):
    with distributed.LocalCluster(
        n_workers=0, processes=True, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as empty:
        address = empty.scheduler_address.replace("tcp://", "dask://")
        with pytest.raises(NoCluster, match=r"No worker of the cluster .* took any work"):
            Cluster(address, patience=0.1)


def test_without_the_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match="pip install distributed"):
        Cluster("dask://127.0.0.1:1")


def test_a_cluster_that_is_lost_is_an_error_that_says_so():
    with distributed.LocalCluster(
        n_workers=1, processes=True, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as local:
        workers = Workers(1, local.scheduler_address.replace("tcp://", "dask://"))
        held = workers.share(deeds.hold, range(9), cost=1)
    with pytest.raises(NoCluster, match=r"was lost: .*See to it"):
        list(held)
    workers.close()


def test_a_build_without_its_cluster_is_wrong_usage_and_writes_nothing(alder, capsys, monkeypatch):
    def unreachable(*_):
        raise NoCluster("No Dask scheduler answers.")

    folder = alder()
    monkeypatch.setattr("planpress.pipeline.build", unreachable)
    assert main(["--project", str(folder), "--executor", "dask://127.0.0.1:1"]) == 2
    said = capsys.readouterr()
    assert "planpress: No Dask scheduler answers.\nNothing was published" in said.err
    assert said.out == ""
    assert not (folder / "site").exists()


def built(project, output, workers):
    """Return every file of a site."""
    options = Options(
        project=project,
        output=output,
        today=date(2026, 11, 21),
        as_of=date(2026, 11, 21),
        full=True,
    )
    options.__dict__["workers"] = workers
    outcome = build(options)
    assert outcome.published is not None
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize("plan", ["small", "work"])
def test_a_site_is_the_same_whoever_makes_it(plan, tmp_path, scheduler, accepted):
    project = accepted() if plan == "small" else SITES / plan
    alone = built(project, tmp_path / "alone", Workers(1))
    for name, workers in (("two", Workers(2)), ("cluster", Workers(1, scheduler))):
        workers.worth = 0
        handed = []
        workers.share = deeds.counted(workers.share, handed)
        assert built(project, tmp_path / name, workers) == alone
        assert sum(handed) > 0
        workers.close()
    assert not [child for child in multiprocessing.active_children() if not child.daemon]
