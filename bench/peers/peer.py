"""What a generator must tell so that it can be measured."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.prose import Corpus, Page


@dataclass(frozen=True)
class Peer:
    """A generator of static sites, and how it builds the corpus.

    `packages` are pinned packages of PyPI, or of npm where `node`; the first is the tool itself.
    `write` writes the corpus and its frame into a folder; `command` is given the folder the tool is
    installed in and the project's; `site` and `kept` are what a cold build does not find.
    """

    name: str
    packages: tuple[str, ...]
    write: Callable[[Corpus, Path], None]
    command: Callable[[Path, Path], list[str]]
    source: Callable[[Page], str]
    site: str
    kept: tuple[str, ...] = ()
    node: bool = False
    python: bool = True
    """Whether it is written in Python: of those ours has to be the fastest."""
    lacks: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """What is measured, such as `hugo 0.168.0`; empty for a tool that is not installed."""
        return self.packages[0].replace("==", " ") if self.packages else ""


def put(folder: Path, files: dict[str, str]) -> None:
    """Write files of text into a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def sheet(page: Page, facts: dict[str, str | int], body: str) -> str:
    """Return a Markdown file with front matter; the values are written as JSON, which YAML is."""
    said = {"title": page.title, **facts}
    front = "".join(f"{name}: {json.dumps(v, ensure_ascii=False)}\n" for name, v in said.items())
    return f"---\n{front}---\n\n{body}"


def beside(at: int) -> str:
    """Return the address of another page, from a page that is a folder beside it."""
    return f"../page-{at}/"
