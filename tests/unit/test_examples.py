"""The example plan has everything that a plan can have, and nobody real in it."""

import csv
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planpress.model.assessment import State
from planpress.model.indicator import Provenance
from planpress.model.priority import Strand
from planpress.model.problem import Level
from planpress.model.rating import Rating
from planpress.model.stocktake import Held
from planpress.options import Options
from planpress.pipeline import examine

FOOTHILLS = Path(__file__).resolve().parent.parent.parent / "examples" / "foothills"
AS_OF = date(2026, 10, 15)

INTENDED = {
    ("content/indicators/class-size.md", "off-track-without-action"),
    ("content/tactics/buses-on-time.md", "unowned-link"),
}


@pytest.fixture(scope="module")
def found():
    return examine(Options(project=FOOTHILLS, output=FOOTHILLS / "site", today=AS_OF))


@pytest.fixture(scope="module")
def project(found):
    return found.reading.project


@pytest.fixture(scope="module")
def assessments(found):
    return found.judged.assessments


def milestones(project):
    return [step for tactic in project.tactics.values() for step in tactic.milestones]


def split_by(project, dimension):
    return [i for i in project.indicators.values() if dimension in i.dimensions]


def periods(path):
    return {row["period"] for row in csv.DictReader(path.read_text("utf-8").splitlines())}


def test_there_is_as_much_as_was_promised(project):
    strands = Counter(priority.strand for priority in project.priorities.values())
    assert strands[Strand.CORE] >= 3
    assert strands[Strand.OPERATIONAL] >= 2
    assert len(project.tactics) == 14
    assert len(project.indicators) >= 30
    assert len(split_by(project, "group")) >= 24
    assert len(split_by(project, "level")) >= 6
    assert len(milestones(project)) >= 60
    assert len(project.stocktakes) >= 12
    assert len(project.reviews) >= 2
    assert len(project.updates) >= 20
    assert len(project.voices) >= 12


def test_measures_by_group_and_level_have_numbers_by_group_and_level(project, found):
    for dimension in ("group", "level"):
        for indicator in split_by(project, dimension):
            rows = found.judged.series[indicator.id].observations
            assert any(code[0] == dimension for row in rows for code in row.codes), indicator.id


def test_series_cover_eight_school_years():
    series = {path.stem: periods(path) for path in (FOOTHILLS / "data").glob("*.csv")}
    later = sorted(name for name, found in series.items() if not min(found).startswith("2018"))
    assert later == ["after-graduation"]
    assert len(series["reading-grades-3-5"]) == 8


def test_every_state_and_rating_occurs(assessments):
    assert {found.state for found in assessments.values()} == set(State)
    assert {found.rating for found in assessments.values()} >= set(Rating)


def test_milestones_are_done_late_due_and_dropped(project):
    steps = milestones(project)
    open_ones = [step for step in steps if not step.done and not step.dropped]
    assert any(step.done and step.done <= step.due for step in steps)
    assert any(step.done and step.done > step.due for step in steps)
    assert any(step.dropped for step in steps)
    assert any(step.due < AS_OF for step in open_ones)
    assert any(step.due >= AS_OF for step in open_ones)


def test_stocktakes_are_of_every_kind_over_two_school_years(project, assessments):
    stocktakes = project.stocktakes.values()
    assert {stocktake.status for stocktake in stocktakes} == set(Held)
    assert {stocktake.date >= date(2026, 7, 1) for stocktake in stocktakes} == {True, False}
    apart = {
        abs(stocktake.judged.rank - assessments[goal].rating.rank)
        for stocktake in stocktakes
        for goal in project.tactics[stocktake.tactic].smart_goals
        if stocktake.judged and assessments[goal].rating
    }
    assert {0, 2} <= apart
    actions = [action for stocktake in stocktakes for action in stocktake.actions]
    assert any(action.late(AS_OF) for action in actions)
    assert any(action.done for action in actions)


def test_everything_is_illustrative_and_every_page_says_so(project):
    assert {i.provenance for i in project.indicators.values()} == {Provenance.ILLUSTRATIVE}
    assert "invented" in project.plan.notice.said("en").text
    assert project.plan.notice.said("es").language == "es"


def test_people_are_roles():
    for path in (FOOTHILLS / "content" / "tactics").glob("*.md"):
        assert not re.search(r"^  name:", path.read_text("utf-8"), re.MULTILINE), path.name


def test_all_links_of_the_chains_but_one_have_an_owner(project):
    links = [link for tactic in project.tactics.values() for link in tactic.delivery_chain]
    assert [link.id for link in links if not link.owner] == ["dispatch"]


def test_nothing_but_what_is_meant_is_reported(found):
    assert {(p.place.path, p.rule) for p in found.problems if p.level is not Level.NOTICE} == (
        INTENDED
    )
    assert not [p for p in found.problems if p.level is Level.NOTICE]


def test_every_rule_that_is_meant_is_explained():
    text = (FOOTHILLS.parent / "README.md").read_text("utf-8")
    for path, _ in INTENDED:
        assert f"`{Path(path).stem}`" in text


def test_the_script_writes_the_data_byte_for_byte(tmp_path):
    subprocess.run([sys.executable, FOOTHILLS / "make_series.py", tmp_path], check=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in (FOOTHILLS / "data").iterdir()}
