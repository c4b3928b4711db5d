from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from planpress.model.change import Change, Entry, Kind, RowKey, applied, changes
from planpress.model.period import Form, Period
from planpress.model.series import Status
from planpress.model.value import Value

KEYS = some.builds(
    RowKey,
    some.sampled_from([(), (("group", "female"),), (("group", "male"), ("level", "high"))]),
    some.integers(2000, 2004).map(lambda year: Period(Form.YEAR, year)),
)
ENTRIES = some.builds(
    Entry,
    some.none() | some.integers(0, 3).map(lambda n: Value(Decimal(n))),
    some.none() | some.just(Value(Decimal(20))),
    some.sampled_from(Status),
    some.sampled_from(["", "a note"]),
)
ROWS = some.dictionaries(KEYS, ENTRIES)
KEY = RowKey((), Period(Form.YEAR, 2024))
HIDDEN = Entry(status=Status.SUPPRESSED)


@given(ROWS, ROWS)
def test_the_changes_lead_from_the_old_rows_to_the_new(before, after):
    found = changes(before, after)
    assert applied(found, before) == after
    assert all(change.before != change.after for change in found)
    assert changes(after, before) == tuple(Change(c.key, c.after, c.before) for c in found)


@given(ROWS)
def test_nothing_changes_between_equal_rows(rows):
    assert changes(rows, dict(reversed(rows.items()))) == ()


def test_a_number_written_otherwise_is_no_change():
    assert changes({KEY: Entry(Value.parse("84.60"))}, {KEY: Entry(Value.parse("84.6"))}) == ()


def test_every_kind():
    shown = Entry(Value.parse("50"))
    kinds = {
        (None, shown): Kind.ADDED,
        (shown, None): Kind.REMOVED,
        (shown, Entry(Value.parse("51"))): Kind.CHANGED,
        (shown, HIDDEN): Kind.HIDDEN,
        (HIDDEN, shown): Kind.SHOWN,
    }
    assert {sides: Change(KEY, *sides).kind for sides in kinds} == kinds
