"""The plan, its assessments and figures in, the files of the site out."""

from dataclasses import replace

from jinja2 import Environment

from planpress.model.document import Document
from planpress.model.problem import Problem, in_order
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.data_files import data_files
from planpress.render.environment import environment
from planpress.render.families import leaves
from planpress.render.fault import TEMPLATE_FAULTS, fault
from planpress.render.heard import Heard
from planpress.render.leaf import Leaf
from planpress.render.machine import machine_files


def render(site: Site) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return every file of the site but its assets, and what is wrong with the templates.

    All pages are tried; a template's fault is reported once.
    """
    numbers = data_files(site)
    sizes = {file.path: len(file.content) for file in numbers}
    site = replace(site, sizes={**site.sizes, **sizes})
    pages: list[Document] = []
    problems: list[Problem] = []
    tree = leaves(site)
    for code, language in site.languages.items():
        speaking = environment(site, language)
        for leaf in tree:
            here = Address(leaf.path, code, default=code == site.project.languages[0])
            found = _page(site, speaking, leaf, here)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                pages.append(found)
    return (*pages, *numbers, *machine_files(site, tree)), in_order(problems)


def _page(site: Site, speaking: Environment, leaf: Leaf, here: Address) -> Document | Problem:
    try:
        template = speaking.get_template(leaf.template)
        text = template.render(leaf.context, leaf=leaf, here=here, heard=Heard())
    except TEMPLATE_FAULTS as error:
        return fault(error, leaf.template, site.templates)
    return Document(here.file, text.encode(), leaf.made_from)
