import multiprocessing
import pickle
import random
import resource
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import deeds
import pytest

from planpress import store as module
from planpress.store import Store, digest

KEYS = [digest(str(number)) for number in range(60)]


def result_of(key):
    return pickle.dumps(random.Random(key).randbytes(200 + int(key[:2], 16) * 20))


def filled(folder, keys=KEYS, **limits):
    store = Store(folder, **limits)
    for key in keys:
        store.put(key, result_of(key))
    store.settle()
    return store.file


def got(folder, keys=KEYS):
    """Return what is got back, of which everything must be right."""
    store = Store(folder)
    store.fetch(keys)
    found = {key: result for key in keys if (result := store.get(key)) is not None}
    assert found == {key: result_of(key) for key in found}
    return found.keys()


def days(file):
    with closing(sqlite3.connect(file)) as table:
        return dict(table.execute("SELECT key, day FROM kept"))


@pytest.fixture
def on_day(monkeypatch):
    return lambda day: monkeypatch.setattr(module, "time", lambda: day * 86_400.0)


def test_what_was_put_is_known_at_once_and_kept_when_it_is_settled(tmp_path):
    store = Store(tmp_path / "store")
    key = digest("a", b"b")
    assert store.get(key) is None
    store.put(key, b"result")
    assert store.get(key) == b"result"
    assert Store(tmp_path / "store").get(key) is None
    store.settle()
    assert store.get(key) == b"result"
    assert Store(tmp_path / "store").get(key) == b"result"


def test_without_a_folder_results_live_as_long_as_the_run():
    store = Store(None)
    store.put(digest("a"), b"result")
    store.settle()
    assert store.get(digest("a")) == b"result"
    assert Store(None).get(digest("a")) is None


def test_what_was_recalled_is_the_same_object_while_it_is_asked_for_in_every_run(tmp_path):
    store = Store(tmp_path)
    first = store.recalled("a", lambda: ["made"])
    store.settle()
    assert store.recalled("a", lambda: ["again"]) is first
    store.settle()
    store.settle()
    assert store.recalled("a", lambda: ["again"]) == ["made"]
    assert store.recalled("a", lambda: ["again"]) is not first
    assert Store(tmp_path).recalled("a", lambda: ["again"]) == ["made"]
    assert Store(None).recalled("none", lambda: None) is None


def test_what_cannot_be_unpickled_is_made_again(tmp_path):
    store = Store(tmp_path)
    store.put("a", pickle.dumps(["x"])[:-1])
    store.settle()
    store = Store(tmp_path)
    assert store.recalled("a", lambda: ["made"]) == ["made"]
    store.settle()
    assert Store(tmp_path).recalled("a", lambda: ["again"]) == ["made"]


def test_a_result_under_another_key_is_not_taken(tmp_path):
    file = filled(tmp_path, KEYS[:2])
    with closing(sqlite3.connect(file)) as table, table:
        table.execute("UPDATE kept SET key = ? WHERE key = ?", ("other", KEYS[0]))
    assert Store(tmp_path).get("other") is None


def test_damage_at_any_byte_only_costs_time(tmp_path):
    file = filled(tmp_path / "whole")
    whole = file.read_bytes()
    damage = random.Random(7)
    places = [*range(100), *(damage.randrange(len(whole)) for _ in range(150))]
    for number, place in enumerate(places):
        folder = tmp_path / str(number)
        folder.mkdir()
        damaged = bytearray(whole)
        damaged[place] ^= damage.randrange(1, 256)
        (folder / file.name).write_bytes(damaged)
        got(folder)
        filled(folder)
        filled(folder)
        assert len(got(folder)) >= len(KEYS) - 1, place  # one that its index misses is made again


def test_a_file_cut_at_any_length_only_costs_time(tmp_path):
    file = filled(tmp_path / "whole")
    whole = file.read_bytes()
    for length in (0, 1, 15, 16, 99, 100, 101, 4095, 4096, 4097, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        got(file.parent)
        filled(file.parent)
        filled(file.parent)
        assert len(got(file.parent)) == len(KEYS), length


@pytest.mark.parametrize("other", [b"garbage", b"SQLite format 3\0" + bytes(4080), b"\0" * 9000])
def test_another_file_in_its_place_is_replaced(tmp_path, other):
    file = Store(tmp_path).file
    file.write_bytes(other)
    assert not got(tmp_path)
    filled(tmp_path)
    filled(tmp_path)
    assert len(got(tmp_path)) == len(KEYS)


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE kept (key TEXT PRIMARY KEY, result BLOB)",
        "CREATE TABLE kept (key TEXT PRIMARY KEY, day INTEGER, seal BLOB, result BLOB, more TEXT)",
        "CREATE TABLE kept (a, b, c, d)",
        "CREATE TABLE other (a); INSERT INTO other VALUES (1)",
        "CREATE VIEW kept AS SELECT 1 AS key, 2 AS day, 3 AS seal, 4 AS result",
    ],
)
def test_the_tables_of_another_version_are_replaced(tmp_path, schema):
    with closing(sqlite3.connect(Store(tmp_path).file)) as table:
        table.executescript(schema)
    assert not got(tmp_path)
    filled(tmp_path)
    filled(tmp_path)
    assert len(got(tmp_path)) == len(KEYS)


@pytest.mark.parametrize("seal", [None, 1, "text", 0.5])
@pytest.mark.parametrize("result", [None, 1, "text", b""])
def test_values_of_other_types_are_not_taken(tmp_path, seal, result):
    file = filled(tmp_path)
    with closing(sqlite3.connect(file)) as table, table:
        table.execute("UPDATE kept SET seal = ?, result = ?, day = 'x'", (seal, result))
    assert not got(tmp_path)
    filled(tmp_path)
    assert len(got(tmp_path)) == len(KEYS)


def test_where_nothing_can_be_written_the_run_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "store" / "results.sqlite").mkdir(parents=True)
    for folder in (tmp_path / "file" / "store", tmp_path / "store"):
        store = Store(folder)
        assert store.get("a") is None
        assert store.recalled("a", lambda: "made") == "made"
        store.settle()
        assert store.recalled("a", lambda: "again") == "made"


@pytest.mark.parametrize("denied", ["isfile", "connect", "mkdir"])
def test_where_nothing_is_allowed_the_run_goes_on(tmp_path, monkeypatch, denied):
    """Tests may run as a user who is allowed everything."""
    filled(tmp_path)

    def refuse(*_, **__):
        if denied != "connect":
            raise PermissionError
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    where = {
        "isfile": "os.stat",
        "connect": "planpress.store.sqlite3.connect",
        "mkdir": "pathlib.Path.mkdir",
    }[denied]
    with monkeypatch.context() as patched:
        patched.setattr(where, refuse)
        store = Store(tmp_path)
        assert store.recalled("a", lambda: "made") == "made"
        store.settle()
    assert len(got(tmp_path)) == len(KEYS)


def test_a_full_disk_leaves_what_was_there(tmp_path):
    file = filled(tmp_path, KEYS[:20])
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    store = Store(tmp_path)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, limits[1]))
        for key in KEYS:
            store.put(key, result_of(key))
        store.settle()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert set(KEYS[:20]) <= got(tmp_path)
    filled(tmp_path)
    assert len(got(tmp_path)) == len(KEYS)


def test_two_threads_and_two_processes_may_settle_at_the_same_time(tmp_path):
    parts = [KEYS[start::6] for start in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda part: filled(tmp_path, part), parts))
    assert len(got(tmp_path)) == len(KEYS)
    folder = tmp_path / "both"
    with multiprocessing.get_context("forkserver").Pool(2) as pool:
        pool.starmap(deeds.settle, [(folder, part, result_of(part[0])) for part in parts], 1)
    store = Store(folder)
    assert all(store.get(key) == result_of(part[0]) for part in parts for key in part)


def test_who_must_wait_for_long_goes_on_without(tmp_path, monkeypatch):
    file = filled(tmp_path, KEYS[:20])
    monkeypatch.setattr(module, "_PATIENCE", 0)
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert not got(tmp_path)
        filled(tmp_path, KEYS[20:])
    assert got(tmp_path) == {*KEYS[:20]}


def test_beyond_the_limit_the_oldest_go_first(tmp_path, on_day):
    for day, start in enumerate(range(0, 60, 20)):
        on_day(1000 + day)
        file = filled(tmp_path, KEYS[start : start + 20])
    assert len(got(tmp_path)) == 60
    on_day(1003)
    new = [digest("new", str(number)) for number in range(5)]
    filled(tmp_path, new, limit=file.stat().st_size)
    left = got(tmp_path, [*KEYS, *new])
    assert {*new, *KEYS[40:]} <= left
    assert {*KEYS[:20]} - left


def test_what_is_asked_for_stays_young(tmp_path, on_day):
    on_day(1000)
    filled(tmp_path)
    on_day(1001)
    store = Store(tmp_path)
    for key in KEYS[:10]:
        store.get(key)
    for key in KEYS[50:]:
        store.recalled(key, lambda: None)
    store.settle()
    asked = {*KEYS[:10], *KEYS[50:]}
    assert {key for key, day in days(store.file).items() if day == 1001} == asked
    new = [digest("new", str(number)) for number in range(5)]
    filled(tmp_path, new, limit=store.file.stat().st_size)
    assert asked <= got(tmp_path, [*KEYS, *new])


def test_what_one_process_goes_on_using_stays_young_too(tmp_path, on_day):
    on_day(1000)
    store = Store(tmp_path)
    for day in (1000, 1000, 1001):
        on_day(day)
        assert store.recalled("key", lambda: "made") == "made"
        store.recalled(f"of {day}", lambda: "other")
        store.settle()
    assert days(store.file) == {"key": 1001, "of 1000": 1000, "of 1001": 1001}


def test_where_all_is_known_already_nothing_is_written(tmp_path, on_day, monkeypatch):
    on_day(1000)
    filled(tmp_path)
    store = Store(tmp_path)
    store.fetch(KEYS)
    monkeypatch.setattr(store, "_use", lambda *_: pytest.fail("the results were opened"))
    store.settle()


def test_the_file_stays_under_its_limit_whatever_is_put(tmp_path, on_day):
    limit = 60_000
    for day in range(8):
        on_day(1000 + day)
        keys = [digest(str(day), str(number)) for number in range(30 * (1 + day % 3))]
        file = filled(tmp_path, keys, limit=limit)
        assert file.stat().st_size <= limit * 1.1
        assert got(tmp_path, keys)


def test_what_a_wrong_clock_has_kept_goes_first(tmp_path, on_day):
    on_day(9000)
    filled(tmp_path, KEYS[:30])
    on_day(1000)
    file = filled(tmp_path, KEYS[30:])
    new = [digest("new", str(number)) for number in range(5)]
    filled(tmp_path, new, limit=file.stat().st_size)
    assert {*new, *KEYS[30:]} <= got(tmp_path, [*KEYS, *new])


def test_digests_depend_on_where_parts_end():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("abc") != digest("abc", "")
    assert digest("é") == digest("é".encode())
