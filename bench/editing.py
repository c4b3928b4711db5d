"""`python3 -m bench edits`: what one edit of the Foothills plan costs, and what it makes new."""

import argparse
import hashlib
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.imports import HEAVY, OTHERS, heavy, imported
from bench.inside import ROOT
from bench.measure import Cost, Failed, cost, middle
from bench.target import Target, targets

DAY = date(2026, 10, 15)
"""The day of the first build."""
SENTENCE = "This sentence was written while measuring"
PAGE, DATA = "content/pages/about.md", "data/math-grade-5.csv"
TEMPLATE, SHEET = "templates/parts/foot.html", "assets/style.css"


@dataclass
class Plan:
    """A copy of a plan that is edited and built again and again."""

    folder: Path
    day: date = DAY
    edits: int = 0

    def command(self) -> list[str]:
        """Return what a person would type."""
        here = [
            "--project",
            str(self.folder),
            "--output",
            str(self.folder / "site"),
            "--quiet",
            "--no-pdf",
        ]
        return [sys.executable, str(ROOT / "build.py"), *here, "--as-of", self.day.isoformat()]

    def add(self, path: str, line: str) -> None:
        """Write a line at the end of a file; the line of an earlier edit goes."""
        file = self.folder / path
        text = file.read_text("utf-8").partition(f"\n{line}")[0]
        file.write_text(f"{text}\n{line} {self.edits}.\n", "utf-8")


def cold(plan: Plan) -> None:
    """Forget everything that was kept."""
    for folder in ("site", ".cache"):
        shutil.rmtree(plan.folder / folder, ignore_errors=True)


def nothing(_plan: Plan) -> None:
    """Change nothing."""


def sentence(plan: Plan) -> None:
    """Write a sentence at the end of a page."""
    plan.add(PAGE, SENTENCE)


def value(plan: Plan) -> None:
    """Change the last digit of the newest value for all students."""
    file = plan.folder / DATA
    text = file.read_text("utf-8")
    rows = list(re.finditer(r"(?m)^[^,\n]+,(\d+\.)(\d),\d*,,$", text))
    if not rows:
        raise Failed(f"{DATA} has no value with a decimal")
    found = rows[-1]
    digit = str((int(found[2]) + 1) % 10)
    file.write_text(text[: found.start(2)] + digit + text[found.end(2) :], "utf-8")


def template(plan: Plan) -> None:
    """Write a comment at the end of a template that all pages include."""
    file = plan.folder / TEMPLATE
    text = re.sub(r"<!-- \d+ -->\n$", "", file.read_text("utf-8"))
    file.write_text(f"{text}<!-- {plan.edits} -->\n", "utf-8")


def sheet(plan: Plan) -> None:
    """Write a rule at the end of the style sheet."""
    file = plan.folder / SHEET
    text = re.sub(r"\.bench\{.*\}\n$", "", file.read_text("utf-8"))
    file.write_text(f"{text}.bench{{order:{plan.edits}}}\n", "utf-8")


def tomorrow(plan: Plan) -> None:
    """Assess everything as of one day later."""
    plan.day += timedelta(days=1)


EDITS: dict[str, Callable[[Plan], None]] = {
    "cold": cold,
    "nothing changed": nothing,
    "one sentence": sentence,
    "one value of a CSV file": value,
    "a template": template,
    "the style sheet": sheet,
    "as of one day later": tomorrow,
}


def standing(site: Path) -> dict[str, tuple[str, int]]:
    """Return the digest and the time of writing of every file of a site."""
    return {
        file.relative_to(site).as_posix(): (
            hashlib.sha256(file.read_bytes()).hexdigest(),
            file.stat().st_mtime_ns,
        )
        for file in site.rglob("*")
        if file.is_file()
    }


def compared(
    before: dict[str, tuple[str, int]], after: dict[str, tuple[str, int]]
) -> dict[str, int]:
    """Return how many files are written, have other content than before, are kept, or are gone."""
    written = [path for path, found in after.items() if before.get(path) != found]
    other = [path for path in written if path not in before or before[path][0] != after[path][0]]
    return {
        "written": len(written),
        "changed": len(other),
        "kept": len(after) - len(written),
        "removed": len(before.keys() - after.keys()),
    }


def edited(plan: Plan, name: str, repeats: int) -> dict[str, Any]:
    """Return what builds after so many edits of one kind cost, and what one more imports."""
    costs: list[Cost] = []
    site = plan.folder / "site"
    files: dict[str, int] = {}
    for at in range(repeats + 1):
        plan.edits += 1
        before = standing(site) if name != "cold" else {}
        EDITS[name](plan)
        if at < repeats:
            print(f"bench: {at + 1} of {repeats}: {name}", file=sys.stderr, flush=True)
            costs.append(cost(plan.command(), plan.folder))
            files = compared(before, standing(site))
        else:
            modules = imported(plan.command(), plan.folder)
    return {
        "edit": name,
        **asdict(middle(costs)),
        "files": files,
        "heavy": heavy(modules),
        "others": heavy(modules, OTHERS),
        "modules": len(modules),
    }


def judged(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the targets of the issue for a plan with charts."""
    by_name = {one["edit"]: one for one in found}
    still, csv = by_name["nothing changed"], by_name["one value of a CSV file"]
    charted = [name for name in csv["heavy"] if name in ("altair", "vl_convert")]
    return targets(
        [
            Target("nothing changed: of " + ", ".join(HEAVY) + " imported", len(still["heavy"]), 0),
            Target("nothing changed: files written", still["files"]["written"], 0),
            Target("one value of a CSV file: CPU", csv["cpu"], 1.0, "s"),
            Target("one value of a CSV file: altair imported", charted.count("altair"), 0),
        ]
    )


def options(_parser: argparse.ArgumentParser) -> None:
    """There is nothing more to ask."""


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return what every edit of a copy of the Foothills plan costs."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        plan = Plan(Path(made) / "plan")
        shutil.copytree(
            ROOT / "examples" / "foothills",
            plan.folder,
            ignore=shutil.ignore_patterns("site", ".cache", "*.py"),
        )
        for path in (TEMPLATE, SHEET):
            (plan.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, plan.folder / path)
        found = [edited(plan, name, asked.repeats) for name in EDITS]
    return {"repeats": asked.repeats, "edits": found, "targets": judged(found)}
