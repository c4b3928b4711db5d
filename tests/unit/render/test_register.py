from dataclasses import replace

from rendering import desk
from unit.render.sample import site as sample
from unit.render.sample import source, words
from unit.render.speaking import real

from planpress.facts.cells import Cells
from planpress.model.page import PageRecord
from planpress.render.families import FAMILIES
from planpress.render.late import Late
from planpress.render.register import Leaves, register

VISION = PageRecord(
    id="vision", source=source("pages/vision"), title=words("Vision"), section="plan"
)


class Counting(Leaves):
    """Leaves that count for which families somebody asked."""

    def __init__(self, site):
        super().__init__(site)
        self.asked = []

    def of(self, family):
        self.asked.append(FAMILIES[family].name)
        return super().of(family)


def listed(site, before=None):
    """Return the families that were made, all entries, and what this build made of them."""
    cells = Cells("test", before)
    view, _ = desk(site, cells)
    leaves = Counting(view.noted)
    found = tuple(register(leaves, cells))
    return leaves.asked, found, cells.made(view.records)


def with_page(site, name, **fields):
    """Return a site with a page of which some fields are other ones."""
    pages = site.project.pages
    source = replace(pages[name].source, digest="another")
    page = pages[name].model_copy(update={**fields, "source": source})
    return replace(site, project=replace(site.project, pages={**pages, name: page}))


def test_every_page_is_listed_as_its_leaf_is():
    site = real()
    _, found, _ = listed(site)
    view, _ = desk(site)
    leaves = Leaves(view.noted)
    for family, entries in enumerate(found):
        assert [e[:4] for e in entries] == [
            (leaf.path, leaf.made_from, leaf.listed, leaf.for_staff or leaf.framed)
            for leaf in leaves.of(family)
        ]
    assert all(entry.shown for entries in found for entry in entries)


def test_a_family_is_made_again_only_where_what_it_is_listed_by_has_changed():
    site = real(sample(pages={"vision": VISION}))
    asked, found, made = listed(site)
    assert asked == [family.name for family in FAMILIES]
    assert listed(site, made)[:2] == ([], found)
    assert listed(with_page(site, "vision", body=words("New.")), made)[0] == []
    asked, other, _ = listed(with_page(site, "vision", title=words("Another")), made)
    assert "pages" in asked
    assert "indicators" not in asked
    at = FAMILIES.index(Late("indicators", "indicators"))
    assert other[at] == found[at]
    assert other != found
