from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.read import table
from planpress.read.table import read_table

CELLS = st.sampled_from(
    ["a", "", '"b"', '" c"', '"d,e"', '"f\ng"', '"h""i"', 'j"k', '"l"m', " n", '" "', " ", '"',
     '""', '"""', "é", "\t", "x\u2028y", "\x1c", "\x85", "p\x0bq", '"\n"', "NA", "1.50", "#", "'"]
)  # fmt: skip
LINES = st.one_of(
    st.lists(CELLS, min_size=2, max_size=2).map(",".join),
    st.lists(CELLS, min_size=1, max_size=4).map(",".join),
    st.sampled_from(["", "  "]),
)
TEXTS = st.tuples(
    st.lists(LINES, min_size=1, max_size=5).map("\n".join), st.sampled_from(["", "\n", "\n\n"])
).map("".join)


@settings(deadline=None)  # pandas is imported for the first one
@given(TEXTS)
def test_small_and_large_texts_are_the_same_tables(text):
    small = read_table("data/x.csv", text)
    before, table.SMALL = table.SMALL, -1
    try:
        assert read_table("data/x.csv", text) == small
    finally:
        table.SMALL = before


def test_cells_are_as_they_are_written():
    found, problems = read_table("data/x.csv", 'a,b\n"1,0",NA\n\n"two\nlines", 3\n')
    assert problems == []
    assert found.columns == (["1,0", "two\nlines"], ["NA", " 3"])
    assert list(found.lines) == [2, 4]
