from unit.model.written import tactic

from planpress.model.words import Words

WORDS = Words({"en": "So."})


def sign(indicator: str, predicts: str) -> dict[str, str]:
    return {"indicator": indicator, "predicts": predicts}


def test_the_least_that_a_tactic_says() -> None:
    found = tactic()
    assert (found.indicators, found.lead, found.focus) == ((), None, False)
    assert tactic(focus="yes").focus


def test_it_claims_its_goals_and_then_its_early_signs_once_each() -> None:
    signs = (sign("attendance", "reading"), sign("reading", "writing"), sign("quiz", "math"))
    found = tactic(smart_goals=("writing", "reading"), leading_indicators=signs)
    assert found.indicators == ("writing", "reading", "attendance", "quiz")


def test_a_milestone_may_have_a_note() -> None:
    step = {"id": "hire", "title": WORDS, "note": WORDS, "due": "2024-09-01", "done": "2024-08-20"}
    (found,) = tactic(milestones=(step,)).milestones
    assert found.note.said("en").text == "So."
    assert found.done < found.due
