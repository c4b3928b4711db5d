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
