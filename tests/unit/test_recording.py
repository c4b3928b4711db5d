"""What is recorded: kept whole, told again, and in agreement with what a build shows."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some
from unit.model.test_move import FIRST, known_then
from unit.render.sample import indicator, plan

from planpress.assess.moves import moves
from planpress.model.assessment import Assessment, Result
from planpress.model.history import Past
from planpress.model.project import Project
from planpress.recording import keep, recall, with_agenda, with_ratings

PROJECT = Project(plan=plan(), indicators={name: indicator(name) for name in "abc"})


def assessed(known):
    """Return assessments that make known what is said; a result needs both its parts."""
    return {
        name: Assessment(
            indicator=name,
            state=k.state,
            rule=8,
            rating=k.rating,
            latest=Result(k.period, k.value) if k.period and k.value else None,
        )
        for name, k in known.items()
    }


def shown(past, known, day):
    return moves(PROJECT, {}, with_ratings(past, assessed(known), day).ratings, day)


days = some.integers(min_value=0, max_value=2)


@settings(max_examples=50)
@given(some.lists(some.tuples(known_then, days, some.booleans()), max_size=6))
def test_a_move_is_shown_once_before_and_after_it_is_recorded(story):
    day = FIRST
    with TemporaryDirectory() as name:
        folder = Path(name)
        for known, later, recorded in story:
            day += timedelta(days=later)
            past, problems = recall(folder)
            assert problems == ()
            found = shown(past, known, day)
            assert len({(m.day, m.indicator) for m in found}) == len(found)
            if recorded:
                now = with_agenda(with_ratings(past, assessed(known), day), PROJECT, day)
                assert keep(folder, now, day) == ()
                kept, _ = recall(folder)
                assert kept.ratings == now.ratings
                assert shown(kept, known, day) == found
                texts = {f: f.read_bytes() for f in folder.rglob("*.json")}
                assert keep(folder, with_ratings(kept, assessed(known), day), day) == ()
                assert {f: f.read_bytes() for f in folder.rglob("*.json")} == texts


def test_what_cannot_be_written_is_a_problem(tmp_path):
    (tmp_path / "content").write_text("a file where a folder should be", "utf-8")
    (problem,) = keep(tmp_path, Past(), date(2026, 1, 5))
    assert problem.stops
    assert problem.place.path == "content/history"
