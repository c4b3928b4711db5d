"""`translate export` and `translate import`, as staff give them."""

import polib
import pytest
from conftest import PRIORITY, edited
from unit.exchange.plans import edit, plan

from planpress.cli import main

READING = "content/priorities/reading.md"


def run(*arguments):
    return main([str(argument) for argument in arguments])


@pytest.fixture
def stale():
    """A plan with one goal that was changed and one record that has no translation."""
    with plan({"content/indicators/grade-3.es.md": None}) as folder:
        assert run("translate", "accept", "--project", folder) == 0
        (folder / READING).write_text(edited(PRIORITY, "All read", "All read well"), "utf-8")
        yield folder


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ([], {"All read well", "Grade 3 reading", "Children in grade 3 who read well."}),
        (["--stale"], {"All read well"}),
        (["--missing"], {"Grade 3 reading", "Children in grade 3 who read well."}),
    ],
)
def test_what_goes_out(stale, tmp_path, capsys, asked, texts):
    file = tmp_path / "out" / "es.po"
    assert run("translate", "export", "es", *asked, "--output", file, "--project", stale) == 0
    assert {entry.msgid for entry in polib.pofile(str(file))} == texts
    told = capsys.readouterr().out
    assert str(file) in told
    assert f"{len(texts)} text" in told


def test_all_goes_out_and_xliff_too(stale, tmp_path, capsys):
    file = tmp_path / "es.xlf"
    arguments = ("translate", "export", "es", "--all", "--format", "xliff", "--output", file)
    assert run(*arguments, "--project", stale) == 0
    assert "11 good as they are" not in capsys.readouterr().out
    assert file.read_text("utf-8").count("<trans-unit") == 11


def test_without_a_file_it_is_printed(stale, capsys):
    capsys.readouterr()
    assert run("translate", "export", "es", "--project", stale) == 0
    assert 'msgid "All read well"' in capsys.readouterr().out


def test_what_cannot_be_meant_is_wrong_usage(stale, tmp_path, capsys):
    assert run("translate", "export", "fr", "--project", stale) == 2
    assert run("translate", "export", "en", "--project", stale) == 2
    assert run("translate", "import", tmp_path / "none.po", "--project", stale) == 2
    own = stale / "content/plan.md"
    before = own.read_bytes()
    assert run("translate", "export", "es", "--output", own, "--project", stale) == 2
    assert own.read_bytes() == before
    assert "not a language of this plan" in capsys.readouterr().err


def test_out_and_back(stale, tmp_path, capsys):
    file = tmp_path / "es.po"
    run("translate", "export", "es", "--output", file, "--project", stale)

    def translated(entry):
        entry.msgstr = entry.msgid.upper()
        entry.flags = []

    edit(file, translated)
    capsys.readouterr()
    assert run("translate", "import", file, "--machine", "--project", stale) == 0
    told = capsys.readouterr().out
    assert "content/indicators/grade-3.es.md" in told
    assert "2 files written: 3 fields and sections" in told
    new = (stale / "content/indicators/grade-3.es.md").read_text("utf-8")
    assert new.startswith("---\ntitle: GRADE 3 READING\n")
    assert "translated_by: machine" in new
    assert run("translate", "export", "es", "--output", file, "--project", stale) == 0
    assert "nothing to translate" in capsys.readouterr().out


def test_what_is_refused_is_told_and_ends_with_1(stale, tmp_path, capsys):
    file = tmp_path / "es.po"
    run("translate", "export", "es", "--output", file, "--project", stale)

    def translated(entry):
        entry.msgstr = "Sin número"
        entry.flags = []

    edit(file, translated)
    before = (stale / "content/priorities/reading.es.md").read_bytes()
    assert run("translate", "import", file, "--project", stale) == 1
    told = capsys.readouterr().err
    assert "number of the source is missing" in told
    assert "Nothing was written" in told
    assert (stale / "content/priorities/reading.es.md").read_bytes() == before
    assert not (stale / "content/indicators/grade-3.es.md").exists()


def test_errors_of_the_plan_come_first(stale, tmp_path, capsys):
    file = tmp_path / "es.po"
    run("translate", "export", "es", "--output", file, "--project", stale)
    (stale / READING).write_text("no front matter", "utf-8")
    assert run("translate", "import", file, "--project", stale) == 1
    assert run("translate", "export", "es", "--project", stale) == 1
    assert "front-matter" in capsys.readouterr().err
