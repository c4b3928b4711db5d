import json
from pathlib import Path

import pytest

from planpress.model.document import Document
from planpress.publish.manifest import NAME, listed_files, manifest


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    files = {"b/ñ.html": Document("b", b"1").fingerprint, "a.html": Document("a", b"2").fingerprint}
    (tmp_path / NAME).write_bytes(manifest(files))
    assert listed_files(tmp_path) == files


def test_the_same_files_make_the_same_bytes() -> None:
    assert manifest({"a": "1", "b": "2"}) == manifest({"b": "2", "a": "1"})


@pytest.mark.parametrize("files", [{}, {"a": "1"}, {'ñ"\\\n/é.html': "2", "a, b": "3"}])
def test_it_is_indented_json_with_a_file_a_line(files: dict[str, str]) -> None:
    listed = {"schema": 1, "files": dict(sorted(files.items()))}
    written = json.dumps(listed, indent=1, ensure_ascii=False) + "\n"
    assert manifest(files).decode() == written


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": []}', '{"files": {"a": 1}}', "\xff"])
def test_what_is_no_manifest(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("latin-1"))
    assert listed_files(tmp_path) is None


def test_no_manifest(tmp_path: Path) -> None:
    assert listed_files(tmp_path) is None
    assert listed_files(tmp_path / "missing") is None


def test_a_link_is_no_manifest_of_ours(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(manifest({}))
    (tmp_path / NAME).symlink_to("elsewhere")
    assert listed_files(tmp_path) is None
