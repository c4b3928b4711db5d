"""Leaks are found whatever the digits and signs of the language that they are written in."""

from gettext import NullTranslations

import pytest
from unit.assess.measures import languages
from unit.audit.planted import SAFE, page, plan, table

from planpress.audit.names import folded
from planpress.audit.site import audit
from planpress.model.language import Language

EGYPT, PERSIAN, VIETNAMESE = (
    Language.of(code, territory, NullTranslations())
    for code, territory in (("ar", "EG"), ("fa", "IR"), ("vi", "US"))
)
GRID = "<table><tr><th>Who</th><th>Result {}</th></tr><tr><td>Female</td><td>{}</td></tr></table>"


def leaks(body: str, language: Language) -> list[str]:
    files = table(*SAFE), page(body, f"{language.code}/indicators/reading/index.html")
    found = audit(files, plan(), languages() | {language.code: language})
    return [str(problem.message) for problem in found]


@pytest.mark.parametrize(
    ("language", "period", "hidden", "shown"),
    [
        (EGYPT, "٢٠٢٣–٢٤", "٧٠٫٥٪\u061c", "٦٢٫٠٪\u061c"),
        (PERSIAN, "۲۰۲۳–۲۴", "\u200e۷۰٫۵٪", "\u200e۶۲٫۰٪"),
        (VIETNAMESE, "2023–24", "70,5%", "62,0%"),
    ],
    ids=["ar", "fa", "vi"],
)
def test_a_hidden_number_is_found_in_tables_and_texts(language, period, hidden, shown):
    assert any("Female" in told for told in leaks(GRID.format(period, hidden), language))
    assert any("Female" in told for told in leaks(f"<p>Female: {hidden}.</p>", language))
    assert any("Female" in told for told in leaks(f'<p title="Female {hidden}"></p>', language))
    assert leaks(f"<p>{shown} {period}</p>", language) == []


@pytest.mark.parametrize("mark", ["؟", "؛", "."])
def test_arabic_punctuation_ends_a_clause(mark):
    assert leaks(f"<p>Female{mark} ٧٠٫٥ Oak School</p>", EGYPT) == []


@pytest.mark.parametrize(
    ("language", "period", "wrong", "right"),
    [(EGYPT, "٢٠٢٢–٢٣", "٦٧٫٠٪", "٦٦٫٠٪"), (VIETNAMESE, "2022–23", "67,0%", "66,0%")],
    ids=["ar", "vi"],
)
def test_a_table_that_says_another_result_than_the_data_is_found(language, period, wrong, right):
    heads = "<tr><th>Period</th><th>Who</th><th>Value</th></tr>"
    row = f"<tr><th>{period}</th><td>Female</td><td>{{}}</td></tr>"
    grid = f"<table><thead>{heads}</thead>{row}</table>"
    assert leaks(grid.format(right), language) == []
    assert leaks(grid.format(wrong), language) != []


def test_a_text_is_folded_to_one_notation():
    assert folded("\u200e−١٬٢٣٤٫٥٪\u061c") == "-1,234.5%"
    assert folded("2025–\u206026") == "2025-26"
    assert folded("ABC 1\u202f234") == "abc 1234"
