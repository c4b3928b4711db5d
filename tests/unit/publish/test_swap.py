import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE, S_IWUSR

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.document import Document
from planpress.publish import folder as folders
from planpress.publish.exchange import spare_of
from planpress.publish.manifest import NAME, listed_files
from planpress.publish.refusal import PublishError
from planpress.publish.swap import Published, publish, recover
from planpress.standing import scanned, standing


def documents(**files: str) -> list[Document]:
    """Return documents; `_` stands for `/` and every path ends in `.html`."""
    return [
        Document(name.replace("_", "/") + ".html", text.encode()) for name, text in files.items()
    ]


def contents(folder: Path) -> dict[str, str]:
    """Return every file and link of a folder but our manifest."""
    return {
        path.relative_to(folder).as_posix(): (
            "-> " + str(path.readlink()) if path.is_symlink() else path.read_text()
        )
        for path in folder.rglob("*")
        if path.is_symlink() or (path.is_file() and path.name != NAME)
    }


def beside(output: Path) -> list[str]:
    """Return what stands beside the output, but for the site before, which is spared."""
    return [path.name for path in output.parent.iterdir() if path != spare_of(output)]


def rules(error: pytest.ExceptionInfo[PublishError]) -> list[str]:
    assert all(problem.message and problem.hint for problem in error.value.problems)
    return [problem.rule for problem in error.value.problems]


def stands(output: Path) -> dict[str, tuple[int, int, int]]:
    """Return how everything in the output stands, looked up afresh."""
    return standing(scanned(str(output)))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out" / "site"


def test_the_first_build_makes_the_folder(output: Path) -> None:
    published = publish(documents(index="a", x_index="b"), output)
    assert contents(output) == {"index.html": "a", "x/index.html": "b"}
    assert published == Published(written=("index.html", "x/index.html"), kept=(), removed=())
    assert beside(output) == ["site"]


def test_what_has_not_changed_is_linked_and_the_rest_written(output: Path) -> None:
    publish(documents(index="a", same="b", gone="c", x_gone="d"), output)
    before = (output / "same.html").stat().st_ino
    published = publish(documents(index="A", same="b", new="e"), output)
    assert published == Published(
        written=("index.html", "new.html"),
        kept=("same.html",),
        removed=("gone.html", "x/gone.html"),
    )
    assert contents(output) == {"index.html": "A", "same.html": "b", "new.html": "e"}
    assert (output / "same.html").stat().st_ino == before
    assert not (output / "x").exists()


def test_the_site_before_is_filled_again_and_only_what_changed_is_touched(output: Path) -> None:
    first = {"index": "a", "x_same": "b", "y_gone": "c", "z": "d"}
    publish(documents(**first), output)
    publish(documents(**first | {"index": "A"}), output)
    folder = (output / "x").stat().st_ino
    publish(documents(index="AA", x_same="b", z_new="e"), output)
    publish(documents(index="AAA", x_same="b", z_new="e"), output)
    assert (output / "x").stat().st_ino == folder
    assert contents(output) == {"index.html": "AAA", "x/same.html": "b", "z/new.html": "e"}
    assert beside(output) == ["site"]


def test_a_first_site_is_made_ready_to_be_filled_again(output: Path) -> None:
    first = {"index": "a", "x_same": "b"}
    publish(documents(**first), output)
    spare = spare_of(output)
    assert (spare / "x" / "same.html").samefile(output / "x" / "same.html")
    folder = (spare / "x").stat().st_ino
    publish(documents(**first | {"index": "A"}), output)
    assert (output / "x").stat().st_ino == folder
    assert contents(output) == {"index.html": "A", "x/same.html": "b"}


def test_a_disk_without_links_makes_nothing_ready_and_publishes_all_the_same(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refused)
    for text in "abc":
        publish(documents(index=text, same="s"), output)
        assert contents(output) == {"index.html": text, "same.html": "s"}


def test_what_stands_in_the_spared_site_is_never_believed(output: Path) -> None:
    for text in "abc":
        publish(documents(index=text, x_same="b", y="c"), output)
    spare = spare_of(output)
    (spare / "x" / "same.html").unlink()
    (spare / "x" / "same.html").write_text("B")
    (spare / "y.html").unlink()
    (spare / "y.html").mkdir()
    (spare / "y.html" / "more").write_text("more")
    (spare / "other" / "deep").mkdir(parents=True)
    (spare / "other" / "deep" / "file").write_text("not ours")
    publish(documents(index="d", x_same="b", y="c"), output)
    assert contents(output) == {"index.html": "d", "x/same.html": "b", "y.html": "c"}
    assert listed_files(output) is not None


def test_a_spared_file_stands_where_a_folder_goes_and_the_other_way_round(output: Path) -> None:
    for text in "abc":
        publish(documents(x_y_z=text, file="f"), output)
    spare = spare_of(output)
    shutil.rmtree(spare / "x")
    (spare / "x").write_text("a file")
    (spare / "file.html").unlink()
    (spare / "file.html" / "deep").mkdir(parents=True)
    published = publish(documents(x_y_z="d", file="f"), output)
    assert contents(output) == {"x/y/z.html": "d", "file.html": "f"}
    assert published.standing == stands(output)


def test_how_everything_stands_is_known_without_another_look(output: Path) -> None:
    for number, text in enumerate("aabcde"):
        published = publish(documents(index=text, same="s", x_same="s", y_z=text), output)
        assert published.standing == stands(output)
        (output / "theirs" / "empty").mkdir(parents=True, exist_ok=True)
        (output / "theirs" / "file").write_text(text)
        (output / f"link{number}").symlink_to("theirs")
        (output / "x").chmod(0o700 + number % 2)
    assert {"x/", "theirs/empty/", "theirs/file", "link0", "x/same.html", NAME} <= set(
        published.standing
    )


def test_a_site_is_looked_at_once_and_what_is_filled_once(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in "abc":
        publish(documents(index=text, x_same="s", y_same="s"), output)
    looked: list[str] = []
    lstat = os.lstat
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", lambda path: (looked.append(str(path)), lstat(path))[1])
        publish(documents(index="d", x_same="s", y_same="s"), output)
    assert len([path for path in looked if path.endswith("same.html")]) == 4


def test_a_folder_that_was_made_read_only_can_be_filled_again(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For root nothing is read-only, so it is the rights that are looked at."""
    write, rights = folders.NewFolder.write, set[int]()

    def writes(self: folders.NewFolder, path: str, content: bytes) -> None:
        write(self, path, content)
        rights.add(S_IMODE((self.folder / path).parent.stat().st_mode))

    monkeypatch.setattr(folders.NewFolder, "write", writes)
    publish(documents(index="a", x_y="a"), output)
    output.chmod(0o555)
    (output / "x").chmod(0o555)
    for text in "bcd":
        publish(documents(index=text, x_y=text), output)
        assert {S_IMODE(folder.stat().st_mode) for folder in (output, output / "x")} == {0o555}
    assert all(mode & S_IWUSR for mode in rights)


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_spared_site_that_is_none_is_left_alone(output: Path, tmp_path: Path, kind: str) -> None:
    spare, precious = spare_of(output), tmp_path / "precious"
    output.parent.mkdir(exist_ok=True)
    precious.mkdir()
    (precious / "file").write_text("p")
    if kind == "file":
        spare.write_text("x")
    else:
        spare.symlink_to(precious)
    for text in "ab":
        publish(documents(index=text), output)
        assert contents(output) == {"index.html": text}
    assert {path.name: path.read_text() for path in precious.iterdir()} == {"file": "p"}


def test_a_build_that_changes_nothing_touches_nothing(output: Path) -> None:
    publish(documents(index="a"), output)
    before = output.stat().st_ino
    assert publish(documents(index="a"), output).kept == ("index.html",)
    assert output.stat().st_ino == before


def test_a_file_of_ours_that_someone_changed_is_mended(output: Path) -> None:
    publish(documents(index="a", b="b"), output)
    (output / "index.html").write_text("x")
    (output / "b.html").unlink()
    published = publish(documents(index="a", b="b"), output)
    assert published.written == ("b.html", "index.html")
    assert contents(output) == {"index.html": "a", "b.html": "b"}


def test_without_hard_links_files_are_copied(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(documents(index="a", b="b"), output)
    (output / "theirs").write_text("t")

    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", fails)
    assert publish(documents(index="a", b="B"), output).kept == ("index.html",)
    assert contents(output) == {"index.html": "a", "b.html": "B", "theirs": "t"}
    assert publish(documents(index="a", b="b"), output).standing == stands(output)


def test_everyone_may_read_the_site(output: Path) -> None:
    mask = os.umask(0o077)
    try:
        publish(documents(x_index="a"), output)
    finally:
        os.umask(mask)
    assert S_IMODE(output.stat().st_mode) == 0o755
    assert S_IMODE((output / "x").stat().st_mode) == 0o755
    assert S_IMODE((output / "x" / "index.html").stat().st_mode) == 0o644
    assert S_IMODE((output / NAME).stat().st_mode) == 0o644


def test_the_rights_of_a_folder_that_is_there_already_are_kept(output: Path) -> None:
    output.mkdir(parents=True, mode=0o750)
    publish(documents(index="a", x_y="b"), output)
    assert S_IMODE(output.stat().st_mode) == 0o750
    (output / "x").chmod(0o711)
    for text in "cde":
        publish(documents(index=text, x_y="b"), output)
        assert S_IMODE((output / "x").stat().st_mode) == 0o711
        assert S_IMODE(output.stat().st_mode) == 0o750


def test_what_others_put_into_the_output_is_carried_over(output: Path) -> None:
    publish(documents(index="a", x_index="a"), output)
    (output / "CNAME").write_text("example.org")
    (output / "x" / "theirs").mkdir()
    (output / "x" / "theirs" / "file").write_text("t")
    (output / "x" / "theirs" / "file").chmod(0o600)
    (output / "link").symlink_to("x/theirs")
    (output / "dangling").symlink_to("nowhere")
    (output / "empty").mkdir()
    before = (output / "x" / "theirs" / "file").stat()
    published = publish(documents(index="b"), output)
    assert published.removed == ("x/index.html",)
    assert contents(output) == {
        "index.html": "b",
        "CNAME": "example.org",
        "x/theirs/file": "t",
        "link": "-> x/theirs",
        "dangling": "-> nowhere",
    }
    assert (output / "empty").is_dir()
    after = (output / "x" / "theirs" / "file").stat()
    assert (after.st_ino, after.st_mode, after.st_mtime_ns) == (
        before.st_ino,
        before.st_mode,
        before.st_mtime_ns,
    )


@pytest.mark.parametrize("name", [".gitignore", "CNAME"])
def test_two_names_are_welcome_in_a_folder_without_a_manifest(output: Path, name: str) -> None:
    output.mkdir(parents=True)
    (output / name).write_text("x")
    publish(documents(index="a"), output)
    assert contents(output) == {"index.html": "a", name: "x"}


@pytest.mark.parametrize("manifest", [None, "{}", "damaged"])
def test_a_folder_of_others_is_refused_without_force(output: Path, manifest: str | None) -> None:
    (output / "x").mkdir(parents=True)
    (output / "x" / "theirs").write_text("t")
    (output / "index.html").write_text("t")
    if manifest is not None:
        (output / NAME).write_text(manifest)
    before = contents(output)
    with pytest.raises(PublishError) as error:
        publish(documents(index="a"), output)
    assert rules(error) == ["foreign-folder"]
    assert contents(output) == before
    assert beside(output) == ["site"]
    publish(documents(index="a"), output, force=True)
    assert contents(output) == {"index.html": "a", "x/theirs": "t"}
    publish(documents(index="b"), output)


@pytest.mark.parametrize(
    "put",
    [
        lambda site: (site / "x.html").write_text("theirs"),
        lambda site: (site / "x.html").symlink_to("index.html"),
        lambda site: (site / "y").write_text("theirs"),
        lambda site: (site / "y").symlink_to("."),
        lambda site: ((site / "x.html").mkdir(), (site / "x.html" / "file").write_text("theirs")),
    ],
)
def test_a_file_of_others_in_the_way_is_refused_without_force(
    output: Path, put: Callable[[Path], object]
) -> None:
    publish(documents(index="a"), output)
    put(output)
    before = contents(output)
    with pytest.raises(PublishError) as error:
        publish(documents(index="b", x="b", y_z="b"), output)
    assert rules(error) == ["foreign-file"]
    assert contents(output) == before
    publish(documents(index="b", x="b", y_z="b"), output, force=True)
    assert contents(output) == {"index.html": "b", "x.html": "b", "y/z.html": "b"}


def test_an_empty_folder_is_not_in_the_way(output: Path) -> None:
    publish(documents(index="a"), output)
    (output / "x.html").mkdir()
    publish(documents(index="a", x="b"), output)
    assert contents(output) == {"index.html": "a", "x.html": "b"}


def test_a_file_of_ours_that_became_a_link_is_theirs(output: Path, tmp_path: Path) -> None:
    publish(documents(index="a", b="b"), output)
    (tmp_path / "precious").write_text("p")
    (output / "b.html").unlink()
    (output / "b.html").symlink_to(tmp_path / "precious")
    with pytest.raises(PublishError) as error:
        publish(documents(index="a", b="c"), output)
    assert rules(error) == ["foreign-file"]
    publish(documents(index="A"), output)
    assert (output / "b.html").is_symlink()
    assert (tmp_path / "precious").read_text() == "p"


def test_the_output_may_be_a_link_to_a_folder(output: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "www"
    target.mkdir(parents=True)
    output.parent.mkdir()
    output.symlink_to(target)
    publish(documents(index="a"), output)
    publish(documents(index="b"), output)
    assert output.is_symlink()
    assert contents(target) == {"index.html": "b"}
    assert beside(output) == ["site"]
    assert beside(target) == ["www"]


def test_outputs_that_are_refused_whatever_is_forced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "plans" / "ours"
    (project / "content").mkdir(parents=True)
    (project / "file").write_text("x")
    (tmp_path / "alias").symlink_to(project)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    refused = [
        project,
        project.parent,
        project / "content",
        project / "content" / "site",
        project / "file",
        tmp_path / "alias",
        tmp_path / "home",
        Path("/"),
        Path("/proc"),
    ]
    for folder in refused:
        with pytest.raises(PublishError) as error:
            publish(documents(index="a"), folder, force=True, project=project)
        assert rules(error) == ["output-folder"], folder
    assert contents(project) == {"file": "x"}
    publish(documents(index="a"), project / "site", project=project)


def test_the_place_of_a_refusal_is_relative_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "theirs").write_text("x")
    with pytest.raises(PublishError) as error:
        publish(documents(index="a"), tmp_path / "site", project=tmp_path)
    assert [problem.place.path for problem in error.value.problems] == ["site"]


def test_paths_that_cannot_be_are_refused(output: Path) -> None:
    bad = ["../x", "/x", "a//b", "", "a/./b", "a\\b", "a\0b", NAME]
    with pytest.raises(PublishError) as error:
        publish([Document(path, b"") for path in bad], output)
    assert rules(error) == ["document-path"] * len(bad)
    assert not output.exists()


@pytest.mark.parametrize(
    ("one", "other"),
    [("a", "A"), ("x/a", "X/a"), ("a", "a"), ("a", "a/b"), ("a", "A/b/c"), ("\u00e9", "e\u0301")],
)
def test_paths_that_are_one_on_some_systems_are_refused(output: Path, one: str, other: str) -> None:
    with pytest.raises(PublishError) as error:
        publish([Document(one, b"1"), Document(other, b"2", "content/x.md")], output)
    assert rules(error) == ["path-collision"]


def failing(number: int, after: int) -> Callable[[Path, bytes], int]:
    write, done = Path.write_bytes, []

    def fails(self: Path, content: bytes) -> int:
        done.append(self)
        if len(done) > after:
            write(self, content[: len(content) // 2])
            raise OSError(number, os.strerror(number), str(self))
        return write(self, content)

    return fails


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "not allowed"),
        (errno.EXDEV, "be replaced"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_write_that_fails_leaves_the_old_site(
    output: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, after: int
) -> None:
    publish(documents(index="a", b="b"), output)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing(number, after))
        with pytest.raises(PublishError) as error:
            publish(documents(index="aaaa", b="bbbb", c="cccc"), output)
    (problem,) = error.value.problems
    assert words in problem.message
    assert (problem.rule, problem.stops) == ("output-not-written", True)
    assert contents(output) == {"index.html": "a", "b.html": "b"}
    assert beside(output) == ["site"]
    publish(documents(index="aaaa"), output)


def test_an_interrupted_build_leaves_the_old_site(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(documents(index="a"), output)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(folders.NewFolder, "finish", interrupted)
        with pytest.raises(KeyboardInterrupt):
            publish(documents(index="b"), output)
    assert contents(output) == {"index.html": "a"}
    assert beside(output) == ["site"]


def test_what_was_not_written_whole_is_not_swapped_in(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(documents(index="a"), output)

    write = folders.NewFolder.write

    def loses(self: folders.NewFolder, path: str, content: bytes) -> None:
        write(self, path, content[:-1])

    with monkeypatch.context() as patch:
        patch.setattr(folders.NewFolder, "write", loses)
        with pytest.raises(PublishError) as error:
            publish(documents(index="b"), output)
    assert set(rules(error)) == {"output-incomplete"}
    assert contents(output) == {"index.html": "a"}


def test_leftovers_of_killed_builds_are_removed(output: Path) -> None:
    publish(documents(index="a"), output)
    left = output.with_name(".site.new-abc")
    left.mkdir()
    (left / "half").write_text("x")
    publish(documents(index="a"), output)
    assert beside(output) == ["site"]


def test_a_site_that_was_moved_aside_comes_back(output: Path) -> None:
    publish(documents(index="a"), output)
    output.rename(output.with_name(".site.old-abc"))
    output.with_name(".site.new-abc").mkdir()
    recover(output)
    assert contents(output) == {"index.html": "a"}
    assert beside(output) == ["site"]
    recover(output)


def test_recovering_where_nothing_is(output: Path) -> None:
    recover(output)
    assert not output.parent.exists()


def test_the_manifest_is_the_same_whatever_the_order_and_the_past(output: Path) -> None:
    publish(documents(a="1", b="2"), output)
    first = (output / NAME).read_bytes()
    publish(documents(c="1"), output)
    publish(reversed(documents(a="1", b="2")), output)
    assert (output / NAME).read_bytes() == first
    listed = listed_files(output)
    assert listed is not None
    assert list(listed) == ["a.html", "b.html"]


NAMES = st.sampled_from(["a", "b", "d/a", "d/b", "d/e/a", "f/a"])
OURS = st.dictionaries(NAMES, st.sampled_from(["1", "2", ""]))
THEIRS = st.dictionaries(st.sampled_from(["t", "d/t", "d/e/t", "g/t"]), st.text("xy", max_size=2))


@settings(max_examples=60)
@given(st.lists(st.tuples(OURS, THEIRS), max_size=5))
def test_the_output_is_what_we_made_and_what_others_put_there(
    steps: list[tuple[dict[str, str], dict[str, str]]],
) -> None:
    place = Path(tempfile.mkdtemp())
    site, theirs, before = place / "site", dict[str, str](), dict[str, str]()
    try:
        publish([], site)
        for ours, more in steps:
            for path, text in more.items():
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_text(text)
            theirs |= more
            published = publish(
                [Document(path, text.encode()) for path, text in ours.items()], site
            )
            assert contents(site) == ours | theirs
            assert set(published.kept) == {p for p in ours if before.get(p) == ours[p]}
            assert set(published.written) == ours.keys() - set(published.kept)
            assert set(published.removed) == before.keys() - ours.keys()
            assert published.standing == stands(site)
            before = ours
        assert beside(site) == ["site"]
    finally:
        shutil.rmtree(place)
