"""What stands around texts of a calendar or a feed is put together once for all of them."""

import pytest
from unit.audit.planted import SAFE, found, table

from planpress.audit import letters
from planpress.audit.letters import found_in_calendar
from planpress.model.document import Document

EVENT = "BEGIN:VEVENT\nSUMMARY:Female\nDESCRIPTION:9 of 12\nLOCATION:Oak\nEND:VEVENT\n"


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    put_together: list[str] = []
    real = letters._plain

    def noted(text: str) -> str:
        put_together.append(text)
        return real(text)

    monkeypatch.setattr(letters, "_plain", noted)
    return put_together


def test_each_text_of_an_event_stands_in_all_of_it(plain: list[str]) -> None:
    blocks = {one.what: one for one in found_in_calendar(Document("x.ics", EVENT.encode()))}
    assert blocks["SUMMARY"].text == "Female"
    assert all("9 of 12" in blocks[what].around for what in ("SUMMARY", "LOCATION"))
    assert len(plain) == 2  # what is before the first event, and the event


def test_a_list_of_all_pages_takes_no_longer_for_each_if_it_is_longer(plain: list[str]) -> None:
    pages = "".join(f"<url><loc>https://x.org/{at}/</loc></url>" for at in range(200))
    listed = Document("sitemap.xml", f"<urlset>{pages}</urlset>".encode())
    assert found(table(*SAFE), listed) == ()
    assert len(plain) == 1
