"""Every kind of page, and all pages of a site."""

from collections.abc import Iterable

from planpress.render.late import Late
from planpress.render.leaf import Leaf

FAMILIES: tuple[Late[Iterable[Leaf]], ...] = (
    Late("home", "home"),
    Late("priorities", "priorities"),
    Late("indicators", "indicators"),
    Late("method", "on_track"),
    Late("equity", "equity"),
    Late("method", "how_we_rate"),
    Late("method", "completeness"),
    Late("tactics", "tactics"),
    Late("milestones", "milestones"),
    Late("stocktakes", "stocktakes"),
    Late("work_pages", "initiatives"),
    Late("reviews", "reviews"),
    Late("reviews", "recommendations"),
    Late("reports", "reports"),
    Late("voices", "voices"),
    Late("updates", "updates"),
    Late("roles", "roles"),
    Late("data_pages", "data"),
    Late("explorer", "explorer"),
    Late("privacy_page", "privacy"),
    Late("data_pages", "releases"),
    Late("words_pages", "glossary"),
    Late("words_pages", "pages"),
    Late("all_pages", "all_pages"),
    Late("words_pages", "archive"),
    Late("translations_page", "translations_page"),
    Late("search", "search"),
    Late("words_pages", "not_found"),
    Late("embeds", "embeds"),
)
"""What makes the pages of each kind, a `Family`, in the order of the site."""
