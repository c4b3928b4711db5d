from dataclasses import replace

from lxml import html
from rendering import leaves, render
from unit.render.sample import SERIES, indicator, not_set, row, site
from unit.render.speaking import real

from planpress.model.series import Series
from planpress.render.explorer import explorer, groups, with_rows


def page(made, path="explore/index.html"):
    """Return a page of a site as it is published."""
    pages, problems = render(made)
    assert not problems
    return html.document_fromstring(next(one.content for one in pages if one.path == path))


def test_measures_stand_with_their_priority_and_the_others_last():
    made = site(indicators={"a": indicator("a", priority=None), "grade-3": indicator()})
    found = [
        (priority and priority.id, [one.id for one in those]) for priority, those in groups(made)
    ]
    assert found == [("reading", ["grade-3"]), (None, ["a"])]


def test_a_measure_without_rows_cannot_be_chosen():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b"), "c": indicator("c")})
    made = replace(made, series={"grade-3": SERIES, "c": Series(indicator="c")})
    assert with_rows(made) == ("grade-3",)
    found = page(real(made))
    assert [one.get("value") for one in found.iterfind(".//option")] == ["grade-3"]
    assert found.get_element_by_id("line=b").text_content().strip()


def test_it_is_one_page_below_the_data():
    (leaf,) = explorer(site())
    assert leaf.path == "explore/"
    assert [crumb.path for crumb in leaf.crumbs] == ["data/"]
    assert [one.path for one in leaves(site())].count("explore/") == 1


def test_only_this_page_and_the_search_have_scripts():
    pages, _ = render(real())
    scripted = {one.path for one in pages if b"<script defer src=" in one.content}
    kinds = ("explore/index.html", "search/index.html")
    assert scripted == {f"{language}{kind}" for language in ("", "es/") for kind in kinds}


def test_a_measure_leads_to_its_line():
    link = page(real(), "es/indicators/grade-3/index.html").xpath("//a[contains(@href, '#line=')]")
    assert [one.get("href") for one in link] == ["../../explore/index.html#line=grade-3"]
    assert page(real(), "es/explore/index.html").get_element_by_id("line=grade-3") is not None


def test_without_scripts_nothing_is_shown_that_needs_them():
    tool = page(real()).get_element_by_id("explorer")
    assert "hidden" in tool.attrib
    assert "hidden" not in page(real()).get_element_by_id("bare").attrib


def test_a_plan_without_measures_says_so():
    made = site(indicators={})
    found = page(real(replace(made, series={}, assessments={})))
    assert "No numbers have been published yet." in found.text_content()


def test_a_measure_without_a_page_of_rows_has_no_link_to_it():
    made = site(indicators={"b": indicator("b")})
    made = replace(made, series={}, assessments={"b": not_set("b")})
    assert not page(real(made), "indicators/b/index.html").xpath("//a[contains(@href, '#line=')]")


def test_months_and_school_years_may_stand_on_one_page():
    series = Series(indicator="m", observations=(row("2024-09", "5"), row("2024-10", "6")))
    made = site(indicators={"grade-3": indicator(), "m": indicator("m")})
    found = page(real(replace(made, series={"grade-3": SERIES, "m": series})))
    assert [one.get("value") for one in found.iterfind(".//option")] == ["grade-3", "m"]
