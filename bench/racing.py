"""`python3 -m bench peers`: the same pages, built by every generator in turn."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.imports import heavy, imported
from bench.measure import Cost, Failed, cost, middle
from bench.peers import PEERS
from bench.peers.peer import Peer
from bench.prose import LANGUAGES, Corpus
from bench.race_table import judged
from bench.tools import USUAL, installed

RUNS = ("cold", "unchanged", "edited")


@dataclass
class Contestant:
    """A generator with its project, and what its runs have cost so far."""

    peer: Peer
    tools: Path
    project: Path
    corpus: Corpus
    costs: dict[str, list[Cost]] = field(default_factory=lambda: {run: [] for run in RUNS})
    edits: int = 0

    def run(self, what: str) -> None:
        """Build once more in one of the three ways; raises Failed unless the site is whole."""
        if what == "cold":
            for kept in (self.peer.site, *self.peer.kept):
                _remove(self.project / kept)
        elif what == "edited":
            self.edits += 1
            self._write_sentence()
        command = self.peer.command(self.tools, self.project)
        self.costs[what].append(cost(command, self.project))
        if self.edits:
            self._find_sentence()

    def heavy(self) -> list[str]:
        """Return which heavy modules one more build imports, for which nothing changed."""
        return heavy(imported(self.peer.command(self.tools, self.project), self.project))

    def pages(self) -> int:
        """Return how many pages stand in the site; raises Failed if one is missing."""
        found = sum(1 for _ in (self.project / self.peer.site).rglob("*.html"))
        if found < self.corpus.pages * len(LANGUAGES):
            raise Failed(f"wrote only {found} pages")
        return found

    @property
    def sentence(self) -> str:
        """The sentence that stands in the edited page now."""
        page = self.corpus.page(self.corpus.edited, "en")
        return f"Edited {self.edits} times in all." if self.edits else page.first

    def _write_sentence(self) -> None:
        page = self.corpus.page(self.corpus.edited, "en")
        file = self.project / self.peer.source(page)
        old = page.first if self.edits == 1 else f"Edited {self.edits - 1} times in all."
        text = file.read_text("utf-8")
        if old not in text:
            raise Failed(f"{file.name} does not have its first sentence")
        file.write_text(text.replace(old, self.sentence), "utf-8")

    def _find_sentence(self) -> None:
        name = f"page-{self.corpus.edited}"
        for file in (self.project / self.peer.site).rglob("*.html"):
            named = name in (file.stem, file.parent.name)
            if named and self.sentence in file.read_text("utf-8"):
                return
        raise Failed("the edited sentence is not in its site")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def race(peers: Sequence[Peer], corpus: Corpus, tools: Path, repeats: int) -> dict[str, Any]:
    """Return what every generator costs in every run, and which failed and why.

    All generators do one run before any of them does the next, so that what else the machine does
    disturbs them alike.
    """
    failed: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        running = list(_entered(peers, corpus, tools, Path(made), failed))
        for at in range(repeats):
            for what in RUNS:
                for one in list(running):
                    said = f"bench: {at + 1} of {repeats}: {what}: {one.peer.name}"
                    print(said, file=sys.stderr, flush=True)
                    try:
                        one.run(what)
                        one.pages()
                    except Failed as reason:
                        failed[one.peer.name] = str(reason)
                        running.remove(one)
        return {
            "pages": corpus.pages,
            "languages": len(LANGUAGES),
            "repeats": repeats,
            "failed": failed,
            "tools": [
                {
                    "name": one.peer.name,
                    "version": one.peer.version,
                    "python": one.peer.python,
                    "lacks": one.peer.lacks,
                    "html": one.pages(),
                    "runs": {run: asdict(middle(costs)) for run, costs in one.costs.items()},
                }
                for one in running
            ],
            **_imports_of_ours(running, failed),
        }


def _imports_of_ours(running: Iterable[Contestant], failed: dict[str, str]) -> dict[str, Any]:
    for one in running:
        if one.peer is PEERS[0]:
            try:
                return {"heavy": one.heavy()}
            except Failed as reason:
                failed[one.peer.name] = str(reason)
    return {}


def _entered(
    peers: Iterable[Peer], corpus: Corpus, tools: Path, top: Path, failed: dict[str, str]
) -> Iterable[Contestant]:
    for peer in peers:
        try:
            folder = installed(peer, tools)
        except Failed as reason:
            failed[peer.name] = str(reason)
            print(f"bench: {peer.name} is left out: {reason}", file=sys.stderr, flush=True)
            continue
        project = top / peer.name.lower().replace(" ", "-")
        project.mkdir()
        peer.write(corpus, project)
        yield Contestant(peer, folder, project, corpus)


def options(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked of the race."""
    parser.add_argument("--pages", type=int, default=1000, help="pages in each language")
    parser.add_argument("--tools", type=Path, default=USUAL, help="where generators are installed")
    names = [peer.name.split()[0].lower() for peer in PEERS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="which take part")


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return the race that was asked for, and the targets."""
    peers = [peer for peer in PEERS if peer.name.split()[0].lower() in asked.only]
    found = race(peers, Corpus(asked.pages), asked.tools.expanduser().resolve(), asked.repeats)
    return {**found, "targets": judged(found)}
