"""What a translation's file says of itself."""

from datetime import date

import pytest
from conftest import INDICATOR, INDICATOR_ES, edited

from planpress.model.translated import Translated
from planpress.read.project import read

PATH = "content/indicators/grade-3.es.md"


def marked(lines):
    return {PATH: edited(INDICATOR_ES, "---\n", f"---\n{lines}")}


@pytest.mark.parametrize(
    ("lines", "expected", "unreviewed"),
    [
        ("", Translated(), False),
        ("translated_by: machine\n", Translated(by="machine"), True),
        ("translated_by: Rosa\n", Translated(by="Rosa"), False),
        (
            "translated_by: machine\nreviewed_by: Rosa\nreviewed_on: 2026-11-01\n",
            Translated(by="machine", reviewed_by="Rosa", reviewed_on=date(2026, 11, 1)),
            False,
        ),
    ],
)
def test_it_says_who_wrote_and_who_read_it(alder, lines, expected, unreviewed):
    reading = read(alder(marked(lines)))
    assert reading.problems == ()
    found = reading.project.indicators["grade-3"].source.translated["es"]
    assert found == expected
    assert found.unreviewed is unreviewed


@pytest.mark.parametrize(
    ("lines", "rule", "line"),
    [
        ("reviewed_by: Rosa\n", "missing-key", 2),
        ("reviewed_on: 2026-11-01\n", "missing-key", 2),
        ("reviewed_by: Rosa\nreviewed_on: yesterday\n", "wrong-value", 3),
        ("translated_by: [a, b]\n", "wrong-shape", 2),
    ],
)
def test_what_is_half_said_is_a_problem_with_its_place(alder, lines, rule, line):
    (problem,) = read(alder(marked(lines))).problems
    assert (problem.place.path, problem.place.line, problem.rule) == (PATH, line, rule)


def test_the_first_language_has_no_such_marks(alder):
    text = edited(INDICATOR, "---\n", "---\ntranslated_by: machine\n")
    (problem,) = read(alder({"content/indicators/grade-3.md": text})).problems
    assert problem.rule == "unknown-key"
