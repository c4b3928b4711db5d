"""Pages and files made of a site in tests, with nothing kept from before."""

from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.render import data_files as numbers
from planpress.render import machine
from planpress.render.families import FAMILIES
from planpress.render.register import entry
from planpress.render.site import render as _render
from planpress.render.task import Desk
from planpress.workers.share import Workers


def desk(site, cells=None):
    """Return the view of a site, and the desk at which its files are made."""
    cells = cells or Cells("test")
    return View(site, cells), Desk(cells, lambda _: None)


def leaves(site):
    """Return all pages of a site, each once for all languages."""
    return tuple(leaf for family in FAMILIES for leaf in family(site))


def paint(found):
    """Paint nothing: what stands on a picture takes its place."""
    return [repr(card).encode() for card in found]


def render(site):
    return _render(*desk(site), Workers(), paint)


def data_files(site):
    view, place = desk(site)
    return numbers.data_files(view.noted, place)


def machine_files(site, pages):
    view, place = desk(site)
    return machine.machine_files(view.noted, tuple(map(entry, pages)), place)
