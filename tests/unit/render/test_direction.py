import re
from dataclasses import replace
from decimal import Decimal
from gettext import NullTranslations

import pytest
from lxml import html
from unit.render.sample import words
from unit.render.speaking import real, say

from planpress.model.language import Language
from planpress.model.words import Words


def spoken(*codes):
    """Return the small site in some languages; the words of the interface stay English."""
    made = real()
    project = made.project
    plan = project.plan.model_copy(update={"languages": codes})
    return replace(
        made,
        project=replace(project, plan=plan),
        languages={code: Language.of(code, "US", NullTranslations()) for code in codes},
    )


def test_words_in_another_language_run_their_own_way():
    made = spoken("en", "es", "ar")
    title = words("Who leads.", "Quién dirige.")
    assert say("{{ w | said }}", "es", made=made, w=title) == "Quién dirige."
    assert (
        say("{{ w | said }}", "ar", made=made, w=title)
        == '<span lang="en" dir="ltr">Who leads.</span>'
    )
    only = Words({"ar": "من يقود؟"})
    assert (
        say("{{ w | said }}", "en", made=made, w=only)
        == '<span lang="ar" dir="rtl">من يقود؟</span>'
    )
    english = Words({"en": "Who leads."})
    assert say("{{ w | said }}", "es", made=made, w=english) == '<span lang="en">Who leads.</span>'


def test_attributes_of_a_language_name_the_direction_only_where_it_turns():
    made = spoken("en", "es", "ar")
    line = "<p{{ spoken_in(other) }}>"
    assert say(line, "es", made=made, other="en") == '<p lang="en">'
    assert say(line, "ar", made=made, other="en") == '<p lang="en" dir="ltr">'
    assert say(line, "ar", made=made, other="ar") == say(line, "ar", made=made, other="") == "<p>"
    assert say(line, "ar", made=made, other="fr") == '<p lang="fr">'


def test_a_telephone_number_is_kept_from_left_to_right():
    made = spoken("en", "ar")
    line = "{{ text | ltr }}"
    assert say(line, "en", made=made, text="555-0100 <1>") == "555-0100 &lt;1&gt;"
    assert (
        say(line, "ar", made=made, text="555-0100 <1>") == '<bdi dir="ltr">555-0100 &lt;1&gt;</bdi>'
    )


@pytest.mark.parametrize(
    ("code", "sheet"),
    [
        ("en", ""),
        ("es", ""),
        ("ar", "fonts/arabic.css"),
        ("fa", "fonts/arabic.css"),
        ("ur-PK", "fonts/arabic.css"),
        ("vi", "fonts/latin.css"),
        ("pl", "fonts/latin.css"),
        ("am", ""),
        ("uk", ""),
        ("zh-Hant", ""),
    ],
)
def test_a_sheet_of_letters_is_for_pages_that_need_it(code, sheet):
    assert say("{{ font_sheet() }}", code, made=spoken("en", code)) == sheet


def menu(made, code):
    text = say('{% include "parts/languages.html" %}', code, "data/", made)
    return html.fromstring(f"<div>{text}</div>")


@pytest.mark.parametrize("codes", [("en", "es"), ("en", "es", "ar")])
def test_up_to_three_languages_are_links_to_the_others(codes):
    for here in codes:
        found = menu(spoken(*codes), here)
        assert not found.xpath("//details")
        links = found.xpath("//nav[@aria-label='Languages']//a")
        assert [link.get("lang") for link in links] == [code for code in codes if code != here]
        assert not found.xpath("//*[@aria-current]")


def test_more_languages_stand_in_a_menu_with_the_current_one_marked():
    codes = ("en", "es", "ar", "vi")
    for here in codes:
        found = menu(spoken(*codes), here)
        assert [s.text for s in found.xpath("//details/summary")] == ["Languages"]
        links = found.xpath("//details/nav[@aria-label='Languages']//a")
        assert [(link.get("hreflang"), link.get("lang")) for link in links] == [
            (code, code) for code in codes
        ]
        assert [link.text for link in links] == ["English", "Español", "العربية", "Tiếng Việt"]
        assert [link.get("dir") for link in links] == ["ltr", "ltr", "rtl", "ltr"]
        assert [a.get("lang") for a in found.xpath("//a[@aria-current='true']")] == [here]


def test_a_sum_is_kept_in_its_order():
    made = spoken("en", "ar")
    line = '{% from "parts/working.html" import taken with context %}{{ taken(a, b, i, false) }}'
    found = made.project.indicators[min(made.project.indicators)]
    made_of = {"a": Decimal(50), "b": Decimal(53), "i": found}
    plain = say(line, "en", made=made, **made_of)
    assert "<bdi" not in plain
    assert re.fullmatch(r'<bdi dir="ltr">.*−.*</bdi>', say(line, "ar", made=made, **made_of))
