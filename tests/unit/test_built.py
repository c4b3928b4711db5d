import os
from array import array

import pytest

from planpress.built import Built, keep_built, loader, recall_built
from planpress.facts.cells import Cell, Made
from planpress.model.document import Document
from planpress.standing import scanned, standing

MADE = Made(
    world="world",
    facts=((("a",), b"x"), (("b", "c"), b"yy")),
    records={"content/a.md": "1"},
    cells={
        "index.html": Cell(b"own", array("I", [0, 1]), ("fingerprint", 1)),
        "alone.html": Cell(b"", array("I"), None),
        "x/index.html": Cell(b"longer own", array("I", [1]), "result"),
    },
)


@pytest.fixture
def place(tmp_path):
    for path, text in {"index.html": "a", "x/index.html": "bb", "CNAME": "theirs"}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, "utf-8")
    return tmp_path


def published(place):
    return standing(scanned(str(place / "site")))


def kept(place):
    documents = [Document("index.html", b"a"), Document("x/index.html", b"bb")]
    keep_built(place / "built" / "one", MADE, documents, published(place))
    return recall_built(place / "built" / "one")


def test_what_was_built_is_known_again_and_only_our_files_count(place):
    built = kept(place)
    assert built.made == MADE
    assert set(built.standing) == {"index.html", "x/index.html"}


def test_what_is_kept_later_is_how_the_files_stood_then(place):
    left = []
    documents = [Document("index.html", b"a"), Document("x/index.html", b"bb")]
    keep_built(place / "one", MADE, documents, published(place), left.append)
    assert recall_built(place / "one") == Built()
    before = published(place)["index.html"]
    os.utime(place / "site" / "index.html", ns=(1, 1))
    for work in left:
        work()
    assert recall_built(place / "one").standing["index.html"] == before


def test_a_file_that_is_not_as_long_as_we_made_it_is_not_ours(place):
    keep_built(place / "one", MADE, [Document("index.html", b"longer")], published(place))
    assert recall_built(place / "one").standing == {}


@pytest.mark.parametrize("how", ["cut", "flip", "empty", "gone", "folder"])
def test_damage_only_costs_time(place, how):
    kept(place)
    file = place / "built" / "one"
    whole = file.read_bytes()
    if how in {"gone", "folder"}:
        file.unlink()
        if how == "folder":
            file.mkdir()
    else:
        file.write_bytes({"cut": whole[:-1], "flip": b"x" + whole[1:], "empty": b""}[how])
    assert recall_built(file) == Built()
    keep_built(file, MADE, [], {})
    assert recall_built(file).made == MADE or how == "folder"


def test_nothing_is_kept_where_nothing_is_to_help(place):
    keep_built(None, MADE, [], {})
    assert recall_built(None) == Built()


def test_a_file_is_loaded_as_long_as_nobody_has_touched_it(place):
    load = loader(place / "site", kept(place))
    read = load("x/index.html")
    assert read is not None
    assert read() == b"bb"
    assert load("CNAME") is load("missing") is None


@pytest.mark.parametrize("how", ["longer", "same length", "rights", "gone", "link"])
def test_a_file_that_somebody_has_touched_is_not_loaded(place, how):
    built = kept(place)
    file = place / "site" / "index.html"
    match how:
        case "longer":
            file.write_text("aa", "utf-8")
        case "same length":
            file.write_text("b", "utf-8")
            os.utime(file, ns=(1, 1))
        case "rights":
            file.chmod(0o600)
        case "gone":
            file.unlink()
        case "link":
            file.rename(place / "elsewhere")
            file.symlink_to(place / "elsewhere")
    assert loader(place / "site", built)("index.html") is None


def test_nothing_made_is_kept_as_well(tmp_path):
    keep_built(tmp_path / "one", Made(world="empty"), [], {})
    assert recall_built(tmp_path / "one") == Built(made=Made(world="empty"))
