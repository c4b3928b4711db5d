"""A chart that does not say its numbers, or says another's, is found."""

import pytest
from browser.alternatives import unspoken
from browser.published import Published

CHART = """<figure class="figure" id="{0}"><svg><title>Reading rose</title>
<desc>From 41.5% in 2022–23 to 48.0% in 2024–25{1}</desc></svg>
<table><tr><td>41.5%</td><td>48.0%</td></tr></table></figure>"""
GOOD = CHART.format("one", "")
DIAGRAM = """<figure class="figure" id="d"><svg><title>How</title><desc>Coaches help.</desc>
<text>Coaches help</text><text>2027 Jan</text></svg></figure>"""


def found_in(tmp_path, markup):
    (tmp_path / "index.html").write_text(f"<meta charset=utf-8><main>{markup}</main>", "utf-8")
    return unspoken(Published(tmp_path, "http://plan.localhost/small/"), "index.html")


def test_good_charts_have_no_fault(tmp_path):
    assert found_in(tmp_path, GOOD + CHART.format("two", ", for girls") + DIAGRAM) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<title>Reading rose</title>", "", "without a title or a description"),
        ("From 41.5% in 2022–23 to 48.0% in 2024–25", "Reading rose", "only repeats its title"),
        ("From 41.5% in 2022–23 to 48.0%", "It rose until 2023 and", "states no number"),
        ("From 41.5% in 2022–23 to 48.0%", "From 12.5% to 13.0%", "none of the numbers"),
        ("</figure>", "</figure>" + CHART.format("two", ""), "two says the same as one"),
        ("<text>Coaches help", "<text>Principals help", "words that only the picture has"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, old, new, said):
    text = GOOD + DIAGRAM
    assert old in text
    found = found_in(tmp_path, text.replace(old, new, 1))
    assert any(said in line for line in found), found
