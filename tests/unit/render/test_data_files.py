import io
import zipfile
from dataclasses import replace

from rendering import data_files
from unit.render.sample import indicator, site


def test_every_indicator_with_rows_has_its_files_sorted_and_the_same_each_time():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b")})
    files = data_files(made)
    assert [file.path for file in files] == [
        "data/all.zip",
        "data/datapackage.json",
        "data/grade-3.csv",
        "data/grade-3.json",
    ]
    assert files == data_files(made)


def test_the_zip_holds_what_stands_beside_it():
    files = {file.path: file.content for file in data_files(site())}
    with zipfile.ZipFile(io.BytesIO(files["data/all.zip"])) as whole:
        assert whole.namelist() == [
            "README.es.txt",
            "README.txt",
            "datapackage.json",
            "grade-3.csv",
        ]
        for name in ("datapackage.json", "grade-3.csv"):
            assert whole.read(name) == files[f"data/{name}"]


def test_nothing_hidden_is_in_any_file():
    assert not any(b"only 5" in file.content for file in data_files(site()))


def test_without_numbers_there_is_only_the_description():
    assert [file.path for file in data_files(replace(site(), series={}))] == [
        "data/datapackage.json"
    ]
