from datetime import date

import pytest
from pydantic import ValidationError

from planpress.model.page import PageRecord, Section
from planpress.model.source import Source
from planpress.model.words import Words


def page(**facts: object) -> PageRecord:
    source = Source({"en": "content/pages/older.md"}, {})
    usual = {"id": "older", "source": source, "title": Words({"en": "Older"})}
    return PageRecord.model_validate({**usual, **facts})


def test_a_page_is_about_the_site_and_not_archived_unless_it_says_so() -> None:
    found = page()
    assert (found.section, found.archived_on, found.plan) == (Section.ABOUT, None, None)


def test_an_archived_page_says_since_when_and_of_which_plan() -> None:
    found = page(section="archive", archived_on="2023-06-30", plan="first-plan")
    assert found.section is Section.ARCHIVE
    assert (found.archived_on, found.plan) == (date(2023, 6, 30), "first-plan")


@pytest.mark.parametrize(
    ("key", "value"),
    [("section", "old"), ("archived_on", "2023"), ("plan", "First Plan"), ("order", "first")],
)
def test_what_is_no_section_date_or_id_is_refused(key: str, value: str) -> None:
    with pytest.raises(ValidationError, match=key):
        page(**{key: value})
