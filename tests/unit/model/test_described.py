import pytest

from planpress.model.described import description
from planpress.model.indicator import IndicatorRecord
from planpress.model.kinds import FOLDERS, SINGLES
from planpress.model.priority import TheoryOfAction
from planpress.model.record import Part


def test_a_field_is_described_by_the_text_below_it():
    assert description(IndicatorRecord, "definition") == "Exactly who and what is counted."
    assert description(TheoryOfAction, "if_") == "What we do."


def test_a_text_of_several_lines_has_no_indents():
    class Piece(Part):
        first: str
        """One
        and two."""
        second: str

    assert description(Piece, "first") == "One\nand two."
    assert description(Piece, "second") == ""


def test_a_field_of_the_class_above_is_described_there():
    class Above(Part):
        mine: str
        """Said above."""

    class Below(Above):
        own: str
        """Said here."""

    assert description(Below, "mine") == "Said above."


@pytest.mark.parametrize("kind", [*FOLDERS, *SINGLES])
def test_every_record_has_described_facts(kind):
    model = {**FOLDERS, **SINGLES}[kind]
    assert any(description(model, name) for name in model.model_fields)
    assert description(model, "unknown") == ""
