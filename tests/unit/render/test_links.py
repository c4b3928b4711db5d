import pytest
from unit.render.speaking import leaf, real, say

from planpress.render.address import Address
from planpress.render.environment import environment
from planpress.render.links import inside


@pytest.mark.parametrize(
    ("line", "code", "expected"),
    [
        ("{{ link('on-track/') }}", "en", "../../on-track/index.html"),
        ("{{ link('on-track/') }}", "es", "../../on-track/index.html"),
        ("{{ link('', 'es') }}", "en", "../../es/index.html"),
        ("{{ link(here.path, 'en') }}", "es", "../../../indicators/a/index.html"),
        ("{{ link('indicators/a/#x') }}", "es", "#x"),
        ("{{ file('data/a.csv') }}", "es", "../../../data/a.csv"),
        ("{{ asset('style.css') }}", "en", "../../assets/style.css"),
        ("{{ canonical('es') }}", "en", "https://alder.example.org/plan/es/indicators/a/"),
        ("{{ canonical('en') }}", "es", "https://alder.example.org/plan/indicators/a/"),
    ],
)
def test_links_lead_from_the_page_on_which_they_stand(line, code, expected):
    assert say(line, code, path="indicators/a/") == expected


def test_a_page_that_is_shown_at_any_address_has_whole_links():
    lost = leaf("404.html", listed=False)
    base = "https://alder.example.org/plan"
    assert say("{{ link('data/') }}", "es", leaf=lost) == f"{base}/es/data/"
    assert say("{{ asset('style.css') }}", "es", leaf=lost) == f"{base}/assets/style.css"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/on-track/", "on-track/index.html"),
        ("on-track#x", "on-track/index.html#x"),
        ("/", "index.html"),
        ("/data/a.csv", "../data/a.csv"),
        ("#here", "#here"),
    ],
)
def test_a_text_may_link_to_pages_and_files_of_the_site(target, expected):
    site = real()
    speaking = environment(site, site.languages["es"])
    here = Address("", "es", default=False)
    context = speaking.from_string("").new_context({"here": here, "leaf": leaf()})
    assert inside(context, target) == expected
