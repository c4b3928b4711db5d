from pathlib import Path

import pytest

from planpress.publish import exchange
from planpress.publish.exchange import leftovers, mend, new_folder, spare_of, swap_in


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


@pytest.fixture(params=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)


def filled(output: Path) -> Path:
    new = new_folder(output)
    (new / "index.html").write_text("new")
    return new


@pytest.mark.usefixtures("way")
def test_the_new_folder_takes_the_place_of_the_old(output: Path) -> None:
    swap_in(filled(output), output)
    assert (output / "index.html").read_text() == "new"
    assert sorted(path.name for path in output.parent.iterdir()) == [".site.spare", "site"]
    assert (spare_of(output) / "index.html").read_text() == "old"


def test_the_first_folder(tmp_path: Path) -> None:
    swap_in(filled(tmp_path / "site"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_a_rename_that_fails_brings_the_old_folder_back(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    new = filled(output)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(13, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(PermissionError):
        swap_in(new, output)
    assert (output / "index.html").read_text() == "old"


def test_killed_between_the_two_renames(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    new = filled(output)
    rename = Path.rename
    done: list[Path] = []

    class Killed(BaseException):
        pass

    def dies(self: Path, target: Path) -> Path:
        if done:
            raise Killed
        done.append(self)
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dies)
        with pytest.raises(Killed):
            swap_in(new, output)
    assert not output.exists()
    assert [len(found) for found in leftovers(output)] == [1, 1]
    mend(output)
    assert (output / "index.html").read_text() == "old"
    assert leftovers(output) == ([], [])


def test_killed_after_the_swap(output: Path) -> None:
    aside = output.with_name(".site.old-abc")
    aside.mkdir()
    mend(output)
    assert (output / "index.html").read_text() == "old"
    assert not aside.exists()


def test_mending_touches_nothing_else(output: Path) -> None:
    others = [".site2.new-abc", ".site.newer", "site.new-abc"]
    for name in others:
        (output.parent / name).mkdir()
    (output.parent / ".site.new-file").write_text("")
    (output.parent / ".site.new-link").symlink_to(output)
    (output.parent / ".site.new-abc").mkdir()
    mend(output)
    assert sorted(path.name for path in output.parent.iterdir()) == sorted(
        [*others, "site", ".site.new-file", ".site.new-link"]
    )


def test_only_a_real_folder_is_brought_back(output: Path) -> None:
    output.rename(output.with_name("elsewhere"))
    output.with_name(".site.old-link").symlink_to("elsewhere")
    mend(output)
    assert not output.exists()


def test_nothing_to_mend(tmp_path: Path) -> None:
    mend(tmp_path / "missing" / "site")
    assert list(tmp_path.iterdir()) == []
