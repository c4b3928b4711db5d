"""Zensical, one project a language as it has no other way: https://zensical.org/docs/."""

import json
from pathlib import Path

from bench.peers.mkdocs import MAIN
from bench.peers.peer import Peer, put, sheet
from bench.prose import LANGUAGES, Corpus, Page

FRAME = MAIN.partition("{% for locale, file")[0] + "{% endif %}{% endblock %}\n"


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"docs/{page.language}/page-{page.at}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write two projects, which link to each other's start."""
    for language in LANGUAGES:
        address = f"https://bench.example.org/{language}/"
        entries = [{corpus.page(at, language).title: f"page-{at}.md"} for at in corpus.entries]
        config = {
            "site_name": "A plan",
            "site_url": address,
            "docs_dir": f"docs/{language}",
            "site_dir": f"site/{language}",
            "copyright": "plan@bench.example.org 555-0100",
            "theme": {"name": "material", "language": language, "custom_dir": "theme"},
            "markdown_extensions": [{"toc": {"permalink": False}}],
            "extra": {
                "alternate": [
                    {"name": "English", "link": "/en/", "lang": "en"},
                    {"name": "Spanish", "link": "/es/", "lang": "es"},
                ]
            },
            "nav": entries,
        }
        put(
            folder,
            {
                f"{language}.yml": json.dumps(config, indent=1),
                "theme/main.html": FRAME.replace("i18n_page_locale", "config.theme.language"),
                f"docs/{language}/index.md": "# A plan\n",
            },
        )
    for page in corpus.each():
        body = f"# {page.title}\n\n{page.body(lambda at: f'page-{at}.md')}"
        put(folder, {source(page): sheet(page, {"description": page.summary}, body)})


def command(tools: Path, _project: Path) -> list[str]:
    """Return the command of two builds, one after the other."""
    run = f"{tools / 'bin' / 'zensical'} build --config-file"
    return ["sh", "-c", " && ".join(f"{run} {language}.yml" for language in LANGUAGES)]


PEER = Peer(
    name="Zensical",
    packages=("zensical==0.0.60",),
    write=write,
    command=command,
    source=source,
    site="site",
    kept=(".cache",),
    lacks="one project a language: no link to the same page in the other one",
)
