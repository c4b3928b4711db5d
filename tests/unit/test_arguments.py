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
