"""Lektor with small templates of its own: https://www.getlektor.com/docs/."""

from pathlib import Path

from bench.peers.peer import Peer, beside, put
from bench.prose import LANGUAGES, Corpus, Page

PROJECT = """[project]
name = A plan
url = https://bench.example.org/
[alternatives.en]
name = English
primary = yes
locale = en_US
[alternatives.es]
name = Spanish
url_prefix = /es/
locale = es_ES
"""
MODEL = """[model]
name = {name}
label = {{{{ this.title }}}}
{extra}
[fields.title]
type = string
[fields.summary]
type = string
[fields.body]
type = markdown
"""
LAYOUT = """<!doctype html>
<html lang="{{ this.alt }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ this.title }} | A plan</title>
<meta name="description" content="{{ this.summary }}">
<link rel="canonical" href="{{ this|url(external=true) }}">
{% for alt in ("en", "es") -%}
<link rel="alternate" hreflang="{{ alt }}" href="{{ ('.'|url(alt=alt, external=true)) }}">
{% endfor -%}
<meta property="og:type" content="website">
<meta property="og:url" content="{{ this|url(external=true) }}">
<meta property="og:site_name" content="A plan">
<meta property="og:title" content="{{ this.title }}">
<meta property="og:description" content="{{ this.summary }}">
<meta property="og:locale" content="{{ this.alt }}">
<link rel="stylesheet" href="{{ '/static/style.css'|asseturl }}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Languages"><ul>{% for alt in ("en", "es") if alt != this.alt %}
<li><a href="{{ '.'|url(alt=alt) }}" hreflang="{{ alt }}">{{ alt }}</a></li>{% endfor %}
</ul></nav>
<nav aria-label="Main"><ul>{% for path, name in ENTRIES[this.alt] %}
<li><a href="{{ path|url }}"
{%- if path == this._path %} aria-current="page"{% endif %}>{{ name }}</a></li>{% endfor %}
</ul></nav>
</header>
<main id="main">
<nav aria-label="You are here"><ol><li><a href="{{ '/'|url }}">A plan</a></li></ol></nav>
<h1>{{ this.title }}</h1>
<p class="summary">{{ this.summary }}</p>
<nav aria-label="On this page"><ul>{% for entry in this.body.toc %}
<li><a href="#{{ entry.anchor }}">{{ entry.title }}</a>
{%- if entry.children %}<ul>{% for inner in entry.children %}
<li><a href="#{{ inner.anchor }}">{{ inner.title }}</a></li>
{%- endfor %}</ul>{% endif %}</li>{% endfor %}
</ul></nav>
{{ this.body }}
</main>
<footer><p><a href="mailto:plan@bench.example.org">plan@bench.example.org</a> 555-0100</p></footer>
</body>
</html>
"""
SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for alt in ("en", "es") %}{% for page in site.get('/', alt=alt).children %}
<url><loc>{{ page|url(external=true) }}</loc></url>
{% endfor %}{% endfor %}</urlset>
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    end = "" if page.language == "en" else f"+{page.language}"
    return f"content/page-{page.at}/contents{end}.lr"


def _contents(model: str, title: str, summary: str, body: str) -> str:
    fields = f"_model: {model}\n---\ntitle: {title}\n---\nsummary: {summary}\n---\nbody:\n\n"
    return fields + body


def write(corpus: Corpus, folder: Path) -> None:
    """Write a folder a page, the models and the templates."""
    entries = {
        language: [(f"/page-{at}", corpus.page(at, language).title) for at in corpus.entries]
        for language in LANGUAGES
    }
    put(
        folder,
        {
            "plan.lektorproject": PROJECT,
            "models/page.ini": MODEL.format(name="Page", extra=""),
            "models/home.ini": MODEL.format(name="Home", extra="[children]\nmodel = page\n"),
            "models/sitemap.ini": "[model]\nname = Sitemap\n",
            "templates/page.html": f"{{% set ENTRIES = {entries!r} %}}{LAYOUT}",
            "templates/home.html": '<h1><a href="page-0/">{{ this.title }}</a></h1>\n',
            "templates/sitemap.html": SITEMAP,
            "assets/static/style.css": "body{max-width:45em}\n",
            "content/contents.lr": _contents("home", "A plan", "A plan", "Words.\n"),
            "content/sitemap.xml/contents.lr": "_model: sitemap\n",
        },
    )
    for page in corpus.each():
        text = _contents("page", page.title, page.summary, page.body(beside))
        put(folder, {source(page): text})


def command(tools: Path, project: Path) -> list[str]:
    """Return the command of a build."""
    return [str(tools / "bin" / "lektor"), "build", "-O", str(project / "output")]


PEER = Peer(
    name="Lektor",
    packages=("lektor==3.3.14", "lektor-markdown-header-anchors==0.4.0", "setuptools==80.9.0"),
    write=write,
    command=command,
    source=source,
    site="output",
    kept=(".lektor",),
    lacks="no previous and next",
)
