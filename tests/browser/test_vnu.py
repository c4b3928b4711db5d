"""The Nu HTML checker finds nothing to say about any page, style sheet or picture."""

import pytest
from browser.vnu import faults

pytestmark = pytest.mark.vnu


def test_every_file_is_valid(vnu, site):
    found = faults(vnu, site.folder)
    assert not found, "\n".join(found)


GOOD = "<!DOCTYPE html>\n<html lang='en'><head><title>Good</title></head><body><p>Good.</p></body>"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.html", GOOD.replace("<p>", "<p><div>"), "No “p” element in scope"),
        ("a.html", GOOD.replace("<p>", "<p hidden='a' hidden>"), "Duplicate attribute “hidden”"),
        ("a.html", GOOD.replace("<p>", "<svg><circle size='1'/></svg><p>"), "“size” not allowed"),
        ("a.html", GOOD.replace("<p>", "<p role='none none'><img src='a.png'>"), "must have an"),
        ("a.css", "p { colour: red }", "Property “colour” doesn't exist"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><circle size='1'/></svg>", "“size”"),
    ],
)
def test_a_planted_fault_is_found(vnu, tmp_path, name, text, said):
    (tmp_path / name).write_text(text, "utf-8")
    found = faults(vnu, tmp_path)
    assert any(said in line for line in found), found


def test_a_good_page_has_no_fault(vnu, tmp_path):
    (tmp_path / "good.html").write_text(GOOD, "utf-8")
    assert faults(vnu, tmp_path) == []
