from unit.render.sample import SERIES, indicator, site

from planpress.render.data_pages import data, download


def test_a_download_says_what_its_file_holds():
    found = download(indicator(), SERIES)
    assert (str(found.first), str(found.last), found.rows, found.hidden) == (
        "2022-23",
        "2023-24",
        3,
        1,
    )


def test_measures_without_numbers_are_named_apart():
    (leaf,) = data(site(indicators={"grade-3": indicator(), "b": indicator("b")}))
    assert [one.indicator.id for one in leaf.context["downloads"]] == ["grade-3"]
    assert [one.indicator.id for one in leaf.context["without"]] == ["b"]
