import re
from dataclasses import replace
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify_unicode
from unit.render.sample import ENGLISH, SPANISH

from planpress.model.language import Language
from planpress.render.converter import Converter
from planpress.render.markdown import anchor, cleaned, html
from planpress.store import Store


def made(text: str, language: Language = ENGLISH, **more: object) -> str:
    return html(text, language=language, link=lambda path: f"up/{path}", **more)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<p onclick="x()" style="color:red">Hi</p>',
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        '<iframe src="https://evil.example"></iframe>',
        "![a](https://evil.example/x.png)",
        "![a](//evil.example/x.png)",
        '<img src="HTTPS://evil.example/x.png" alt="a">',
        '<form action="/x"><input name="a"></form>',
        '<svg><use href="https://evil.example"/></svg>',
        "| a |\n| ---: |\n| 1 |",
    ],
)
def test_nothing_runs_styles_or_loads_from_elsewhere(text):
    assert not re.search(
        r"<script|onclick|style=|javascript:|data:|iframe|src=|<form|<input|<svg|alert", made(text)
    )


def test_a_picture_of_another_host_becomes_its_text():
    assert made("![A map](https://evil.example/x.png)") == "<p>A map</p>"


def test_targets_from_the_root_pass_through_link():
    text = made('[a](/on-track/#x) [b](/) ![c](/assets/c.png) <a href="/raw/">d</a> [e](#here)')
    assert re.findall(r'(?:href|src)="([^"]*)"', text) == [
        "up/on-track/#x",
        "up/",
        "up/assets/c.png",
        "up/raw/",
        "#here",
    ]


def test_other_hosts_are_linked_as_they_are():
    assert 'href="https://example.org/a"' in made("[a](https://example.org/a)")
    assert 'href="//example.org/a"' in made("[a](//example.org/a)")


def test_a_heading_of_the_first_level_is_demoted_and_others_stay():
    assert made("# One\n\n## Two") == '<h2 id="one">One</h2>\n<h2 id="two">Two</h2>'


def test_anchors_have_no_accents_and_do_not_repeat():
    text = made("## Visión\n\n## Visión\n\n## ¿?", SPANISH)
    assert re.findall(r'id="([^"]*)"', text) == ["vision", "vision_1", "section"]


@given(st.text() | st.text(alphabet="Aé-_ \t.1ñ’"))
def test_anchors_are_those_of_the_library_but_for_accents(heading):
    bare = "".join(c for c in normalize("NFKD", heading) if not combining(c))
    assert anchor(heading) == (slugify_unicode(bare, "-") or "section")
    if heading.isascii():
        assert anchor(heading) == (slugify_unicode(heading, "-") or "section")


def test_quotation_marks_dashes_and_ellipses_are_real():
    assert made("\"a\" 'b' it's 1--2...") == "<p>“a” ‘b’ it’s 1–2…</p>"


def test_quotation_marks_follow_the_language():
    german = Language.of("de", "DE", ENGLISH.translations)
    assert made('"a"', german) == "<p>„a“</p>"


def test_a_table_scrolls_by_itself_and_says_what_its_cells_are():
    text = made("| a | b | c |\n| --- | ---: | :---: |\n| 1 | 2 | 3 |")
    assert text.startswith(
        '<div class="scroll" role="region" tabindex="0" aria-label="Table 1"><table>'
    )
    assert '<th scope="col">a</th>' in text
    assert '<th class="number" scope="col">b</th>' in text
    assert '<td class="centre">3</td>' in text
    assert text.endswith("</table></div>")


def test_footnotes_name_their_way_back():
    text = made("One.[^1]\n\n[^1]: Note.")
    assert 'aria-label="Back to note 1 in the text"' in text
    assert "title=" not in text


def test_abbreviations_and_definition_lists():
    assert '<abbr title="Unified plan">UIP</abbr>' in made("UIP\n\n*[UIP]: Unified plan")
    assert "<dt>Term</dt>" in made("Term\n:   Meaning")


def test_shortcodes_are_put_in_after_cleaning_as_paragraphs_of_their_own():
    text = made(
        "One\n{{ chart a }}\nTwo",
        shortcode=lambda name, what: f"<figure data-x>{name} {what}</figure>",
    )
    assert text == "<p>One</p>\n<figure data-x>chart a</figure>\n<p>Two</p>"


def test_shortcodes_in_a_list_keep_their_place():
    text = made("- One\n{{ chart a }}", shortcode=lambda *_: "<b>!</b>")
    assert "<b>!</b>" in text
    assert "{{" not in text


def test_without_a_way_to_show_them_shortcodes_are_left_out():
    assert made("One\n\n{{ chart a }}").strip() == "<p>One</p>"


def test_classes_only_from_a_short_list():
    assert made("Hi\n{: .lead .evil }") == '<p class="lead">Hi</p>'


def test_what_the_library_makes_is_made_once(monkeypatch):
    store, made = Store(None), []
    convert = Converter.convert

    def counted(self, source):
        made.append(source)
        return convert(self, source)

    monkeypatch.setattr(Converter, "convert", counted)
    for _ in range(2):
        assert "“a”" in cleaned('"a"', ENGLISH, store)
        assert "«a»" in cleaned('"a"', replace(ENGLISH, code="ar"), store)
        assert cleaned("plain", ENGLISH, store) == "<p>plain</p>"
    assert made == ['"a"', '"a"']
