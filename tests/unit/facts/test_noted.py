"""Every way in which a site can be read is noted, and every fact that is noted has a mark."""

from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from planpress.facts.known import MISSING, Known, Marked
from planpress.facts.noted import ENTRIES, KINDS, SINGLE, WHOLE, noted_record, noted_site
from planpress.facts.noting import noting
from planpress.model.project import Project
from planpress.model.site import Site
from planpress.options import Options
from planpress.pipeline import assemble, examine

SITES = Path(__file__).resolve().parents[2] / "sites"


@cache
def site():
    folder = SITES / "work"
    options = Options(project=folder, output=folder / "site", today=date(2026, 11, 22), full=True)
    found = examine(options)
    return assemble(options, found, found.reading.project, found.judged)


def read(look):
    """Return the facts that are read when somebody looks at the site."""
    with noting() as facts:
        look(noted_site(site()))
    return facts


def test_every_part_of_a_site_and_of_a_project_is_noted_or_the_same_for_all():
    known = {*ENTRIES, *WHOLE, "project", "translations"}
    assert {field.name for field in fields(Site)} - known == {"languages", "store", "templates"}
    assert {field.name for field in fields(Project)} == {*KINDS, *SINGLE}


@pytest.mark.parametrize(
    ("look", "facts"),
    [
        (lambda s: s.project.pages["before"].title, {("pages/before", "title")}),
        (lambda s: s.project.plan.notice, {("plan", "notice")}),
        (lambda s: s.project.pages.get("nothing"), {("pages", "nothing")}),
        (lambda s: "before" in s.project.pages, {("pages", "before")}),
        (lambda s: list(s.project.pages), {("pages",)}),
        (lambda s: [p.order for p in s.project.priorities.values()],
         {("priorities",), ("priorities/reading", "order")}),
        (lambda s: s.project.records["pages/before"].summary, {("pages/before", "summary")}),
        (lambda s: s.project.measures_of("other"),
         {("indicators",), ("indicators/reading", "priority")}),
        (lambda s: s.assessments["reading"].rating,
         {("assessments", "reading"), ("assessments", "reading", "rating")}),
        (lambda s: s.assessments["reading"].last_known,
         {("assessments", "reading"), ("assessments", "reading", "last_known")}),
        (lambda s: "reading" in s.series, {("series", "reading")}),
        (lambda s: [s.series["reading"].by("group") for _ in range(2)][1],
         {("series", "reading"), ("series", "reading", "_alone")}),
        (lambda s: s.series.get("none"), {("series", "none")}),
        (lambda s: ("a", "b", "c") in s.figures, {("figures", "a", "b", "c")}),
        (lambda s: len(s.groups), {("groups",)}),
        (lambda s: s.as_of, {("as_of",)}),
        (lambda s: s.moves, {("moves",)}),
        (lambda s: s.translations.of("a.es.md"), {("translations", "a.es.md")}),
        (lambda s: s.translations.stale, {("translations",)}),
        (lambda s: s.translations.standings, {("translations",)}),
        (lambda s: s.translations.units, {("translations",)}),
        (lambda s: s.translations.absent, {("translations",)}),
        (lambda s: s.translations.unreviewed, {("translations",)}),
        (lambda s: s.translations.count("es"), {("translations",)}),
        (lambda s: (s.base_url, s.templates, s.project), {("base_url",)}),
    ],
)  # fmt: skip
def test_what_is_read_is_noted(look, facts):
    assert read(look) == facts


def test_a_record_that_notes_is_still_the_record():
    plain = site().project.pages["before"]
    noted = noted_record("pages/before", plain)
    assert isinstance(noted, type(plain))
    assert (noted.title, noted.body, noted.source) == (plain.title, plain.body, plain.source)
    with noting() as facts:
        assert noted.model_fields_set == plain.model_fields_set
    assert facts == set()


def test_a_fact_has_another_mark_as_soon_as_it_changes():
    before = site()
    page = before.project.pages["before"]
    changed = page.model_copy(update={"order": page.order + 1})
    pages = {**before.project.pages, "before": changed}
    after = replace(before, project=replace(before.project, pages=pages), as_of=date(2020, 1, 1))
    fewer = replace(before, project=replace(before.project, pages={}), series={})
    one, other, less = Known(before), Known(after), Known(fewer)
    order, title = ("pages/before", "order"), ("pages/before", "title")
    assert one.mark(order) != other.mark(order)
    assert one.mark(title) == other.mark(title)
    assert one.mark(("pages",)) == other.mark(("pages",)) != less.mark(("pages",))
    assert one.mark(("as_of",)) != other.mark(("as_of",))
    assert less.mark(title) == less.mark(("series", "reading")) == MISSING
    assert one.mark(("pages", "before")) != less.mark(("pages", "before"))


def test_the_fields_of_a_record_that_is_the_same_stand():
    title, gone = ("pages/before", "title"), ("pages/gone", "title")
    known = Known(site(), {"pages/before", "pages/gone"})
    assert known.stands(title, b"kept")
    assert not known.stands(gone, b"kept")
    assert not Known(site(), {"pages/other"}).stands(title, b"kept")


def test_entries_that_know_their_marks_are_not_looked_at():
    class Lazy(Marked):
        def mark_of(self, key):
            return f"mark of {key}".encode()

        def __getitem__(self, key):
            raise AssertionError

        def __contains__(self, key):
            return key == ("a", "b", "c")

        def __iter__(self):
            return iter([("a", "b", "c")])

        def __len__(self):
            return 1

    known = Known(replace(site(), figures=Lazy()))
    assert known.mark(("figures", "a", "b", "c")) == b"mark of ('a', 'b', 'c')"
    assert known.mark(("figures", "x", "b", "c")) == MISSING


def test_an_entry_is_the_same_only_where_what_it_is_made_from_is_known_to_be():
    facts = [
        ("assessments", "reading"),
        ("assessments", "reading", "rating"),
        ("figures", "reading", "trend", "en"),
        ("assessments",),
    ]
    same = Known(site(), {"assessments/reading"})
    other = Known(site(), {"series/reading"})
    assert [same.stands(fact, b"before") for fact in facts] == [True, True, False, False]
    assert not any(other.stands(fact, b"before") for fact in facts)
    assert not same.stands(("assessments", "reading"), MISSING)


def test_each_part_of_an_entry_has_a_mark_of_its_own():
    found = site().assessments["reading"]
    changed = {**site().assessments, "reading": replace(found, rule=found.rule + 1)}
    known, other = Known(site()), Known(replace(site(), assessments=changed))
    parts = [("assessments", "reading", *part) for part in ((), ("rule",), ("state",))]
    assert [known.mark(part) == other.mark(part) for part in parts] == [True, False, True]
    assert known.mark(("assessments", "none", "rule")) == MISSING
