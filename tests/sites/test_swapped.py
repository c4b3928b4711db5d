"""With the words of its languages swapped, a plan becomes the same site the other way round."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
import yaml
from lxml import html

from planpress.options import Options
from planpress.pipeline import build

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
UNTRANSLATED = {"content/pages/before.md": "---\ntitle: Antes\n---\n\nLo que fue.\n"}
"""What one of the plans has in one language only."""


def swapped(facts, words):
    """Return what was written with the other's words in their places, and the words it had."""
    if isinstance(words, dict):
        pairs = {key: swapped(facts[key], words[key]) for key in words}
        ours = {key: pairs[key][0] if key in pairs else value for key, value in facts.items()}
        return ours, {key: pair[1] for key, pair in pairs.items()}
    if isinstance(words, list):
        name = next(iter(words[0])) if isinstance(words[0], dict) else None
        others = words
        if name:
            by_name = {entry[name]: entry for entry in words}
            others = [by_name.get(entry.get(name), {}) for entry in facts]
        pairs = [swapped(fact, other) for fact, other in zip(facts, others, strict=True)]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs if pair[1]]
    return words, facts


def parts(file: Path):
    """Return the front matter of a file, read as strings, and its body."""
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    return yaml.load(front, yaml.CBaseLoader), body


def swap(folder: Path) -> None:
    """Exchange the words of all files: the second language becomes the first."""
    for spanish in sorted((folder / "content").rglob("*.es.md")):
        file = spanish.with_name(spanish.name.replace(".es.md", ".md"))
        (facts, body), (words, text) = parts(file), parts(spanish)
        ours, theirs = swapped(facts, words)
        if file.name == "plan.md":
            ours["languages"] = ["es", "en"]
        spanish.unlink()
        for target, front, below in (
            (file, ours, text),
            (file.with_name(file.name.replace(".md", ".en.md")), theirs, body),
        ):
            written = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
            target.write_text(f"---\n{written}---\n{below}", "utf-8")


@pytest.fixture(scope="module", params=["two-languages", "work"])
def sites(request, tmp_path_factory) -> tuple[Path, Path]:
    """Return the site of a plan, and the site of the same plan with its words swapped."""
    base = tmp_path_factory.mktemp(request.param)
    outputs, rules = [], []
    for name in ("straight", "swapped"):
        folder = base / name
        ignored = shutil.ignore_patterns("golden", "translations.lock", "history")
        shutil.copytree(HERE / request.param, folder, ignore=ignored)
        for path, text in UNTRANSLATED.items():
            if (folder / path).exists():
                (folder / path.replace(".md", ".es.md")).write_text(text, "utf-8")
        if name == "swapped":
            swap(folder)
        asked = Options(project=folder, output=folder / "site", today=TODAY)
        outcome = build(asked)
        assert outcome.published, outcome.problems
        rules.append(sorted(p.rule for p in outcome.problems))
        outputs.append(folder / "site")
    assert rules[0] == rules[1]
    return outputs[0], outputs[1]


def structure(site: Path, page: str, first: str) -> Iterator[tuple[str, ...]]:
    """Yield the elements of a page: name, class, role, and where it leads in which language.

    What stands in the head is sorted: the first language comes first there.
    """
    document = html.document_fromstring((site / page).read_bytes())
    yield from sorted(_elements(document.head, page, first))
    yield from _elements(document.body, page, first)


def _elements(around, page: str, first: str) -> Iterator[tuple[str, ...]]:
    for element in around.iter():
        if not isinstance(element.tag, str) or _only_marks_language(element):
            continue
        target = element.get("href") or element.get("src") or ""
        told = (element.tag, element.get("class", ""), element.get("role", ""))
        yield *told, *_target(page, target, first, element.get("hreflang"))


def _only_marks_language(element) -> bool:
    return element.tag == "span" and set(element.keys()) <= {"lang", "dir"}


def _target(page: str, target: str, first: str, language: str | None) -> tuple[str, ...]:
    """Return where a link leads, its language apart from its path; anchors are words."""
    if language == "x-default":
        return ("first language",)
    path = re.sub(r"^https://[a-z]+\.example\.org/plan/", "", target)
    if re.match(r"[a-z]+:", path):
        return (path.partition("?")[0],)
    inside = path if path != target else normpath(join(dirname(page), path))
    found = inside.partition("#")[0].removesuffix("index.html").strip("/.")
    code, _, rest = found.partition("/")
    if code in {"en", "es"}:
        return code, rest
    own = found == "search/index.js"
    shared = not own and re.search(r"\.(?!html$|ics$|xml$|webmanifest$)[^/]+$", found)
    return "" if shared else first, found


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_has_the_same_structure_at_the_root_and_below_its_code(sites, language):
    straight, other = sites
    pages = sorted(
        file.relative_to(straight).as_posix()
        for file in straight.rglob("*.html")
        if not file.is_relative_to(straight / "es")
    )
    assert len(pages) > 20
    places = {"en": ("", "en/"), "es": ("es/", "")}[language]
    for page in pages:
        one = list(structure(straight, places[0] + page, "en"))
        two = list(structure(other, places[1] + page, "es"))
        assert [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]] == [], page
        assert len(one) == len(two), page
