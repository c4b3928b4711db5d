"""Since when pages and stocktakes are as they are."""

from datetime import date

from planpress.model.history import Agenda, History, Recorded, Revised

KEY = ("pages/old", "en")
ARCHIVED, LATER, TODAY = date(2026, 1, 5), date(2026, 2, 6), date(2026, 3, 7)


def test_a_page_just_archived_is_unchanged_since_the_day_it_names():
    for before in (History(), History({KEY: Recorded("a", LATER)})):
        entry = before.now({KEY: "b"}, TODAY, {KEY: ARCHIVED}).entries[KEY]
        assert entry == Recorded("b", ARCHIVED, ARCHIVED)


def test_a_page_is_not_archived_before_its_day():
    entry = History().now({KEY: "a"}, ARCHIVED, {KEY: TODAY}).entries[KEY]
    assert entry.since == ARCHIVED


def test_a_page_changed_after_it_was_recorded_as_archived_is_new():
    kept = History({KEY: Recorded("a", ARCHIVED, ARCHIVED)})
    assert kept.now({KEY: "a"}, TODAY, {KEY: ARCHIVED}) == kept
    entry = kept.now({KEY: "b"}, TODAY, {KEY: ARCHIVED}).entries[KEY]
    assert entry == Recorded("b", TODAY, ARCHIVED)


def test_a_changed_stocktake_has_the_next_sequence():
    first = Agenda().now({"one": "a", "two": "b"}, ARCHIVED)
    then = first.now({"one": "c", "two": "b"}, LATER)
    assert then.entries == {"one": Revised("c", 1, LATER), "two": Revised("b", 0, ARCHIVED)}
    assert then.now({"one": "c", "two": "b"}, TODAY) == then


def test_a_stocktake_that_comes_back_goes_on_counting():
    agenda = Agenda({"one": Revised("a", 3, ARCHIVED)}).now({}, LATER).now({"one": "b"}, TODAY)
    assert agenda.entries == {"one": Revised("b", 4, TODAY)}
