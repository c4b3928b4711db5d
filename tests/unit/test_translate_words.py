"""The command that lists the words of the interface and brings its catalogues up to date."""

import pytest

from planpress.cli import DONE, PROBLEMS, USAGE, main


@pytest.fixture
def project(tmp_path):
    page = tmp_path / "templates/pages/own.html"
    page.parent.mkdir(parents=True)
    page.write_text('{{ _("Only ours") }}\n', "utf-8")
    return tmp_path


def words(project, *asked):
    return main(["translate", "words", "--project", str(project), *asked])


def test_a_catalogue_is_checked_then_written(project, capsys):
    assert words(project, "es", "--check") == PROBLEMS
    told = capsys.readouterr()
    assert "templates/locale/es/planpress.po: 1 new, 0 changed, 0 not used any more" in told.out
    assert "python3 build.py translate words" in told.err
    assert words(project, "es") == DONE
    assert words(project, "--check") == DONE
    assert "“Only ours” has no words in this language" in capsys.readouterr().err


def test_missing_words_stop_a_strict_one(project):
    assert words(project, "es", "--strict") == PROBLEMS


def test_an_unknown_language_is_wrong_usage(project, capsys):
    assert words(project, "xx") == USAGE
    assert "“xx” is a language that CLDR does not know" in capsys.readouterr().err
