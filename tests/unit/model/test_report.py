from datetime import date

import pytest
from pydantic import ValidationError

from planpress.model.report import ReportRecord
from planpress.model.source import Source
from planpress.model.words import Words


def report(**facts: object) -> ReportRecord:
    usual = {
        "id": "reading",
        "source": Source({"en": "content/reports/reading.md"}, {}),
        "title": Words({"en": "Reading"}),
        "date": "2026-02-11",
        "ends": ("End 1",),
    }
    return ReportRecord.model_validate({**usual, **facts})


def test_the_least_that_a_report_says() -> None:
    found = report()
    assert (found.date, found.ends, found.file) == (date(2026, 2, 11), ("End 1",), None)
    assert not found.summary


def test_it_names_every_end_it_is_about_and_its_file() -> None:
    found = report(ends=("End 1", "Safety"), file="report.pdf")
    assert (found.ends, found.file) == (("End 1", "Safety"), "report.pdf")


@pytest.mark.parametrize("missing", ["title", "date", "ends"])
def test_it_has_a_title_a_date_and_ends(missing: str) -> None:
    usual = report().model_dump(exclude_unset=True)
    facts = {**usual, "title": Words({"en": "R"}), "source": Source({"en": "r.md"}, {})}
    facts["date"] = "2026-02-11"
    assert ReportRecord.model_validate(facts)
    del facts[missing]
    with pytest.raises(ValidationError, match=missing):
        ReportRecord.model_validate(facts)
