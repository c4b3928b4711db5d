"""The preview in a real browser: from a save to the new picture, and where the time goes.

`.venv/bin/python -m bench.previewing` starts `build.py serve` on a copy of a plan, opens its pages
in Chromium, and saves a sentence, a number and a style sheet again and again.
"""

import argparse
import contextlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"sentence": 150, "number": 600}
"""Milliseconds that the median of so many saves may take, on the plan of Foothills."""
PATIENCE = 600
PAUSE = 500
"""Milliseconds in which somebody looks at the page before saving again."""

LOOK = (ROOT / "bench" / "painted.js").read_text("utf-8")
"""Runs in every page: says when something that is waited for has been painted."""


@dataclass
class Serving:
    """A preview at work; `said` is what it has told of its builds."""

    project: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    heard: threading.Condition = field(default_factory=threading.Condition)

    def listen(self) -> None:
        """Note every line that the preview says."""
        assert self.process.stderr
        for line in self.process.stderr:
            with self.heard:
                self.said.append(line)
                self.heard.notify_all()

    def wait_for(self, words: str, since: int = 0) -> str:
        """Return what a line says that has been said after the first `since` lines."""
        found: list[str] = []

        def is_said() -> bool:
            found[:] = (m[1] for line in self.said[since:] if (m := re.search(words, line)))
            return bool(found)

        with self.heard:
            if not self.heard.wait_for(is_said, PATIENCE):
                raise TimeoutError(f"the preview has not said {words}: {self.said[-20:]}")
        return found[-1]


@contextlib.contextmanager
def serving(plan: Path, day: str) -> Iterator[Serving]:
    """Preview a copy of a plan, with the style sheets of this repository as its own."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "plan"
        for part in ("content", "data"):
            shutil.copytree(plan / part, project / part)
        (project / "assets").mkdir()
        shutil.copy(ROOT / "assets" / "style.css", project / "assets")
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--as-of", day]
        process = subprocess.Popen(
            [*command, "--quiet", "--project", str(project)],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PLANPRESS_NO_VENV": "1"},
        )
        found = Serving(project, process)
        threading.Thread(target=found.listen, daemon=True).start()
        try:
            yield found
        finally:
            process.terminate()
            process.wait()


def seen_after(page: Page, wanted: dict[str, str], save: Callable[[], object]) -> dict[str, float]:
    """Save, wait until the page shows what is wanted, and return its times and that of the save."""
    page.evaluate(
        "wanted => { localStorage.seen = ''; localStorage.wanted = wanted }", json.dumps(wanted)
    )
    at = 1000 * time.time()
    save()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(0.05)
        with contextlib.suppress(Exception):  # it is just being loaded
            seen = page.evaluate("localStorage.seen")
            if seen:
                return {"save": at, **json.loads(seen)}
    raise TimeoutError(f"the page has not shown {wanted}")


@dataclass(frozen=True)
class Edit:
    """A save of a file, which a page shows; `change` returns its text and what is waited for."""

    name: str
    file: str
    page: str
    change: Callable[[str, int], tuple[str, dict[str, str]]]


def sentence(text: str, number: int) -> tuple[str, dict[str, str]]:
    """Add a sentence to the first paragraph after the front matter, or change it."""
    words = f"This is remark {number} of the benchmark."
    head, end, body = text.partition("\n---\n")
    body = re.sub(r" This is remark \d+ of the benchmark\.", "", body)
    first, gap, rest = body.lstrip().partition("\n")
    return f"{head}{end}\n{first} {words}{gap}{rest}", {"text": words}


def number(text: str, number: int) -> tuple[str, dict[str, str]]:
    """Change everyone's latest value, within what student groups allow: 81.5, 81.6, … 83.9."""
    value = f"{81.5 + number % 25 / 10:.1f}"
    return re.sub(r"(?m)^(2025-26),[\d.]+,(\d+),$", rf"\1,{value},\2,", text), {"text": f"{value}%"}


def style(text: str, number: int) -> tuple[str, dict[str, str]]:
    """Give the page a mark by which it is known that the style sheet is another."""
    text = re.sub(r"body\{--bench:\w+\}", "", text)
    return f"{text}body{{--bench:n{number}}}", {"mark": f"n{number}"}


EDITS = (
    Edit("sentence", "content/pages/vision.md", "vision/", sentence),
    Edit(
        "sentence of a tactic",
        "content/tactics/buses-on-time.md",
        "tactics/buses-on-time/",
        sentence,
    ),
    Edit("number", "data/bus-on-time.csv", "indicators/bus-on-time/", number),
    Edit("style sheet", "assets/style.css", "indicators/graduation-rate/", style),
)


def measured(page: Page, preview: Serving, edit: Edit, repeats: int) -> dict[str, Any]:
    """Save a file again and again; return medians in milliseconds, the first save apart."""
    file = preview.project / edit.file
    rows: list[dict[str, float]] = []
    for count in itertools.count(1):
        if len(rows) > repeats:
            break
        text, wanted = edit.change(file.read_text("utf-8"), count)
        if "text" in wanted and wanted["text"] in page.text_content("body"):
            continue  # it would be seen before it is saved
        page.wait_for_timeout(PAUSE)
        said = len(preview.said)
        seen = seen_after(page, wanted, lambda: file.write_text(text, "utf-8"))  # noqa: B023
        build = 1000 * float(preview.wait_for(r"Built in ([\d.]+) s", said))
        loaded = seen["began"] > seen["save"]
        rows.append(
            {
                "whole": seen["at"] - seen["save"],
                "build": build,
                "noticed and told": seen["began"] - seen["save"] - build if loaded else 0.0,
                "page answered": seen["answered"] - seen["began"] if loaded else 0.0,
                "page painted": seen["at"] - seen["answered"] if loaded else 0.0,
                "loaded again": float(loaded),
            }
        )
    middle = {part: round(median(row[part] for row in rows[1:]), 1) for part in rows[0]}
    worst = round(max(row["whole"] for row in rows[1:]), 1)
    return {"edit": edit.name, "first": round(rows[0]["whole"], 1), "worst": worst, **middle}


def previewing(
    plan: Path, day: str, chromium: str, repeats: int, edits: tuple[Edit, ...] = EDITS
) -> list[dict[str, Any]]:
    """Return what each kind of edit takes, with several pages open."""
    with serving(plan, day) as preview, sync_playwright() as playwright:
        address = preview.wait_for(r"(http://\S+)")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context()
        context.add_init_script(LOOK)
        context.new_page().goto(address)
        results = []
        for edit in edits:
            page = context.new_page()
            page.goto(address + edit.page, wait_until="load")
            page.wait_for_timeout(1000)
            results.append(measured(page, preview, edit, repeats))
            print(json.dumps(results[-1]), file=sys.stderr, flush=True)
            page.close()
        browser.close()
        return results


def table(results: list[dict[str, Any]]) -> list[str]:
    """Return the results as Markdown."""
    parts = [part for part in results[0] if part not in ("edit", "loaded again")]
    lines = [
        "| ms from the save | " + " | ".join(parts) + " |",
        "| --- " + "| ---: " * len(parts) + "|",
    ]
    for one in results:
        limit = f" (limit {LIMITS[one['edit']]})" if one["edit"] in LIMITS else ""
        lines.append(
            f"| {one['edit']}{limit} | " + " | ".join(str(one[part]) for part in parts) + " |"
        )
    return lines


def main() -> None:
    """Measure, and print a table or JSON."""
    asked = argparse.ArgumentParser(prog="bench.previewing", description=__doc__)
    asked.add_argument("--plan", type=Path, default=ROOT / "examples" / "foothills")
    asked.add_argument("--as-of", default="2026-10-15")
    asked.add_argument("--repeats", type=int, default=15)
    asked.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    asked.add_argument("--only", choices=[edit.name for edit in EDITS], help="this kind of edit")
    asked.add_argument("--json", action="store_true", help="print JSON, not a table")
    options = asked.parse_args()
    edits = tuple(edit for edit in EDITS if options.only in (None, edit.name))
    results = previewing(options.plan, options.as_of, options.chromium, options.repeats, edits)
    print(json.dumps(results, indent=1) if options.json else "\n".join(table(results)))


if __name__ == "__main__":
    main()
