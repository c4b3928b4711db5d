from planpress.model.place import Place
from planpress.model.translation import State, Unit
from planpress.model.worded import BODY
from planpress.translate.body import assembled


def unit(section, target_section, target=None, **others):
    return Unit(
        record="pages/vision",
        language="es",
        way=BODY,
        state=others.get("state", State.COMPLETE),
        source=None if section is None else f"## S{section}\n",
        before=others.get("before"),
        target=target,
        section=section,
        target_section=target_section,
        source_place=Place("content/pages/vision.md", 5),
    )


A, B, C = "## A\n\na\n\n", "## B\n\nb\n\n", "## C\n\nc"


def test_what_is_not_new_stays_as_it_is():
    assert assembled([unit(0, 0, A), unit(1, 1, B), unit(2, 2, C)], {}) == A + B + C
    assert assembled([unit(0, 1, C), unit(1, 0, A)], {}) == A + C


def test_a_new_text_stands_in_the_place_of_the_old():
    assert assembled([unit(0, 0, A), unit(1, 1, C)], {1: "## D"}) == A + "## D"


def test_a_new_section_follows_the_one_before_it():
    units = [unit(0, 0, A), unit(1, None), unit(2, 1, C)]
    assert assembled(units, {1: B}) == A + B + C
    assert assembled([unit(0, None), unit(1, 0, C)], {0: A}) == A + C
    assert assembled([unit(0, 0, "## A\n\na"), unit(1, None)], {1: C}) == A + C


def test_what_has_no_heading_stays_above():
    assert assembled([unit(0, None), unit(None, 0, "a\n\n")], {0: B}) == "a\n\n" + B.strip()


def test_a_moved_section_follows_the_one_before_it_now():
    moved = unit(2, 0, A, state=State.STALE, before="## S2")
    units = [unit(0, 1, B), unit(1, 2, C), moved]
    assert assembled(units, {2: A}) == B + C + "\n\n" + A.strip()
    assert assembled(units, {}) == A + B + C


def test_what_has_no_source_stays_unless_it_is_to_go():
    units = [unit(0, 0, A), unit(1, 2, C), unit(None, 1, B)]
    assert assembled(units, {}) == A + B + C
    assert assembled(units, {}, prune=True) == A + C
