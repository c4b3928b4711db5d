"""What a build imports after a sentence has been edited: it takes longer than all else it does."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

NEEDED_FOR_NUMBERS = {"altair", "lxml", "numpy", "pandas", "vl_convert"}
NEEDED_FOR_FACTS = {"email", "importlib.metadata", "yaml", "planpress.read.heads"}
"""What reads front matter; `importlib.metadata` is what pydantic checks a new record with."""
NEEDED_FOR_OTHER_PAGES = {
    "feedgen",
    "icalendar",
    "zipfile",
    *(
        f"planpress.render.{name}"
        for name in ("api", "calendar_file", "downloads", "feeds", "home")
    ),
    *(f"planpress.render.{name}" for name in ("equity", "indicators", "reviews", "roles")),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of what is imported when a page's second sentence is the only news."""
    folder = tmp_path_factory.mktemp("edited")
    project = folder / "plan"
    shutil.copytree(ROOT / "tests/sites/smallest/content", project / "content")
    page = project / "content/pages/vision.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: Vision\n---\nEvery pupil reads.\n", "utf-8")
    arguments = ["--project", str(project), "--output", str(folder / "site"), "--quiet"]
    code = "import sys; from planpress.cli import main; main(sys.argv[1:]); print(*sys.modules)"

    def built() -> set[str]:
        """Build in a process of its own: what this one has imported says nothing."""
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        return {*done.stdout.split()}

    built()
    page.write_text(page.read_text("utf-8") + "\nEvery pupil writes.\n", "utf-8")
    names = built()
    assert "Every pupil writes." in (folder / "site/vision/index.html").read_text("utf-8")
    return names


def test_it_is_a_build_that_renders(imported: set[str]) -> None:
    assert {"jinja2", "planpress.pipeline", "planpress.render.words_pages"} <= imported


def test_what_reads_facts_is_not_imported(imported: set[str]) -> None:
    assert imported & (NEEDED_FOR_FACTS | NEEDED_FOR_NUMBERS) == set()


def test_what_makes_other_pages_is_not_imported(imported: set[str]) -> None:
    assert imported & NEEDED_FOR_OTHER_PAGES == set()


def test_what_waits_for_others_is_not_imported(imported: set[str]) -> None:
    assert imported & {"asyncio", "concurrent.futures", "filelock", "multiprocessing"} == set()
