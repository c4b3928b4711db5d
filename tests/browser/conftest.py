"""The sites under test, built once for all workers, and a browser that sees nothing else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.demand import do_without
from browser.firefox import Firefox, started
from browser.launching import Chromium, launched
from browser.published import HOST, Published, serving
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent.parent

PLANS = {
    "thrives": ROOT,
    "states": ROOT / "tests" / "sites" / "states",
    "foothills": ROOT / "examples" / "foothills",
    "languages": ROOT / "tests" / "sites" / "languages",
}
"""The plan that is published, a small one with every rating and state, the whole example, and a
small one in four languages, one of them from right to left."""

AS_OF = {"thrives": "2026-11-21"}
"""The day of a plan that does not name one itself."""


def _built(name: str, factory: pytest.TempPathFactory) -> Published:
    """Build a plan where the first worker to come does it for all."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, said = shared / "sites" / name / "site", shared / "sites" / name / "said.txt"
    url = f"http://{HOST}/{name}/"
    said.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(said.parent.with_suffix(".lock")):
        if not said.is_file():
            said.write_text(_build(name, said.parent, folder, url), "utf-8")
    if not (folder / "index.html").is_file():
        pytest.fail(f"The plan “{name}” does not build:\n{said.read_text('utf-8')}", pytrace=False)
    return Published(folder, url)


def _build(name: str, beside: Path, folder: Path, url: str) -> str:
    project = beside / "project"
    for part in ("content", "data"):
        shutil.copytree(PLANS[name] / part, project / part)
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project)]
    command += ["--output", str(folder), "--base-url", url, "--full"]
    command += ["--as-of", AS_OF[name]] if name in AS_OF else []
    environment = {**os.environ, "PLANPRESS_NO_VENV": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def thrives(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of the plan in this repository."""
    return _built("thrives", tmp_path_factory)


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of a plan whose measures have every rating and every state."""
    return _built("states", tmp_path_factory)


@pytest.fixture(scope="session")
def foothills(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of an invented district whose plan has everything that a plan can have."""
    return _built("foothills", tmp_path_factory)


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of a small plan in English, Spanish, Arabic and Vietnamese."""
    return _built("languages", tmp_path_factory)


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """An empty site; a test puts its faulty page into it."""
    return Published(tmp_path_factory.mktemp("faulty"), f"http://{HOST}/faulty/")


@pytest.fixture(params=PLANS)
def site(request: pytest.FixtureRequest) -> Published:
    """Each of the sites."""
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["thrives", "foothills"])
def spoken(request: pytest.FixtureRequest) -> Published:
    """Each of the sites in English and Spanish."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def port(
    thrives: Published,
    states: Published,
    foothills: Published,
    languages: Published,
    faulty: Published,
) -> Iterator[int]:
    """The port of 127.0.0.1 on which the sites are served."""
    sites = {"thrives": thrives, "states": states, "foothills": foothills}
    sites |= {"languages": languages, "faulty": faulty}
    with serving({name: site.folder for name, site in sites.items()}) as number:
        yield number


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Chromium]:
    """A browser for the tests of one module.

    No longer: while Playwright runs, no other test of the worker could start an event loop.
    """
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        do_without("Chromium")
    with launched(path, request.getfixturevalue("port")) as browser:
        yield browser


@pytest.fixture(scope="module")
def firefox(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[Firefox]:
    """Another browser for the tests of one module, which does not use the first."""
    path = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    if path is None:
        do_without("Firefox")
    profile = tmp_path_factory.mktemp("firefox")
    with started(path, request.getfixturevalue("port"), profile) as browser:
        yield browser


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command of the Nu HTML checker."""
    own = ROOT / ".cache" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    jar = Path(os.environ.get("PLANPRESS_VNU") or own)
    java = shutil.which("java")
    if java is None or not jar.is_file():
        do_without("Java or vnu.jar (its path in PLANPRESS_VNU)")
    return [str(java), "-Xss1m", "-jar", str(jar)]
