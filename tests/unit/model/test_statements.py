"""What a text states is the same in every language in which it is written."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.statement_differences import differences
from planpress.model.statements import stated

LOCALES = ("en_US", "es_US", "es", "ar", "ar_EG", "vi", "de", "pt_BR", "so")

NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2) | st.integers(0, 10**7).map(Decimal)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def keys(text, locale="en_US", kind="numbers"):
    return [one.key for one in getattr(stated(text, Locale.parse(locale)), kind)]


def apart(source, target, here="en_US", there="es_US"):
    """Return kind, what is lost and what is added of each difference."""
    found = differences(stated(source, Locale.parse(here)), stated(target, Locale.parse(there)))
    return [(str(d.kind), [one.key for one in d.lost], [one.key for one in d.added]) for d in found]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("84.6% of 12,345", "en_US", ["84.6", "12345"]),
        ("84,6 % de 12.345", "es", ["84.6", "12345"]),
        ("1.234,5 y 1,234.5", "es", ["1234.5", "1234.5"]),
        ("1,234.5 and 1.234,5 and 84,6", "en_US", ["1234.5", "1234.5", "84.6"]),
        ("٨٤٫٦٪ من ١٢٬٣٤٥", "ar_EG", ["84.6", "12345"]),
        ("$1,200 and $2.6 billion, 5 million", "en_US", ["1200", "2600000000", "5000000"]),
        ("1.200 $, 2.600 millones, 85 mil", "es", ["1200", "2600000000", "85000"]),
        ("2024–25, 2024-2025, 2024/25 and 2019–2024", "en_US", ["2024-25"] * 3 + ["2019", "2024"]),
        ("10–19, 10-19, -5, −5, (-5)", "en_US", ["10", "19", "10", "19", "-5", "-5", "-5"]),
        ("½, 1/2, 2½ and 2 1/2; 24/7", "en_US", ["0.5", "0.5", "2.5", "2.5", "24", "7"]),
        ("3rd, 3.º, 3.er, 3.ª", "es_US", ["3"] * 4),
        ("2:30 p. m., 2:30 PM, 14:30, 7 a.m.", "es_US", ["14:30"] * 3 + ["7:00"]),
        ("303-555-0100 or (303) 555-0100 or +1 303-555-0100", "en_US", ["tel:3035550100"] * 3),
        ("K-12, Algebra 1, R1", "en_US", ["12", "1", "1"]),
        ("1.50 and 1.5, 007", "en_US", ["1.5", "1.5", "7"]),
        ("12345678901234567890123456789012.5", "en_US", ["12345678901234567890123456789012.5"]),
        ("in grades 3, 4 and 5. In 2024.", "en_US", ["3", "4", "5", "2024"]),
        ("1. One\n2. Two\n\n10. Ten\n\nin grade\n12. No", "en_US", ["12"]),
        ("1&nbsp;000 &#8211; `5` <b id=6>7</b>", "de", ["1", "0", "7"]),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(text, locale, expected):
    assert keys(text, locale) == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        (
            "July 1, 2023; Oct. 3; May 2024; 4th of March 2024",
            "en_US",
            "2023-07-01 --10-03 2024-05 2024-03-04",
        ),
        ("1 de julio de 2023; 3 de oct.; mayo del 2024", "es_US", "2023-07-01 --10-03 2024-05"),
        ("1.º de julio de 2023", "es_US", "2023-07-01"),
        ("١ يوليو ٢٠٢٣ وفي أغسطس", "ar", "2023-07-01 --08"),
        ("ngày 1 tháng 12, 2023; tháng 1 năm 2024", "vi", "2023-12-01 2024-01"),
        ("2023-07-01, 7/1/2023", "en_US", "2023-07-01 2023-07-01"),
        ("2023-07-01, 1/7/2023", "es_US", "2023-07-01 2023-07-01"),
        ("We may march in May. July 40, 2023 is no day", "en_US", "--05"),
        ("In October 853 students", "en_US", "--10"),
    ],
)
def test_dates_are_read_by_the_months_of_the_language(text, locale, expected):
    assert keys(text, locale, "dates") == expected.split()


@pytest.mark.parametrize("text", ["## A", "Text\n\n## A", "A\n---", "A\n===\n\nText"])
def test_headings_are_read(text):
    assert len(stated(text, Locale.parse("en_US")).headings) == 1
    assert stated(text, Locale.parse("en_US"), headed=False).headings == ()


def test_marks_of_markdown_are_read():
    text = (
        '# One\n\nTwo\n---\n\n[a](/x/ "t 5") ![b 6](p-7.png) [c][ref] <https://h.org/8> me@h.org\n'
        "and https://h.org/9.\n\n{{ chart x-1 }}\n\n`code 2` ``a`b``[^n3]\n\n[^n3]: Note 4.\n"
        "[ref]: /y/#z\n*[CMAS]: Test 10\n\n```\n# no 11\n[no](/no/)\n```\n"
        '<a href="/h/12">h</a> <!-- 13 --> {: #id-14 }\n'
    )
    found = stated(text, Locale.parse("en_US"))
    assert [one.key for one in found.headings[:2]] == ["1", "2"]
    assert [one.line for one in found.headings[:2]] == [0, 2]
    expected = "/x/ /y/#z https://h.org/8 mailto:me@h.org https://h.org/9 /h/12"
    assert [one.key for one in found.links] == expected.split()
    assert [one.key for one in found.pictures] == ["p-7.png"]
    assert [one.key for one in found.shortcodes] == ["chart x-1"]
    assert [one.key for one in found.codes] == ["code 2", "a`b"]
    assert [one.key for one in found.notes] == ["n3", "n3:"]
    assert [one.key for one in found.numbers] == ["6", "4"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("third grade, two schools, four priorities", "3.er grado, 2 escuelas, cuatro prioridades"),
        ("grade 5, 1 school, 12th graders", "quinto grado, una escuela, grado 12"),
        ("July 1–5, 2023", "del 1 al 5 de julio de 2023"),
        ("25 years", "veinticinco años"),
        ("thirty-five schools", "35 escuelas"),
        ("Plan 2025", "Plan 2025 («Plan 2025»)"),
        ("at 7:00 p.m.", "a las 7 de la noche"),
        ("seniors", "estudiantes del grado 12"),
        ("[a](/x/#one-thing)", "[a](/x/#una-cosa)"),
        ("[a](https://h.org/en/page)", "[a](https://h.org/es/page)"),
        ("no numbers at all", "ningún número"),
        ("four goals, a quarter of us", "cuatro metas, la cuarta parte"),
        ("nine goals", "muchas metas"),
    ],
)
def test_the_same_said_otherwise_is_no_difference(source, target):
    assert apart(source, target) == []
    assert apart(target, source, "es_US", "en_US") == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("three schools", "4 escuelas", [("number", ["3"], ["4"])]),
        ("3 schools", "cuatro escuelas", [("number", ["3"], ["4"])]),
        ("four goals", "cinco metas", [("number", ["4"], ["5"])]),
        ("in ninth grade", "en octavo grado", [("number", ["9"], ["8"])]),
        (
            "from 41% to 43%, then 43% to 46%",
            "del 41% al 43%, del 41% al 46%",
            [("number", ["43"], ["41"])],
        ),
        ("July 1, 2023", "1 de agosto de 2023", [("date", ["2023-07-01"], ["2023-08-01"])]),
        ("1A, 2A, 4A in a school", "4A, 2A, 4A en una escuela", [("number", [], ["4"])]),
        ("by October", "para noviembre", [("date", ["--10"], ["--11"])]),
        (
            "July 1, 2023, May 2, 2024",
            "2 de julio de 2023, 1 de mayo de 2024",
            [("date", ["2023-07-01", "2024-05-02"], ["2023-07-02", "2024-05-01"])],
        ),
        ("2024–25", "2025–26", [("number", ["2024-25"], ["2025-26"])]),
        ("a gain of -3", "un aumento de 3", [("number", ["-3"], ["3"])]),
        ("[a](/x/)", "[a](/es/x/)", [("link", ["/x/"], ["/es/x/"])]),
        ("[a](/x/)", "a", [("link", ["/x/"], [])]),
        ("{{ chart a }}", "{{ chart b }}", [("shortcode", ["chart a"], ["chart b"])]),
        ("# A\n\n## B\n\n## C", "# A\n\n## B", [("heading", ["2"], [])]),
        (
            "call 303-555-0100",
            "llame al 303-555-0101",
            [("number", ["tel:3035550100"], ["tel:3035550101"])],
        ),
    ],
)
def test_what_differs_is_found(source, target, expected):
    assert apart(source, target) == expected


@given(st.lists(NUMBERS, max_size=4), st.sampled_from(LOCALES), st.sampled_from(LOCALES))
def test_numbers_that_babel_writes_are_the_same_in_all_languages(values, one, other):
    here, there = (
        " x ".join(format_decimal(v, "#,##0.###", name, numbering_system="default") for v in values)
        for name in (one, other)
    )
    assert keys(here, one) == keys(there, other)
    assert [Decimal(key) for key in keys(here, one)] == values


@given(st.lists(DAYS, max_size=3), st.sampled_from(LOCALES), st.sampled_from(LOCALES))
def test_dates_that_babel_writes_are_the_same_in_all_languages(days, one, other):
    def written(day, name):
        return (
            f"{format_date(day, 'long', name)}; {format_skeleton('yMMMM', day, locale=name)}; "
            f"{format_skeleton('MMMMd', day, locale=name)}"
        )

    here, there = ("On " + "; ".join(written(day, name) for day in days) for name in (one, other))
    expected = [key for d in days for key in (f"{d}", f"{d:%Y-%m}", f"--{d:%m-%d}")]
    assert keys(here, one, "dates") == keys(there, other, "dates") == expected
    assert apart(here, there, one, other) == []


@given(
    st.lists(
        NUMBERS.map(str) | DAYS.map(str) | st.sampled_from(["2 of", "grade three"]), min_size=1
    ),
    st.data(),
)
def test_a_changed_digit_is_always_found(pieces, data):
    text = " and ".join(pieces)
    places = [at for at, c in enumerate(text) if c.isdigit()]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
    changed = text[:at] + digit + text[at + 1 :]
    if keys(changed) == keys(text) and keys(changed, kind="dates") == keys(text, kind="dates"):
        return
    assert apart(text, changed, "en_US", "en_US") != []


@given(
    st.text(
        st.sampled_from(
            list("ab 12.,-–/:#[](){}!<>`^*&=_\n\"'٣٫½$%JulymayoCHART@:Ii\u0130\u0131\u017f ")
        ),
        max_size=80,
    )
    | st.text(max_size=60),
    st.sampled_from(LOCALES),
)
def test_no_text_is_refused_and_every_text_equals_itself(text, locale):
    found = stated(text, Locale.parse(locale))
    assert differences(found, found) == ()
    for one in (*found.numbers, *found.words, *found.dates, *found.links, *found.shortcodes):
        assert text[one.offset :].startswith(one.written)
        assert text.count("\n", 0, one.offset) <= one.line
