import pytest

from planpress.model.problem import Level
from planpress.read.catalogue import read_languages

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def write(folder, code, text):
    file = folder / "locale" / code / "planpress.po"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return folder


def test_words_come_from_the_first_folder_that_has_them(tmp_path):
    own = write(tmp_path / "own", "es", HEADER + 'msgid "Data"\nmsgstr "Cifras"\n')
    house = write(tmp_path / "house", "es", HEADER + 'msgid "Data"\nmsgstr "Datos"\n')
    languages, problems = read_languages(["en", "es"], "US", [own, house])
    assert problems == []
    assert languages["es"].say("Data") == "Cifras"
    assert languages["en"].say("Data") == "Data"
    assert str(languages["es"].locale) == "es_US"


def test_a_language_without_words_is_warned_of(tmp_path):
    languages, (problem,) = read_languages(["en", "vi"], "US", [tmp_path])
    assert (problem.level, problem.place.path) == (
        Level.WARNING,
        "templates/locale/vi/planpress.po",
    )
    assert languages["vi"].say("Data") == "Data"


@pytest.mark.parametrize(
    "text", ["nonsense\n", '#, python-format\nmsgid "a %(b)s"\nmsgstr "c %(d)s"\n']
)
def test_a_broken_catalogue_is_a_problem_with_its_line(tmp_path, text):
    folder = write(tmp_path, "es", HEADER + text)
    _, problems = read_languages(["es"], "US", [folder])
    assert [(p.rule, p.level) for p in problems] == [("catalogue", Level.ERROR)]
    assert problems[0].place.line >= 5


def test_a_language_that_nobody_knows_is_a_problem(tmp_path):
    languages, problems = read_languages(["xx"], "US", [tmp_path])
    assert languages == {}
    assert problems[-1].level is Level.ERROR
    assert "xx" in problems[-1].message
