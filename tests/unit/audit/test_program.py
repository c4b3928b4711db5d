"""Linear programs."""

from planpress.audit.program import Program


def test_the_smallest_and_largest_value_of_a_sum():
    program = Program()
    one, two = program.column(0, 10), program.column(0, 5)
    program.row({one: 1, two: 1}, 8, 8)
    assert program.least({one: 1}) == 3
    assert program.least({one: -1}) == -8
    assert program.least({two: 1}) == 0
    assert program.seen == [(3, 8), (0, 5)]


def test_what_keeps_a_sum_from_being_smaller():
    program = Program()
    one, two, three = (program.column(0, high) for high in (10, 5, 7))
    program.row({three: 1}, 0, 7)
    program.row({one: 1, two: 1}, 8, 8)
    assert program.binding({one: 1}) == ([1], [two])


def test_soft_sums_give_way_by_as_little_as_it_takes():
    program = Program()
    one, two = program.column(0, 3), program.column(0, 5)
    program.row({one: 1, two: 1}, 10, 10, soft=True)
    program.row({two: 1}, 0, 4, soft=True)
    assert abs(program.least({one: 1}) - 3) < 0.01
    assert abs(-program.least({two: -1}) - 5) < 0.01
