from unit.render.sample import indicator, site

from planpress.render.families import leaves
from planpress.render.machine import machine_files


def test_all_files_for_machines_sorted_and_the_same_each_time():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b")})
    files = machine_files(made, leaves(made))
    assert [file.path for file in files] == [
        "api/indicators/b.json",
        "api/indicators/grade-3.json",
        "api/plan.json",
        "data/datapackage.json",
        "data/grade-3.csv",
        "robots.txt",
        "sitemap.xml",
    ]
    assert files == machine_files(made, leaves(made))


def test_nothing_hidden_is_in_any_file():
    assert not any(b"only 5" in file.content for file in machine_files(site(), leaves(site())))
