from datetime import date
from decimal import Decimal

import pytest
from unit.render.sample import ASSESSMENT, indicator, site, words
from unit.render.speaking import real, say

from planpress.model.figure import Figure, Table
from planpress.model.period import Period
from planpress.model.value import Value

FIGURE = Figure(
    kind="trend",
    indicator="grade-3",
    language="es",
    title="Sube <mucho>",
    subtitle="",
    description="",
    pictures={"wide": "<svg></svg>"},
    table=Table(caption="", header=(), rows=(), numeric=()),
    source="",
)


def test_words_are_said_in_the_language_of_the_page():
    both = words("A & B", "C & D")
    assert say("{{ w | said }}", w=both) == "A &amp; B"
    assert say("{{ w | said }}", "es", w=both) == "C &amp; D"


def test_a_fallback_is_marked_with_its_own_language():
    only = words("A & B")
    assert say("{{ w | said }}", "es", w=only) == '<span lang="en">A &amp; B</span>'
    assert say("{{ w | plain }}", "es", w=only) == "A &amp; B"


def test_what_has_no_translation_is_in_the_first_language():
    assert say("{{ 'Title' | noted }}") == "Title"
    assert say("{{ 'Title' | noted }}", "es") == '<span lang="en">Title</span>'


def test_a_text_becomes_html_with_links_to_the_same_language():
    text = words("See [it](/on-track/).", "Vea [esto](/on-track/).")
    made = say("{{ w | body }}", "es", path="about/", w=text)
    assert 'href="../on-track/index.html"' in made
    assert made.startswith("<p>")


def test_a_text_in_another_language_says_so():
    assert say("{{ w | body }}", "es", w=words("Only.")).startswith('<div lang="en">')


def test_a_shortcode_becomes_the_state_of_a_measure():
    made = say("{{ w | body }}", w=words("Before\n\n{{ status grade-3 }}\n\nAfter"))
    assert "It is so." in made
    assert 'data-rating="AR"' in made
    assert 'href="indicators/grade-3/index.html"' in made


def test_a_shortcode_draws_a_chart_where_there_is_one():
    made = real(figures={("grade-3", "trend", "es"): FIGURE})
    text = words("{{ chart grade-3 }}")
    drawn = say("{{ w | body }}", "es", made=made, w=text)
    assert "<figure" in drawn
    assert "Sube &lt;mucho&gt;" in drawn
    assert "<figure" not in say("{{ w | body }}", "en", made=made, w=text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ d | amount(i) }}", "50.5%"),
        ("{{ v | value(i) }}", "at least 98%"),
        ("{{ d | difference(i) }}", "50.5 percentage points"),
        ("{{ 12345 | number }}", "12,345"),
        ("{{ v | count }}", "at least 98"),
        ("{{ p | period }}", "2023–24"),
        ("{{ day | day }}", '<time datetime="2027-08-31">August 31, 2027</time>'),
        ("{{ ['a', '<b>', 'c'] | enumeration }}", "a, &lt;b&gt;, and c"),
        ("{{ '(303) 555-0100' | dialled }}", "3035550100"),
        ("{{ '+1 303' | dialled }}", "+1303"),
        ("{{ '<svg></svg>' | picture }}", "<svg></svg>"),
        ("{{ a | sentence }}", "It is so."),
        ("{{ label('group', 'girls') | said }}", "Girls"),
        ("{{ label('group', 'nobody') | said }}", "nobody"),
        ("{{ assessment('grade-3').rule }}", "8"),
        ("{{ series('grade-3').observations | length }}", "3"),
        ("{{ series('nothing').observations | length }}", "0"),
        ("{{ figure('grade-3', 'trend') is none }}", "True"),
        ("{{ groups('grade-3') }}", "()"),
        ("{{ standing_of([i]).total }}", "1"),
    ],
)
def test_numbers_days_and_records_are_said(line, expected):
    given = {
        "d": Decimal("50.5"),
        "v": Value.parse(">=98"),
        "i": indicator(),
        "p": Period.parse("2023-24"),
        "day": date(2027, 8, 31),
        "a": ASSESSMENT,
    }
    assert say(line, **given) == expected


def test_the_last_change_is_that_of_the_newest_record_of_the_language():
    known = {
        ("plan", "en"): date(2026, 1, 2),
        ("plan", "es"): date(2026, 3, 4),
        ("indicators/grade-3", "en"): date(2026, 2, 3),
    }
    made = real(site(), changed=known)
    line = "{{ changed(['plan', 'indicators/grade-3']) }}"
    assert say(line, made=made) == "2026-02-03"
    assert say(line, "es", made=made) == "2026-03-04"


def test_without_a_known_change_it_is_the_day_of_the_site():
    assert say("{{ changed(['plan']) }}") == "2026-11-21"
