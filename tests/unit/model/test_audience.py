import pytest
from pydantic import ValidationError
from unit.model.written import tactic

from planpress.model.audience import Audiences
from planpress.model.priority import PriorityRecord
from planpress.model.source import Source
from planpress.model.words import Words

FAMILY = {"family": Words({"en": "Your child meets a tutor."})}


def test_nobody_is_told_anything_unless_it_is_written() -> None:
    assert not any((Audiences().family, Audiences().staff, Audiences().board))
    assert tactic().audiences == Audiences()


def test_a_tactic_and_a_priority_speak_to_their_readers() -> None:
    assert tactic(audiences=FAMILY).audiences.family.said("en").text.startswith("Your child")
    source = Source({"en": "content/priorities/p.md"}, {})
    facts = {"id": "p", "source": source, "title": Words({"en": "P"}), "order": "1"}
    found = PriorityRecord.model_validate({**facts, "audiences": FAMILY})
    assert found.audiences.family == FAMILY["family"]
    assert not found.audiences.board


def test_there_are_three_audiences_and_no_other() -> None:
    with pytest.raises(ValidationError, match="press"):
        Audiences.model_validate({"press": Words({"en": "Hear!"})})
