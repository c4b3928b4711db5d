from unit.render.sample import words

from planpress.render.leaf import Turn
from planpress.render.letters import by_letter, turns_by_letter


def test_things_stand_under_their_letter_in_the_order_of_the_language():
    found = {"b": words("Ñandú"), "a": words("obra"), "c": words("Nota")}
    said = by_letter(found, "es", lambda name: (found[name], name))
    assert said == (("N", ("c",)), ("Ñ", ("b",)), ("O", ("a",)))


def test_pages_with_one_title_stand_in_the_order_of_their_paths():
    turns = [Turn(words("Same", "Otra"), path) for path in ("b/", "a/")]
    ((letter, found),) = turns_by_letter(turns, "es")
    assert (letter, [turn.path for turn in found]) == ("O", ["a/", "b/"])
