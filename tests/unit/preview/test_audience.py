"""Each page hears of what it was made from, once, and of nothing else."""

from dataclasses import dataclass, field

import pytest

from planpress.preview.audience import TROUBLE, Audience


@dataclass(eq=False)
class Page:
    heard: list[str] = field(default_factory=list)

    def tell(self, path: str) -> None:
        self.heard.append(path)

    def news(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard


@pytest.fixture
def audience() -> Audience:
    """Two pages were loaded, with a style sheet, its font, a photo, and a drawing on one."""
    audience = Audience()
    audience.built(["/index.html", "/x/index.html", "/style.css"])
    for page in ("/", "/x/"):
        audience.shows(page, {page + "index.html", "/404.html"})
        audience.uses(page, "/style.css")
    audience.uses("/style.css", "/font.woff2")
    audience.uses("/x/", "/photo.JPG")
    audience.uses("/x/", "/drawing.svg")
    return audience


@pytest.fixture
def home(audience: Audience) -> Page:
    page = Page()
    audience.arrives(page, "/")
    return page


@pytest.fixture
def other(audience: Audience) -> Page:
    page = Page()
    audience.arrives(page, "/x/")
    return page


@pytest.mark.parametrize(
    ("changed", "at_home", "at_other"),
    [
        (["/y/index.html", "/data.csv"], [], []),
        (["/index.html"], ["/index.html"], []),
        (["/x/index.html", "/y/index.html"], [], ["/x/index.html"]),
        (["/style.css"], ["/style.css"], ["/style.css"]),
        (["/style.css", "/x/index.html"], ["/style.css"], ["*"]),
        (["/font.woff2"], ["*"], ["*"]),
        (["/photo.JPG", "/style.css"], ["/style.css"], ["/photo.JPG", "/style.css"]),
        (["/drawing.svg"], [], ["*"]),
        (["/404.html"], ["*"], ["*"]),
        ([TROUBLE], ["*"], ["*"]),
        ([], [], []),
    ],
)
def test_who_hears_of_what(
    audience: Audience,
    home: Page,
    other: Page,
    changed: list[str],
    at_home: list[str],
    at_other: list[str],
) -> None:
    audience.built(changed)
    assert (home.news(), other.news()) == (at_home, at_other)
    audience.built([])
    assert (home.news(), other.news()) == ([], [])


def test_a_page_overtaken_on_its_way_is_told_when_it_arrives(audience: Audience) -> None:
    audience.built(["/style.css"])
    audience.built(["/x/index.html"])
    home, other = Page(), Page()
    audience.arrives(home, "/")
    audience.arrives(other, "/x/")
    assert (home.news(), other.news()) == (["/style.css"], ["*"])
    audience.shows("/", {"/index.html"})
    audience.built(["/index.html"])
    late = Page()
    audience.arrives(late, "/")
    assert late.news() == ["/index.html"]


def test_a_page_that_this_preview_never_showed_is_loaded_again(audience: Audience) -> None:
    page = Page()
    audience.arrives(page, "/of-an-earlier-preview/")
    assert page.news() == ["*"]


def test_a_page_loaded_again_no_longer_has_what_it_had(audience: Audience, other: Page) -> None:
    audience.shows("/x/", {"/x/index.html"})
    audience.built(["/drawing.svg"])
    assert other.news() == []


def test_a_page_that_fits_itself_keeps_what_it_had(audience: Audience, other: Page) -> None:
    audience.built(["/x/index.html"])
    audience.shows("/x/", {"/x/index.html"}, kept=True)
    audience.built(["/drawing.svg"])
    audience.built(["/style.css"])
    assert other.news() == ["/x/index.html", "*", "/style.css"]


def test_a_closed_page_hears_nothing(audience: Audience, home: Page) -> None:
    audience.leaves(home)
    audience.leaves(home)
    audience.built(["/index.html"])
    assert home.news() == []


def test_the_same_page_in_two_windows(audience: Audience, home: Page) -> None:
    second = Page()
    audience.arrives(second, "/")
    audience.built(["/style.css"])
    audience.built(["/index.html"])
    assert home.news() == second.news() == ["/style.css", "/index.html"]


def test_style_sheets_that_use_each_other_end(audience: Audience, home: Page) -> None:
    audience.uses("/style.css", "/more.css")
    audience.uses("/more.css", "/style.css")
    audience.built(["/more.css"])
    assert home.news() == ["/more.css"]
