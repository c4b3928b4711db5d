"""This project, called as a person would call it."""

import sys
from pathlib import Path

from bench.generate import PLAN_FACTS
from bench.peers.peer import Peer, put, sheet
from bench.prose import LANGUAGES, Corpus, Page

ROOT = Path(__file__).resolve().parent.parent.parent
QUESTIONS = "".join(
    f"  - id: {name}\n    text: Question {name}?\n"
    for name in ("what", "how", "on-track", "response")
)


def source(page: Page) -> str:
    """Return where a page stands."""
    return f"content/pages/page-{page.at}{'' if page.language == 'en' else '.es'}.md"


def write(corpus: Corpus, folder: Path) -> None:
    """Write a plan of pages alone: no measures, no charts."""
    for language in LANGUAGES:
        facts = PLAN_FACTS if language == "en" else ""
        front = f"title: A plan\norganisation: Bench Schools\nquestions:\n{QUESTIONS}{facts}"
        name = "content/plan.md" if language == "en" else "content/plan.es.md"
        put(folder, {name: f"---\n{front}---\nWords.\n"})
    for page in corpus.each():
        told: dict[str, str | int] = {"summary": page.summary}
        if page.language == "en":
            told |= {"order": page.at, "section": "plan" if page.at % 2 else "about"}
        put(folder, {source(page): sheet(page, told, page.body(lambda at: f"/page-{at}/"))})


def command(_tools: Path, project: Path, *options: str) -> list[str]:
    """Return the command that a person would type."""
    here = ["--project", str(project), "--output", str(project / "site"), "--quiet", "--no-pdf"]
    return [sys.executable, str(ROOT / "build.py"), *here, *options]


PEER = Peer(
    name="planpress",
    packages=(),
    write=write,
    command=command,
    source=source,
    site="site",
    kept=(".cache",),
)
