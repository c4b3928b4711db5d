from datetime import date

import pytest
from pydantic import ValidationError

from planpress.model.source import Source
from planpress.model.update import UpdateRecord
from planpress.model.words import Words


def update(name: str, **facts: object) -> UpdateRecord:
    source = Source({"en": f"content/updates/{name}.md"}, {})
    usual = {"id": name, "source": source, "title": Words({"en": "News"})}
    return UpdateRecord.model_validate({**usual, **facts})


def test_its_day_is_the_one_with_which_its_id_begins() -> None:
    assert update("2026-09-01-new-coaches").day == date(2026, 9, 1)
    assert update("2026-09-01").day == date(2026, 9, 1)


def test_a_date_that_is_written_wins() -> None:
    assert update("2026-09-01-new-coaches", date="2026-09-02").day == date(2026, 9, 2)
    assert update("new-coaches", date="2026-09-02").day == date(2026, 9, 2)


@pytest.mark.parametrize("name", ["new-coaches", "2026-09-new", "2026-02-30-news", "20260901-news"])
def test_an_update_without_a_day_says_how_to_name_it(name: str) -> None:
    with pytest.raises(ValidationError, match="name the file date-words"):
        update(name)
