import json
import re
from dataclasses import replace
from gettext import NullTranslations

import pytest
from unit.render.sample import SERIES, indicator, row, site
from unit.render.sample import words as worded
from unit.render.speaking import real, say

from planpress.model.language import Language
from planpress.model.series import Series
from planpress.render.explorer_facts import numerals
from planpress.render.explorer_words import words

BLOCK = re.compile(r'<script type="application/json">(.*)</script>', re.DOTALL)


def told(code="en", made=None, path="explore/"):
    """Return what the data block holds."""
    found = BLOCK.fullmatch(say("{{ explorer_facts() }}", code, path=path, made=real(made)))
    assert found
    return json.loads(found[1])


def test_it_holds_no_result():
    found = json.dumps(told())
    for number in ("50.1", "54", "400"):
        assert number not in found


def test_it_names_every_period_that_may_be_shown():
    found = told()["periods"]
    assert {text: name for text, (name, *_) in found["school year"].items()} == {
        "2022-23": "2022–23",
        "2023-24": "2023–24",
        "2026-27": "2026–27",
    }
    assert told()["forms"] == {"grade-3": "school year"}


def test_what_is_written_alike_but_is_not_the_same_is_kept_apart():
    months = Series(indicator="m", observations=(row("2011-10", "5"), row("2011-11", "5")))
    years = Series(indicator="grade-3", observations=(row("2011-12", "5"),))
    made = site(indicators={"grade-3": indicator(), "m": indicator("m")})
    found = told(made=replace(made, series={"grade-3": years, "m": months}))
    assert found["forms"] == {"grade-3": "school year", "m": "month"}
    assert found["periods"]["month"]["2011-10"][0] == "October 2011"


@pytest.mark.parametrize(
    "written",
    [
        ("2022-23", "2023-24", "2024-25"),
        ("2022", "2023", "2024"),
        ("2023-Q4", "2024-Q1", "2024-Q2"),
        ("2023-12", "2024-01", "2024-02"),
    ],
)
def test_equal_periods_lie_evenly_apart(written):
    series = Series(indicator="grade-3", observations=tuple(row(one, "5") for one in written))
    made = replace(site(), series={"grade-3": series}, assessments=site().assessments)
    (periods,) = (of for of in told(made=made)["periods"].values() if written[0] in of)
    first, second, third = (periods[one] for one in written)
    assert [second[1] - first[1], third[1] - second[1]] == [1, 1]
    assert second[2] - first[2] == pytest.approx(third[2] - second[2], abs=0.002)


def test_a_school_year_lies_in_the_middle_of_its_months():
    _, number, at = told()["periods"]["school year"]["2023-24"]
    assert number == 2023
    assert at == pytest.approx(2024.0, abs=0.01)


def test_it_finds_the_files_from_every_language():
    assert told()["files"] == "../api/indicators/"
    assert told("es")["files"] == "../../api/indicators/"


@pytest.mark.parametrize(
    ("code", "kind", "above", "below"),
    [
        ("en", "percent", "{}%", "−{}%"),
        ("es", "percent", "{}%", "−{}%"),
        ("en", "dollars", "${}", "−${}"),
        ("vi", "percent", "{}%", "−{}%"),
        ("de", "percent", "{}\xa0%", "−{}\xa0%"),
    ],
)
def test_the_patterns_are_those_of_the_language(code, kind, above, below):
    assert numerals(Language.of(code, "US", NullTranslations()))[kind] == [above, below]


def test_digits_and_signs_are_those_of_the_language():
    found = numerals(Language.of("ar-EG", "US", NullTranslations()))
    assert (found["digits"], found["decimal"], found["group"]) == ("٠١٢٣٤٥٦٧٨٩", "٫", "٬")
    assert numerals(Language.of("hi", "IN", NullTranslations()))["sizes"][:2] == [3, 2]
    assert numerals(Language.of("en", "US", NullTranslations()))["grouped_from"] == 4


def test_every_hole_of_a_message_has_a_name():
    for message in words(Language.of("en", "US", NullTranslations())).values():
        assert "%" not in re.sub(r"%\(\w+\)s", "", message)


def test_no_text_ends_the_block():
    odd = indicator(title=worded("</script>"))
    assert told(made=replace(site(indicators={"grade-3": odd}), series={"grade-3": SERIES}))
