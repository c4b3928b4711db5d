import re
import shutil
from pathlib import Path
from random import Random

import pytest

from planpress.makers import digests_of
from planpress.model.place import Place
from planpress.model.problem import error
from planpress.read import data, files, kept, records
from planpress.read.project import read
from planpress.store import Store

SITES = Path(__file__).parents[2] / "sites"


@pytest.fixture
def plan(tmp_path):
    folder = tmp_path / "plan"
    for part in ("content", "data"):
        shutil.copytree(SITES / "two-languages" / part, folder / part)
    return folder


@pytest.fixture
def made(monkeypatch):
    """Return the names of what was read anew since the list was last emptied."""
    names = []
    record, series = records.made_of, data._of_text
    monkeypatch.setattr(
        records,
        "made_of",
        lambda parts, *rest: names.append(parts.files.id) or record(parts, *rest),
    )
    monkeypatch.setattr(
        data, "_of_text", lambda file, *rest: names.append(file.name) or series(file, *rest)
    )
    return names


def same(one, other):
    """Assert that two readings say the same, to the last place and digest."""
    assert one.problems == other.problems
    assert one.broken == other.broken
    assert one.data == other.data
    assert one.series == other.series
    assert [s.digest for s in one.series.values()] == [s.digest for s in other.series.values()]
    assert repr(one.project) == repr(other.project)
    if one.project:
        assert one.project == other.project
        for key, record in one.project.worded.items():
            assert record.source.pages == other.project.worded[key].source.pages


def appended(text, random):
    return text + random.choice(["\nMore words.\n", "\n[a link](/nowhere/)\n", "\n"])


def cut(text, random):
    return text[: random.randrange(len(text) + 1)]


def without_a_line(text, random):
    lines = text.splitlines(keepends=True)
    lines.pop(random.randrange(len(lines))) if lines else None
    return "".join(lines)


def with_dirt(text, random):
    at = random.randrange(len(text) + 1)
    return (
        text[:at]
        + random.choice(["\0", '"', ": [", "\n---\n", "\r\n", "ñ", ",,", "  "])
        + text[at:]
    )


def other_languages(text, random):
    listed = random.choice(["[en]", "[en, es]", "[es, en]", "[en, es, vi]", "[en, en]", "en"])
    return re.sub(r"(?m)^languages: .*$", f"languages: {listed}", text)


def words(change):
    """Return an edit that changes the words of the file."""

    def edit(file, random):
        file.write_text(change(file.read_text("utf-8", "replace"), random), "utf-8")

    return edit


def spoil(file, random):
    raw = file.read_bytes()
    file.write_bytes(raw[:20] + random.choice([b"\xff\xe9", b"\xef\xbb\xbf", b"\0"]) + raw[20:])


def move(file, random):
    file.rename(file.with_name(random.choice(["moved.md", "moved.es.md", "x.csv"])))


def double(file, random):
    shutil.copy(file, file.with_name(random.choice(["twin.md", "twin.vi.md", "twin.csv"])))


EDITS = (
    words(appended),
    words(cut),
    words(without_a_line),
    words(with_dirt),
    words(other_languages),
    spoil,
    move,
    double,
    lambda file, _: file.unlink(),
)


def edit(folder, random):
    """Change one thing in a plan, as staff, git or a fault of the disk might."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != "plan.md"]
    change = random.choice(EDITS)
    plan = folder / "content" / "plan.md"
    change(plan if change is EDITS[4] and plan.is_file() else random.choice(sorted(files)), random)


def mended(folder, whole):
    for path, content in whole.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_would_be_read(plan, seed, monkeypatch):
    monkeypatch.setattr(kept, "TOGETHER", 1)
    random = Random(seed)
    whole = {
        file.relative_to(plan): file.read_bytes() for file in plan.rglob("*") if file.is_file()
    }
    store = Store(plan.parent / "kept")
    for step in range(25):
        same(read(plan, store), read(plan))
        if step % 3 == 0:
            store.settle()
            store = Store(plan.parent / "kept")
        edit(plan, random)
        if step % 8 == 7:
            mended(plan, whole)


def test_nothing_is_read_twice(plan, made):
    store = Store(plan.parent / "kept")
    first = read(plan, store)
    assert {"plan", "vision", "reading", "reading.csv"} <= set(made)
    store.settle()
    made.clear()
    same(first, read(plan, Store(plan.parent / "kept")))
    assert made == []


def test_one_edit_reads_one_group_again(plan, made, monkeypatch):
    monkeypatch.setattr(kept, "TOGETHER", 1)
    store = Store(None)
    read(plan, store)
    made.clear()
    page = plan / "content" / "pages" / "vision.es.md"
    page.write_text(page.read_text("utf-8") + "\nMás.\n", "utf-8")
    reading = read(plan, store)
    assert "vision" in made
    assert len(made) < 4
    assert reading.project.pages["vision"].body.texts["es"].endswith("Más.")


def test_another_file_of_the_same_name_is_another_digest(plan):
    before = read(plan).project.pages["vision"].source.digest
    shutil.copy(plan / "content/pages/before.md", plan / "content/pages/vision.md")
    assert before
    assert read(plan).project.pages["vision"].source.digest != before


def test_a_time_of_a_file_is_no_reason_to_read_it(plan, made):
    store = Store(None)
    read(plan, store)
    made.clear()
    for file in plan.rglob("*.md"):
        file.touch()
    read(plan, store)
    assert made == []


def test_a_new_language_is_missed_in_records_that_are_the_same(plan, monkeypatch):
    monkeypatch.setattr(kept, "TOGETHER", 1)
    store = Store(None)
    read(plan, store)
    file = plan / "content" / "plan.md"
    file.write_text(file.read_text("utf-8").replace("[en, es]", "[en, es, vi]"), "utf-8")
    found = read(plan, store)
    same(found, read(plan))
    assert any("vision.md" in p.place.path and "“vi”" in p.message for p in found.problems)


def test_what_cannot_be_read_is_tried_again(plan, monkeypatch):
    store, bytes_of = Store(None), files.bytes_of

    def closed(folder, path):
        if path.endswith("vision.es.md"):
            return None, [error(Place(path), "unreadable", "closed", "Open it.")]
        return bytes_of(folder, path)

    monkeypatch.setattr(files, "bytes_of", closed)
    assert any(problem.message == "closed" for problem in read(plan, store).problems)
    monkeypatch.undo()
    (plan / "content" / "pages" / "vision.es.md").write_bytes(b"")
    same(read(plan, store), read(plan))


def seen(folder):
    return {f"content/{path}": one for path, one in digests_of(str(folder / "content")).items()}


def test_what_was_seen_and_is_kept_is_not_opened_again(plan, tmp_path, monkeypatch):
    first = read(plan, Store(None))
    store = Store(tmp_path / "store")
    read(plan, store, seen(plan))
    store.settle()
    monkeypatch.setattr(files, "bytes_of", lambda *_: pytest.fail("a file was opened"))
    same(read(plan, Store(tmp_path / "store"), seen(plan)), first)


def test_a_file_that_is_saved_after_it_was_seen_is_kept_under_no_wrong_name(plan, tmp_path):
    before, page = seen(plan), next((plan / "content" / "pages").glob("*.md"))
    old = page.read_text("utf-8")
    page.write_text(f"{old}\nMore words.\n", "utf-8")
    store = Store(tmp_path)
    same(read(plan, store, before), read(plan, Store(None)))
    page.write_text(old, "utf-8")
    store.settle()
    assert before == seen(plan)
    same(read(plan, Store(tmp_path), before), read(plan, Store(None)))


def test_a_file_that_is_gone_after_it_was_seen_is_a_problem_as_ever(plan, monkeypatch):
    known = seen(plan)
    monkeypatch.setattr(
        files, "bytes_of", lambda _, path: (None, [error(Place(path), "a", "b", "c")])
    )
    found = read(plan, Store(None), known)
    assert {problem.rule for problem in found.problems} == {"a"}
