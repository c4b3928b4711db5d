"""Targets that are met only if all their parts are: rule 10."""

from collections.abc import Mapping, Sequence
from functools import partial

from planpress.assess import sentences
from planpress.assess.case import Case
from planpress.assess.verdict import Verdict
from planpress.model.assessment import Assessment, State
from planpress.model.language import Language
from planpress.model.rating import Rating
from planpress.model.target import TargetType
from planpress.model.words import Words

_MET = (State.MET, State.DONE)


def compound(case: Case) -> Verdict | None:
    """10: all parts must be met, and the worst part's rating counts.

    One part that is finally not met decides; otherwise a part without a rating leaves it open. A
    process that is done counts as met and as Green.
    """
    if case.indicator.target.type is not TargetType.COMPOUND:
        return None
    parts = case.parts
    if not parts:
        return Verdict(State.NOT_SET, 2, sentences.no_parts)
    rated = [(rating, part) for part in parts if (rating := _rating(part))]
    worst = min(rated, key=lambda pair: pair[0].rank, default=None)
    missed = [part for part in parts if part.state is State.NOT_MET]
    if missed and worst:
        say = partial(_not_met, len(missed))
        return Verdict(State.NOT_MET, 10, say, rating=worst[0], met=False)
    unrated = [part for part in parts if not _rating(part)]
    if unrated or not worst:
        return Verdict(State.INCOMPLETE, 10, partial(_incomplete, unrated))
    if all(part.state in _MET for part in parts):
        return Verdict(State.MET, 10, partial(_met, len(parts)), rating=worst[0], met=True)
    say_like = partial(_rated, parts, worst[1], case.titles)
    return Verdict(State.RATED, 10, say_like, rating=worst[0])


def _rating(part: Assessment) -> Rating | None:
    return Rating.G if part.state is State.DONE else part.rating


def _met(parts: int, language: Language) -> str:
    return language.say_n(
        "Target met: its only part is met.", "Target met: all %(count)s parts are met.", parts
    )


def _not_met(missed: int, language: Language) -> str:
    return language.say_n(
        "Target not met: all parts must be met, and %(count)s part was not.",
        "Target not met: all parts must be met, and %(count)s parts were not.",
        missed,
    )


def _rated(
    parts: Sequence[Assessment], worst: Assessment, titles: Mapping[str, Words], language: Language
) -> str:
    title = titles.get(worst.indicator, Words()).said(language.code).text or worst.indicator
    return language.say_n(
        "This target has %(count)s part, “%(title)s”, and is rated like it.",
        "This target has %(count)s parts and is rated like the lowest of them, “%(title)s”.",
        len(parts),
        title=title,
    )


def _incomplete(unrated: Sequence[Assessment], language: Language) -> str:
    if all(part.state is State.OVERDUE for part in unrated):
        return language.say_n(
            "This target can only be rated as a whole, and the result of %(count)s part is "
            "overdue.",
            "This target can only be rated as a whole, and the results of %(count)s parts are "
            "overdue.",
            len(unrated),
        )
    return language.say_n(
        "This target can only be rated as a whole, and %(count)s part has no rating.",
        "This target can only be rated as a whole, and %(count)s parts have no rating.",
        len(unrated),
    )
