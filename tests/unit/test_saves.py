import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planpress.saves import Saves


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "site").mkdir()
    (tmp_path / "content" / "plan.md").write_text("plan")
    watched = [tmp_path / "content", tmp_path / "data", tmp_path / "single.md"]
    return Saves(watched, apart=tmp_path / "content" / "site")


def replaced(folder: Path) -> None:
    before = (folder / "content" / "plan.md").stat()
    (folder / "content" / "new").write_text("PLAN")
    os.utime(folder / "content" / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
    (folder / "content" / "new").replace(folder / "content" / "plan.md")


@pytest.mark.parametrize(
    "save",
    [
        lambda folder: (folder / "content" / "plan.md").write_text("longer"),
        lambda folder: (folder / "content" / "plan.md").unlink(),
        lambda folder: (folder / "content" / "pages" / "new.md").write_text(""),
        lambda folder: (folder / "data").mkdir() or (folder / "data" / "a.csv").write_text(""),
        lambda folder: (folder / "single.md").write_text(""),
        replaced,
    ],
)
def test_what_is_a_save(saves: Saves, tmp_path: Path, save: Callable[[Path], object]) -> None:
    before = saves.look()
    assert saves.look() == before
    save(tmp_path)
    assert saves.look() != before


@pytest.mark.parametrize(
    "path", ["site/index.html", ".git/index", ".plan.md.swp", "plan.md~", "#plan.md#", "~$a.xlsx"]
)
def test_what_is_none(saves: Saves, tmp_path: Path, path: str) -> None:
    before = saves.look()
    file = tmp_path / "content" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("x")
    assert saves.look() == before


def test_a_burst_is_one_save(saves: Saves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = tmp_path / "content" / "plan.md"
    texts = ["a", "bb", "ccc"]

    async def meanwhile(_: float) -> None:
        if texts:
            plan.write_text(texts.pop(0))

    monkeypatch.setattr(asyncio, "sleep", meanwhile)
    seen = asyncio.run(saves.after(saves.look()))
    assert plan.read_text() == "ccc"
    assert seen == saves.look()


def test_a_burst_without_end_is_cut_off(
    saves: Saves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = iter(range(1000))

    async def meanwhile(_: float) -> None:
        (tmp_path / "content" / "plan.md").write_text("x" * next(sizes))

    monkeypatch.setattr(asyncio, "sleep", meanwhile)
    asyncio.run(saves.after(saves.look()))
    assert next(sizes) < 100
