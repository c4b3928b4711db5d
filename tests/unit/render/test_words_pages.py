from datetime import date
from typing import Any

from unit.render.sample import glossary, site, source, words

from planpress.model.page import PageRecord
from planpress.render import words_pages
from planpress.render.words_pages import archive, not_found, pages, terms_by_letter


def page(name: str, section: str, **facts: Any) -> PageRecord:
    record = {
        "id": name,
        "source": source(f"pages/{name}"),
        "title": words(name.capitalize()),
        "section": section,
    }
    return PageRecord.model_validate({**record, **facts})


def some_pages() -> dict[str, PageRecord]:
    found = (
        page("vision", "plan"),
        page("about", "about"),
        page("values", "plan"),
        page("old", "archive"),
    )
    return {one.id: one for one in found}


def test_pages_turn_to_their_neighbours_in_the_same_part():
    found = {leaf.path: leaf for leaf in pages(site(pages=some_pages()))}
    assert set(found) == {"vision/", "values/", "about/", "archive/old/"}
    assert found["vision/"].previous is None
    assert found["vision/"].next.path == "values/"
    assert found["values/"].previous.path == "vision/"
    assert found["values/"].next is None
    assert found["about/"].section == "about"


def test_archived_pages_stand_below_the_archive():
    made = site(pages=some_pages())
    old = next(leaf for leaf in pages(made) if leaf.path == "archive/old/")
    assert [turn.path for turn in old.crumbs] == ["archive/"]
    assert old.context["archived"]
    assert [leaf.path for leaf in archive(made)] == ["archive/"]
    assert not list(archive(site()))


def test_pages_of_an_earlier_plan_stand_together():
    found = (
        page("a-part", "archive", plan="old"),
        page("older", "archive"),
        page("old", "archive", archived_on="2022-06-30"),
        page("b-part", "archive", plan="old", archived_on="2021-06-30"),
    )
    made = site(pages={one.id: one for one in found})
    leaves = {leaf.path: leaf for leaf in pages(made)}
    assert set(leaves) == {
        "archive/old/",
        "archive/old/a-part/",
        "archive/old/b-part/",
        "archive/older/",
    }
    part = leaves["archive/old/a-part/"]
    assert [turn.path for turn in part.crumbs] == ["archive/", "archive/old/"]
    assert part.context["part"][0].path == "archive/old/"
    assert part.context["kept_since"] == date(2022, 6, 30)
    assert leaves["archive/old/b-part/"].context["kept_since"] == date(2021, 6, 30)
    assert leaves["archive/older/"].context["kept_since"] is None
    assert leaves["archive/older/"].previous is leaves["archive/older/"].next is None
    (index,) = archive(made)
    assert [(whole.id, [p.id for p in parts]) for whole, _, parts in index.context["plans"]] == [
        ("older", []),
        ("old", ["a-part", "b-part"]),
    ]


def test_terms_stand_under_their_letter_whatever_their_accent_or_case():
    record = glossary(
        ("zeta", words("zeta")),
        ("etica", words("Ética")),
        ("equidad", words("equidad")),
        ("quoted", words("“Aim”")),
        ("number", words("5 Whys")),
    )
    assert [
        (letter, [t.id for t in terms]) for letter, terms in terms_by_letter(record.terms, "en")
    ] == [
        ("#", ["number"]),
        ("A", ["quoted"]),
        ("E", ["equidad", "etica"]),
        ("Z", ["zeta"]),
    ]


def test_each_language_sorts_its_own_words():
    record = glossary(("goal", words("Goal", "Objetivo")), ("measure", words("Measure", "Medida")))
    (leaf,) = words_pages.glossary(site(glossary=record))
    assert [letter for letter, _ in leaf.context["letters"]["en"]] == ["G", "M"]
    assert [letter for letter, _ in leaf.context["letters"]["es"]] == ["M", "O"]
    assert not list(words_pages.glossary(site()))


def test_letters_of_a_language_have_their_own_headings():
    record = glossary(("letter", words("Ñandú")), ("grade", words("Nota")), ("work", words("Obra")))
    assert [letter for letter, _ in terms_by_letter(record.terms, "es")] == ["N", "Ñ", "O"]
    assert [letter for letter, _ in terms_by_letter(record.terms, "en")] == ["N", "O"]


def test_the_page_for_a_wrong_address_is_not_listed():
    (leaf,) = not_found(site())
    assert (leaf.path, leaf.listed) == ("404.html", False)
