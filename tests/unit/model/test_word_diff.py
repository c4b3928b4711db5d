"""Two texts as one: what was kept, removed, added."""

from hypothesis import given
from hypothesis import strategies as st

from planpress.model.word_diff import Edit, word_diff

words = st.lists(st.sampled_from(["we", "read", "all", "books,", "now.", "2025–26"]), max_size=9)


def joined(runs, *edits):
    return "".join(text for edit, text in runs if edit in edits)


@given(words.map(" ".join), words.map(" ".join))
def test_both_texts_can_be_read_from_it(before, after):
    runs = word_diff(before, after)
    assert joined(runs, Edit.KEPT, Edit.REMOVED) == before
    assert joined(runs, Edit.KEPT, Edit.ADDED) == after


@given(words.map(" ".join))
def test_equal_texts_have_no_change(text):
    assert all(edit is Edit.KEPT for edit, _ in word_diff(text, text))


def test_words_are_taken_whole_and_changes_beside_each_other_are_one():
    runs = word_diff("Every child reads well.", "Every young student reads well.")
    assert runs == (
        (Edit.KEPT, "Every "),
        (Edit.REMOVED, "child"),
        (Edit.ADDED, "young student"),
        (Edit.KEPT, " reads well."),
    )


def test_line_breaks_are_spaces():
    assert word_diff("one\ntwo", "one two") == ((Edit.KEPT, "one two"),)
