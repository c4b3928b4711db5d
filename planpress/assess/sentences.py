"""Sentences about results that are not there, or that cannot be rated."""

from datetime import date

from planpress.assess.aim import Aim
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.quantities import value as stated
from planpress.model.value import Value
from planpress.model.when import for_period, in_period


def no_target(language: Language) -> str:
    """Say that there is no number to reach (rule 2)."""
    return language.say("No target has been published for this measure, so it is not rated.")


def no_baseline(language: Language) -> str:
    """Say that it is not known where the measure stood (rule 2)."""
    return language.say(
        "No baseline has been published, so progress toward the target is not rated."
    )


def no_date(language: Language) -> str:
    """Say that the target has no period (rule 2)."""
    return language.say(
        "It has not been published by when the target is to be reached, so this measure is not "
        "rated."
    )


def no_parts(language: Language) -> str:
    """Say that a compound target names no measures (rule 2)."""
    return language.say(
        "It has not been published which measures make up this target, so it is not rated."
    )


def no_path(language: Language) -> str:
    """Say that baseline and target cannot be joined (rule 2)."""
    return language.say(
        "No path from the baseline to the target has been published, so this measure is not rated."
    )


def no_point(period: Period, language: Language) -> str:
    """Say that nothing is expected for a period that has a result (rule 2)."""
    return language.say(
        "No expected value has been published %(for)s, so this result is not rated.",
        **{"for": for_period(language, period)},
    )


def hidden(period: Period, language: Language) -> str:
    """Say that privacy forbids to show the result (rule 3)."""
    return language.say(
        "The result %(for)s is not shown to protect privacy, so it is not rated.",
        **{"for": for_period(language, period)},
    )


def open_bound(aim: Aim, period: Period, value: Value, language: Language) -> str:
    """Say that a bound allows values of different ratings (rule 3)."""
    return language.say(
        "The result %(for)s is only given as %(value)s. The values that this allows have different "
        "ratings, so it is not rated.",
        **{
            "for": for_period(language, period),
            "value": stated(language, value, aim.indicator),
        },
    )


def not_administered(period: Period, language: Language) -> str:
    """Say that nothing was measured (rule 4)."""
    return language.say(
        "This was not measured %(in)s, so there is no result to rate.",
        **{"in": in_period(language, period)},
    )


def not_comparable(aim: Aim, period: Period, language: Language) -> str:
    """Say that result and baseline are not of one kind (rule 4)."""
    assert aim.baseline is not None
    return language.say(
        "The result %(for)s cannot be compared with the baseline %(baseline)s, so it is not rated.",
        **{
            "for": for_period(language, period),
            "baseline": for_period(language, aim.baseline.period),
        },
    )


def overdue(period: Period, due: date, language: Language) -> str:
    """Say that a result should have been published, and by when (rule 5)."""
    return language.say(
        "The result %(for)s was expected by %(date)s and has not been published.",
        **{"for": for_period(language, period), "date": language.date(due)},
    )


def not_due(period: Period, due: date, language: Language) -> str:
    """Say when the first result is expected (rule 6)."""
    return language.say(
        "There is no result to rate yet: the first one, %(for)s, is expected by %(date)s.",
        **{"for": for_period(language, period), "date": language.date(due)},
    )
