import pytest

from planpress.read.interface_words import (
    BrokenCatalogue,
    catalogue,
    compiled,
    faults,
    forms_in,
    plural_forms,
)

ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5);"
)


def text(words, plural="nplurals=2; plural=(n != 1);"):
    return f'msgid ""\nmsgstr ""\n"Plural-Forms: {plural}\\n"\n\n{words}'


def told(words, locale="es", **header):
    return [
        (fault.place.line, fault.message)
        for fault in faults(catalogue("x.po", text(words, **header)), locale)
    ]


def counted(*forms):
    said = "\n".join(f'msgstr[{at}] "{form}"' for at, form in enumerate(forms))
    return f'msgid "one %(thing)s"\nmsgid_plural "%(count)s %(thing)s"\n{said}\n'


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("b %(a)s", None),
        ("b", "%(a)s is lost"),
        ("b %(a)s %(c)s", "%(c)s is not one of its values"),
        ("100 % b %(a)s", "a % sign that is no value should be written %%"),
        ("<b>%(a)s</b>", "its tags are not those of the English words"),
        ("", None),
    ],
)
def test_values_and_tags_are_kept(translation, fault):
    found = told(f'msgid "a %(a)s"\nmsgstr "{translation}"\n')
    assert found == ([(5, f"the words do not fit “a %(a)s”: {fault}")] if fault else [])


@pytest.mark.parametrize(
    ("forms", "faults_found"),
    [
        (("un %(thing)s", "%(count)s %(thing)s"), []),
        (("un", "%(count)s %(thing)s"), ["%(thing)s is lost"]),
        (("un %(thing)s", "muchos %(thing)s"), ["%(count)s is lost"]),
        (("%(thing)s", "%(count)s %(thing)s", ""), ["there are 2 plural forms, this is one more"]),
    ],
)
def test_only_the_form_of_one_number_may_leave_the_number_out(forms, faults_found):
    assert [message.rpartition("”: ")[2] for _, message in told(counted(*forms))] == faults_found


def test_a_form_for_all_numbers_says_the_number():
    only = {"plural": "nplurals=1; plural=0;", "locale": "vi"}
    assert told(counted("%(count)s %(thing)s"), **only) == []
    assert "%(count)s is lost" in told(counted("%(thing)s"), **only)[0][1]


@pytest.mark.parametrize(
    ("locale", "stated", "right"),
    [
        ("es", "nplurals=2; plural=n!=1;", True),
        ("es", "nplurals=2; plural=n>1;", False),
        ("es", "nplurals=1; plural=0;", False),
        ("es", "nplurals=2; plural=n/0;", False),
        ("es", "something", False),
        ("ar", ARABIC, True),
        ("ar", "nplurals=2; plural=n!=1;", False),
        ("vi", "nplurals=1; plural=0;", True),
    ],
)
def test_the_plural_rule_is_that_of_the_language(locale, stated, right):
    found = told("", locale, plural=stated)
    assert (found == []) is right
    assert all(line == 3 for line, _ in found)


@pytest.mark.parametrize(("locale", "forms"), [("es", 2), ("ar", 6), ("vi", 1), ("zh_Hant", 1)])
def test_a_new_catalogue_gets_the_rule_of_its_language(locale, forms):
    assert len(forms_in(plural_forms(locale))) == forms


def test_compiled_are_only_words_that_are_whole_and_certain():
    words = 'msgid "a"\nmsgstr "á"\n\n#, fuzzy\nmsgid "b"\nmsgstr "bé"\n\n' + counted(
        "un %(thing)s", ""
    )
    binary = compiled(catalogue("x.po", text(words)), "es")
    assert "á".encode() in binary
    assert "bé".encode() not in binary
    assert b"un %(thing)s" not in binary


def test_what_is_no_catalogue_is_told_with_its_line():
    with pytest.raises(BrokenCatalogue) as broken:
        catalogue("x.po", text('msgid "a"\nwords\n'))
    assert broken.value.problem.place.line == 6
