"""After any edits the lock names exactly the sections that were edited."""

from hypothesis import given
from hypothesis import strategies as st

from planpress.model.sections import sections
from planpress.translate.align import Kept, Match, mark, matched

WORDS = ("school", "child", "reads", "every", "year", "plan", "goal", "family", "teacher", "bus")


def body(parts):
    return "".join(f"## {head}\n\n{text}\n\n" for head, text in parts)


def spanish(parts):
    return [(f"{head} (es)", f"{text} en español") for head, text in parts]


def kept_of(source, target):
    pairs = zip(sections(body(source)), sections(body(target)), strict=True)
    return [Kept(mark(s.text), mark(t.text)) for s, t in pairs]


def found(source, target, kept, before):
    texts = [section.text for section in sections(body(before))]
    return matched(sections(body(source)), sections(body(target)), kept, texts)


texts = st.lists(st.sampled_from(WORDS), min_size=8, max_size=14).map(" ".join)
plans = st.lists(texts, min_size=1, max_size=9, unique=True).map(
    lambda found: [(f"Part {n}", text) for n, text in enumerate(found)]
)


@given(plans, st.data())
def test_edited_sections_and_no_others_differ_from_what_was_kept(plan, data):
    edited = data.draw(st.sets(st.integers(0, len(plan) - 1)))
    now = [
        (head, f"{text} and one thing more") if at in edited else (head, text)
        for at, (head, text) in enumerate(plan)
    ]
    kept = kept_of(plan, spanish(plan))
    matches = found(now, spanish(plan), kept, plan)
    assert [(m.source, m.target, m.kept, m.moved) for m in matches] == [
        (at, at, at, False) for at in range(len(plan))
    ]
    differs = {m.source for m in matches if kept[m.kept].source != mark(body([now[m.source]]))}
    assert differs == edited


@given(plans, texts, st.data())
def test_a_new_section_has_no_translation_and_the_others_keep_theirs(plan, new, data):
    at = data.draw(st.integers(0, len(plan)))
    now = [*plan[:at], ("Something new", f"{new} in addition"), *plan[at:]]
    matches = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert matches[at] == Match(at, None, None)
    rest = [m for m in matches if m.source != at]
    assert [m.target for m in rest] == list(range(len(plan)))
    assert all(m.kept == m.target and not m.moved for m in rest)


@given(plans, st.data())
def test_a_section_that_is_gone_leaves_its_translation_alone(plan, data):
    at = data.draw(st.integers(0, len(plan) - 1))
    now = [*plan[:at], *plan[at + 1 :]]
    *rest, alone = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert alone == Match(None, at, at)
    assert [m.target for m in rest] == [n for n in range(len(plan)) if n != at]


def test_a_section_that_moved_is_named_and_keeps_its_translation():
    plan = [(name, f"{name} is written here at some length") for name in "ABCD"]
    now = [plan[3], *plan[:3]]
    matches = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert matches == (
        Match(0, 3, 3, moved=True),
        Match(1, 0, 0),
        Match(2, 1, 1),
        Match(3, 2, 2),
    )


def test_a_section_that_was_written_anew_is_still_that_one():
    plan = [("A", "the first part of all"), ("B", "buses come on time"), ("C", "the last part")]
    now = [plan[0], ("Nothing like it", "every word is another here"), plan[2]]
    matches = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert matches[1] == Match(1, 1, 1)


def test_an_edited_section_beside_a_new_one_is_found_by_what_it_says():
    plan = [("A", "the first part of all"), ("B", "buses come on time in every school")]
    now = [
        plan[0],
        ("C", "nobody said this before now"),
        ("B", "buses come on time in our schools"),
    ]
    matches = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert matches[1] == Match(1, None, None)
    assert matches[2] == Match(2, 1, 1)


def test_one_of_two_equal_sections_that_was_edited_is_still_that_one():
    plan = [("A", "the same words"), ("A", "the same words")]
    now = [plan[0], ("A", "other words")]
    matches = found(now, spanish(plan), kept_of(plan, spanish(plan)), plan)
    assert [(m.target, m.kept) for m in matches] == [(0, 0), (1, 1)]


def test_a_translation_that_was_edited_too_is_found_by_its_place():
    plan = [(name, f"{name} is written here") for name in "ABC"]
    target = spanish(plan)
    target[1] = ("B (es)", "todo es nuevo")
    matches = found(plan, target, kept_of(plan, spanish(plan)), plan)
    assert [m.target for m in matches] == [0, 1, 2]


def test_without_a_lock_sections_are_paired_in_their_order():
    plan = [(name, f"{name} is written here") for name in "ABC"]
    assert [m.target for m in found(plan, spanish(plan), [], [])] == [0, 1, 2]
    assert [m.target for m in found(plan, spanish(plan)[:2], [], [])] == [0, 1, None]


def test_spaces_and_line_breaks_do_not_count():
    assert mark("one  two\nthree\n\n") == mark("one two three")
    assert mark("one two") != mark("one three")


def test_sections_that_only_the_translation_has_moved_are_found_again():
    plan = [("One", "first words"), ("Two", "other words"), ("Three", "the last words")]
    there = spanish(plan)
    swapped = [there[1], there[0], there[2]]
    matches = found(plan, swapped, kept_of(plan, there), plan)
    assert [(match.source, match.target, match.kept) for match in matches] == [
        (0, 1, 0),
        (1, 0, 1),
        (2, 2, 2),
    ]


def test_without_anything_kept_sections_go_together_by_their_order():
    plan = [("One", "first words"), ("Two", "other words")]
    assert found(plan, spanish(plan), [], []) == (Match(0, 0, None), Match(1, 1, None))
