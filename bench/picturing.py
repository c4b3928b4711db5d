"""Take the pictures of README.md and docs/: `.venv/bin/python -m bench.picturing`.

It builds `examples/foothills`, whose numbers are invented, and looks at it with Chromium. It needs
what the tests need.
"""

import shutil
import subprocess
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from bench.inside import ROOT
from bench.lighting import BROWSERS, need
from bench.plans import build

PICTURES = ROOT / "docs" / "pictures"


class View(NamedTuple):
    """What a picture shows: a page, from `top` pixels on, in a window of some size."""

    name: str
    page: str
    size: tuple[int, int]
    scheme: Any = "light"
    top: int = 0


PHONE, DESKTOP = (390, 844), (1280, 900)
VIEWS = (
    View("home", "index.html", DESKTOP),
    View("home-phone", "index.html", PHONE),
    View("measure", "indicators/chronic-absence/index.html", (1280, 1060)),
    View(
        "explorer",
        "explore/index.html#line=reading-grades-3-5&line=math-grade-8",
        (1280, 960),
        top=240,
    ),
    View("priority-spanish-phone", "es/priorities/learning/index.html", PHONE),
    View("measure-dark-phone", "es/indicators/chronic-absence/index.html", PHONE, "dark", 165),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def take(browser: Browser, address: str, view: View) -> None:
    """Write one picture, in the colours that it needs, into `docs/pictures/`."""
    width, height = view.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=view.scheme, device_scale_factor=2
    )
    page.goto(address + view.page)
    page.wait_for_load_state("networkidle")
    page.evaluate("top => window.scrollTo(0, top)", view.top)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot = shot.resize((width * 5 // 4, height * 5 // 4), Image.Resampling.LANCZOS)
    shot.quantize(256, Image.Quantize.MAXCOVERAGE).save(
        PICTURES / f"{view.name}.png", optimize=True
    )
    page.close()


def main() -> None:
    """Build, serve, take all."""
    with tempfile.TemporaryDirectory() as folder:
        plan, site = Path(folder) / "plan", Path(folder) / "site"
        for part in ("content", "data"):
            shutil.copytree(ROOT / "examples" / "foothills" / part, plan / part)
        subprocess.run(build(plan), check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=need("Chromium", *BROWSERS))
            for view in VIEWS:
                take(browser, f"http://127.0.0.1:{server.server_port}/", view)
            browser.close()


if __name__ == "__main__":
    main()
