import pytest
from unit.render.sample import ENGLISH, SPANISH, site, source, words
from unit.render.speaking import real

from planpress.model.page import PageRecord, Section
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.all_pages import MOST, all_pages, around, part_of, whole_part
from planpress.render.environment import environment
from planpress.render.heard import Heard
from planpress.render.leaf import Turn
from planpress.render.words_pages import archive, pages
from planpress.render.work_pages import work_part


def many(count: int, section: str = "about", **facts: str) -> Site:
    found = [
        PageRecord.model_validate(
            {
                "id": f"page-{n}",
                "source": source(f"pages/page-{n}"),
                "title": words(f"{'BA'[n % 2]} {n:03}"),
                "section": section,
                **facts,
            }
        )
        for n in range(count)
    ]
    return real(site(pages={one.id: one for one in found}))


WHOLE = Turn(words("All"), "all/")
TURNS = tuple(Turn(words(str(n)), f"{n}/") for n in range(100))


@pytest.mark.parametrize(
    ("place", "first"), [(0, 0), (3, 0), (5, 0), (6, 1), (50, 45), (94, 89), (95, 89), (99, 89)]
)
def test_a_page_among_many_names_its_neighbours_and_all(place, first):
    assert around(TURNS, place, WHOLE) == (*TURNS[first : first + 11], WHOLE)


def test_a_page_among_few_names_them_all():
    assert around(TURNS[:MOST], 0, WHOLE) == TURNS[:MOST]
    assert len(around(TURNS[: MOST + 1], 0, WHOLE)) == 12


def test_a_section_with_few_pages_has_no_page_of_all():
    few = many(MOST)
    assert not list(all_pages(few))
    assert len(part_of(few, Section.ABOUT)) == MOST
    assert [len(one.context["part"]) for one in pages(few)] == [MOST] * MOST


def test_a_section_with_many_pages_has_a_page_of_all_to_which_each_leads():
    site = many(60)
    (whole,) = all_pages(site)
    assert whole.path == "all-pages/about/"
    assert whole.section == "about"
    assert whole.records == tuple(f"pages/page-{n}" for n in range(60))
    assert whole.title.texts["en"] == "All pages: About"
    assert len(whole.context["part"]) == 60
    for one in pages(site):
        assert one.context["part"][-1] == Turn(whole.title, whole.path)
        assert one.path in [turn.path for turn in one.context["part"]]
        assert len(one.context["part"]) == 12


def test_pages_of_the_site_itself_lead_to_all_pages_of_their_section():
    site = many(60, "work")
    assert [turn.path for turn in work_part(site)] == ["all-pages/work/"]
    assert [turn.path for turn in part_of(site, Section.WORK)] == ["all-pages/work/"]


def test_pages_of_a_long_earlier_plan_lead_to_their_list_in_the_archive():
    site = many(60, "archive", plan="page-0")
    assert not list(all_pages(site))
    assert whole_part(site, Section.ARCHIVE, "old").path == "archive/#plan-old"
    assert {one.context["part"][-1].path for one in pages(site)} == {"archive/#plan-page-0"}
    assert [one.path for one in archive(site)] == ["archive/"]


@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_all_pages_stand_below_their_letters(language):
    site = many(60)
    (whole,) = all_pages(site)
    here = Address(whole.path, language.code, default=language.code == "en")
    speaking = environment(site, site.languages[language.code])
    text = speaking.get_template(whole.template).render(
        whole.context, leaf=whole, here=here, heard=Heard()
    )
    text = text.partition("<main")[2].partition("</main>")[0]
    assert text.count('<li><a href="../../page-') == 60
    assert text.index('id="letter-1">A<') < text.index("/page-1/") < text.index('id="letter-2">B<')
    assert text.count('href="#letter-') == 2
    assert whole.listed
