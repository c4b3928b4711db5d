"""An archive is opened once, however many files are read from it."""

import io
import zipfile
from collections.abc import Callable

import pytest

from planpress.audit.opened import opened
from planpress.model.document import Document
from planpress.store import Store


def packed(files: int) -> Document:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.mkdir("tables")
        for at in range(files):
            archive.writestr(f"tables/{at}.csv", f"period\n{at}\n")
    return Document("data/all.zip", whole.getvalue())


@pytest.fixture
def times_opened(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    times: list[object] = []
    real = zipfile.ZipFile.__init__

    def begin(archive: zipfile.ZipFile, *arguments: object, **named: object) -> None:
        times.append(archive)
        real(archive, *arguments, **named)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", begin)
    return lambda: len(times)


def test_its_files_are_read_below_its_path(times_opened: Callable[[], int]) -> None:
    document = packed(30)
    before = times_opened()
    files = list(opened([document], Store(None)))
    assert [file.path for file in files] == [f"data/all.zip/tables/{at}.csv" for at in range(30)]
    contents = [file.document.content for file in files]
    assert contents == [f"period\n{at}\n".encode() for at in range(30)]
    assert times_opened() == before + 2  # to see what is in it, and to read that


def test_a_script_is_not_read_as_data_for_what_a_page_would_hold():
    data, page = b'const found = {"a": 1};\n', b'<!-- <script type="application/json"> -->\n'
    named = [("a.js", data), ("b.js", page), ("c.html", page), ("d.html", data)]
    files = opened([Document(path, content) for path, content in named], Store(None))
    assert [(file.is_structure, file.is_text) for file in files] == [
        (True, False),
        (False, True),
        (True, True),
        (False, True),
    ]
