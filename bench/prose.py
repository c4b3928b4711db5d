"""Pages of words, the same for every tool that is measured: two languages, 360 words a page."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bench.generate import sentence

LANGUAGES = ("en", "es")
SECTIONS = 6


@dataclass(frozen=True)
class Page:
    """One page in one language; `linked` is the number of the page that it links to.

    A block starts with `## `, `### ` or `- ` or is a paragraph, as in everyone's Markdown.
    """

    at: int
    language: str
    title: str
    summary: str
    blocks: tuple[str, ...]
    linked: int
    words: tuple[str, str]

    @property
    def first(self) -> str:
        """The first sentence, which a measured edit changes."""
        return self.blocks[1].partition(". ")[0] + "."

    def body(self, address: Callable[[int], str]) -> str:
        """Return the Markdown, the link to another page as the tool wants it."""
        here, there = self.words
        links = f"See [{here}]({address(self.linked)}) and [{there}](https://example.org/)."
        return "\n\n".join([*self.blocks, links]) + "\n"


@dataclass(frozen=True)
class Corpus:
    """So many pages in every language; none is kept in memory, so that little is measured of us."""

    pages: int
    seed: int = 1

    def page(self, at: int, language: str) -> Page:
        """Return one page: the same for the same seed and number of pages."""
        chance = random.Random(f"{self.seed}/{at}/{language}")
        return Page(
            at=at,
            language=language,
            title=f"{sentence(chance, language, 3)} {at}",
            summary=f"{sentence(chance, language, 12)}.",
            blocks=tuple(_blocks(chance, language)),
            linked=(at * 7 + 1) % self.pages,
            words=(sentence(chance, language, 2), sentence(chance, language, 1)),
        )

    def each(self) -> Iterator[Page]:
        """Yield every page, its languages one after the other."""
        for at in range(self.pages):
            for language in LANGUAGES:
                yield self.page(at, language)

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """The pages that the main navigation leads to: the first six."""
        return tuple(range(min(6, self.pages)))

    @cached_property
    def edited(self) -> int:
        """The page that is edited: one that no navigation entry leads to, if there is one."""
        return self.pages // 2


def _blocks(chance: random.Random, language: str) -> Iterator[str]:
    for at in range(SECTIONS):
        if at in (0, 2, 4):
            mark = "###" if at == 2 else "##"
            yield f"{mark} {sentence(chance, language, 4)} {at}"
        yield " ".join(f"{sentence(chance, language, 11)}." for _ in range(5))
        if at == 1:
            yield "\n".join(
                f"- **{sentence(chance, language, 2)}** {sentence(chance, language, 6)}"
                for _ in range(3)
            )
