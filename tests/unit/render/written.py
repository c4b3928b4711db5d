"""Writes the pages of some families as the site would."""

from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.environment import environment
from planpress.render.heard import Heard
from planpress.render.leaf import Family


def written(made: Site, *families: Family) -> dict[str, str]:
    """Return the text of every page, by its place: `es/reviews/`."""
    first = made.project.languages[0]
    pages = {}
    for code, language in made.languages.items():
        speaking = environment(made, language)
        for leaf in (leaf for family in families for leaf in family(made)):
            here = Address(leaf.path, code, default=code == first)
            template = speaking.get_template(leaf.template)
            pages[here.place] = template.render(leaf.context, leaf=leaf, here=here, heard=Heard())
    return pages
