"""`python3 -m bench charts`: what charts cost, for a usual plan and for a very large one."""

import argparse
import os
import re
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.generate import Shares, generate
from bench.measure import Cost, cost, middle
from bench.peers import ours
from bench.scaling import forget
from bench.target import Target, table, targets
from bench.target import lines as target_lines

OPEN_SDG = 72.0
"""CPU seconds of Open SDG for 60 indicators in two languages.

Measured for issue 7 of this project on two cores of the same kind, in another run: Open SDG is not
installed here, for its gems and packages do not come from the registries that are used.
"""
PART = 8
PER_CHART = 20.0
"""Milliseconds of CPU that a published SVG may cost."""
BUSY = 1.5
"""How many cores two processes keep busy, on average over the whole build, the start included."""
_CHART = re.compile(rb'<svg[^>]* role="img"')


def charts(site: Path) -> int:
    """Return how many SVG charts stand in the pages of a site, one a language and width."""
    return sum(len(_CHART.findall(page.read_bytes())) for page in site.rglob("*.html"))


def plan(folder: Path, indicators: int) -> None:
    """Write a plan of so many indicators, their priorities and nothing else."""
    generate(folder, Shares(priorities=5, pages=0, initiatives=0, indicators=indicators))


def drawn(indicators: int, jobs: int, repeats: int) -> dict[str, Any]:
    """Return what cold builds cost, and how many charts and workers there are."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        project = Path(made) / "plan"
        plan(project, indicators)
        command = ours.command(project, project, "--jobs", str(jobs))
        costs: list[Cost] = []
        for at in range(repeats):
            said = f"bench: {at + 1} of {repeats}: {indicators} indicators, --jobs {jobs}"
            print(said, file=sys.stderr, flush=True)
            forget(project)
            costs.append(cost(command, project))
        forget(project)
        cost([*command, "--profile"], project)
        started = workers((project / "bench.log").read_text("utf-8"))
        return {
            "indicators": indicators,
            "jobs": jobs,
            **asdict(middle(costs)),
            "charts": charts(project / "site"),
            "pages": sum(1 for _ in (project / "site").rglob("*.html")),
            "workers": started,
        }


def workers(profile: str) -> int:
    """Return how many processes a build's work was shared out to, as its `--profile` says."""
    found = re.search(r"^CPU seconds +here +(\d+) worker", profile, re.MULTILINE)
    return int(found[1]) if found else 0


def bare(indicators: int, repeats: int) -> float:
    """Return the CPU seconds of a build in which all charts were found as kept."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        project = Path(made) / "plan"
        plan(project, indicators)
        sheet = project / "templates" / "layout.html"
        sheet.parent.mkdir()
        text = (ours.ROOT / "templates" / "layout.html").read_text("utf-8")
        sheet.write_text(text, "utf-8")
        cost(ours.command(project, project), project)
        costs = []
        for at in range(repeats):
            sheet.write_text(f"{text}<!-- {at} -->\n", "utf-8")
            costs.append(cost(ours.command(project, project), project))
        return middle(costs).cpu


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the targets: a usual plan against Open SDG, a large one for each SVG and core."""
    made = []
    if small := found["small"]:
        said = f"{small[0]['indicators']} indicators, cold, against an eighth of Open SDG's CPU"
        made.append(Target(said, min(one["cpu"] for one in small), OPEN_SDG / PART, "s"))
    for one in found["large"]:
        if one["jobs"] > 1:
            said = f"{one['indicators']} indicators: CPU of the charts for each SVG"
            made.append(Target(said, one["chart_ms"], PER_CHART, "ms"))
            said = f"{one['indicators']} indicators: cores kept busy of {one['jobs']}"
            made.append(Target(said, one["cpu"] / one["wall"], BUSY, least=True))
            said = f"{one['indicators']} indicators: workers started with --jobs {one['jobs']}"
            made.append(Target(said, one["workers"], one["jobs"]))
    return targets(made)


def options(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked about charts."""
    parser.add_argument("--small", type=int, default=60, help="indicators of a usual plan, or 0")
    parser.add_argument("--large", type=int, default=500, help="indicators of a large plan, or 0")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return what both plans cost, alone and with several processes."""
    found: dict[str, Any] = {"repeats": asked.repeats, "small": [], "large": []}
    jobs = sorted({1, asked.jobs})
    if asked.small:
        found["small"] = [drawn(asked.small, many, asked.repeats) for many in jobs]
    if asked.large:
        rest = bare(asked.large, 1)
        for many in jobs:
            one = drawn(asked.large, many, 1)
            one["chart_ms"] = 1000 * (one["cpu"] - rest) / max(1, one["charts"])
            found["large"].append(one)
        found["bare"] = rest
    return {**found, "targets": judged(found)}


def lines(found: dict[str, Any]) -> list[str]:
    """Return the table and the targets."""
    rows = [
        [
            f"{one['indicators']} x 2 languages x 2 widths",
            str(one["jobs"]),
            str(one["workers"]),
            str(one["charts"]),
            str(one["pages"]),
            f"{one['cpu']:.2f}",
            f"{one['wall']:.2f}",
            f"{one['cpu'] / one['wall']:.2f}",
            f"{one['peak']:.0f}",
            f"{1000 * one['cpu'] / max(1, one['charts']):.1f}",
            f"{one['chart_ms']:.1f}" if "chart_ms" in one else "",
        ]
        for one in (*found["small"], *found["large"])
    ]
    heads = ["indicators, cold", "--jobs", "workers", "SVG", "HTML files", "CPU s", "wall s"]
    heads += ["cores busy", "peak MiB", "ms an SVG, all in", "ms an SVG, charts alone"]
    said = [
        f"The median of {found['repeats']} runs of the smaller plan, one run of the larger.",
        "“Charts alone” is what is left without the CPU of a build that finds all charts kept and",
        "makes every page.",
        "",
        *table(heads, rows),
        "",
        f"Open SDG: {OPEN_SDG:.0f} s of CPU for 60 indicators in two languages, in another run.",
    ]
    return [*said, *target_lines(found["targets"])]
