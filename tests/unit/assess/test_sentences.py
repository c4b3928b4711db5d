"""What readers are told, per state and rule, in English and Spanish, letter by letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from unit.assess.measures import assess_all, assess_one, languages, measure, path, point, rows

from planpress.model.assessment import Assessment, State

ASSESS = Path(__file__).parents[3] / "planpress" / "assess"
TITLE = measure().title
CUT = {"id": "cut", "before": "2022-23", "reason": TITLE}
LATER = {"id": "later", "title": TITLE, "due": "2026-05-31"}
EARLY = {"id": "early", "title": TITLE, "due": "2024-01-31"}
SOON = {"id": "soon", "title": TITLE, "due": "2024-06-30"}
DONE = {"id": "done", "title": TITLE, "due": "2024-01-31", "done": "2024-02-29"}
DROPPED = {"id": "dropped", "title": TITLE, "due": "2024-01-31", "dropped": "2023-12-01"}
HOLD = {
    "direction": "maintain",
    "baseline": point("2020-21", "95"),
    "target": {"type": "numeric", **point("2024-25", "95")},
}
LIMIT = {**HOLD, "direction_of_good": "decrease"}
DROPOUT = {
    "direction": "decrease",
    "decimals": "1",
    "baseline": point("2020-21", "1.8"),
    "target": {"type": "numeric", **point("2023-24", "1.2")},
}
QUARTERS = {
    "baseline": point("2023-Q4", "10"),
    "target": {"type": "numeric", **point("2025-Q4", "50")},
}
DAYS = {
    "unit": "students",
    "baseline": point("2023-10-01", "1000"),
    "target": {"type": "numeric", **point("2024-10-01", "1100")},
}
PART = {"type": "numeric", **point("2023-24", "62")}


def process(*steps: dict[str, object]) -> Assessment:
    return assess_one(measure(baseline=None, target={"type": "process"}, milestones=steps))


def whole(*parts: str, as_of: str = "2024-07-01") -> Assessment:
    """Return a target made of parts, each with its result of 2023-24 or none."""
    every = [
        (measure(f"part-{n}", target=PART), rows(*filter(None, [part])))
        for n, part in enumerate(parts)
    ]
    target = {"type": "compound", "all_of": [one.id for one, _ in every]}
    indicator = measure("whole", baseline=None, target=target)
    return assess_all((indicator, ()), *every, as_of=as_of, said=languages())["whole"]


def one(facts: dict[str, object], *written: str, as_of: str = "2025-06-30") -> Assessment:
    return assess_one(measure(**facts), *written, as_of=as_of)


CASES: dict[str, Callable[[], Assessment]] = {
    "milestone-done": lambda: process(DONE),
    "milestones-done": lambda: process(DONE, DONE, DROPPED),
    "milestone-late": lambda: process(DONE, EARLY, LATER),
    "milestones-late": lambda: process(SOON, EARLY),
    "milestone-later": lambda: process(LATER),
    "milestones-later": lambda: process(LATER, DONE, DROPPED),
    "no-milestones": process,
    "all-dropped": lambda: process(DROPPED),
    "no-target": lambda: one({"target": {"type": "none"}}),
    "no-baseline": lambda: one({"baseline": None}),
    "no-date": lambda: one({"target": {"type": "universal"}}),
    "no-path": lambda: one({"target": {"type": "numeric", **point("2025", "60")}}),
    "no-point": lambda: one({"trajectory": path(y2022="54")}, "2021-22 60", as_of="2022-12-31"),
    "no-parts": whole,
    "suppressed": lambda: one({}, "2022-23 suppressed"),
    "open-bound": lambda: one({}, "2022-23 <=56"),
    "not-administered": lambda: one({}, "2022-23 not_administered"),
    "break": lambda: one({"breaks": (CUT,)}, "2022-23 56"),
    "overdue": lambda: one({"release": {"month_day": "01-31"}}, "2022-23 56"),
    "overdue-quarter": lambda: one(QUARTERS, as_of="2026-06-30"),
    "not-due": lambda: one({}, as_of="2021-12-31"),
    "held-below": lambda: one(HOLD, "2022-23 94.2"),
    "held-above": lambda: one(HOLD, "2022-23 96"),
    "held": lambda: one(HOLD, "2022-23 95"),
    "limit": lambda: one(LIMIT, "2022-23 95"),
    "limit-above": lambda: one(LIMIT, "2022-23 97"),
    "limit-below": lambda: one(LIMIT, "2022-23 90"),
    "below": lambda: one(
        {
            "decimals": "1",
            "baseline": point("2022-23", "43.7"),
            "trajectory": path(y2024="54"),
            "target": {"type": "numeric", **point("2026-27", "60")},
        },
        "2024-25 50.6",
    ),
    "expected": lambda: one({}, "2022-23 56"),
    "above": lambda: one({}, "2022-23 57"),
    "hardly-better": lambda: one({}, "2022-23 50.02"),
    "no-change": lambda: one({}, "2022-23 50"),
    "worse": lambda: one({}, "2022-23 49"),
    "lower-above": lambda: one(DROPOUT, "2022-23 1.5"),
    "lower-below": lambda: one(DROPOUT, "2022-23 1.2"),
    "lower-hardly-better": lambda: one(DROPOUT, "2022-23 1.799"),
    "lower-worse": lambda: one(DROPOUT, "2022-23 2.8"),
    "quarter": lambda: one(QUARTERS, "2024-Q4 31", as_of="2025-01-01"),
    "day": lambda: one(DAYS, "2024-03-31 1040", as_of="2024-06-01"),
    "bound": lambda: one({}, "2022-23 >=56"),
    "met": lambda: one({}, "2024-25 62.0"),
    "met-day": lambda: one(DAYS, "2024-10-01 1100"),
    "met-quarter": lambda: one(QUARTERS, "2025-Q4 51", as_of="2026-01-01"),
    "not-met": lambda: one({}, "2024-25 61.96"),
    "not-met-level": lambda: one(HOLD, "2024-25 94.8"),
    "not-met-lower": lambda: one(DROPOUT, "2023-24 1.3"),
    "not-met-bound": lambda: one({}, "2024-25 <=49"),
    "part-met": lambda: whole("2023-24 62"),
    "parts-met": lambda: whole("2023-24 62", "2023-24 70"),
    "part-missed": lambda: whole("2023-24 61", "2023-24 70"),
    "parts-missed": lambda: whole("2023-24 61", "2023-24 50"),
    "part-rated": lambda: whole("2022-23 54"),
    "parts-rated": lambda: whole("2022-23 60", "2022-23 54"),
    "part-overdue": lambda: whole("2023-24 62", "", as_of="2030-01-01"),
    "parts-overdue": lambda: whole("", "", as_of="2030-01-01"),
    "part-unrated": lambda: whole("2023-24 62", "2023-24 suppressed"),
    "parts-unrated": lambda: whole("2023-24 suppressed", ""),
}


def said() -> list[tuple[str, str, str, str]]:
    """Read name, state and rule, English and Spanish of every case from sentences.txt."""
    blocks = (Path(__file__).parent / "sentences.txt").read_text("utf-8").split("\n\n")
    found = []
    for block in blocks:
        (name, rule), (_, english), (_, spanish) = (
            line.split(": ", 1) for line in block.strip().splitlines()
        )
        found.append((name, rule, english, spanish))
    return found


@pytest.mark.parametrize(("name", "rule", "english", "spanish"), said())
def test_a_sentence(name: str, rule: str, english: str, spanish: str) -> None:
    assessment = CASES[name]()
    assert f"{assessment.state.value} {assessment.rule}" == rule
    assert assessment.sentences["en"] == english
    spoken = languages()["es"]
    bounds = {
        "at_least": spoken.say("at least %(amount)s", amount=""),
        "at_most": spoken.say("at most %(amount)s", amount=""),
    }
    assert assessment.sentences["es"] == spanish.format_map(bounds)


def test_every_case_state_and_rule_has_been_heard() -> None:
    heard = said()
    assert [name for name, _, _, _ in heard] == list(CASES)
    assert {rule.split()[0] for _, rule, _, _ in heard} == set(State)
    assert {int(rule.split()[1]) for _, rule, _, _ in heard} == set(range(1, 11))


def test_every_message_has_its_spanish() -> None:
    spanish = languages()["es"].translations
    for module in sorted(ASSESS.glob("*.py")):
        keywords = {"say": None, "say_n": (1, 2)}
        for _, message, _, _ in extract_from_file("python", str(module), keywords=keywords):
            one, many = (message, "") if isinstance(message, str) else message
            if one == many or one in ("%(sentence)s.", "%(position)s; %(progress)s."):
                continue
            assert (spanish.ngettext(one, many, 2) if many else spanish.gettext(one)) not in (
                one,
                many,
            ), one
