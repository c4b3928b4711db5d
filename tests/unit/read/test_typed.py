"""What is wrong with a revision is told at the key that is wrong, in words for staff."""

import pytest
from conftest import INDICATOR, edited

from planpress.model.problem import Level
from planpress.read.project import read

PATH = "content/indicators/grade-3.md"
WHOLE = {"date": "2023-09-01", "field": "target", "from": "60", "to": "62", "reason": "More."}


def faults(alder, **changes):
    """Return the errors of a revision written key by key from line 12 on; None leaves one out."""
    kept = {key: value for key, value in {**WHOLE, **changes}.items() if value is not None}
    lines = [f"    {key}: {value}\n" for key, value in kept.items()]
    entry = "revisions:\n" + "  -" + "".join(lines)[3:]
    text = edited(INDICATOR, "sources:", entry + "sources:")
    return [p for p in read(alder({PATH: text})).problems if p.level is Level.ERROR]


def test_a_whole_revision_is_read(alder):
    assert faults(alder) == []
    assert faults(alder, field="target.value") == []
    assert faults(alder, field="target.period", **{"from": "2025-26", "to": "2026-27"}) == []
    assert faults(alder, to=None) == []


@pytest.mark.parametrize(
    ("changes", "rule", "line", "said", "hinted"),
    [
        ({"from": "60 %"}, "wrong-value", 14, "“60 %” is not a number such as 51.7", "before"),
        ({"to": "sixty"}, "wrong-value", 15, "“sixty” is not a number", "since"),
        ({"to": "'>=62'"}, "wrong-value", 15, "“>=62” is a bound", "since"),
        (
            {"field": "target.period", "from": "2025-27", "to": "2026-27"},
            "wrong-value",
            14,
            "“2025-27” cannot be a school year: 2025 is followed by 26",
            "before",
        ),
        ({"field": "goal"}, "unknown-choice", 13, "“goal” is not one of baseline", "Known here"),
        ({"field": "targett"}, "unknown-choice", 13, "“targett”", "Did you mean “target”?"),
        ({"date": "soon"}, "wrong-value", 12, "“soon” is not a date", "in force"),
        ({"reason": None}, "missing-key", 12, "“reason” is missing", "Why it was changed"),
        ({"date": None}, "missing-key", 12, "“date” is missing", "in force"),
        ({"form": "60"}, "unknown-key", 17, "“form” is not a key", "Did you mean “from”?"),
        ({"from": None, "to": None}, "wrong-value", 12, "needs “from” or “to”", "oldest first"),
        ({"to": "60.0"}, "wrong-value", 12, "“from” and “to” are the same", "oldest first"),
        ({"period": "2024-25"}, "wrong-value", 12, "“period” belongs to", "oldest first"),
        ({"field": "trajectory"}, "wrong-value", 12, "“period” belongs to", "oldest first"),
    ],
)
def test_what_is_wrong_with_a_revision(alder, changes, rule, line, said, hinted):
    told = faults(alder, **changes)
    found = [p for p in told if p.rule == rule and said in p.message]
    assert len(found) == 1, told
    assert (found[0].place.path, found[0].place.line) == (PATH, line)
    assert hinted in found[0].hint


def test_a_wrong_field_is_the_only_thing_told_about_it(alder):
    assert [p.rule for p in faults(alder, field="goal", period="2024-25")] == ["unknown-choice"]


def test_a_judged_stocktake_without_its_reasons(alder):
    text = "---\ntactic: tutors\ndate: 2024-05-01\nstatus: held\njudged: AR\n---\n"
    path = "content/stocktakes/2024-05-01-tutors.md"
    found = [p for p in read(alder({path: text})).problems if p.level is Level.ERROR]
    assert [(p.rule, p.place.line, p.message) for p in found] == [
        ("wrong-value", 1, "a judged rating needs its reasons: add “rationale”")
    ]
    assert found[0].hint
