"""Sentences about rated results: how far from what was expected, and how much of the way."""

from decimal import Decimal

from planpress.assess.aim import Aim
from planpress.assess.exact import divided
from planpress.assess.phrases import share
from planpress.assess.rating import Judgement
from planpress.model.indicator import Unit
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.quantities import amount, difference
from planpress.model.quantities import value as stated
from planpress.model.value import Value
from planpress.model.when import by_period, for_period, in_period


def on_the_way(aim: Aim, period: Period, judgement: Judgement, language: Language) -> str:
    """Say how far a result is from the one expected, and how much of the plan it makes (rule 8)."""
    expected, above = _position(aim, judgement)
    values = {
        "difference": difference(language, above, aim.indicator),
        "expected": amount(language, expected, aim.indicator),
        "by": by_period(language, period),
    }
    if above == 0:
        text = language.say("Exactly the %(expected)s expected %(by)s", **values)
    elif aim.sign > 0 and above > 0:
        text = language.say("%(difference)s above the %(expected)s expected %(by)s", **values)
    elif aim.sign > 0:
        text = language.say("%(difference)s below the %(expected)s expected %(by)s", **values)
    elif above > 0:
        text = language.say(
            "%(difference)s above the %(expected)s expected %(by)s, where lower is better", **values
        )
    else:
        text = language.say(
            "%(difference)s below the %(expected)s expected %(by)s, where lower is better", **values
        )
    return _with_progress(text, aim, judgement, language)


def at_level(aim: Aim, period: Period, judgement: Judgement, language: Language) -> str:
    """Say how far a result is from the level to hold (rule 7)."""
    expected, above = _position(aim, judgement)
    values = {
        "difference": difference(language, above, aim.indicator),
        "expected": amount(language, expected, aim.indicator),
        "for": for_period(language, period),
    }
    if aim.sign > 0:
        if above == 0:
            return language.say("Exactly at the level to hold %(for)s: %(expected)s.", **values)
        if above > 0:
            return language.say(
                "%(difference)s above the level to hold %(for)s: %(expected)s.", **values
            )
        return language.say(
            "%(difference)s below the level to hold %(for)s: %(expected)s.", **values
        )
    if above == 0:
        return language.say("Exactly at the upper limit %(for)s: %(expected)s.", **values)
    if above > 0:
        return language.say("%(difference)s above the upper limit %(for)s: %(expected)s.", **values)
    return language.say("%(difference)s below the upper limit %(for)s: %(expected)s.", **values)


def bound(aim: Aim, period: Period, value: Value, judgement: Judgement, language: Language) -> str:
    """Say why a result that was published as a bound could be rated."""
    expected, _ = _position(aim, judgement)
    return language.say(
        "The result %(for)s is %(value)s, and %(expected)s was expected: every value that this "
        "allows gets the same rating.",
        **{
            "for": for_period(language, period),
            "value": stated(language, value, aim.indicator),
            "expected": amount(language, expected, aim.indicator),
        },
    )


def met(aim: Aim, period: Period, value: Value, language: Language) -> str:
    """Say that the target was met (rule 9)."""
    return language.say(
        "Target met: %(value)s %(in)s, and the target was %(target)s.",
        **{
            "value": stated(language, value, aim.indicator),
            "in": in_period(language, period),
            "target": _target(aim, language),
        },
    )


def not_met(
    aim: Aim, period: Period, value: Value, judgement: Judgement, language: Language
) -> str:
    """Say that the target was not met, and by how much where that is known (rule 9)."""
    values = {
        "value": stated(language, value, aim.indicator),
        "in": in_period(language, period),
        "target": _target(aim, language),
    }
    if not value.exact:
        return language.say(
            "Target not met: %(value)s %(in)s, and the target was %(target)s.", **values
        )
    _, above = _position(aim, judgement)
    values["difference"] = difference(language, above, aim.indicator)
    if above < 0:
        text = language.say(
            "Target not met: %(value)s %(in)s, %(difference)s below the target of %(target)s",
            **values,
        )
    else:
        text = language.say(
            "Target not met: %(value)s %(in)s, %(difference)s above the target of %(target)s",
            **values,
        )
    return _with_progress(text, aim, judgement, language)


def _position(aim: Aim, judgement: Judgement) -> tuple[Decimal, Decimal]:
    work = judgement.working
    return divided(work.expected, work.steps), divided(aim.sign * work.gap, work.steps)


def _with_progress(position: str, aim: Aim, judgement: Judgement, language: Language) -> str:
    progress = _progress(aim, judgement, language)
    if not progress:
        return language.say("%(sentence)s.", sentence=position)
    return language.say("%(position)s; %(progress)s.", position=position, progress=progress)


def _progress(aim: Aim, judgement: Judgement, language: Language) -> str:
    work = judgement.working
    if work.plan <= 0 or aim.baseline is None:
        return ""
    if work.gain <= 0:
        return _no_progress(aim, divided(work.gain, work.steps), language)
    percent = share(work)
    written = language.amount(Decimal(max(percent, 1)), Unit.PERCENT)
    if percent == 0 and aim.sign > 0:
        return language.say("less than %(share)s of the planned gain", share=written)
    if percent == 0:
        return language.say("less than %(share)s of the planned reduction", share=written)
    if aim.sign > 0:
        return language.say("%(share)s of the planned gain", share=written)
    return language.say("%(share)s of the planned reduction", share=written)


def _no_progress(aim: Aim, gain: Decimal, language: Language) -> str:
    assert aim.baseline is not None
    values = {
        "difference": difference(language, gain, aim.indicator),
        "in": in_period(language, aim.baseline.period),
    }
    if gain == 0:
        return language.say("no change from where it stood %(in)s", **values)
    if aim.sign > 0:
        return language.say("%(difference)s below where it stood %(in)s", **values)
    return language.say("%(difference)s above where it stood %(in)s", **values)


def _target(aim: Aim, language: Language) -> str:
    assert aim.target is not None
    return amount(language, aim.target.value, aim.indicator)
