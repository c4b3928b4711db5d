"""Every page has a language, one address, headings in order, names for pictures."""

import pytest
from browser.published import Published
from browser.structure import faults, repeated_titles

ADDRESS = "http://plan.localhost/small/"

GOOD = """<!DOCTYPE html>
<html lang="{lang}"><head><title>Small {lang}</title>
<meta name="description" content="A small page.">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="canonical" href="http://plan.localhost/small/{own}">
<link rel="alternate" hreflang="en" href="http://plan.localhost/small/">
<link rel="alternate" hreflang="es" href="http://plan.localhost/small/es/">
<link rel="alternate" hreflang="x-default" href="http://plan.localhost/small/">
<script type="application/ld+json">{{"@context": "https://schema.org"}}</script>
</head><body><a href="#main">Skip</a>
<header><nav aria-label="Languages"><a hreflang="{other}" href="{link}">Other</a></nav></header>
<main id="main"><h1>Small</h1><h2>Smaller</h2>
<svg role="img" aria-labelledby="t"><title id="t">A picture</title></svg>
<svg aria-hidden="true"></svg>
<div tabindex="0" role="region" aria-label="Numbers"><table><caption>Numbers</caption>
<thead><tr><th scope="col">One</th></tr></thead></table></div>
</main><footer>Foot</footer></body></html>
"""


def test_every_page_is_built_well(site):
    found = [fault for page in site.pages for fault in faults(site, page)]
    assert site.pages
    assert not found, "\n".join(found)


def test_no_two_pages_have_the_same_title(site):
    found = repeated_titles(site)
    assert not found, "\n".join(found)


def small(folder, **changes):
    site = Published(folder, ADDRESS)
    (folder / "es").mkdir()
    english = GOOD.format(lang="en", other="es", own="", link="es/index.html")
    spanish = GOOD.format(lang="es", other="en", own="es/", link="../index.html")
    for old, new in changes.get("instead", ()):
        assert old in english
        english = english.replace(old, new, 1)
    (folder / "index.html").write_text(english, "utf-8")
    (folder / "es" / "index.html").write_text(spanish, "utf-8")
    (folder / "es" / "404.html").write_text("<html lang=es>", "utf-8")
    return site


def test_a_good_page_has_no_fault(tmp_path):
    site = small(tmp_path)
    assert faults(site, "index.html") == []
    assert faults(site, "es/index.html") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('lang="en"', 'lang="fr"', "lang is fr, not en"),
        ("<title>Small en</title>", "<title> </title>", "no title"),
        ("<h1>Small</h1>", "<h2>Small</h2>", "0 h1"),
        ("<h2>Smaller</h2>", "<h3>Smaller</h3>", "h1 is followed by h3 “Smaller”"),
        ("<h2>Smaller</h2>", "<h2></h2>", "an empty h2"),
        ("<h2>Smaller</h2>", '<img src="a.png">', "an img without alt: a.png"),
        ('id="t"', 'id="u"', "a picture without a name"),
        ('id="t"', 'id="u"', "aria-labelledby names no element: t"),
        ("A picture", " ", "a picture without a name"),
        ('aria-hidden="true"', "", "an svg that is neither role=img nor hidden"),
        ("<h2>Smaller</h2>", '<h2 id="t">Smaller</h2>', "the id “t” stands 2 times"),
        ("<caption>Numbers</caption>", "", "a table without a caption"),
        ('scope="col"', "", "a header without scope in “Numbers”: One"),
        ('tabindex="0"', "", "a table outside a named, focusable scrolling region"),
        ("<thead>", "<tbody>", "a table without column headers: Numbers"),
        ('<a href="#main">Skip</a>', "", "the first link does not skip to #main"),
        ('id="main"', "", "no main with the id “main”"),
        ("<h2>", '<h2 style="color: red">', "an inline style: color: red"),
        ("<h2>", '<h2 onclick="go()">', "an event handler"),
        ("<h1>", "<script>go()</script><h1>", "an inline script"),
        ('{"@context"', '"@context"', "a data block that is no JSON"),
        ("https://schema.org", "https://other.example", "does not speak schema.org"),
        ("Content-Security-Policy", "X", "no content security policy"),
        ('href="es/index.html"', 'href="es/404.html"', "the link to es leads to es/404.html"),
        ('hreflang="es" href="es', 'hreflang="fr" href="es', "no link to the page in es"),
        ("small/es/", "small/es/other/", "alternates are"),
        ('"canonical" href="http://plan', '"canonical" href="http://other', "canonical is"),
        ('name="description"', 'name="other"', "no description"),
        ('aria-label="Languages"', "", "a nav without a name"),
        (">Other</a>", "></a>", "a a without words"),
        ("<footer>Foot</footer>", "", "not one body/footer"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, old, new, said):
    found = faults(small(tmp_path, instead=[(old, new)]), "index.html")
    assert any(said in line for line in found), found


def test_a_repeated_title_is_found(tmp_path):
    site = small(tmp_path)
    (tmp_path / "other.html").write_text(GOOD.replace("{lang}", "en"), "utf-8")
    assert repeated_titles(site) == ["other.html has the title of index.html: Small en"]
