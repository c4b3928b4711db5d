"""What docs/ says about keys, columns, options and files is what the code knows."""

import re
import textwrap
from argparse import ArgumentParser, _SubParsersAction
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import INDICATOR, INDICATOR_ES, PLAN, PLAN_ES, PRIORITY, PRIORITY_ES, edited

from planpress.arguments import parser
from planpress.assess.aim import aim_of
from planpress.check.rules import check
from planpress.model.kinds import FOLDERS, SINGLES
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.model.shapes import shapes
from planpress.options import Options
from planpress.pipeline import build
from planpress.read.attachments import KINDS, LARGE, read_attachments
from planpress.read.project import read
from planpress.read.series import OWN
from planpress.read.typed import _choices, _model_of

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
PLACES = {f"content/{name}.md": model for name, model in SINGLES.items()}
PLACES |= {f"content/{name}/": model for name, model in FOLDERS.items()}
WORDED = ("words", "list of words")
PARSER = parser(ROOT)


def declared(model, way=()):
    """Yield the way to every key of a model, with whether it is required, its shape and choices."""
    for name, (kind, _) in shapes(model).items():
        info = next(f for n, f in model.model_fields.items() if name in (n, f.alias))
        yield (*way, name), info.is_required(), kind, {str(choice) for choice in _choices(info)}
        part = _model_of(info)
        if part:
            yield from declared(part, (*way, name))


def described(place):
    """Return the rows of a kind's table in docs/editing.md, by the way to the key."""
    section = DOCS["docs/editing.md"].split(f"\n### `{place}`\n")[1].split("\n##")[0]
    rows = re.findall(r"(?m)^\| (\**)(`.+?`)\** \| (.+?) \| (.+?) \|$", section)
    return {
        tuple(re.findall(r"`(.+?)`", key)): (bool(bold), holds, says)
        for bold, key, holds, says in rows
    }


@pytest.mark.parametrize("place", PLACES)
def test_editing_names_every_key_and_no_other(place):
    assert list(described(place)) == [way for way, *_ in declared(PLACES[place])]


@pytest.mark.parametrize("place", PLACES)
def test_editing_says_what_is_required_worded_and_to_choose_from(place):
    rows = described(place)
    for way, required, kind, choices in declared(PLACES[place]):
        bold, holds, says = rows[way]
        assert bold == required, way
        assert (holds in WORDED) == kind.startswith("words"), way
        assert choices <= set(re.findall(r"`(.+?)`", says)), way


def test_editing_names_every_kind():
    named = re.findall(r"(?m)^### `(.+?)`$", DOCS["docs/editing.md"])
    assert named == list(PLACES)


def first_cells(text, heading):
    section = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"(?m)^\| `(.+?)`", section)


def test_data_names_every_column_and_status():
    statuses = [status.value for status in Status if status]
    assert first_cells(DOCS["docs/data.md"], "Columns") == [*OWN, *statuses]


def test_data_shows_only_periods_that_can_be_read():
    written = first_cells(DOCS["docs/data.md"], "Periods")
    forms = {Period.parse(text).form for text in written}
    assert len(forms) == len(written) == 5


def options(parser: ArgumentParser):
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for command in action.choices.values():
                yield from options(command)
        yield from (option for option in action.option_strings if option.startswith("--"))


def test_publishing_names_every_option_and_no_other():
    named = {
        f"--{name}" for name in re.findall(r"(?m)^\| `--([a-z-]+)", DOCS["docs/publishing.md"])
    }
    assert named == set(options(PARSER)) - {"--help", "--version"}


def test_readme_names_every_command():
    commands = next(a for a in PARSER._actions if isinstance(a, _SubParsersAction)).choices
    for command in commands.keys() - {"build"}:
        assert f"python3 build.py {command}" in DOCS["README.md"], command


def prose(text):
    """Return a text without its examples."""
    return re.sub(r"(?ms)^```.*?^```$", "", text)


def anchors(text):
    headings = re.findall(r"(?m)^#+ (.+)$", prose(text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCS)
def test_links_between_the_docs_lead_somewhere(name):
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`", "", prose(DOCS[name]))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text("utf-8")), target


HOW_TO = (
    "Set a trajectory",
    "Revise a target in public",
    "A target for every student group",
    "Record a stocktake and a course of action",
    "Plan the stocktakes of a school year",
    "Say who does what (roles)",
    "Attach a document",
    "Publish a monitoring report",
    "Publish an update",
    "Add a voice (consent)",
    "Archive an earlier plan",
)
MEASURE = "content/indicators/reading.md"
FACTS = (
    "baseline: {period: 2022-23, value: 50}\ntarget: {type: numeric, period: 2026-27, value: 62}\n"
)
SURROUNDINGS = {
    "content/priorities/reading.md": None,
    "content/priorities/reading.es.md": None,
    "content/priorities/learning.md": PRIORITY,
    "content/priorities/learning.es.md": PRIORITY_ES,
    "content/indicators/grade-3.md": None,
    "content/indicators/grade-3.es.md": None,
    "data/grade-3.csv": None,
    MEASURE: INDICATOR.replace("priority: reading", "priority: learning"),
    "content/indicators/reading.es.md": INDICATOR_ES,
    "data/reading.csv": "period,value,n\n2023-24,50,400\n",
    "content/dimensions.md": """---
dimensions:
  - id: group
    label: Group
    codes: [{id: english-learners, label: English learners}]
---
""",
}
"""A plan for the examples to stand in."""

TACTIC = """---
title: Tutors for first readers
priority: learning
order: 1
lead: {role: Director of Literacy}
theory_of_action: {if: [every child who needs one has a tutor], then: more children read well}
smart_goals: [reading]
---
"""
STOCKTAKE = """---
tactic: reading-tutors
date: 2026-02-11
status: held
---
"""
WHOLE = {
    "content/plan.md": PLAN,
    "content/plan.es.md": PLAN_ES,
    "content/tactics/reading-tutors.md": TACTIC,
    "content/stocktakes/2026-02-11-reading-tutors.md": STOCKTAKE,
}
"""Records of which an example shows only the lines that are added."""

BESIDE = {
    "Attach a document": (
        "content/tactics/reading-tutors/flyer.pdf",
        "content/tactics/reading-tutors/flyer-es.pdf",
        "content/stocktakes/2026-02-11-reading-tutors/slides.pptx",
    ),
    "Publish a monitoring report": ("content/reports/2026-reading/report.pdf",),
}
"""The files that the examples name."""

TODAY = date(2026, 6, 30)


def examples(heading):
    """Yield the path and the text of every example under a heading."""
    section = DOCS["docs/editing.md"].split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    fences = re.findall(r"(?ms)^ *```(yaml|csv|markdown)\n(.+?)^ *```$", section)
    for kind, text in fences:
        plain = textwrap.dedent(text)
        named = plain.split("\n")[1 if kind == "markdown" else 0][2:]
        yield ("data/reading.csv" if kind == "csv" else named), plain


def filled(path, text, around=WHOLE):
    """Return a whole file: what an example leaves out is in the tiny plan, or in `around`."""
    if path == MEASURE:
        return edited(SURROUNDINGS[MEASURE], FACTS, text)
    if path.startswith("content/indicators/"):
        return edited(INDICATOR_ES, "leen bien.\n", f"leen bien.\n{text}")
    if path in WHOLE and not re.search(r"(?m)^(title|tactic): ", text):
        return edited(around[path], "\n---\n", f"\n{text}---\n")
    whole = path.startswith("data/") or text.startswith("---\n")
    return text if whole else f"---\n{text}---\n"


def seen_on(text):
    """Return the day on which an example is looked at: what is scheduled has not passed."""
    planned = re.search(r"(?m)^date: (.+)\nstatus: scheduled$", text)
    return min(TODAY, date.fromisoformat(planned[1])) if planned else TODAY


@pytest.mark.parametrize("heading", HOW_TO)
def test_the_examples_of_editing_work(alder, heading):
    files = dict(SURROUNDINGS)
    shown = list(examples(heading))
    if "reading-tutors" in "".join(text for _, text in shown):
        files["content/tactics/reading-tutors.md"] = TACTIC
    for path, text in shown:
        files[path] = filled(path, text)
        reading = replace(read(alder(files)), as_of=seen_on(text))
        found = (*reading.problems, *check(reading))
        assert [p for p in found if p.rule != "missing-words" and p.level != "notice"] == [], text
        expected = re.findall(r"(\d{4}-\d{2}): ([\d.]+)", "".join(re.findall(r"(?m)^# (.+)", text)))
        if expected:
            way = aim_of(reading.project.indicators["reading"]).path
            assert [(str(e.period), str(e.value)) for e in way.points([])[1:]] == expected
    assert shown


@pytest.mark.parametrize("heading", BESIDE)
def test_the_files_that_the_examples_name_are_published(alder, heading):
    files = SURROUNDINGS | dict.fromkeys(BESIDE[heading], b"something")
    for path, text in examples(heading):
        files[path] = filled(path, text)
    folder = alder(files)
    documents, _, problems = read_attachments(folder, read(folder).project)
    assert problems == []
    assert sorted(d.made_from for d in documents) == sorted(BESIDE[heading])


def test_the_guides_make_one_site_together(alder):
    files = SURROUNDINGS | {"data/reading.csv": "period,value\n"} | WHOLE
    for heading in HOW_TO[3:]:
        for path, text in examples(heading):
            files[path] = filled(path, text, files)
        files |= dict.fromkeys(BESIDE.get(heading, ()), b"something")
    folder = alder(files)
    site = folder.parent / "site"
    outcome = build(Options(project=folder, output=site, today=TODAY))
    assert [p for p in outcome.problems if p.stops] == []
    start, end = (f"\n## {heading}\n" for heading in (HOW_TO[3], "All keys"))
    told = DOCS["docs/editing.md"].split(start)[1].split(end)[0]
    for address in set(re.findall(r"`/([a-z0-9./-]*)`", told)) - {"vision/reading.jpg"}:
        assert (site / address).exists(), address


def test_editing_says_what_kinds_of_files_are_published_and_how_large():
    section = DOCS["docs/editing.md"].split("\n## Attach a document\n")[1].split("\n## ")[0]
    listed = section.split("These kinds of files are published: ")[1].split(". ")[0]
    assert tuple(re.findall(r"`(.+?)`", listed)) == KINDS
    assert f"larger than {LARGE // 1_000_000} MB" in section


def test_the_examples_end_without_a_missing_word(alder):
    files = dict(SURROUNDINGS)
    for path, text in examples("Record a stocktake and a course of action"):
        files[path] = filled(path, text)
    missing = {p.place.path for p in read(alder(files)).problems}
    assert missing == {"content/dimensions.md", "content/tactics/reading-tutors.md"}


def test_every_way_of_a_trajectory_has_its_example():
    ways = [text for _, text in examples("Set a trajectory")]
    assert len(ways) == 5
    assert all(re.search(r"(?m)^# 20", text) for text in ways)
