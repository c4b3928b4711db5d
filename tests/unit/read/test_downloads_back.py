"""What the site publishes can be dropped into data/ again."""

import re

from hypothesis import given
from hypothesis import strategies as st

from planpress.model.period import Form, Period
from planpress.model.series import Observation, Series, Status
from planpress.model.value import Value
from planpress.read.series import read_series
from planpress.read.table import INVISIBLE
from planpress.read.text import read_text
from planpress.render.downloads import table_file

NUMBERS = st.decimals(-1000, 1000, places=2).map(lambda number: f"{number:f}")
BOUNDS = st.sampled_from(["", ">=", "<="])
VALUES = st.builds(lambda sign, number: Value.parse(sign + number), BOUNDS, NUMBERS)
COUNTS = st.builds(lambda sign, n: Value.parse(f"{sign}{n}"), BOUNDS, st.integers(0, 10**6))
CODES = st.sampled_from(["female", "english-learners", "12", "a-1"])
NOTES = st.text('abñ 1,;"\n\r\t=+-@\u00a0\u2028😀', max_size=12).map(lambda t: t.strip(INVISIBLE))
FORMS = {
    Form.SCHOOL_YEAR: st.integers(1900, 2098),
    Form.YEAR: st.integers(1900, 2100),
    Form.QUARTER: st.integers(4 * 1900, 4 * 2100),
    Form.MONTH: st.integers(12 * 2013, 12 * 2100),  # before that, 2011-12 is a school year
    Form.DAY: st.integers(700_000, 760_000),
}


@st.composite
def published(draw):
    form = draw(st.sampled_from(list(FORMS)))
    rows = []
    for number in draw(st.lists(FORMS[form], max_size=6)):
        period = Period(form, number)
        codes = tuple((name, draw(CODES)) for name in ("group", "school") if draw(st.booleans()))
        if draw(st.booleans()):
            rows.append(Observation(period=period, status=Status.SUPPRESSED, codes=codes))
            continue
        status = draw(st.sampled_from([s for s in Status if s is not Status.SUPPRESSED]))
        measured = status is not Status.NOT_ADMINISTERED
        rows.append(
            Observation(
                period=period,
                value=draw(VALUES) if measured else None,
                n=draw(st.none() | COUNTS),
                status=status,
                codes=codes,
                note=draw(NOTES),
            )
        )
    return Series(indicator="x", dimensions=("group", "school"), observations=tuple(rows))


def line(note):
    return re.sub(r"[\r\n]+", " ", note)


@given(series=published())
def test_a_download_gives_the_same_rows_back(tmp_path_factory, series):
    file = tmp_path_factory.mktemp("site") / "x.csv"
    file.write_bytes(table_file(series))
    text, problems = read_text(file, "data/x.csv")
    assert problems == []
    back, problems = read_series("x", "data/x.csv", text)
    assert problems == []
    assert back.dimensions == series.dimensions
    assert [row[:6] for row in back.observations] == [
        (o.period, o.value, o.n, o.status, o.codes, line(o.note)) for o in series.observations
    ]
