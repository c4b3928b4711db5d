import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.render.address import Address, file_of, relative


@pytest.mark.parametrize(
    ("address", "file", "root"),
    [
        (Address("", "en", default=True), "index.html", "/"),
        (Address("", "es", default=False), "es/index.html", "/es/"),
        (
            Address("indicators/a-b/", "es", default=False),
            "es/indicators/a-b/index.html",
            "/es/indicators/a-b/",
        ),
        (Address("404.html", "en", default=True), "404.html", "/404.html"),
    ],
)
def test_a_page_has_a_file_and_an_address_from_the_root(address, file, root):
    assert address.file == file
    assert address.root == root


@pytest.mark.parametrize("base", ["https://a.example.org/plan", "https://a.example.org/plan/"])
def test_the_public_address_is_a_folder_below_the_base(base):
    address = Address("on-track/", "es", default=False)
    assert address.canonical(base) == "https://a.example.org/plan/es/on-track/"


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("index.html", "on-track/index.html", "on-track/index.html"),
        ("es/on-track/index.html", "on-track/index.html", "../../on-track/index.html"),
        ("indicators/a/index.html", "", "../../index.html"),
        ("indicators/a/index.html", "data/a.csv", "../../data/a.csv"),
        ("indicators/a/index.html", "indicators/b/#x", "../b/index.html#x"),
        ("indicators/a/index.html", "indicators/a/", "index.html"),
        ("indicators/a/index.html", "indicators/a/#x", "#x"),
        ("404.html", "assets/style.css", "assets/style.css"),
    ],
)
def test_links_are_relative_and_end_in_a_file(origin, target, expected):
    assert relative(origin, target) == expected


def test_the_file_of_a_folder_keeps_the_anchor():
    assert file_of("how-we-rate/#rule-5") == "how-we-rate/index.html#rule-5"
    assert file_of("plan.pdf#page=2") == "plan.pdf#page=2"


NAMES = st.sampled_from(["a", "b", "a.b", "es", "..", ".", "", "…", "index.html", ".x"])
PATHS = (
    st.lists(NAMES, min_size=1, max_size=5).map("/".join).filter(lambda p: p[:1] not in {"", "/"})
)


@given(PATHS, PATHS)
def test_the_way_to_a_file_is_the_one_of_the_library(origin, target):
    file = file_of(target)
    way = posixpath.relpath(file, posixpath.dirname(origin) or ".")
    assert relative(origin, target) == way
    assert relative(origin, f"{target}#x") == ("#x" if file == origin else f"{way}#x")
