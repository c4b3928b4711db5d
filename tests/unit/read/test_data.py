import os

import pytest

from planpress.read.data import read_data
from planpress.read.text import LARGEST

GOOD = "period,value\n2023-24,51.5\n"


@pytest.fixture
def data(tmp_path):
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def faults(data):
    return [(p.place.path, p.rule, p.message, p.hint) for p in read_data(data.parent)[2]]


def test_a_project_without_data_has_none(tmp_path):
    assert read_data(tmp_path) == ({}, {}, [])


def test_files_are_named_after_their_measures_whatever_the_case_of_their_ends(data):
    (data / "grade-3.CSV").write_text(GOOD)
    (data / "README.md").write_text("Where the numbers come from")
    (data / ".hidden").write_text("x")
    (data / "~$grade-3.xlsx").write_text("Excel has it open")
    (data / "older").mkdir()
    series, files, problems = read_data(data.parent)
    assert problems == []
    assert files == {"grade-3": "data/grade-3.CSV"}
    assert series["grade-3"].observations[0].path == "data/grade-3.CSV"


@pytest.mark.parametrize("name", ["x.xls", "x.ods", "x.tsv", "x.csv.bak"])
def test_other_files_are_named(data, name):
    (data / name).write_text(GOOD)
    ((path, rule, message, hint),) = faults(data)
    assert (path, rule) == (f"data/{name}", "file-name")
    assert "neither a CSV file nor an Excel workbook" in message
    assert "CSV UTF-8" in hint


def test_a_folder_with_the_name_of_a_file_is_named(data):
    (data / "x.csv").mkdir()
    ((path, rule, message, hint),) = faults(data)
    assert (path, rule) == ("data/x.csv", "file-name")
    assert "folder" in message
    assert "remove the folder" in hint


@pytest.mark.parametrize("target", ["elsewhere.csv", "nowhere.csv", "."])
def test_a_link_to_another_place_is_not_followed(data, tmp_path, target):
    (tmp_path / "elsewhere.csv").write_text(GOOD)
    (data / "x.csv").symlink_to(tmp_path / target)
    ((path, rule, message, hint),) = faults(data)
    assert (path, rule) == ("data/x.csv", "file-link")
    assert "link" in message
    assert "Put the file itself here" in hint


def test_a_file_that_is_too_large_is_not_read(data):
    with (data / "x.csv").open("wb") as file:
        file.truncate(2 * LARGEST)  # a hole: it takes no room on the disk
    ((path, rule, message, hint),) = faults(data)
    assert (path, rule) == ("data/x.csv", "too-large")
    assert "200 MB" in message
    assert "keep only the rows" in hint


def test_a_file_that_may_not_be_read_is_named(data, monkeypatch):
    (data / "x.csv").write_text(GOOD)

    def refused(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    ((path, rule, message, hint),) = faults(data)
    assert (path, rule) == ("data/x.csv", "unreadable")
    assert "Permission denied" in message
    assert "you may read it" in hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(data):
    os.mkfifo(data / "x.csv")
    ((_, rule, message, _),) = faults(data)
    assert (rule, message) == ("unreadable", "this is not a file")


def test_two_files_of_one_measure_are_an_error(data):
    (data / "x.csv").write_text(GOOD)
    (data / "x.xlsx").write_bytes(b"PK")
    series, files, problems = read_data(data.parent)
    assert list(series) == ["x"]
    assert files == {"x": "data/x.csv"}
    assert [(p.place.path, p.rule) for p in problems] == [("data/x.xlsx", "two-files")]
    assert "data/x.csv" in problems[0].message
