from rendering import render
from unit.render.sample import indicator, site, words
from unit.render.speaking import real, say

from planpress.render.embeds import embeds

PATH = "embed/grade-3/index.html"


def documents(**project):
    made, problems = render(real(site(**project)))
    assert problems == ()
    return {
        document.path: document.content.decode() for document in made if "zip" not in document.path
    }


def test_every_measure_has_a_page_for_frames_in_each_language():
    assert [leaf.path for leaf in embeds(real())] == ["embed/grade-3/"]
    found = documents()
    assert {PATH, f"es/{PATH}"} <= found.keys()


def test_it_is_no_page_that_anybody_should_find():
    found = documents()
    assert '<meta name="robots" content="noindex">' in found[PATH]
    assert "embed/" not in found["sitemap.xml"]
    assert (
        '<link rel="canonical" href="https://alder.example.org/plan/es/indicators/grade-3/">'
        in (found[f"es/{PATH}"])
    )


def test_it_has_no_frame_of_its_own_and_leads_out_of_that_of_others():
    text = documents()[PATH]
    assert "<header" not in text
    assert "<footer" not in text
    assert '<a href="../../indicators/grade-3/index.html" target="_top">' in text


def test_the_page_of_a_measure_offers_it_to_copy():
    text = documents()["es/indicators/grade-3/index.html"]
    assert "&lt;iframe src=&#34;" in text or '&lt;iframe src="' in text
    assert "https://alder.example.org/plan/es/embed/grade-3/" in text
    for part in ('width="100%"', 'loading="lazy"', 'title="'):
        assert part in text


def test_a_title_cannot_end_the_attribute_that_it_stands_in():
    one = indicator("grade-3", title=words('Reading "well" <b>'))
    text = documents(indicators={"grade-3": one})["indicators/grade-3/index.html"]
    assert "Reading &amp;#34;well&amp;#34; &amp;lt;b&amp;gt;" in text


def test_the_height_grows_with_what_is_said():
    ask = "{{ embed_height(project.indicators['grade-3']) }}"
    short = int(say(ask, path="embed/grade-3/", made=real()))
    one = indicator("grade-3", title=words("A long title " * 9))
    long = int(say(ask, path="embed/grade-3/", made=real(site(indicators={"grade-3": one}))))
    assert 120 <= short < long
