"""What a page costs in plans of all sizes, as Markdown, and what does not grow in proportion."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from bench.target import Target, table, targets
from bench.target import lines as target_lines

SPREAD = 15.0
"""By how much per cent the CPU of a page may differ from the cheapest size to the dearest."""
MEMORY = (150.0, 30_000.0)
"""MiB for everything, and bytes more for each page."""
NAMED = 0.02
"""A stage is worth naming if it is at least so much of a build."""


def judged(kind: str, sizes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the targets of a series; its first size is the plan that is nearly empty."""
    small, *rest = sizes
    if not rest:
        return []
    each = [one["cpu_ms"] for one in per_page(sizes)]
    spread = 100 * (max(each) / min(each) - 1)
    over = max(one["runs"]["cold"]["peak"] - allowed(one["pages"]) for one in (small, *rest))
    return targets(
        [
            Target(f"{kind}: CPU of a page, from the least to the most", spread, SPREAD, "%"),
            Target(f"{kind}: memory over 150 MiB + 30 KB a page", over, 0.0, "MiB"),
        ]
    )


def allowed(pages: int) -> float:
    """Return how many MiB a build of so many pages may use."""
    return MEMORY[0] + pages * MEMORY[1] / 2**20


def per_page(sizes: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """Return what a page costs in every size but the first.

    `cpu_ms` is what a build costs more than that of the first plan, by each page more; `raw_ms` all
    of it by all pages; `more_ms` what it costs more than the next smaller size, by each page more.
    """
    first = sizes[0]
    return [
        {
            "cpu_ms": _slope(first, one),
            "raw_ms": 1000 * one["runs"]["cold"]["cpu"] / one["pages"],
            "more_ms": _slope(before, one),
        }
        for before, one in pairwise(sizes)
    ]


def _slope(small: dict[str, Any], large: dict[str, Any]) -> float:
    spent = large["runs"]["cold"]["cpu"] - small["runs"]["cold"]["cpu"]
    pages: int = large["pages"] - small["pages"]
    return 1000 * float(spent) / pages


def lines(found: dict[str, Any]) -> list[str]:
    """Return a table for each kind of plan, and the stages that grow faster than the pages."""
    said: list[str] = []
    for one in found["series"]:
        said += [*_series(one), *_stages(one["sizes"]), *target_lines(one["targets"]), ""]
    return said[:-1]


def _series(found: dict[str, Any]) -> list[str]:
    sizes = found["sizes"]
    heads = ["records", "HTML files", "CPU s, cold", "ms a page", "ms a page, raw"]
    heads += ["ms for each page more", "CPU s, nothing changed", "peak MiB", "allowed MiB"]
    rows = []
    costs: list[dict[str, float]] = [{}, *per_page(sizes)]
    for one, each in zip(sizes, costs, strict=True):
        cold, unchanged = one["runs"]["cold"], one["runs"]["unchanged"]
        cells = [f"{one['records']:,}", f"{one['pages']:,}", f"{cold['cpu']:.2f}"]
        cells += [f"{each[name]:.2f}" if each else "" for name in ("cpu_ms", "raw_ms", "more_ms")]
        cells += [f"{unchanged['cpu']:.2f}", f"{cold['peak']:.0f}", f"{allowed(one['pages']):.0f}"]
        rows.append(cells)
    return [
        f"Plans of {found['kind']}; runs of which the median counts: {found['repeats']}.",
        "",
        *table(heads, rows, words=0),
    ]


def _stages(sizes: Sequence[dict[str, Any]]) -> Iterator[str]:
    found = [one for one in sizes if "stages" in one]
    if len(found) < 2:
        return
    small, large = found
    whole = sum(large["stages"].values())
    steep = []
    for stage, spent in large["stages"].items():
        before = small["stages"].get(stage, 0.0) / small["pages"]
        now = spent / large["pages"]
        if spent >= NAMED * whole and now > before * (1 + SPREAD / 100):
            steep.append(f"{stage} ({1000 * before:.2f} to {1000 * now:.2f} ms a page)")
    said = ", ".join(steep) or "none"
    ends = f"from {small['records']:,} to {large['records']:,} records"
    yield ""
    yield f"Stages of which a page costs more than {SPREAD:.0f} % more {ends}: {said}."
