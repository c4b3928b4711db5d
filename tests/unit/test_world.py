from dataclasses import replace
from datetime import date
from pathlib import Path

from planpress.read.project import read
from planpress.world import world

WORK = Path(__file__).resolve().parents[1] / "sites" / "work"


def test_whatever_every_page_depends_on_makes_another_world(tmp_path):
    project = read(WORK).project
    (tmp_path / "layout.html").write_text("a", "utf-8")
    here = world(project, [tmp_path])
    assert world(project, [tmp_path]) == here
    spoken = project.plan.model_copy(update={"languages": ("es", "en")})
    elsewhere = project.plan.model_copy(update={"territory": "MX"})
    told = replace(project, dimensions=None) if project.dimensions else None
    other = [replace(project, plan=spoken), replace(project, plan=elsewhere)]
    other += [told] if told else [replace(project, glossary=object())]
    assert here not in {world(one, [tmp_path]) for one in other}
    dated = project.plan.model_copy(update={"as_of": date(2020, 1, 1)})
    assert world(replace(project, plan=dated), [tmp_path]) == here
    (tmp_path / "layout.html").write_text("b", "utf-8")
    assert world(project, [tmp_path]) != here
