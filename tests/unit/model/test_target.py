from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from planpress.model.period import Period
from planpress.model.target import Point, Revised, Revision, Target, TargetType
from planpress.model.words import Words

WHOLE = {
    "date": "2024-02-01",
    "field": "target",
    "from": "60",
    "to": "62.0",
    "reason": Words({"en": "More."}),
}


def revision(**changes: object) -> Revision:
    kept = {key: value for key, value in {**WHOLE, **changes}.items() if value is not None}
    return Revision.model_validate(kept)


@pytest.mark.parametrize(
    ("target", "for_groups"),
    [
        ({"type": "numeric"}, False),
        ({"type": "numeric", "groups": "yes"}, True),
        ({"type": "numeric", "groups": "no"}, False),
        ({"type": "universal"}, True),
        ({"type": "universal", "groups": "no"}, True),
        ({"type": "none"}, False),
    ],
)
def test_for_whom_a_target_holds(target: dict[str, str], *, for_groups: bool) -> None:
    assert Target.model_validate(target).for_groups is for_groups


def test_every_type_of_target_is_written_in_lower_case() -> None:
    assert {Target.model_validate({"type": kind.value}).type for kind in TargetType} == set(
        TargetType
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("target", Revised.TARGET),
        ("target.value", Revised.TARGET),
        ("target.period", Revised.TARGET_PERIOD),
        ("baseline", Revised.BASELINE),
        ("baseline.value", Revised.BASELINE),
        ("baseline.period", Revised.BASELINE_PERIOD),
    ],
)
def test_what_was_revised(written: str, meant: Revised) -> None:
    ends = {"from": "2025-26", "to": "2026-27"} if "period" in written else {}
    assert revision(field=written, **ends).field is meant


@pytest.mark.parametrize("written", ["goal", "value", "", "target.", "period"])
def test_nothing_else_can_be_revised(written: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Revised"):
        Revised(written)


def test_a_number_is_exact_and_a_period_is_a_period() -> None:
    found = revision()
    assert (found.date, found.before, found.after) == (date(2024, 2, 1), Decimal(60), Decimal(62))
    assert str(found.after) == "62.0"
    later = revision(field="target.period", **{"from": "2025-26", "to": "2026-27"})
    assert (later.before, later.after) == (Period.parse("2025-26"), Period.parse("2026-27"))


def test_what_was_not_set_before_or_is_not_set_any_more_is_left_out() -> None:
    assert revision(**{"from": None}).before is None
    assert revision(to=None).after is None


def test_a_revised_point_says_its_period() -> None:
    found = revision(field="trajectory", period="2024-25")
    assert (found.period, found.after) == (Period.parse("2024-25"), Decimal(62))


@pytest.mark.parametrize(
    ("changes", "way", "said"),
    [
        ({"from": None, "to": None}, (), "needs “from” or “to”"),
        ({"to": "60.00"}, (), "are the same"),
        ({"period": "2024-25"}, (), "“period” belongs to"),
        ({"field": "trajectory"}, (), "“period” belongs to"),
        ({"from": "60%"}, ("from",), "not a number"),
        ({"to": ">=62"}, ("to",), "is a bound"),
        ({"field": "target.period"}, ("from",), "not a period"),
        ({"field": "target.period", "from": "2025-26"}, ("to",), "not a period"),
        ({"to": " "}, ("to",), "empty"),
    ],
)
def test_what_cannot_be(changes: dict[str, str], way: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        revision(**changes)
    first = caught.value.errors()[0]
    assert first["loc"] == way
    assert said in first["msg"]


def test_a_point_has_an_exact_value() -> None:
    found = Point.model_validate({"period": "2024-25", "value": "53.50"})
    assert str(found.value) == "53.50"
    with pytest.raises(ValidationError, match="bound"):
        Point.model_validate({"period": "2024-25", "value": "<=53"})
