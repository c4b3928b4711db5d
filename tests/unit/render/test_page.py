import pickle
from dataclasses import replace

import pytest
from rendering import desk, paint
from unit.render.speaking import real

from planpress.facts.cells import Cells
from planpress.model.document import Document
from planpress.render.families import FAMILIES
from planpress.render.late import Late
from planpress.render.page import Press, Wanted, portable, rendered_there
from planpress.render.site import render
from planpress.workers.share import NoCluster, Workers


class Helpers(Workers):
    """Workers that take everything, and do it as if they were elsewhere."""

    def __init__(self):
        super().__init__(2)
        self.tasks = 0

    def worthwhile(self, tasks, cost):
        return True

    def share(self, run, tasks, common=None, *, cost=0.1):
        self.tasks += len(tasks)
        sent = pickle.loads(pickle.dumps(common))
        return iter([run(sent, task) for task in tasks])


def test_pages_that_were_shared_out_are_the_same_and_note_the_same(monkeypatch):
    monkeypatch.setattr("planpress.render.site._FEWEST", 1)
    helpers, alone = Helpers(), Workers()
    found = []
    for workers in (alone, helpers):
        view, place = desk(real())
        files, problems = render(view, place, workers, paint)
        assert problems == ()
        found.append((files, place.cells.made({})))
    assert helpers.tasks == sum(file.path.endswith(".html") for file in found[0][0])
    (files, made), (there, made_there) = found
    assert files == there
    assert dict(made.facts) == dict(made_there.facts)

    def read(one):
        return {n: {one.facts[at][0] for at in cell.facts} for n, cell in one.cells.items()}

    assert read(made) == read(made_there)


def test_a_worker_with_other_templates_is_refused(tmp_path):
    sent = portable(real())
    (tmp_path / "layout.html").write_text("another", "utf-8")
    site = replace(sent.site, templates=(tmp_path, *sent.site.templates))
    with pytest.raises(NoCluster, match="other templates"):
        rendered_there(sent._replace(site=site), Wanted(0, 0, "en"))


def test_a_page_says_what_it_has_read():
    view, _ = desk(real())
    press = Press(view.noted)
    family = FAMILIES.index(Late("indicators", "indicators"))
    at = [leaf.path for leaf in press.leaves.of(family)].index("indicators/grade-3/")
    content, facts = press.page(Wanted(family, at, "en"))
    assert isinstance(content, bytes)
    assert ("indicators/grade-3", "title") in facts
    assert ("assessments", "grade-3") in facts
    assert ("indicators/grade-3", "order") not in facts


def test_a_kept_file_is_not_made_again_and_not_read():
    def never():
        raise AssertionError

    view, place = desk(real())
    render(view, place, Workers(), paint)
    made = place.cells.made(view.records)
    view, again = desk(real(), Cells("test", made))
    again = replace(again, load=lambda _: never)
    files, _ = render(view, again, Workers(), paint)
    kept = [file for file in files if file.is_kept]
    assert len(kept) == len(files)
    assert all(isinstance(file, Document) and file.size and file.fingerprint for file in kept)


def test_a_file_that_somebody_has_touched_is_made_again():
    view, place = desk(real())
    render(view, place, Workers(), paint)
    made = place.cells.made(view.records)
    view, again = desk(real(), Cells("test", made))
    again = replace(again, load=lambda path: None if path == "index.html" else bytes)
    files, _ = render(view, again, Workers(), paint)
    assert [file.path for file in files if not file.is_kept] == ["index.html"]
