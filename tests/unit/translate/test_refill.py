from babel import Locale

from planpress.model.place import Place
from planpress.model.translation import State, Unit
from planpress.model.worded import BODY
from planpress.translate.cut import cut
from planpress.translate.refill import misread, refilled

EN, ES = Locale("en", "US"), Locale("es", "US")


def put(source, target, words, state=State.COMPLETE, before=None):
    unit = Unit(
        record="pages/vision",
        language="es",
        way=BODY,
        state=state,
        source=source,
        target=target,
        before=before,
        section=0,
        source_place=Place("content/pages/vision.md", 5),
    )
    (found,) = cut([unit])
    text = refilled(found, words, EN, ES)
    return text, misread(found, text, words)


def test_without_a_translation_the_frame_is_that_of_the_source():
    source = "## A {: #a}\n\n1. b\n2. c\n   d\n\n| e | 3 |\n|---|--:|\n\n{{ chart x }}\n"
    text, wrong = put(source, None, ["Á", "be", "ce de", "é"])
    assert text == "## Á {: #a}\n\n1. be\n2. ce de\n\n| é | 3 |\n|---|--:|\n\n{{ chart x }}\n"
    assert wrong is None


def test_a_line_is_not_broken_where_its_rest_would_be_something_else():
    words = "x" * 50 + " abcdef # no"
    text, wrong = put("- " + "a " * 20 + "\n  b", "- " + "a " * 20 + "\n  b", [words])
    assert (text, wrong) == (f"- {words}", None)


def test_what_is_protected_is_not_broken():
    code = "`" + "a b " * 20 + "`"
    text, wrong = put("a `x`\nb", "á `x`\nbe", [f"á {code} {'z ' * 30}fin"])
    assert code in text
    assert wrong is None


def test_a_break_that_is_meant_comes_back():
    text, wrong = put("> a  \n> b", "> á  \n> be", ["é\nbo"])
    assert (text, wrong) == ("> é  \n> bo", None)


def test_what_would_be_read_as_something_else_is_named():
    assert put("a\n\nb", None, ["a", "# b"])[1] == 1
    assert put("a\n\nb", None, ["a", "{{ chart x }}"])[1] == 1
    assert put("| a | b |\n|---|---|", None, ["a", "b | c"])[1] == 1
    assert put("a\n\nb\n", "á y be\n", ["á\n\n## be"])[1] == 0


def test_another_way_to_write_a_number_in_a_table_stays():
    source, target = "| a | 1,200 |\n|---|---|", "| á | 1200 |\n|---|---|"
    before = source.replace("| a", "| old")
    assert put(source, target, ["é"], State.STALE, before)[0] == target.replace("á", "é")
    changed = source.replace("1,200", "1,300")
    assert "| é | 1,300 |" in put(changed, target, ["é"], State.STALE, before)[0]


def test_a_frame_that_was_changed_is_that_of_the_source():
    source, target = "## a\n\n{: .note}\nb", "# á\n\nbe"
    text, _ = put(source, target, ["á", "be"], State.STALE, "# a\n\nb")
    assert text == "## á\n\n{: .note}\nbe"


def test_a_whole_section_keeps_its_end():
    assert put("a\n\nb\n\n", "á y be\n\n", ["é y be"])[0] == "é y be\n\n"
    assert put("a\n\nb\n\n", "á y be\n\n", ["á y be"])[0] == "á y be\n\n"
