from decimal import Decimal

import pytest

from planpress.model.value import Value
from planpress.protect.primary import fewest, too_few


@pytest.mark.parametrize(("n", "people"), [("12", 12), ("<=50", 0), (">=3", 3), ("<=0", 0)])
def test_fewest(n: str, people: int) -> None:
    assert fewest(Value.parse(n)) == Decimal(people)


def test_too_few() -> None:
    assert too_few(Value.parse("15.9"), 16)
    assert not too_few(Value.parse("16"), 16)
    assert not too_few(None, 16)
