import pytest
from unit.assess.measures import languages

from planpress.model.period import Period
from planpress.model.when import by_period, for_period, in_period, since_period, until_period

PHRASES = (in_period, by_period, for_period, since_period, until_period)
SAID = {
    "2024-25": (
        ("in 2024–25", "by 2024–25", "for 2024–25", "since 2024–25", "until 2024–25"),
        ("en 2024–25", "para 2024–25", "de 2024–25", "desde 2024–25", "hasta 2024–25"),
    ),
    "2024-Q4": (
        (
            "in the 4th quarter 2024",
            "by the 4th quarter 2024",
            "for the 4th quarter 2024",
            "since the 4th quarter 2024",
            "until the 4th quarter 2024",
        ),
        (
            "en el 4.º trimestre de 2024",
            "para el 4.º trimestre de 2024",
            "del 4.º trimestre de 2024",
            "desde el 4.º trimestre de 2024",
            "hasta el 4.º trimestre de 2024",
        ),
    ),
    "2026-10-01": (
        (
            "on October 1, 2026",
            "by October 1, 2026",
            "for October 1, 2026",
            "since October 1, 2026",
            "until October 1, 2026",
        ),
        (
            "el 1 de octubre de 2026",
            "para el 1 de octubre de 2026",
            "del 1 de octubre de 2026",
            "desde el 1 de octubre de 2026",
            "hasta el 1 de octubre de 2026",
        ),
    ),
    "2024-09": (
        (
            "in September 2024",
            "by September 2024",
            "for September 2024",
            "since September 2024",
            "until September 2024",
        ),
        (
            "en septiembre de 2024",
            "para septiembre de 2024",
            "de septiembre de 2024",
            "desde septiembre de 2024",
            "hasta septiembre de 2024",
        ),
    ),
}


@pytest.mark.parametrize("period", SAID)
def test_a_period_has_the_preposition_and_article_that_it_needs(period):
    english, spanish = (
        tuple(phrase(language, Period.parse(period)) for phrase in PHRASES)
        for language in languages().values()
    )
    assert (english, spanish) == SAID[period]
