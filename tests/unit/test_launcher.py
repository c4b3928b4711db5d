"""build.py alone, in folders where nothing is installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SITE = "import sys\ndef main(arguments):\n    print('ran', arguments, sys.prefix)\n    return 7\n"


@pytest.fixture
def house(tmp_path):
    """A copy of the launcher whose lock asks for nothing, with a stand-in for planpress."""
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "requirements.lock").write_text("", "utf-8")
    (tmp_path / "planpress").mkdir()
    (tmp_path / "planpress/__init__.py").write_text("")
    (tmp_path / "planpress/cli.py").write_text(SITE)
    return tmp_path


def launch(house, *arguments, **environment):
    inherited = {k: v for k, v in os.environ.items() if k != "PLANPRESS_NO_VENV"}
    return subprocess.run(
        [sys.executable, str(house / "build.py"), *arguments],
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def ask_for_something(house):
    """Let the lock ask for a package that is not installed, and pip find it here."""
    package = house / "alder"
    package.mkdir()
    (package / "pyproject.toml").write_text('[project]\nname = "alder"\nversion = "1"\n')
    (house / "requirements.lock").write_text("alder==1\n", "utf-8")


def test_an_interpreter_that_has_everything_is_used(house):
    done = launch(house, "check", "--quiet")
    assert done.returncode == 7
    assert done.stdout.startswith("ran ['check', '--quiet']")
    assert not (house / ".venv").exists()


def test_no_venv_is_made_when_it_is_forbidden(house):
    ask_for_something(house)
    done = launch(house, PLANPRESS_NO_VENV="1")
    assert done.returncode == 7
    assert not (house / ".venv").exists()


def test_a_venv_that_cannot_be_made_is_a_sentence_and_is_tried_again(house):
    ask_for_something(house)
    done = launch(house, PIP_NO_INDEX="1")
    assert done.returncode == 1
    assert "installing into .venv" in done.stderr
    assert "Check the network" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (house / ".venv/planpress.lock").exists()


def test_a_fresh_venv_is_entered_without_installing(house):
    ask_for_something(house)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", house / ".venv"], check=True)
    (house / ".venv/planpress.lock").write_bytes((house / "requirements.lock").read_bytes())
    done = launch(house, "check")
    assert done.returncode == 7
    assert str(house / ".venv") in done.stdout
    assert done.stderr == ""


def test_it_leaves_at_once_when_all_is_said(house):
    """Nothing that was made is taken apart."""
    late = "import atexit\natexit.register(print, 'late')\n"
    (house / "planpress/cli.py").write_text(late + SITE)
    done = launch(house)
    assert done.returncode == 7
    assert done.stdout.startswith("ran []")
    assert "late" not in done.stdout


def test_a_thread_that_is_at_work_is_waited_for(house):
    work = (
        "from threading import Thread, main_thread\n"
        "def work():\n    main_thread().join()\n    print('worked')\n"
    )
    (house / "planpress/cli.py").write_text(
        work + SITE.replace("    return 7", "    Thread(target=work).start()\n    return 7")
    )
    done = launch(house)
    assert done.returncode == 7
    assert "worked" in done.stdout


def test_the_launcher_is_small_and_needs_nothing():
    text = (ROOT / "build.py").read_text("utf-8")
    assert len(text.splitlines()) < 100
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import runpy; runpy.run_path({str(ROOT / 'build.py')!r})",
        ],
        check=False,
    )
    assert done.returncode == 0


def test_the_locks_are_hashed_and_name_no_index():
    for lock in (ROOT / "requirements.lock", ROOT / "tests/requirements.lock"):
        text = lock.read_text("utf-8")
        assert text.count("--hash=sha256:") >= text.count("==") > 10
        assert "://" not in text
