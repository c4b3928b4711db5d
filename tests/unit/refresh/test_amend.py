"""A changed file of numbers: all that is as before stays as it is written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from planpress.model.change import Entry, RowKey, changes
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.model.value import Value
from planpress.read.series import read_series
from planpress.refresh.amend import amended, joined
from planpress.refresh.since_recorded import rows_of

ODD = '''value,period,group,note,n
50.0,2022-23,,"said, ""once""",400
54,2023-24,all,,410
48,2022-23,female,a,190
'''


def read(content):
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    series, problems = read_series("rate", "data/rate.csv", text)
    assert problems == []
    return series


def change(present, new):
    series = read(present)
    after = {**rows_of(series), **new}
    after = {key: entry for key, entry in after.items() if entry is not None}
    found = changes(rows_of(series), after)
    content = amended(present, series, found, ("group", "level"))
    assert rows_of(read(content)) == after
    return content


def key(period, *codes):
    return RowKey(codes, Period.parse(period))


FEMALE = ("group", "female")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_order_columns_line_ends_and_mark_stay(end, mark):
    present = mark + ODD.replace("\n", end).encode()
    content = change(
        present,
        {
            key("2023-24"): Entry(Value.parse("55.5"), Value.parse("410")),
            key("2023-24", FEMALE): Entry(Value.parse("49")),
            key("2024-25"): Entry(Value.parse("56")),
        },
    )
    assert (
        content
        == mark
        + end.join(
            [
                "value,period,group,note,n",
                '50.0,2022-23,,"said, ""once""",400',
                "55.5,2023-24,all,,410",
                "56,2024-25,,,",
                "48,2022-23,female,a,190",
                "49,2023-24,female,,",
                "",
            ]
        ).encode()
    )


def test_a_needed_column_is_added_and_a_row_taken_out():
    content = change(
        b"period,value\n2023,5\n2022,4\n",
        {key("2023"): None, key("2024"): Entry(status=Status.SUPPRESSED, n=Value.parse("3"))},
    )
    assert content == b"period,value,n,status\n2022,4,,\n2024,,3,suppressed\n"


def test_where_people_do_not_stand_together_new_rows_stand_at_the_end():
    present = b"period,value,group\n2022,5,\n2022,4,female\n2023,6,\n2023,5,female\n"
    content = change(
        present,
        {key("2024", FEMALE): Entry(Value.parse("6")), key("2024"): Entry(Value.parse("7"))},
    )
    assert content == present + b"2024,7,\n2024,6,female\n"


@pytest.mark.parametrize("present", [b"", b"period,value\n"])
def test_a_new_file(present):
    rows = {key("2024", FEMALE): Entry(Value.parse("6"), Value.parse("20"))}
    content = amended(present, read(present) if present else None, changes({}, rows), ("group",))
    assert content == b"period,value,n,group\n2024,6,20,female\n"


KEYS = some.builds(
    RowKey,
    some.sampled_from([(), (FEMALE,), (FEMALE, ("level", "high"))]),
    some.integers(2000, 2005).map(lambda year: Period.parse(str(year))),
)
ENTRIES = some.builds(
    Entry,
    some.integers(0, 9).map(lambda number: Value(Decimal(number))),
    some.none() | some.just(Value(Decimal(30))),
    some.sampled_from([Status.PLAIN, Status.PRELIMINARY]),
    some.sampled_from(["", "a, note", 'a "word"', "two\nlines"]),
)
ROWS = some.dictionaries(KEYS, ENTRIES, min_size=1)


@settings(max_examples=60)
@given(ROWS, ROWS)
def test_the_file_says_the_new_rows_and_then_stays(before, after):
    dimensions = ("group", "level")
    first = amended(b"", None, changes({}, before), dimensions)
    content = amended(first, read(first), changes(before, after), dimensions)
    assert rows_of(read(content)) == after
    assert amended(content, read(content), (), dimensions) == content


def test_rows_of_the_same_periods_and_splits_are_replaced():
    present = read(
        b"period,value,group,note\n2023,5,,kept\n2024,6,,gone\n2024,5,female,stays\n2024,7,male,\n"
    )
    new = read(b"period,value\n2024,6\n2025,8\n")
    found = rows_of(joined(present, new))
    assert {str(k.period) + "".join(c for _, c in k.codes): e.note for k, e in found.items()} == {
        "2023": "kept",
        "2024": "gone",
        "2024female": "stays",
        "2024male": "",
        "2025": "",
    }
    changed = read(b"period,value\n2024,9\n")
    assert rows_of(joined(present, changed))[key("2024")] == Entry(Value.parse("9"))
    groups = read(b"period,value,group\n2024,4,female\n")
    assert key("2024", ("group", "male")) not in rows_of(joined(present, groups))
