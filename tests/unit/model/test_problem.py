"""Lists of problems that end."""

from planpress.model.place import Place
from planpress.model.problem import LISTED, error, listed, notice, warning


def test_a_list_ends_with_the_worst_of_the_others():
    def made(kind, line):
        return kind(Place("data/a.csv", line), "r", f"line {line}", "h")

    few = [made(warning, line) for line in range(LISTED + 1)]
    assert list(listed(few)) == few
    many = [*few, made(notice, 90), made(error, 91), made(error, 92)]
    *first, last = listed(many)
    assert first == few[:LISTED]
    assert (last.level, last.place.line) == ("error", 91)
    assert last.message == "… and 4 more like those before, the next one here: line 91"
