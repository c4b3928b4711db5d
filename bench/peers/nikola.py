"""Nikola with its theme `base`: https://getnikola.com/handbook.html."""

from pathlib import Path

from bench.peers.peer import Peer, beside, put
from bench.prose import LANGUAGES, Corpus, Page

CONFIG = """BLOG_TITLE = "A plan"
BLOG_AUTHOR = "Bench Schools"
BLOG_EMAIL = "plan@bench.example.org"
BLOG_DESCRIPTION = "A plan to measure with"
SITE_URL = "https://bench.example.org/"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": "", "es": "./es"}
TIMEZONE = "UTC"
THEME = "base"
POSTS = ()
PAGES = (("pages/*.md", "", "page.tmpl"),)
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = ["markdown.extensions.extra", "markdown.extensions.toc"]
PRETTY_URLS = True
STRIP_INDEXES = True
GENERATE_RSS = False
SHOW_SOURCELINK = COPY_SOURCES = False
USE_BUNDLES = False
CONTENT_FOOTER = "plan@bench.example.org 555-0100"
DISABLED_PLUGINS = [
    "classify_archive", "classify_authors", "classify_categories", "classify_indexes",
    "classify_tags", "render_galleries", "render_listings", "gallery", "render_taxonomies",
]
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"pages/page-{page.at}{'' if page.language == 'en' else '.es'}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write one folder of pages and the configuration."""
    links = {
        language: tuple(
            (f"{'' if language == 'en' else '/es'}/page-{at}/", corpus.page(at, language).title)
            for at in corpus.entries
        )
        for language in LANGUAGES
    }
    put(folder, {"conf.py": f"{CONFIG}NAVIGATION_LINKS = {links!r}\n"})
    for page in corpus.each():
        facts = {"title": page.title, "slug": f"page-{page.at}", "description": page.summary}
        facts |= {"date": "2026-02-01 00:00:00 UTC"}
        front = "".join(f".. {name}: {value}\n" for name, value in facts.items())
        put(folder, {source(page): f"<!--\n{front}-->\n\n[TOC]\n\n{page.body(beside)}"})


def command(tools: Path, _project: Path) -> list[str]:
    """Return the command of a build, in one process as it is by default."""
    return [str(tools / "bin" / "nikola"), "build", "-v", "0"]


PEER = Peer(
    name="Nikola",
    packages=("nikola==8.3.3", "markdown==3.11.3"),
    write=write,
    command=command,
    source=source,
    site="output",
    kept=("cache", ".doit.db", ".doit.db.db", "__pycache__"),
    lacks="no breadcrumbs, previous and next for pages",
)
