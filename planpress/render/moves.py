"""Changes of ratings and results, in words."""

from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.assessment import State
from planpress.model.decimals import decimals_needed
from planpress.model.language import Language
from planpress.model.move import Known, Move
from planpress.model.rating import Rating
from planpress.model.site import Site
from planpress.model.value import Value
from planpress.model.words import Words
from planpress.render.numbers import language_of

_RATINGS = {
    Rating.G: "Green",
    Rating.AG: "Amber-Green",
    Rating.AR: "Amber-Red",
    Rating.R: "Red",
}
_STATES = {
    State.MET: "Target met",
    State.NOT_MET: "Target not met",
    State.NOT_SET: "Not yet set",
    State.HIDDEN: "Not shown to protect privacy",
    State.NOT_COMPARABLE: "Not comparable",
    State.OVERDUE: "Data overdue",
    State.NOT_DUE: "Not yet due",
    State.INCOMPLETE: "Incomplete",
    State.DONE: "Done",
    State.DUE_LATER: "Due later",
    State.LATE: "Late",
}


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

    def written(value: Value) -> str:
        needed = decimals_needed(value.number, indicator.decimals)
        return language.value(value, indicator.unit, max(indicator.decimals, needed))

    value = written(now.value)
    period = language.period(now.period)
    if then is None or then.value is None or then.period is None:
        return language.say(
            "The latest result is %(value)s for %(period)s.", value=value, period=period
        )
    before = written(then.value)
    if then.period != now.period:
        return language.say(
            "The latest result is %(value)s for %(period)s. "
            "Before, it was %(before)s for %(then)s.",
            value=value,
            period=period,
            before=before,
            then=language.period(then.period),
        )
    if before != value:
        return language.say(
            "The result for %(period)s is now given as %(value)s. Before, it was %(before)s.",
            value=value,
            period=period,
            before=before,
        )
    return language.say(
        "The latest result is still %(value)s for %(period)s.", value=value, period=period
    )


@pass_context
def moved(context: Context, move: Move) -> str:
    """Return the results of a change in words, in the page's language."""
    return result_words(context["site"], move, language_of(context))


def _shown(site: Site, move: Move, known: Known | None) -> Known | None:
    series = site.series.get(move.indicator)
    hidden = {row.period for row in series.overall if row.hidden} if series else set()
    return None if known is None or known.period in hidden else known


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
        return language.say(_RATINGS[known.rating])
    return language.say(_STATES[known.state])
