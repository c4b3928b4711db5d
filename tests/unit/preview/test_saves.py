"""What is a save is noticed, by an event or by a look; what editors do for themselves is not."""

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planpress.preview.saves import Saves

PATIENCE = 10


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "about.md").write_text("about")
    (tmp_path / "content" / "site").mkdir()
    (tmp_path / "content" / "plan.md").write_text("plan")
    watched = [tmp_path / "content", tmp_path / "data", tmp_path / "single.md"]
    return Saves(watched, apart=tmp_path / "content" / "site")


def replaced(folder: Path) -> None:
    before = (folder / "content" / "plan.md").stat()
    (folder / "content" / "new").write_text("PLAN")
    os.utime(folder / "content" / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
    (folder / "content" / "new").replace(folder / "content" / "plan.md")


def saved_as_vim_does(folder: Path) -> None:
    (folder / "content" / "4913").write_text("")
    (folder / "content" / "4913").unlink()
    (folder / "content" / "plan.md").rename(folder / "content" / "plan.md~")
    (folder / "content" / "plan.md").write_text("saved")
    (folder / "content" / "plan.md~").unlink()


def saved_as_gedit_does(folder: Path) -> None:
    (folder / "content" / ".goutputstream-1").write_text("saved")
    (folder / "content" / ".goutputstream-1").replace(folder / "content" / "plan.md")


def deleted_and_restored(folder: Path) -> None:
    shutil.copytree(folder / "content", folder / "kept")
    shutil.rmtree(folder / "content")
    (folder / "kept").rename(folder / "content")


SAVES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "content" / "plan.md").write_text("longer"),
    lambda folder: (folder / "content" / "plan.md").unlink(),
    lambda folder: (folder / "content" / "pages" / "new.md").write_text(""),
    lambda folder: (folder / "data").mkdir() or (folder / "data" / "a.csv").write_text(""),
    lambda folder: (folder / "single.md").write_text(""),
    lambda folder: (folder / "content" / "pages").rename(folder / "content" / "other"),
    lambda folder: shutil.rmtree(folder / "content"),
    replaced,
    saved_as_vim_does,
    saved_as_gedit_does,
    deleted_and_restored,
]


async def noticed(saves: Saves, folder: Path, *steps: Callable[[Path], object]) -> None:
    """Take each step when the one before was noticed; the saves are followed from the start."""
    saves.seen, heard = saves.look(), asyncio.Event()
    following = asyncio.create_task(saves.follow(heard.set))
    try:
        for step in steps:
            await asyncio.to_thread(step, folder)
            await asyncio.wait_for(heard.wait(), PATIENCE)
            heard.clear()
    finally:
        following.cancel()
        await asyncio.wait([following])


@pytest.mark.parametrize("save", SAVES)
def test_a_save_is_noticed(saves: Saves, tmp_path: Path, save: Callable[[Path], object]) -> None:
    asyncio.run(noticed(saves, tmp_path, save))


@pytest.mark.parametrize("save", SAVES)
def test_a_save_is_noticed_by_polling(
    saves: Saves, tmp_path: Path, save: Callable[[Path], object]
) -> None:
    saves.polling = True
    asyncio.run(noticed(saves, tmp_path, save))


@pytest.mark.parametrize("name", ["content", "data"])
def test_a_folder_that_comes_back_is_followed_again(
    saves: Saves, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / name
    folder.mkdir(exist_ok=True)
    (folder / "y.md").write_text("y")
    asyncio.run(
        noticed(
            saves,
            tmp_path,
            lambda _: shutil.rmtree(folder),
            lambda _: (folder / "deep").mkdir(parents=True) or (folder / "x.md").write_text("x"),
            lambda _: (folder / "deep" / "x.md").write_text("a"),
            lambda _: (folder / "deep" / "x.md").write_text("bb"),
        )
    )


def test_a_folder_in_the_place_of_another_is_followed(saves: Saves, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(content, tmp_path / "other")

    def exchanged(_: Path) -> None:
        content.rename(tmp_path / "old")
        (tmp_path / "other").rename(content)

    asyncio.run(
        noticed(saves, tmp_path, exchanged, lambda _: (content / "plan.md").write_text("in it"))
    )


def test_without_events_saves_are_seen_by_looking(
    saves: Saves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(*_: object, **__: object):
        while True:
            await asyncio.sleep(0)
            yield set()

    monkeypatch.setattr("planpress.preview.saves.awatch", none)
    monkeypatch.setattr("planpress.preview.saves.LOOK_EVERY", 0)
    monkeypatch.setattr("planpress.preview.saves.SHARE", 0)
    asyncio.run(noticed(saves, tmp_path, *SAVES[:3]))


def test_where_the_system_refuses_events_files_are_polled(
    saves: Saves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def refused(*paths: object, force_polling: bool | None, **more: object):
        asked.append(force_polling)
        if not force_polling:
            raise OSError(28, "no space left on device: too many watches")
        return real(*paths, force_polling=force_polling, **more)

    real = __import__("watchfiles").awatch
    monkeypatch.setattr("planpress.preview.saves.awatch", refused)
    asyncio.run(noticed(saves, tmp_path, SAVES[0], SAVES[2]))
    assert asked[:2] == [None, True]


def test_what_an_event_told_of_is_not_told_again_by_a_look(saves: Saves, tmp_path: Path) -> None:
    saves.seen = saves.look()
    for save in (*SAVES[1:5], SAVES[6]):
        save(tmp_path)
    told = ["content/plan.md", "content/pages", "content/other", "data", "data/a.csv", "single.md"]
    saves._note(str(tmp_path / path) for path in told)
    assert saves.seen == saves.look() != {}


@pytest.mark.parametrize("save", SAVES)
def test_what_is_a_save(saves: Saves, tmp_path: Path, save: Callable[[Path], object]) -> None:
    before = saves.look()
    assert saves.look() == before
    save(tmp_path)
    assert saves.look() != before


@pytest.mark.parametrize(
    "path",
    ["site/index.html", ".git/index", ".plan.md.swp", "plan.md~", "#plan.md#", "~$a.xlsx", "4913"],
)
def test_what_is_none(saves: Saves, tmp_path: Path, path: str) -> None:
    before = saves.look()
    file = tmp_path / "content" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("x")
    assert saves.look() == before
    assert not saves._counts(str(file))
    assert saves._counts(str(tmp_path / "content"))
    assert saves._counts(str(tmp_path / "content" / "pages"))
