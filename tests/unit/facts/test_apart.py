import pickle
from decimal import Decimal

from planpress.facts.apart import noted_value
from planpress.facts.mark import mark
from planpress.facts.noting import noting
from planpress.model.period import Period
from planpress.model.series import Observation, Series
from planpress.model.value import Value

ROWS = tuple(Observation(Period.parse(year), Value(Decimal(1))) for year in ("2023", "2024"))
PLAIN = Series(indicator="reading", observations=ROWS)
NAME = ("series", "reading")


def noted():
    return noted_value(NAME, PLAIN)


def read(look):
    """Return the facts that are read when somebody looks at a value."""
    with noting() as facts:
        look(noted())
    return facts


def test_a_field_and_what_is_worked_out_are_facts_of_their_own():
    assert read(lambda s: s.observations) == {(*NAME, "observations")}
    assert read(lambda s: s.outline.rows) == {(*NAME, "outline")}
    assert read(lambda s: s.indicator) == {(*NAME, "indicator")}


def test_what_a_method_reads_is_noted_each_time():
    series = noted()
    for _ in range(2):
        with noting() as facts:
            assert series.by("group") == ()
        assert facts == {(*NAME, "_alone")}


def test_it_is_still_the_value():
    series = noted()
    assert isinstance(series, Series)
    assert (series.observations, series.overall) == (ROWS, ROWS)


def test_its_mark_is_its_name():
    other = noted_value(NAME, Series(indicator="other"))
    assert mark(noted()) == mark(other) != mark(noted_value(("series", "x"), PLAIN))


def test_another_process_receives_it_plain():
    sent = pickle.loads(pickle.dumps(noted()))
    assert type(sent) is Series
    assert sent == PLAIN
