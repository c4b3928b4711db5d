import pytest

from planpress.model.problem import LISTED, Level
from planpress.read.catalogue import read_languages
from planpress.store import Store

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def write(folder, code, text, *, asked_for=""):
    file = folder / "locale" / code / "planpress.po"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    if asked_for:
        (folder / "locale/planpress.pot").write_text(HEADER + asked_for, "utf-8")
    return folder


def wanted(*messages, file="templates/page.html"):
    return "\n".join(f'#: {file}\nmsgid "{message}"\nmsgstr ""\n' for message in messages)


def test_the_words_of_a_project_are_laid_over_those_of_planpress(tmp_path):
    own = write(tmp_path / "own", "es", HEADER + 'msgid "Data"\nmsgstr "Cifras"\n')
    both = 'msgid "Data"\nmsgstr "Datos"\n\nmsgid "Home"\nmsgstr "Inicio"\n'
    house = write(tmp_path / "house", "es", HEADER + both, asked_for=wanted("Data", "Home"))
    languages, problems = read_languages(["en", "es"], "US", [own, house])
    assert problems == []
    assert [languages["es"].say(word) for word in ("Data", "Home")] == ["Cifras", "Inicio"]
    assert languages["en"].say("Data") == "Data"
    assert str(languages["es"].locale) == "es_US"


def test_english_needs_no_catalogue_but_may_have_one(tmp_path):
    own = write(tmp_path, "en", HEADER + 'msgid "Data"\nmsgstr "Numbers"\n', asked_for=wanted("Go"))
    languages, problems = read_languages(["en"], "US", [own])
    assert (languages["en"].say("Data"), problems) == ("Numbers", [])


def test_a_language_without_words_is_warned_of(tmp_path):
    languages, (problem,) = read_languages(["en", "vi"], "US", [tmp_path])
    assert (problem.level, problem.place.path) == (
        Level.WARNING,
        "templates/locale/vi/planpress.po",
    )
    assert languages["vi"].say("Data") == "Data"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nonsense\n", 5),
        ('msgid "a "b"\nmsgstr "c"\n', 5),
        ('#, python-format\nmsgid "a %(b)s"\nmsgstr "c %(d)s"\n', 6),
    ],
)
def test_a_broken_catalogue_is_a_problem_with_its_line(tmp_path, text, line):
    folder = write(tmp_path, "es", HEADER + text)
    languages, problems = read_languages(["es"], "US", [folder])
    assert {(p.rule, p.level, p.place.line) for p in problems} == {("catalogue", Level.ERROR, line)}
    assert languages["es"].say("a %(b)s") == "a %(b)s"


def test_a_language_that_nobody_knows_is_a_problem(tmp_path):
    folder = write(tmp_path, "xx", HEADER + 'msgid "a"\nmsgstr "b"\n')
    languages, problems = read_languages(["xx"], "US", [folder])
    assert languages == {}
    assert problems[-1].level is Level.ERROR
    assert "xx" in problems[-1].message


def test_missing_words_are_told_where_they_should_stand(tmp_path):
    words = 'msgid "Data"\nmsgstr "Datos"\n\nmsgid "Home"\nmsgstr ""\n'
    asked = wanted("Data", "Home") + wanted("Go on", file="templates/go.html")
    folder = write(tmp_path / "templates", "es", HEADER + words, asked_for=asked)
    (folder / "go.html").write_text("<p>\n{{ _('Go on') }}\n", "utf-8")
    _, problems = read_languages(["es"], "US", [folder])
    assert {(p.rule, p.level) for p in problems} == {("interface-words", Level.WARNING)}
    assert {str(p.place): p.message.split(" has ")[0] for p in problems} == {
        "templates/locale/es/planpress.po:9": "“Home”",
        "templates/go.html:2": "“Go on”",
    }


def test_of_many_missing_words_the_first_are_listed_and_the_rest_counted(tmp_path):
    names = [f"Word {number}" for number in range(LISTED + 7)]
    folder = write(tmp_path, "es", HEADER, asked_for=wanted(*names))
    _, problems = read_languages(["es"], "US", [folder])
    assert len(problems) == LISTED + 1
    assert any("… and 7 more" in problem.message for problem in problems)


def test_the_templates_of_a_project_need_words_too(tmp_path):
    own = tmp_path / "own/templates"
    own.mkdir(parents=True)
    (own / "page.html").write_text(
        "{{ _('Data') }}\n{% trans %}Ours\n  alone{% endtrans %}", "utf-8"
    )
    text = HEADER + 'msgid "Data"\nmsgstr "Datos"\n'
    house = write(tmp_path / "templates", "es", text, asked_for=wanted("Data"))
    _, (problem,) = read_languages(["es"], "US", [own, house])
    assert str(problem.place) == "templates/page.html:2"
    assert "“Ours alone”" in problem.message


def test_fuzzy_words_are_not_used(tmp_path):
    words = '#, fuzzy\n#| msgid "Date"\nmsgid "Data"\nmsgstr "Fecha"\n'
    folder = write(tmp_path, "es", HEADER + words, asked_for=wanted("Data"))
    languages, (problem,) = read_languages(["es"], "US", [folder])
    assert languages["es"].say("Data") == "Data"
    assert problem.place.line == 7
    assert "“Date”" in problem.message


MACHINE = '"X-Translated-By: machine\\n"\n'


@pytest.mark.parametrize(
    ("header", "reviewed"),
    [
        ("", True),
        (MACHINE, False),
        (MACHINE + '"X-Reviewed-By: Ana\\n"\n', False),
        (MACHINE + '"X-Reviewed-By: Ana\\n"\n"X-Reviewed-On: soon\\n"\n', False),
        (MACHINE + '"X-Reviewed-By: Ana\\n"\n"X-Reviewed-On: 2026-10-01\\n"\n', True),
    ],
)
def test_words_of_a_machine_wait_for_a_name_and_a_day(tmp_path, header, reviewed):
    text = HEADER.strip() + f'\n{header}\nmsgid "Data"\nmsgstr "Datos"\n'
    languages, problems = read_languages(["es"], "US", [write(tmp_path, "es", text)])
    assert languages["es"].reviewed is reviewed
    told = [("unreviewed-words", Level.WARNING, 4)]
    assert [(p.rule, p.level, p.place.line) for p in problems] == ([] if reviewed else told)


def test_what_was_examined_comes_from_the_store_until_something_changes(tmp_path, monkeypatch):
    text = HEADER + 'msgid "Data"\nmsgstr "Datos"\n\nmsgid "Home"\nmsgstr ""\n'
    folder = write(tmp_path / "templates", "es", text, asked_for=wanted("Data", "Home"))
    store = Store(tmp_path / "store")
    before, problems = read_languages(["es"], "US", [folder], store)
    with monkeypatch.context() as patched:
        patched.setattr("planpress.read.catalogue._examined", None)
        after, same = read_languages(["es"], "US", [folder], store)
    assert (after["es"].say("Data"), same) == (before["es"].say("Data"), problems)
    file = folder / "locale/es/planpress.po"
    file.write_text(text.replace('"Datos"', '"Cifras"'), "utf-8")
    changed, _ = read_languages(["es"], "US", [folder], store)
    assert changed["es"].say("Data") == "Cifras"
