from decimal import Decimal

import pytest

from planpress.assess.exact import divided, plain


@pytest.mark.parametrize(
    ("number", "written"),
    [("50.0", "50"), ("1E+3", "1000"), ("-0", "0"), ("0.00", "0"), ("-2.50", "-2.5")],
)
def test_plain(number: str, written: str) -> None:
    assert str(plain(Decimal(number))) == written


@pytest.mark.parametrize(
    ("number", "by", "written"),
    [
        ("224", 4, "56"),
        ("1", 8, "0.125"),
        ("2", 3, "0.666666666667"),
        ("-2", 3, "-0.666666666667"),
        ("10000000000000000000000000000000000000001", 1, "1" + "0" * 39 + "1"),
        ("10000000000000000000000000000000000000000", 3, "3" * 40 + "." + "3" * 12),
        ("0.000000000000000000001", 4, "0." + "0" * 21 + "25"),
    ],
)
def test_divided(number: str, by: int, written: str) -> None:
    assert f"{divided(Decimal(number), by):f}" == written
