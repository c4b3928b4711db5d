"""Whom a row is about, doubts, and lists that end."""

from unit.check.numbered import row, series

from planpress.check.rows import LISTED, doubt, listed, of_people, people, some
from planpress.model.place import Place
from planpress.model.problem import error, notice, warning

GIRLS = (("group", "female"), ("level", "high"))


def test_people_are_named_by_their_codes():
    assert (people(()), people(GIRLS)) == ("everyone", "female, high")
    assert (of_people(()), of_people(GIRLS)) == ("", " of female, high")


def test_some_of_many():
    assert some(["a"]) == "a"
    assert some(["a", "b", "c"], most=2) == "a, b and c"
    assert some("abcd", most=2) == "a, b and 2 others"


def test_a_doubt_says_how_to_answer_it():
    plain, noted = series([row("2020", "5"), row("2021", "6", note="Yes")]).observations
    one, other = (doubt(each, "jump", "so far", "Look.") for each in (plain, noted))
    assert (one.level, other.level) == ("warning", "notice")
    assert one.hint == "Look. If it is right, say why in the column note of this row."
    assert other.hint == "Look. If it is right, let the note say why."


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
