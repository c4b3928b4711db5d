"""The interface says everything through its catalogues, and each is as it should be."""

import ast
import re
from datetime import date
from html import unescape

import pytest
from jinja2 import Environment, nodes

from planpress.options import ROOT, Options
from planpress.wording.bring import SPEAKING, bring

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted(file for stage in SPEAKING for file in (ROOT / "planpress" / stage).rglob("*.py"))

SAYING = {"_", "gettext", "ngettext", "pgettext", "npgettext", "say", "say_n", "say_in_all"}
TELLING_STAFF = {"error", "warning", "notice", "Problem"}
LETTERS = re.compile(r"[^\W\d_]{2}")
SENTENCE = re.compile(
    r"^\W*[A-Z][a-z]+,? [a-z]|"
    r"(?i:\b(?:the|of|is|are|was|and|or|to|in|on|at|by|for|from|with|this|that|no|not|more|than) )"
)
CODES = re.compile(r"(?:[a-z]{2,3} ){3,}[a-z]{2,3}")
TAG = re.compile(r"<!--.*?-->|<!?/?[a-zA-Z][^<>]*>", re.DOTALL)
SEEN = re.compile(
    r"\b(?:alt|title|placeholder|summary|label|content|aria-(?:label|description|valuetext|"
    r"roledescription))=\"([^\"]*)\"",
)
UNSAID = "\x00"
NAMES = re.compile(r"<code>[^<]*</code>")
"""Files, columns and the like, as programs know them."""
SAME_EVERYWHERE = re.compile(r"CSV|JSON|[a-z]+(?:/[a-z.]+)+")
"""Formats, and the addresses of files."""
FOR_STAFF = {
    "render/fault.py",  # what is wrong with a template
    "model/dataclass.py",  # source code that is compiled
    "model/nearest.py",  # hints that a key or an id was meant
    "model/problem.py",  # how many more problems there are
    "model/update.py",  # a fault of a front matter
    "assess/trajectory.py",  # values of an enumeration that say what they mean
}
"""Code whose words readers never see."""


def test_catalogues_are_up_to_date_and_whole():
    options = Options(project=ROOT, output=ROOT / "site", today=date(2026, 10, 15))
    brought = bring(options, [], write=False)
    assert not brought.stale, brought.told
    assert [p for p in brought.problems if p.rule != "unreviewed-words"] == []


def written(template):
    """Return a template's own text in order; what it says through catalogues or code is NUL."""
    parts = []

    def walk(node):
        if isinstance(node, nodes.TemplateData):
            parts.append(node.data)
        elif isinstance(node, nodes.Expr):
            parts.append(UNSAID)
        else:
            for child in node.iter_child_nodes():
                walk(child)

    walk(parsed(template))
    return "".join(parts)


def parsed(template):
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(template)


def untranslated(template):
    """Yield what readers would see of a template in English, whatever their language."""
    text = written(template)
    seen = (t.strip() for t in TAG.sub("\n", NAMES.sub("", unescape(text))).split("\n"))
    yield from (t for t in seen if LETTERS.search(t) and not SAME_EVERYWHERE.fullmatch(t))
    for tag in TAG.findall(text):
        if not re.search(r"name=\"(?:viewport|color-scheme|robots|referrer)\"|http-equiv", tag):
            yield from (value for value in SEEN.findall(tag) if LETTERS.search(value))
    yield from (
        const.value for const in constants(parsed(template)) if SENTENCE.search(str(const.value))
    )


def constants(node):
    """Yield the strings in a template's expressions that are not asked of a catalogue."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in SAYING:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node
    for child in node.iter_child_nodes():
        yield from constants(child)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_words_of_its_own(file):
    assert list(untranslated(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Words</p>",
        '<img alt="A picture">',
        '<p title="{{ x }} more">',
        "{% if x %}Words{% endif %}",
        '{{ x or "Not known" }}',
        '{{ named("Words of it") }}',
    ],
)
def test_words_of_a_template_are_found(template):
    assert list(untranslated(template)) != []


@pytest.mark.parametrize(
    "template", ["{% trans %}Words{% endtrans %}", '<p id="a-b" class="c d">{{ _("All of it") }}']
)
def test_words_from_a_catalogue_are_none_of_its_own(template):
    assert list(untranslated(template)) == []


def sentences(tree):
    """Yield the strings of a module that look like words for readers."""
    quiet = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                quiet.add(docstring)
            case ast.Raise():
                quiet.update(ast.walk(node))
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if (
                name in SAYING | TELLING_STAFF
            ):
                quiet.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in quiet:
            words = TAG.sub("", node.value)
            if SENTENCE.search(words) and LETTERS.search(words) and not CODES.fullmatch(words):
                yield node.lineno, node.value


SPOKEN = [file for file in MODULES if f"{file.parent.name}/{file.name}" not in FOR_STAFF]


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_code_has_words_of_its_own(file):
    tree = ast.parse(file.read_text("utf-8"))
    assert list(sentences(tree)) == []


@pytest.mark.parametrize(
    "code", ["x = 'Nothing is known'", "f'{a} of {b}'", "say(x, 'Not set' if y else z.w)['in it ']"]
)
def test_words_of_code_are_found(code):
    assert list(sentences(ast.parse(code))) != []


def test_words_of_staff_and_of_catalogues_are_none_of_its_own():
    code = (
        """'What it is.'\nsay('All of it')\nraise ValueError('This is not so')\nx = 'muted halo'"""
    )
    assert list(sentences(ast.parse(code))) == []
