"""MkDocs with mkdocs-static-i18n, its own theme or Material: https://www.mkdocs.org/user-guide/."""

import json
from collections.abc import Callable
from pathlib import Path

from bench.peers.peer import Peer, put, sheet
from bench.prose import Corpus, Page

CONFIG = """site_name: A plan
site_url: https://bench.example.org/
copyright: plan@bench.example.org 555-0100
theme: {name: %s, custom_dir: theme}
markdown_extensions: [{toc: {permalink: false}}]
plugins:
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, build: true, default: true}
        - {locale: es, name: Spanish, build: true}
not_in_nav: "*"
nav:
"""
MAIN = """{% extends "base.html" %}
{% block extrahead %}{{ super() }}{% if page and page.meta %}
<meta name="description" content="{{ page.meta.description }}">
<meta property="og:type" content="website">
<meta property="og:url" content="{{ page.canonical_url }}">
<meta property="og:site_name" content="{{ config.site_name }}">
<meta property="og:title" content="{{ page.title }}">
<meta property="og:description" content="{{ page.meta.description }}">
<meta property="og:locale" content="{{ i18n_page_locale }}">
{% for locale, file in page.file.alternates.items() -%}
<link rel="alternate" hreflang="{{ locale }}" href="{{ file.url|url }}">
{% endfor %}{% endif %}{% endblock %}
"""
LANGUAGES_OF_PAGE = """{% block footer %}{{ super() }}
<nav aria-label="Languages">{% if page %}{% for locale, file in page.file.alternates.items() %}
<a href="{{ file.url|url }}" hreflang="{{ locale }}">{{ locale }}</a>{% endfor %}{% endif %}</nav>
{% endblock %}
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"docs/page-{page.at}{'' if page.language == 'en' else '.es'}.md"


def written(theme: str, main: str) -> Callable[[Corpus, Path], None]:
    """Return what writes a folder of pages and the configuration for a theme."""

    def write(corpus: Corpus, folder: Path) -> None:
        entries = "".join(
            f"  - {json.dumps(corpus.page(at, 'en').title)}: page-{at}.md\n"
            for at in corpus.entries
        )
        put(folder, {"mkdocs.yml": CONFIG % theme + entries, "theme/main.html": main})
        put(folder, {f"docs/index{end}.md": "# A plan\n" for end in ("", ".es")})
        for page in corpus.each():
            body = f"# {page.title}\n\n{page.body(lambda at: f'page-{at}.md')}"
            put(folder, {source(page): sheet(page, {"description": page.summary}, body)})

    return write


def command(tools: Path, project: Path) -> list[str]:
    """Return the command of a build."""
    return [
        str(tools / "bin" / "mkdocs"),
        "build",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
    ]


PEER = Peer(
    name="MkDocs",
    packages=("mkdocs==1.6.1", "mkdocs-static-i18n==1.3.1", "markdown==3.11.3"),
    write=written("mkdocs", MAIN + LANGUAGES_OF_PAGE),
    command=command,
    source=source,
    site="site",
    lacks="builds everything each time; previous and next only where the navigation leads",
)
MATERIAL = Peer(
    name="Material for MkDocs",
    packages=("mkdocs-material==9.8.1", "mkdocs==1.6.1", "mkdocs-static-i18n==1.3.1"),
    write=written("material", MAIN),
    command=command,
    source=source,
    site="site",
    lacks="builds everything each time; previous and next only where the navigation leads",
)
