"""Links of one name that lead to two places are found where nothing tells them apart."""

import pytest
from browser.naming import ambiguous
from browser.published import Published


def found_in(tmp_path, markup):
    (tmp_path / "index.html").write_text(f"<meta charset=utf-8><main>{markup}</main>", "utf-8")
    return ambiguous(Published(tmp_path, "http://plan.localhost/small/"), "index.html")


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<a href="a/">Plan</a> <a href="b/">Plan</a>', "“Plan” leads to a and to b"),
        ('<p><a href="a/">More</a></p>', "a link that only says “More”"),
        ('<ul><li><a href="a/">Plan</a></li><li><a href="b/">Plan</a></li></ul>', "to a and to b"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, markup, said):
    found = found_in(tmp_path, markup)
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="a/">Plan</a> <a href="a/index.html/../">Plan</a>',
        '<ul><li><a href="a/">Plan</a> of 2023</li><li><a href="b/">Plan</a> of 2028</li></ul>',
        '<h2>One</h2><a href="a/">Plan</a><h2>Two</h2><a href="b/">Plan</a>',
    ],
)
def test_what_is_told_apart_is_not(tmp_path, markup):
    assert found_in(tmp_path, markup) == []
