from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planpress.model.period import Form, Period
from planpress.model.series import Observation, Series, Status
from planpress.model.value import Bound, Value
from planpress.read.published import NUMBERS, read_numbers, written_numbers

VALUES = some.builds(
    Value,
    some.decimals(0, 100, places=2, allow_nan=False).map(Decimal),
    some.sampled_from(Bound),
)
NOTES = some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@some.composite
def series(draw):
    form = draw(some.sampled_from([Form.SCHOOL_YEAR, Form.MONTH, Form.DAY]))
    first = {Form.SCHOOL_YEAR: 2011, Form.MONTH: 12 * 2011 + 11, Form.DAY: 734000}[form]
    keys = draw(
        some.sets(
            some.tuples(
                some.sampled_from([(), (("group", "a"),), (("group", "a"), ("level", "b"))]),
                some.integers(first, first + 3),
            ),
            min_size=1,
        )
    )
    rows = []
    for codes, number in sorted(keys):
        hidden = draw(some.booleans())
        rows.append(
            Observation(
                period=Period(form, number),
                value=None if hidden else draw(VALUES),
                n=None if hidden else draw(some.none() | some.just(Value(Decimal(20)))),
                status=Status.SUPPRESSED if hidden else Status.PLAIN,
                codes=codes,
                note="" if hidden else draw(NOTES),
            )
        )
    return Series(indicator="rate", observations=tuple(rows))


def kept(folder, texts):
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


@given(series())
def test_what_is_written_is_read_back(one):
    with TemporaryDirectory() as name:
        kept(Path(name), written_numbers({"rate": one}))
        found, problems = read_numbers(Path(name))
    assert problems == []
    assert found["rate"].observations == one.observations
    assert written_numbers(found) == written_numbers({"rate": one})


def test_a_measure_without_numbers_has_no_file():
    assert written_numbers({"rate": Series(indicator="rate")}) == {}


def test_nothing_recorded(tmp_path):
    assert read_numbers(tmp_path) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "period,value\n2024,5\n",
        "period,value,n,status,note\n2024,x,,,\n",
        "period,value,n,status,note\n2042-17,5,,,\n",
        "period,value,n,status,note\n2024,5,,odd,\n",
        "period,value,n,status,note\n2024,5\n",
        'period,value,n,status,note\n2024,"5\n',
        "<<<<<<< HEAD\n",
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_read_is_a_problem(tmp_path, text):
    folder = tmp_path / NUMBERS
    folder.mkdir(parents=True)
    (folder / "rate.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = read_numbers(tmp_path)
    assert [(p.stops, p.place.path) for p in problems] == [(True, f"{NUMBERS}/rate.csv")]
    assert found == {}
