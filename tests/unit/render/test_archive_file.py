import io
import zipfile

from unit.render.sample import ENGLISH, SPANISH, plan, site

from planpress.model.document import Document
from planpress.render.archive_file import archive, readme

TWO = (Document("data/b.csv", b"2"), Document("data/a.csv", b"1"))


def test_members_are_sorted_and_have_no_time_of_their_own():
    with zipfile.ZipFile(io.BytesIO(archive(TWO))) as file:
        assert [(e.filename, e.date_time, e.external_attr >> 16) for e in file.infolist()] == [
            ("a.csv", (1980, 1, 1, 0, 0, 0), 0o644),
            ("b.csv", (1980, 1, 1, 0, 0, 0), 0o644),
        ]
        assert file.read("b.csv") == b"2"
        assert file.testzip() is None


def test_the_same_documents_give_the_same_bytes_in_any_order():
    assert archive(TWO) == archive(reversed(TWO))


def test_bytes_do_not_depend_on_a_library_of_compression():
    with zipfile.ZipFile(io.BytesIO(archive(TWO))) as file:
        assert {entry.compress_type for entry in file.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.create_system for entry in file.infolist()} == {3}


def test_each_language_has_a_readme_with_license_and_day():
    made = site(plan=plan(license={"name": "CC BY 4.0", "url": "https://example.org/by"}))
    first, other = readme(made, ENGLISH), readme(made, SPANISH)
    assert (first.path, other.path) == ("README.txt", "README.es.txt")
    text = first.content.decode()
    assert text.startswith("Alder Schools: Plan of Alder\r\n")
    assert "License: CC BY 4.0, https://example.org/by" in text
    assert "November 21, 2026" in text
    assert "https://alder.example.org/plan/data/privacy/" in text
    assert "https://alder.example.org/plan/es/data/privacy/" in other.content.decode()
    assert other.content.decode().startswith("Alder Schools: Plan de Alder")


def test_without_a_license_it_says_so():
    assert "License: Not yet published" in readme(site(), ENGLISH).content.decode()
