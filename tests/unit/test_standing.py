import os
from pathlib import Path

import pytest

from planpress.standing import scanned, standing


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a" / "empty").mkdir(parents=True)
    (tmp_path / "a" / "file").write_text("12345", "utf-8")
    (tmp_path / "a" / "file").chmod(0o640)
    (tmp_path / "link").symlink_to("a")
    os.utime(tmp_path / "a" / "file", ns=(1, 2))
    return tmp_path


def test_everything_is_found_and_links_are_not_followed(folder):
    assert set(scanned(str(folder))) == {"", "a/", "a/empty/", "a/file", "link"}


def test_a_file_stands_by_its_size_its_time_and_its_rights(folder):
    assert standing(scanned(str(folder)))["a/file"] == (5, 2, 0o100640)


def test_of_a_folder_the_rights_alone_count(folder):
    before = standing(scanned(str(folder)))
    (folder / "a" / "more").write_text("", "utf-8")
    (folder / "a" / "more").unlink()
    assert standing(scanned(str(folder))) == before
    (folder / "a").chmod(0o700)
    folder.chmod(0o750)
    changed = standing(scanned(str(folder)))
    assert {path for path in before if changed[path] != before[path]} == {"", "a/"}


def test_a_link_that_leads_elsewhere_stands_otherwise(folder):
    before = standing(scanned(str(folder)))
    (folder / "link").unlink()
    (folder / "link").symlink_to("a/file")
    assert standing(scanned(str(folder)))["link"] != before["link"]


def test_a_missing_folder_is_empty(folder):
    assert scanned(str(folder / "missing")) == {}


def test_what_is_removed_while_it_is_looked_at_was_never_there(folder, monkeypatch):
    lstat = os.lstat

    def removes(path):
        if path.endswith("file"):
            Path(path).unlink()
        return lstat(path)

    monkeypatch.setattr(os, "lstat", removes)
    assert set(scanned(str(folder))) == {"", "a/", "a/empty/", "link"}


def test_a_folder_that_cannot_be_read_is_an_error(folder):
    with pytest.raises(NotADirectoryError):
        scanned(str(folder / "a" / "file"))
