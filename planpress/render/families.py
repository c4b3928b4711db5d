"""Every kind of page, and all pages of a site."""

from planpress.model.site import Site
from planpress.render.all_pages import all_pages
from planpress.render.data_pages import data, releases
from planpress.render.equity import equity
from planpress.render.home import home
from planpress.render.indicators import indicators
from planpress.render.leaf import Family, Leaf
from planpress.render.method import completeness, how_we_rate, on_track
from planpress.render.milestones import milestones
from planpress.render.priorities import priorities
from planpress.render.privacy_page import privacy
from planpress.render.reports import reports
from planpress.render.reviews import recommendations, reviews
from planpress.render.roles import roles
from planpress.render.stocktakes import stocktakes
from planpress.render.tactics import tactics
from planpress.render.translations_page import translations_page
from planpress.render.updates import updates
from planpress.render.voices import voices
from planpress.render.words_pages import archive, glossary, not_found, pages
from planpress.render.work_pages import initiatives

FAMILIES: tuple[Family, ...] = (
    home,
    priorities,
    indicators,
    on_track,
    equity,
    how_we_rate,
    completeness,
    tactics,
    milestones,
    stocktakes,
    initiatives,
    reviews,
    recommendations,
    reports,
    voices,
    updates,
    roles,
    data,
    privacy,
    releases,
    glossary,
    pages,
    all_pages,
    archive,
    translations_page,
    not_found,
)


def leaves(site: Site) -> tuple[Leaf, ...]:
    """Return all pages of a site, each once for all languages."""
    return tuple(leaf for family in FAMILIES for leaf in family(site))
