"""A page speaks its language, or says where it does not."""

import pytest
from browser.published import Published
from browser.tongue import untranslated


@pytest.fixture(params=["thrives", "foothills", "languages"])
def many(request):
    """Each of the sites in two languages, and the one in four."""
    return request.getfixturevalue(request.param)


def test_nothing_is_left_untranslated(many):
    found = [fault for page in many.pages for fault in untranslated(many, page)]
    assert len(many.languages) > 1
    assert not found, "\n".join(found)


def spanish(folder, markup):
    (folder / "es").mkdir()
    (folder / "index.html").write_text(f'<html lang="en"><body>{markup}</body></html>', "utf-8")
    (folder / "es" / "index.html").write_text(
        f'<html lang="es"><body><p>Hola</p>{markup}</body></html>', "utf-8"
    )
    (folder / "es" / "404.html").write_text('<html lang="es">', "utf-8")
    return untranslated(Published(folder, "http://plan.localhost/small/"), "es/index.html")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>This was not translated.</p>",
        "<p><b>42</b> of our schools are there</p>",
        '<p aria-label="The list of schools">…</p>',
        "<svg><text>Where the target is</text></svg>",
    ],
)
def test_english_is_found(tmp_path, markup):
    found = spanish(tmp_path, markup)
    assert len(found) == 1
    assert found[0].startswith("es/index.html: not translated")


@pytest.mark.parametrize(
    "markup",
    [
        '<p lang="en">This was not translated.</p>',
        "<p>Jeffco Public Schools</p>",
        "<p>Colorado Department of Education</p>",
        '<p>Fuente: <span lang="en">The report of the Board</span></p>',
    ],
)
def test_a_name_and_what_is_marked_are_not(tmp_path, markup):
    assert spanish(tmp_path, markup) == []
