from pathlib import Path

import pytest

from planpress.arguments import checked, parser


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], ""),
        (["refresh", "--report"], ""),
        (["refresh", "x.csv", "--indicator", "a"], ""),
        (["refresh"], "name the FILE"),
        (["refresh", "x.csv"], "--indicator"),
        (["refresh", "x.csv", "--report"], "takes no file"),
        (["refresh", "--report", "--write"], "takes no file"),
    ],
)
def test_options_that_do_not_go_together(arguments, said):
    found = checked(parser(Path("here")).parse_args(arguments))
    assert said in found
    assert bool(found) == bool(said)


def test_the_project_is_the_usual_one_before_and_after_the_command(tmp_path):
    folder = str(tmp_path)
    read = parser(Path("here")).parse_args
    assert read(["check"]).project == Path("here")
    assert (
        read(["--project", folder, "check"]).project == read(["check", "--project", folder]).project
    )
    assert (read([]).command, read(["record"]).command) == ("build", "record")


def test_jobs_and_executor_are_read():
    read = parser(Path("here")).parse_args
    assert (read([]).jobs, read([]).executor) == (None, None)
    asked = read(["serve", "--jobs", "3", "--executor", "dask://host.example:8786"])
    assert (asked.jobs, asked.executor) == (3, "dask://host.example:8786")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--jobs", "0"],
        ["--jobs", "-1"],
        ["--jobs", "all"],
        ["--executor", "host:8786"],
        ["--executor", "dask://host"],
        ["--executor", "dask://"],
    ],
)
def test_jobs_and_executors_that_cannot_be(arguments, capsys):
    with pytest.raises(SystemExit):
        parser(Path("here")).parse_args(arguments)
    assert " is not " in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [[], ["--quiet"], ["check", "--format", "json"], ["translate", "accept", "a", "b"]]
)
def test_only_the_command_among_the_words_gets_its_options(words):
    whole = parser(Path("here"), words)
    assert whole.parse_args(words) == parser(Path("here")).parse_args(words)
    with pytest.raises(SystemExit):
        whole.parse_args(["record", "--quiet"])
