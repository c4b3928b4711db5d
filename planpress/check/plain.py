"""Rules about plain language: sentences that are too long, and texts that are too hard."""

from collections.abc import Iterator

from planpress.check.passages import Passage, passages, short_passages
from planpress.check.readability import Formula, formula_for
from planpress.check.sentences import Sentence
from planpress.check.wording import Limits
from planpress.model.problem import Problem, warning
from planpress.model.record import Record


def long_sentences(record: Record, limits: Limits) -> Iterator[Problem]:
    """No sentence of a section or of a worded field is longer than the plan's limit, in words."""
    most = limits.sentence
    for language in record.source.files:
        for passage in short_passages(record, language, most):
            long = [(p, s) for p, s in passage.placed if len(s.words) > most]
            place, longest = max(long, key=lambda one: len(one[1].words))
            words = f"{len(longest.words)} words; the plan's limit is {most}"
            said = f"a sentence of {words}"
            if len(long) > 1:
                said = f"{len(long)} sentences are too long; the longest has {words}"
            message = f"{said}: “{_begun(longest)}”"
            hint = "Make two sentences of it, or a list."
            yield warning(place, "long-sentence", message, hint)


def reading_grades(record: Record, limits: Limits) -> Iterator[Problem]:
    """No section and no worded field reads above the plan's school grade."""
    most = limits.grade
    for language in record.source.files:
        formula = formula_for(language)
        if formula is None:
            continue
        for passage in passages(record, language):
            extent = formula.extent(passage.sentences)
            if extent.spelled and round(formula.grade(extent), 1) > most:
                yield _too_hard(passage, formula, formula.grade(extent), most)


def _too_hard(passage: Passage, formula: Formula, grade: float, most: int) -> Problem:
    place, longest = max(passage.placed, key=lambda one: len(one[1].words))
    if not passage.name:
        said = "the short texts here, taken together, read"
    else:
        place = passage.place
        said = "the text reads" if passage.name == "body" else f"“{passage.name}” reads"
    message = f"{said} at grade {round(grade, 1):g} ({formula.name}); the plan's limit is {most}"
    hint = f"Shorten the longest sentence ({len(longest.words)} words), “{_begun(longest)}”."
    hard = _hardest(passage, formula)
    if hard:
        hint += f" Find plainer words for {', '.join(f'“{word}”' for word in hard)}."
    return warning(place, "reading-grade", message, hint)


def _begun(sentence: Sentence) -> str:
    """Return the sentence, or its first words."""
    text = sentence.text
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _hardest(passage: Passage, formula: Formula) -> list[str]:
    """Return the words with most syllables, names aside; four at most."""
    found = {
        word
        for sentence in passage.sentences
        for word in sentence.words
        if word.islower() and formula.of(word) >= formula.hard
    }
    return sorted(found, key=lambda word: (-formula.of(word), word))[:4]
