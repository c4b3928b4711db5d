"""Changes of ratings and results, in words."""

from collections.abc import Mapping

from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.assessment import State
from planpress.model.language import Language
from planpress.model.move import Known, Move
from planpress.model.quantities import value as stated
from planpress.model.rating import Rating
from planpress.model.site import Site
from planpress.model.when import for_period
from planpress.model.words import Words
from planpress.render.numbers import language_of


def moved_title(site: Site, move: Move) -> Words:
    """Return what has moved and how, in a few words: `Reading: from Amber-Green to Green`."""
    indicator = site.project.indicators.get(move.indicator)
    titles = indicator.title if indicator else Words()
    return Words(
        {
            code: _title(language, titles.said(code).text or move.indicator, move)
            for code, language in site.languages.items()
        }
    )


def result_words(site: Site, move: Move, language: Language) -> str:
    """Return the latest result and the one known before, in one or two sentences.

    Empty where no result is known now, or where the indicator is gone. A result that was published
    once and is hidden for privacy today is not told.
    """
    indicator = site.project.indicators.get(move.indicator)
    now, then = _shown(site, move, move.after), _shown(site, move, move.before)
    if indicator is None or now is None or now.value is None or now.period is None:
        return ""
    value = stated(language, now.value, indicator)
    said = {"value": value, "for": for_period(language, now.period)}
    if then is None or then.value is None or then.period is None:
        return language.say("The latest result is %(value)s %(for)s.", **said)
    before = stated(language, then.value, indicator)
    if then.period != now.period:
        return language.say(
            "The latest result is %(value)s %(for)s. Before, it was %(before)s %(then)s.",
            before=before,
            then=for_period(language, then.period),
            **said,
        )
    if before != value:
        return language.say(
            "The result %(for)s is now given as %(value)s. Before, it was %(before)s.",
            before=before,
            **said,
        )
    return language.say("The latest result is still %(value)s %(for)s.", **said)


@pass_context
def moved(context: Context, move: Move) -> str:
    """Return the results of a change in words, in the page's language."""
    return result_words(context["site"], move, language_of(context))


def _shown(site: Site, move: Move, known: Known | None) -> Known | None:
    series = site.series.get(move.indicator)
    return None if known is None or (series and known.period in series.concealed) else known


def _title(language: Language, title: str, move: Move) -> str:
    if move.after is None:
        return language.say("%(title)s: no longer in the plan", title=title)
    now = standing_word(move.after, language)
    if move.before is None:
        return language.say("%(title)s: first recorded as “%(now)s”", title=title, now=now)
    then = standing_word(move.before, language)
    if then == now:
        return language.say("%(title)s: still “%(now)s”", title=title, now=now)
    return language.say(
        "%(title)s: from “%(before)s” to “%(now)s”", title=title, before=then, now=now
    )


def standing_word(known: Known, language: Language) -> str:
    """Return the word for a rating, or for the state of what has none."""
    if known.rating and known.state not in (State.MET, State.NOT_MET):
        return _rating_words(language)[known.rating]
    return _state_words(language)[known.state]


def _rating_words(language: Language) -> Mapping[Rating, str]:
    return {
        Rating.G: language.say("Green"),
        Rating.AG: language.say("Amber-Green"),
        Rating.AR: language.say("Amber-Red"),
        Rating.R: language.say("Red"),
    }


def _state_words(language: Language) -> Mapping[State, str]:
    return {
        State.MET: language.say("Target met"),
        State.NOT_MET: language.say("Target not met"),
        State.NOT_SET: language.say("Not yet set"),
        State.HIDDEN: language.say("Not shown to protect privacy"),
        State.NOT_COMPARABLE: language.say("Not comparable"),
        State.OVERDUE: language.say("Data overdue"),
        State.NOT_DUE: language.say("Not yet due"),
        State.INCOMPLETE: language.say("Incomplete"),
        State.DONE: language.say("Done"),
        State.DUE_LATER: language.say("Due later"),
        State.LATE: language.say("Late"),
    }
