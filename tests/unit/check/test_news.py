import pytest
from conftest import INDICATOR, PLAN
from unit.check.told import problems

UPDATE = """---
title: Coaches begin
{facts}
---
"""
REPORT = """---
title: Fall report
date: 2024-05-01
ends: [E1]
{facts}
---
"""
VOICE = """---
quote: Now I ask.
date: 2024-05-01
consent: yes
---
"""


def rules(alder, **files):
    found = problems(alder, INDICATOR, **files)
    return [
        (str(p.level), p.rule, p.place.path, p.place.line)
        for p in found
        if p.rule in ("update-id", "empty-report", "shortcode")
    ]


@pytest.mark.parametrize(
    ("name", "facts", "line"),
    [
        ("2024-05-01-coaches", "", None),
        ("2024-05-01-coaches", "date: 2024-05-01", None),
        ("2024-05-01-coaches", "date: 2024-05-02", 3),
        ("coaches", "date: 2024-05-01", 3),
    ],
)
def test_an_update_is_named_after_its_date(alder, name, facts, line):
    file = f"content/updates/{name}.md"
    found = rules(alder, **{file: UPDATE.replace("{facts}", facts)})
    assert found == ([("warning", "update-id", file, line)] if line else [])


@pytest.mark.parametrize(
    ("facts", "empty"), [("", True), ("summary: It says.", False), ("file: fall.pdf", False)]
)
def test_a_report_says_something_or_comes_as_a_file(alder, facts, empty):
    file = "content/reports/fall.md"
    found = rules(alder, **{file: REPORT.replace("{facts}", facts)})
    assert found == ([("warning", "empty-report", file, 1)] if empty else [])


def test_a_quote_names_a_voice(alder):
    text = PLAN + "\n{{ quote mothr }}\n\n{{ quote mother }}\n"
    files = {"content/plan.md": text, "content/voices/mother.md": VOICE}
    assert [rule for _, rule, _, _ in rules(alder, **files)] == ["shortcode"]
    (found,) = (p for p in problems(alder, INDICATOR, **files) if p.rule == "shortcode")
    assert "mothr" in found.message
    assert found.hint == "Did you mean “mother”?"
