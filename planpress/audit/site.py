"""The audit of the whole site: what a reader of all its files could find out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from planpress.audit.attack import attack
from planpress.audit.claim import Block, Claim
from planpress.audit.evidence import Evidence, leaks_of_claims
from planpress.audit.grids import claims_of_grid
from planpress.audit.letters import found_in_calendar, found_in_pdf, found_in_xml
from planpress.audit.machine import about, found_in_json
from planpress.audit.opened import opened
from planpress.audit.pages import Grid, Suspect, found_in_page
from planpress.audit.reasons import problem_of
from planpress.audit.sweep import leaks_of_text
from planpress.audit.tables import claims_of_table
from planpress.audit.vocabulary import Vocabulary, folded, vocabulary
from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.period import Form
from planpress.model.place import Place
from planpress.model.problem import Problem, in_order, notice
from planpress.model.project import Project

_DIGIT = re.compile(r"\d")
_TAG = re.compile(r"<[^>]*>")
_LINKED_DATA = re.compile(rb"<script[^>]*ld\+json[^>]*>(.*?)</script>", re.DOTALL)
_PAGES = (".html", ".svg", ".htm")
_TEXTS = (".txt", ".md", ".js", ".css", ".geojson", ".tsv")


def audit(
    documents: Sequence[Document], project: Project, languages: Mapping[str, Language]
) -> tuple[Problem, ...]:
    """Return everything about a hidden row that the finished site gives away.

    It reads the files of the site as a stranger would, and knows nothing of the numbers that were
    never published. What is read of a PDF is what its letters say as such; where they do not, a
    notice says that it was not audited.
    """
    files = tuple(opened(documents))
    evidence = Evidence(project)
    for file in files:
        if file.path.endswith(".csv"):
            evidence.add(claims_of_table(file, project))
    forms: dict[str, Form | None] = {cell.indicator: cell.period.form for cell in evidence.rows}
    blocks: list[Block] = []
    for file in _structured(files):
        for found in found_in_json(file, project, forms):
            if not isinstance(found, Block):
                evidence.add([found])
            elif _DIGIT.search(found.text):
                blocks.append(found)
    problems = [
        problem_of(project, evidence.rows, one) for one in attack(project, evidence.settle())
    ]
    if evidence.hidden:
        words = vocabulary(project, languages, {cell.period for cell in evidence.rows})
        problems += _read(files, blocks, evidence, words)
    problems += leaks_of_claims(evidence)
    return in_order(problems)


def _structured(files: Sequence[Document]) -> Iterator[Document]:
    """Yield the files for machines, and what pages hold for search engines."""
    for file in files:
        if file.path.endswith((".json", ".jsonld")):
            yield file
        elif file.path.endswith(_PAGES) and b"ld+json" in file.content:
            yield from (Document(file.path, one) for one in _LINKED_DATA.findall(file.content))


def _read(
    files: Sequence[Document], blocks: list[Block], evidence: Evidence, words: Vocabulary
) -> Iterator[Problem]:
    """Yield what the texts of the site give away, and add what its tables claim."""
    telling = words.telling(evidence.hidden)

    def suspect(text: str) -> bool:
        return _DIGIT.search(text) is not None and telling.search(folded(text)) is not None

    for block in blocks:
        if block.codes or suspect(f"{block.text} {block.around}"):
            yield from leaks_of_text(evidence, words, block)
    for file in files:
        for found in _found(file, evidence, words, suspect):
            if isinstance(found, Problem):
                yield found
                continue
            told = (
                claims_of_grid(found, words, evidence.project)
                if isinstance(found, Grid)
                else [found]
            )
            for one in told:
                if isinstance(one, Claim):
                    evidence.add([one])
                elif isinstance(found, Grid) or suspect(f"{one.text} {one.around}"):
                    yield from leaks_of_text(evidence, words, one)


def _suspicious(text: str, words: Vocabulary, evidence: Evidence) -> bool:
    """Tell whether a page names a measure with hidden rows, and people or periods of one."""
    plain = unescape(text)
    for whole in (folded(plain), folded(_TAG.sub(" ", plain))):
        if words.telling(evidence.hidden).search(whole):
            return words.naming(evidence.hidden).search(folded(plain)) is not None
    return False


def _found(
    file: Document, evidence: Evidence, words: Vocabulary, suspect: Suspect
) -> Iterator[Block | Grid | Problem]:
    path, by_path = file.path, about(file, evidence.project)
    if path.endswith(_PAGES):
        if by_path.isdisjoint(evidence.hidden):
            text = file.content.decode("utf-8", "replace")
            suspicious = not by_path and _suspicious(text, words, evidence)
        else:
            suspicious = True
        if suspicious or by_path:
            yield from found_in_page(
                file,
                by_path,
                lambda text: words.measures_in(folded(text)),
                suspect if suspicious else None,
            )
    elif path.endswith(".xml"):
        yield from found_in_xml(file)
    elif path.endswith(".ics"):
        yield from found_in_calendar(file)
    elif path.endswith(".pdf"):
        yield found_in_pdf(file) or notice(
            Place(file.made_from or path),
            "not-audited",
            "the letters of this PDF cannot be read, so nobody has checked what it tells",
            "Look yourself that it tells nothing about a result that the site hides.",
        )
    elif path.endswith(_TEXTS):
        yield Block(file.content.decode("utf-8", "replace"), path, "text", by_path)
