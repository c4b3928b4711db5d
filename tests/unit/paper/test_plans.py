"""Whole plans, printed in every language and read back."""

import shutil
from pathlib import Path

import pytest
from lxml import html as parsed
from unit.paper.read_back import elements, failures, fonts, opened, outline
from unit.test_pipeline import site_of

from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.paper.press import Paper, printed
from planpress.paper.system import printing_with
from planpress.read.assets import read_assets
from planpress.render.sheets import sheets

pytestmark = pytest.mark.skipif(printing_with() is None, reason="Pango is not installed")

ROOT = Path(__file__).resolve().parents[3]
PLANS = {
    "languages": (ROOT / "tests" / "sites" / "languages", ("",)),
    "foothills": (ROOT / "examples" / "foothills", ("es/plan", "tactics/early-reading")),
}
"""Plans, and how the paths begin of what is printed of them here."""


@pytest.fixture(scope="module", params=PLANS)
def prints(request, tmp_path_factory):
    """What is printed of a plan: its HTML and its PDF, by path."""
    source, chosen = PLANS[request.param]
    folder = tmp_path_factory.mktemp("plans") / request.param
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("golden", ".cache", "site"))
    view = View(site_of(folder), cells := Cells("test"))
    found, wrong = sheets(view.noted, cells)
    assert not wrong
    assets = read_assets((ROOT / "assets",))
    paper = Paper({file.path: file.content for file in assets}, view.site.base_url)
    return {
        one.path.removesuffix("/index.html"): (one.content, printed(paper, one.content))
        for one in found
        if one.path.startswith(chosen)
    }


def test_each_keeps_the_rules_of_pdf_ua(prints):
    broken = {path: found for path, (_, pdf) in prints.items() if (found := failures(pdf))}
    assert broken == {}


def test_each_says_language_title_and_outline(prints):
    for path, (html, content) in prints.items():
        root = parsed.fromstring(html)
        with opened(content) as pdf:
            assert str(pdf.Root.Lang) == root.get("lang"), path
            assert pdf.open_metadata()["dc:title"] == root.findtext(".//title"), path
            titles = [title.strip("-") for title in outline(pdf)]
        assert len(titles) == len(root.xpath("//h1 | //h2 | //h3 | //h4")), path
        assert all(titles), path


def test_each_chart_has_the_words_that_its_page_has(prints):
    for path, (html, content) in prints.items():
        wanted = parsed.fromstring(html).xpath('//span[@role="img"]/@aria-label')
        with opened(content) as pdf:
            assert [str(one.Alt) for one in elements(pdf, "/Figure")] == wanted, path
        assert all(any(sign.isdigit() for sign in words) for words in wanted)
        assert len(set(wanted)) == len(wanted), path


def test_each_header_of_a_table_has_its_scope(prints):
    scopes = {"col": "/Column", "row": "/Row"}
    for path, (html, content) in prints.items():
        wanted = [scopes[scope] for scope in parsed.fromstring(html).xpath("//th/@scope")]
        with opened(content) as pdf:
            found = [str(one.A.Scope) for one in elements(pdf, "/TH")]
        assert sorted(found) >= sorted(wanted), path  # heads are repeated on the next page


def test_a_tactic_has_one_page(prints):
    for path, (_, content) in prints.items():
        with opened(content) as pdf:
            assert (len(pdf.pages) == 1) == path.endswith("tactic.pdf"), path


def test_only_letters_of_ours(prints):
    for path, (_, content) in prints.items():
        with opened(content) as pdf:
            assert {name.partition("-")[0] for name in fonts(pdf)} <= {"Public", "Letters"}, path
