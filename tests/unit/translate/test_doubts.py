"""What is said of translations when a plan is checked."""

from conftest import INDICATOR, INDICATOR_ES, edited
from unit.translate.states import standing

from planpress.model.problem import Level
from planpress.translate.doubts import doubts
from planpress.translate.lock import LOCK

ENGLISH, SPANISH = "content/indicators/grade-3.md", "content/indicators/grade-3.es.md"


def found(folder):
    return [(p.rule, p.level, p.place.path, p.place.line) for p in doubts(standing(folder))]


def test_a_plan_that_was_accepted_has_none(accepted):
    assert found(accepted()) == []


def test_without_a_lock_one_notice_a_language_says_so(alder):
    (problem,) = doubts(standing(alder()))
    assert (problem.rule, problem.level) == ("unrecorded-translation", Level.NOTICE)
    assert problem.place.path == LOCK
    assert "11 of 11" in problem.message


def test_what_is_stale_is_a_warning_at_the_translation_that_names_the_source(accepted):
    folder = accepted({ENGLISH: edited(INDICATOR, "Children", "All children")})
    (problem,) = doubts(standing(folder))
    assert (problem.rule, problem.level) == ("stale-translation", Level.WARNING)
    assert (problem.place.path, problem.place.line) == (SPANISH, 3)
    assert "“definition” was changed or moved in content/indicators/grade-3.md, line 3" in (
        problem.message
    )
    assert "translate accept indicators/grade-3" in problem.hint


def test_a_machine_made_file_that_nobody_read_is_a_warning(accepted):
    text = edited(INDICATOR_ES, "---\n", "---\ntranslated_by: machine\n")
    assert found(accepted({SPANISH: text})) == [
        ("unreviewed-translation", Level.WARNING, SPANISH, 1)
    ]
