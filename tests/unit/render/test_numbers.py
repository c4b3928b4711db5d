from decimal import Decimal

import pytest
from unit.render.sample import indicator, row
from unit.render.speaking import say

from planpress.model.period import Period


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ d | amount(i) }}", "52.5%"),
        ("{{ d | bare(i) }}", "52.5"),
        ("{{ (-d) | bare(i) }}", "−52.5"),
        ("{{ third | amount(i) }}", "53.3%"),
        ("{{ whole | amount(i) }}", "53%"),
        ("{{ (whole - d) | difference(i) }}", "0.5 percentage points"),
        ("{{ (whole - d) | gain(i) }}", "0.5 percentage points"),
        ("{{ (d - whole) | gain(i) }}", "−0.5 percentage points"),
        ("{{ (d - whole) | gap(i) }}", "0.5"),
        ("{{ 90 | percent }}", "90%"),
    ],
)
def test_a_number_has_the_decimals_that_it_needs(line, expected):
    given = {"d": Decimal("52.5"), "third": Decimal("53.333333333333"), "whole": Decimal(53)}
    assert say(line, i=indicator(), **given) == expected


def test_a_published_share_of_known_people_has_an_interval():
    line = "{{ r | interval(i) }}"
    assert say(line, i=indicator(), r=row("2023-24", "50", "100")) == "41.9%–58.1%"
    assert say(line, i=indicator(), r=row("2023-24", "50")) == ""
    assert say(line, i=indicator(), r=row("2023-24", ">=98", "100")) == ""


def test_periods_are_written_as_readers_do():
    assert say("{{ p | period }}", p=Period.parse("2023-24")) == "2023–24"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("in_period", "on October 1, 2026"),
        ("for_period", "for October 1, 2026"),
        ("since_period", "since October 1, 2026"),
        ("until_period", "until October 1, 2026"),
    ],
)
def test_a_period_has_its_preposition(name, written):
    assert say(f"{{{{ p | {name} }}}}", p=Period.parse("2026-10-01")) == written


def test_no_line_breaks_within_a_school_year():
    assert say("{{ t | unbroken }}", t="Gap in 2023–24 <%>") == (
        'Gap in <span class="nowrap">2023–24</span> &lt;%&gt;'
    )
    assert say("{{ t | unbroken }}", t="October 2024") == "October 2024"
