"""Every language is told of the others everywhere, and no page asks or remembers the reader's."""

import shutil

import pytest
from browser.languages import faults, file_faults
from browser.published import Published


@pytest.fixture(params=["thrives", "foothills", "languages"])
def many(request):
    """Each of the sites in two languages, and the one in four."""
    return request.getfixturevalue(request.param)


def test_every_page_tells_of_its_languages_and_asks_nothing(many):
    found = [fault for page in many.pages for fault in faults(many, page)]
    assert len(many.languages) > 1
    assert not found, "\n".join(found)


def test_the_files_for_machines_tell_of_every_language(many):
    assert file_faults(many) == []


@pytest.fixture
def spoilt(foothills, tmp_path):
    """Return what is found when a text of the example's site is replaced by another."""

    def run(path, old, new):
        site = Published(tmp_path / "site", foothills.url)
        kept = {"index.html", "es/index.html", "404.html", "es/404.html", path}
        for name in (*kept, "sitemap.xml", "_headers", "feed.xml", "es/feed.xml", "calendar.ics"):
            (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(foothills.folder / name, site.folder / name)
        assert file_faults(site) == [one for name in sorted(kept) for one in _of(site, name)] == []
        text = (site.folder / path).read_text("utf-8")
        assert old in text, path
        (site.folder / path).write_text(text.replace(old, new, 1), "utf-8")
        return [*file_faults(site), *_of(site, path)]

    def _of(site, name):
        return faults(site, name) if name.endswith(".html") else []

    return run


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("es/index.html", '"es_US"', '"en_US"'),
        ("es/index.html", '"og:url" content="', '"og:url" content="/'),
        ("index.html", 'property="og:title"', 'property="title"'),
        ("index.html", "</main>", "<script>navigator.languages[0]</script></main>"),
        ("index.html", "</main>", "<script>localStorage.setItem('l', 1)</script></main>"),
        ("index.html", "</main>", "<script>location.href = '/es/'</script></main>"),
        ("index.html", "</head>", '<meta http-equiv="Refresh" content="0; url=es/"></head>'),
        ("404.html", '"http://plan.localhost/foothills/on-track/', '"/on-track/'),
        ("es/404.html", "/foothills/es/on-track/", "/foothills/on-track/"),
        ("sitemap.xml", 'hreflang="es"', 'hreflang="ar"'),
        ("sitemap.xml", "/foothills/es/</loc>", "/foothills/ar/</loc>"),
        ("feed.xml", 'xml:lang="en"', 'xml:lang="es"'),
        ("es/feed.xml", 'hreflang="en"', 'hreflang="vi"'),
        ("calendar.ics", "NAME;LANGUAGE=en", "NAME;LANGUAGE=es"),
        ("_headers", "Content-Language: es", "Content-Language: en"),
        ("_headers", "/foothills/es/*", "/foothills/*"),
        ("_headers", "Content-Language: en", "Set-Cookie: en"),
    ],
)
def test_what_is_wrong_is_found(spoilt, path, old, new):
    assert spoilt(path, old, new) != []
