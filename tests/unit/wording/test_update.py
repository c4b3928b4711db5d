from hypothesis import given
from hypothesis import strategies as st
from polib import pofile

from planpress.read.messages import Message
from planpress.wording.update import empty, listing, updated, written

HEADER = 'msgid ""\nmsgstr ""\n"X-Translated-By: machine\\n"\n\n'


def brought(words, *messages, forms=2):
    return updated(pofile(HEADER + words), messages, forms)


def test_words_of_a_message_that_stays_are_kept():
    change = brought(
        '# Ours.\nmsgid "Data"\nmsgstr "Datos"\n', Message(one="Data", files=("a.html",))
    )
    assert (change.new, change.changed, change.unused) == (0, 0, 0)
    assert written(change.entries) == (
        '#\nmsgid ""\nmsgstr "X-Translated-By: machine\\n"\n\n'
        '# Ours.\n#: a.html\nmsgid "Data"\nmsgstr "Datos"\n'
    )


def test_a_new_message_has_no_words():
    change = brought("", Message(one="%(n)s day", many="%(n)s days"), forms=3)
    (entry,) = change.entries
    assert change.new == 1
    assert (entry.msgstr_plural, entry.flags) == ({0: "", 1: ""}, ["python-format"])


def test_changed_words_keep_their_translation_as_uncertain():
    change = brought(
        'msgid "Data of the plan"\nmsgstr "Datos del plan"\n', Message(one="Data of this plan")
    )
    (entry,) = change.entries
    assert (change.new, change.changed, change.unused) == (0, 1, 0)
    assert (entry.fuzzy, entry.msgstr) == (True, "Datos del plan")
    assert entry.previous_msgid == "Data of the plan"


def test_words_changed_twice_say_what_was_translated():
    once = brought('msgid "Data of the plan"\nmsgstr "Datos"\n', Message(one="Data of this plan"))
    twice = updated(pofile(written(once.entries)), [Message(one="Data of our plan")], 2)
    assert twice.entries[0].previous_msgid == "Data of the plan"


def test_other_words_are_not_taken_for_changed_ones():
    change = brought('msgid "Data"\nmsgstr "Datos"\n', Message(one="Something else"))
    assert (change.new, change.changed, change.unused) == (1, 0, 1)
    assert change.entries[-1].obsolete
    again = updated(change.entries, [Message(one="Data")], 2)
    assert [(e.msgid, e.msgstr, e.obsolete) for e in again.entries] == [("Data", "Datos", False)]


def test_a_message_that_is_counted_now_is_uncertain():
    change = brought(
        'msgid "%(n)s day"\nmsgstr "%(n)s día"\n', Message(one="%(n)s day", many="%(n)s days")
    )
    assert change.entries[0].fuzzy
    assert change.entries[0].msgstr_plural == {0: "%(n)s día", 1: ""}


def test_a_new_language_begins_empty():
    made = empty("zh-Hant", "nplurals=1; plural=0;", "Traditional Chinese")
    assert made.metadata["Language"] == "zh_Hant"
    assert made.metadata["Plural-Forms"] == "nplurals=1; plural=0;"


NAMES = st.lists(st.text('ab%() "\\\n', min_size=1, max_size=9), unique=True, max_size=6)


@given(before=NAMES, after=NAMES)
def test_an_update_holds_exactly_what_is_asked_for_and_changes_nothing_twice(before, after):
    old = listing((Message(one=name) for name in before), "T")
    for entry in old:
        entry.msgstr = entry.msgid.upper()
    asked = [Message(one=name) for name in after]
    once = written(updated(old, asked, 2).entries)
    back = pofile(once)
    assert [entry.msgid for entry in back if not entry.obsolete] == after
    kept = {entry.msgid: entry.msgstr for entry in back if not entry.fuzzy}
    assert all(kept[name] == name.upper() for name in {*before} & {*after})
    assert written(updated(back, asked, 2).entries) == once
