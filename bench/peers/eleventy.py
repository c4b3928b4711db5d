"""Eleventy, with a Nunjucks layout of its own: https://www.11ty.dev/docs/."""

import json
from pathlib import Path

from bench.peers.peer import Peer, beside, put, sheet
from bench.prose import LANGUAGES, Corpus, Page

CONFIG = """const anchor = require("markdown-it-anchor");
const toc = require("markdown-it-toc-done-right");
module.exports = async function (config) {
  const { I18nPlugin } = await import("@11ty/eleventy");
  config.addPlugin(I18nPlugin, { defaultLanguage: "en" });
  config.amendLibrary("md", (md) => md.use(anchor).use(toc, { level: [2, 3] }));
  config.addPassthroughCopy("style.css");
  return { dir: { input: "content", includes: "../layouts" }, markdownTemplateEngine: false };
};
"""
LAYOUT = """<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} | A plan</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="https://bench.example.org{{ page.url }}">
{%- set others = page.url | locale_links %}
<link rel="alternate" hreflang="{{ lang }}" href="https://bench.example.org{{ page.url }}">
{%- for link in others %}
<link rel="alternate" hreflang="{{ link.lang }}" href="https://bench.example.org{{ link.url }}">
{%- endfor %}
<meta property="og:type" content="website">
<meta property="og:url" content="https://bench.example.org{{ page.url }}">
<meta property="og:site_name" content="A plan">
<meta property="og:title" content="{{ title }}">
<meta property="og:description" content="{{ description }}">
<meta property="og:locale" content="{{ lang }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Languages"><ul>
{%- for link in others %}
<li><a href="{{ link.url }}" hreflang="{{ link.lang }}">{{ link.label }}</a></li>
{%- endfor %}
</ul></nav>
<nav aria-label="Main"><ul>
{%- for entry in entries %}
<li><a href="{{ entry.url }}"
{%- if entry.url == page.url %} aria-current="page"{% endif %}>{{ entry.name }}</a></li>
{%- endfor %}
</ul></nav>
</header>
<main id="main">
<nav aria-label="You are here"><ol><li><a href="/{{ lang }}/">A plan</a></li></ol></nav>
<h1>{{ title }}</h1>
<p class="summary">{{ description }}</p>
{{ content | safe }}
<nav aria-label="Previous and next">
{%- set before = collections[lang] | getPreviousCollectionItem(page) %}
{%- set after = collections[lang] | getNextCollectionItem(page) %}
{%- if before %}<a rel="prev" href="{{ before.url }}">{{ before.data.title }}</a>{% endif %}
{%- if after %}<a rel="next" href="{{ after.url }}">{{ after.data.title }}</a>{% endif %}
</nav>
</main>
<footer><p><a href="mailto:plan@bench.example.org">plan@bench.example.org</a> 555-0100</p></footer>
</body>
</html>
"""
SITEMAP = """---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{%- for page in collections.all %}
<url><loc>https://bench.example.org{{ page.url }}</loc></url>
{%- endfor %}
</urlset>
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"content/{page.language}/page-{page.at}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write a folder of pages a language, the layout and the configuration."""
    put(
        folder,
        {
            "eleventy.config.cjs": CONFIG,
            "layouts/page.njk": LAYOUT,
            "content/sitemap.njk": SITEMAP,
            "style.css": "body{max-width:45em}\n",
        },
    )
    for language in LANGUAGES:
        entries = [
            {"url": f"/{language}/page-{at}/", "name": corpus.page(at, language).title}
            for at in corpus.entries
        ]
        data = {"lang": language, "tags": [language], "layout": "page.njk", "entries": entries}
        put(folder, {f"content/{language}/{language}.json": json.dumps(data)})
    for page in corpus.each():
        text = sheet(page, {"description": page.summary}, f"[[toc]]\n\n{page.body(beside)}")
        put(folder, {source(page): text})


def command(tools: Path, project: Path) -> list[str]:
    """Return the command of a build; the configuration finds its plugins beside the project."""
    modules = project / "node_modules"
    if not modules.exists():
        modules.symlink_to(tools / "node_modules")
    return ["node", str(tools / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"]


PEER = Peer(
    name="Eleventy",
    packages=(
        "@11ty/eleventy==3.1.8",
        "markdown-it-anchor==9.2.0",
        "markdown-it-toc-done-right==4.2.0",
    ),
    write=write,
    command=command,
    source=source,
    site="_site",
    kept=(".cache",),
    node=True,
    python=False,
    lacks="builds everything each time",
)
