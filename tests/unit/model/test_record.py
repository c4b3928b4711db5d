import pickle

from unit.assess.measures import measure

from planpress.model.indicator import IndicatorRecord
from planpress.model.place import Place
from planpress.model.source import Source
from planpress.model.translated import Translated
from planpress.model.words import Words


def test_a_record_comes_back_as_it_was_without_being_checked():
    record = measure(tolerance="0.5")
    back = pickle.loads(pickle.dumps(record))
    assert back == record
    assert type(back) is IndicatorRecord
    assert type(back.target) is type(record.target)
    assert back.model_fields_set == record.model_fields_set
    assert back.target.model_fields_set == record.target.model_fields_set
    assert repr(back) == repr(record)
    assert hash(type(back.target.period)) == hash(type(record.target.period))


def test_what_was_made_without_checks_comes_back_too():
    record = measure().model_copy(update={"title": Words({"en": "Other"})})
    assert pickle.loads(pickle.dumps(record)) == record
    assert IndicatorRecord.model_construct(id="x") == pickle.loads(
        pickle.dumps(IndicatorRecord.model_construct(id="x"))
    )


def test_a_source_comes_back_with_all_it_knows():
    place = Place("a.md", 2, 3)
    source = Source(
        {"en": "a.md"}, {("x", 0): place}, {"es": Translated(by="machine")}, "d", {"en": "p"}
    )
    back = pickle.loads(pickle.dumps(source))
    assert back == source
    assert (back.digest, back.pages) == ("d", {"en": "p"})
