"""Pelican with its theme `simple`: https://docs.getpelican.com/."""

from pathlib import Path

from bench.peers.peer import Peer, beside, put
from bench.prose import Corpus, Page

CONFIG = """SITENAME = "A plan"
SITEURL = "https://bench.example.org"
PATH = "content"
PAGE_PATHS = ["pages"]
ARTICLE_PATHS = []
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["templates"]
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DISPLAY_PAGES_ON_MENU = DISPLAY_CATEGORIES_ON_MENU = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.toc": {}},
    "output_format": "html5",
}
"""
PAGE = """{% extends "!simple/page.html" %}
{% block head %}{{ super() }}
<meta name="description" content="{{ page.description }}">
<meta property="og:type" content="website">
<meta property="og:url" content="{{ SITEURL }}/{{ page.url }}">
<meta property="og:site_name" content="{{ SITENAME }}">
<meta property="og:title" content="{{ page.title }}">
<meta property="og:description" content="{{ page.description }}">
<meta property="og:locale" content="{{ page.lang }}">
{% endblock %}
{% block page_content %}
<nav aria-label="You are here"><ol><li><a href="{{ SITEURL }}/">{{ SITENAME }}</a></li></ol></nav>
<p class="summary">{{ page.description }}</p>
{{ page.content }}{% endblock %}
"""
SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for page in pages %}<url><loc>{{ SITEURL }}/{{ page.url }}</loc></url>
{% for one in page.translations %}<url><loc>{{ SITEURL }}/{{ one.url }}</loc></url>
{% endfor %}{% endfor %}</urlset>
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"content/pages/page-{page.at}{'' if page.language == 'en' else '.es'}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write one folder of pages, each with its language and slug, and the configuration."""
    menu = [(corpus.page(at, "en").title, f"/page-{at}/") for at in corpus.entries]
    put(
        folder,
        {
            "pelicanconf.py": f"{CONFIG}MENUITEMS = {menu!r}\n",
            "templates/page.html": PAGE,
            "templates/sitemap.html": SITEMAP,
        },
    )
    for page in corpus.each():
        front = {
            "Title": page.title,
            "Lang": page.language,
            "Slug": f"page-{page.at}",
            "Description": page.summary,
        }
        said = "".join(f"{name}: {value}\n" for name, value in front.items())
        put(folder, {source(page): f"{said}\n[TOC]\n\n{page.body(beside)}"})


def command(tools: Path, project: Path) -> list[str]:
    """Return the command of a build."""
    settings = ["-s", str(project / "pelicanconf.py"), "-o", str(project / "output")]
    return [str(tools / "bin" / "pelican"), str(project / "content"), *settings, "--quiet"]


PEER = Peer(
    name="Pelican",
    packages=("pelican==4.12.0", "markdown==3.11.3"),
    write=write,
    command=command,
    source=source,
    site="output",
    kept=("cache",),
    lacks="builds everything each time; no previous and next for pages",
)
