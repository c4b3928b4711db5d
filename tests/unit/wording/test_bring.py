from datetime import date
from pathlib import Path

import pytest
from polib import pofile

from planpress.options import ROOT, Options
from planpress.wording.bring import UnknownLanguage, bring

POT, SPANISH = "templates/locale/planpress.pot", "templates/locale/es/planpress.po"


def options(project):
    return Options(project=project, output=project / "site", today=date(2026, 10, 15))


def project(folder, template='<p>{{ _("Data") }} {{ _("Only ours") }}</p>\n'):
    page = folder / "templates/pages/own.html"
    page.parent.mkdir(parents=True)
    page.write_text(template, "utf-8")
    return folder


def read(folder, path):
    return pofile((folder / path).read_text("utf-8"))


def test_the_templates_of_a_project_get_a_catalogue_of_their_own(tmp_path):
    asked = options(project(tmp_path))
    brought = bring(asked, ["es"], write=True)
    assert [line.partition(":")[0] for line in brought.told] == [POT, SPANISH]
    assert [entry.msgid for entry in read(tmp_path, POT)] == ["Only ours"]
    spanish = read(tmp_path, SPANISH)
    assert spanish.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert [(entry.msgid, entry.msgstr) for entry in spanish] == [("Only ours", "")]
    assert (SPANISH, "interface-words") in {(p.place.path, p.rule) for p in brought.problems}


def test_a_check_writes_nothing(tmp_path):
    asked = options(project(tmp_path))
    assert bring(asked, ["es"], write=False).stale
    assert not (tmp_path / "templates/locale").exists()
    assert not bring(asked, ["es"], write=True).stale
    assert not bring(asked, [], write=False).stale


def test_words_of_planpress_that_a_project_says_otherwise_stay(tmp_path):
    asked = options(project(tmp_path))
    bring(asked, ["es"], write=True)
    file = tmp_path / SPANISH
    file.write_text(file.read_text("utf-8") + '\nmsgid "Data"\nmsgstr "Cifras"\n', "utf-8")
    bring(asked, ["es"], write=True)
    found = {e.msgid: (e.msgstr, e.obsolete) for e in read(tmp_path, SPANISH)}
    assert found == {"Only ours": ("", False), "Data": ("Cifras", False)}


def test_a_language_that_planpress_does_not_have_is_made_whole_in_the_project(tmp_path):
    bring(options(tmp_path), ["so"], write=True)
    asked_for = {(entry.msgctxt, entry.msgid) for entry in read(ROOT, POT)}
    made = read(tmp_path, "templates/locale/so/planpress.po")
    assert {(entry.msgctxt, entry.msgid) for entry in made} == asked_for
    assert not (tmp_path / POT).exists()


def test_how_a_po_editor_breaks_its_lines_does_not_matter(tmp_path):
    long = "word " * 40
    asked = options(project(tmp_path, f'{{{{ _("{long.strip()}") }}}}'))
    bring(asked, ["es"], write=True)
    file = tmp_path / SPANISH
    unwrapped = pofile(file.read_text("utf-8"), wrapwidth=0)
    file.write_text(str(unwrapped), "utf-8")
    before = file.read_bytes()
    assert not bring(asked, [], write=True).stale
    assert file.read_bytes() == before


def test_a_template_with_a_mistake_stops_it_with_its_place(tmp_path):
    brought = bring(options(project(tmp_path, "<p>\n{{ _('Data' }}")), ["es"], write=True)
    assert [str(p.place) for p in brought.problems] == ["templates/pages/own.html:2"]
    assert not (tmp_path / "templates/locale").exists()


def test_a_broken_catalogue_is_not_written_over(tmp_path):
    asked = options(project(tmp_path))
    bring(asked, ["es"], write=True)
    file = tmp_path / SPANISH
    file.write_text("nonsense\n", "utf-8")
    (problem,) = bring(asked, ["es"], write=True).problems
    assert (str(problem.place), problem.level) == (f"{SPANISH}:1", "error")
    assert file.read_text("utf-8") == "nonsense\n"


def test_a_language_that_nobody_knows_is_refused(tmp_path):
    with pytest.raises(UnknownLanguage, match="xx"):
        bring(options(project(tmp_path)), ["xx"], write=True)


def test_the_messages_of_planpress_come_from_its_templates_and_its_code():
    files = {Path(file).suffix for entry in read(ROOT, POT) for file, _ in entry.occurrences}
    assert files == {".py", ".html"}
