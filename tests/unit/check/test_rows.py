"""Whom a row is about, and doubts."""

from unit.check.numbered import row, series

from planpress.check.rows import doubt, of_people, people, some

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
