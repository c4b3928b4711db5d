from planpress.store import Store, digest


def test_what_was_put_is_got_back(tmp_path):
    store = Store(tmp_path / "store")
    key = digest("a", b"b")
    assert store.get(key) is None
    store.put(key, b"result")
    assert Store(tmp_path / "store").get(key) == b"result"


def test_damage_only_costs_time(tmp_path):
    store = Store(tmp_path)
    key = digest("a")
    store.put(key, b"result")
    (kept,) = [file for file in tmp_path.rglob("*") if file.is_file()]
    for damaged in (b"", kept.read_bytes()[:-1], b"x" + kept.read_bytes()[1:]):
        kept.write_bytes(damaged)
        assert store.get(key) is None
    store.put(key, b"again")
    assert store.get(key) == b"again"


def test_without_a_folder_results_live_as_long_as_the_run():
    store = Store(None)
    store.put(digest("a"), b"result")
    assert store.get(digest("a")) == b"result"
    assert Store(None).get(digest("a")) is None


def test_a_store_that_cannot_be_written_to_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "store")
    store.put(digest("a"), b"result")
    assert store.get(digest("a")) is None


def test_digests_depend_on_where_parts_end():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("abc") != digest("abc", "")
    assert digest("é") == digest("é".encode())
