"""Files that other processes read say what they say here, and none is read there for nothing."""

from gettext import NullTranslations

import pytest
from unit.audit.planted import SAFE, machine, page, plan, table

from planpress.audit import ahead, passages, said
from planpress.audit.verdict import audited
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.store import Store
from planpress.workers.share import Workers

LANGUAGES = {code: Language.of(code, "US", NullTranslations()) for code in ("en", "es")}
LONG = "<table><tr><th>Who</th><th>Result 2022–23</th></tr>" + (
    "<tr><td>Male</td><td>62.0%</td></tr>" * 20 + "</table>"
)
SITE = (
    table(*SAFE),
    *(page(f"{LONG}<p>Female: {at}% in 2023–24.</p>", f"about/{at}.html") for at in range(60, 70)),
    machine({"id": "reading", "text": "Female: 71 in 2023–24"}),
    machine(
        {"id": "reading", "series": [{"period": "2023-24", "n": "9", "group": "male"}]}, "a.json"
    ),
)


@pytest.fixture(scope="module")
def two():
    workers = Workers(2)
    workers.worth = 0
    yield workers
    workers.close()


@pytest.fixture
def shared(monkeypatch):
    """Return the files that are handed out."""
    handed_out: list[str] = []
    real = Workers.share

    def share(workers, run, tasks, common=None, *, cost):
        handed_out.extend(file.path for task in tasks for file in task)
        return real(workers, run, tasks, common, cost=cost)

    monkeypatch.setattr(Workers, "share", share)
    return handed_out


@pytest.fixture
def read_here(monkeypatch):
    """Return the files that this process reads itself."""
    paths: list[str] = []
    for owner, name in ((passages.Reader, "file"), (said, "_in_json")):
        real = getattr(owner, name)

        def noted(*arguments, real=real):
            paths.extend(one.path for one in arguments if isinstance(one, Document))
            return real(*arguments)

        monkeypatch.setattr(owner, name, noted)
    return paths


def judged(site, store, workers=None):
    return audited(site, plan(), LANGUAGES, store, workers)


def small(monkeypatch):
    monkeypatch.setattr(ahead, "_SECONDS", 1)
    monkeypatch.setattr(ahead, "_CHUNK", 70)


def test_the_verdict_is_the_same_and_as_much_is_kept(two, shared, read_here, monkeypatch):
    small(monkeypatch)
    here, there = Store(None), Store(None)
    problems = judged(SITE, here)
    assert len(problems) == 9
    assert sorted(read_here) == sorted(file.path for file in SITE[1:])
    read_here.clear()
    assert judged(SITE, there, two) == problems
    assert there.run.keys() == here.run.keys()
    assert sorted(shared) == sorted(file.path for file in SITE[1:])
    assert read_here == []


def test_only_what_is_not_kept_is_shared_out(two, shared, tmp_path, monkeypatch):
    small(monkeypatch)
    pages = [page(f"{LONG}<p>Male: {at}.</p>", f"vision/{at}.html") for at in range(60, 80)]
    store = Store(tmp_path)
    judged((SITE[0], *pages), store)
    store.settle()
    changed = [page(f"<p>Female: {at}.</p>", f"vision/{at}.html") for at in range(62, 80)]
    site = (SITE[0], *pages[:2], *changed)
    assert judged(site, Store(tmp_path), two) == judged(site, Store(None))
    assert shared == [file.path for file in changed]


def test_a_file_of_an_earlier_build_is_read_as_well(two, shared, monkeypatch):
    small(monkeypatch)
    old = [Document.kept(f.path, f.fingerprint, f.size, lambda f=f: f.content) for f in SITE]
    assert judged(old, Store(None), two) == judged(SITE, Store(None))
    assert shared


def test_few_files_are_read_here(two, shared):
    assert judged(SITE, Store(None), two) == judged(SITE, Store(None))
    assert shared == []


def test_one_process_reads_all_by_itself(shared, monkeypatch):
    small(monkeypatch)
    judged(SITE, Store(None), Workers(1))
    assert shared == []
