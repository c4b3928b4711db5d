import pytest

from planpress.read.text import read_text


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa\r\nb", b"a\nb", b"a\rb"])
def test_marks_and_line_ends_are_made_one(tmp_path, raw):
    (tmp_path / "x").write_bytes(raw)
    assert read_text(tmp_path / "x", "x") == ("a\nb", [])


@pytest.mark.parametrize(
    ("raw", "line", "column", "said"),
    [
        ("número".encode("utf-16"), 1, 0, "UTF-16"),
        (b"ok\r\nn\xfamero", 2, 2, "ú"),
        (b"PK\x03\x04rest", 1, 0, "Excel"),
        (b"a\n\0", 2, 0, "zero byte"),
    ],
)
def test_wrong_encodings_are_named_with_a_mend(tmp_path, raw, line, column, said):
    (tmp_path / "x").write_bytes(raw)
    text, (problem,) = read_text(tmp_path / "x", "data/x.csv")
    assert text is None
    assert (problem.place.path, problem.place.line, problem.place.column) == (
        "data/x.csv",
        line,
        column,
    )
    assert said in problem.message
    assert "UTF-8" in problem.hint


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    text, (problem,) = read_text(tmp_path / "none", "data/none.csv")
    assert text is None
    assert "cannot be read" in problem.message
