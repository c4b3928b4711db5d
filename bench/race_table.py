"""The race as Markdown: what every generator costs, and how many times as much as Hugo."""

from typing import Any

from bench.target import Target, figure, table, targets
from bench.target import lines as target_lines

OURS, REFERENCE = "planpress", "Hugo"
LIMITS = {"unchanged": 1 / 15, "edited": 1 / 4, "cold": 3.5}
"""Ours may cost at most so many times what Hugo costs in the same run."""
WORDS = {"unchanged": "nothing changed", "edited": "one sentence edited", "cold": "cold"}


def judged(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the targets of a race; none about generators that did not take part."""
    tools = {tool["name"]: tool for tool in found["tools"]}
    if OURS not in tools:
        return []
    ours = _cpu(tools[OURS])
    made = []
    if REFERENCE in tools:
        hugo = _cpu(tools[REFERENCE])
        made += [
            Target(f"{WORDS[run]}, times Hugo's CPU", ours[run] / hugo[run], limit)
            for run, limit in LIMITS.items()
        ]
    others = [_cpu(t)["cold"] for t in tools.values() if t["python"] and t["name"] != OURS]
    if others:
        said = "cold, times the CPU of the fastest other generator in Python"
        made.append(Target(said, ours["cold"] / min(others), 1.0))
    if "heavy" in found:
        said = "heavy modules imported when nothing changed"
        made.append(Target(said, len(found["heavy"]), 0))
    return targets(made)


def _cpu(tool: dict[str, Any]) -> dict[str, float]:
    return {run: one["cpu"] for run, one in tool["runs"].items()}


def lines(found: dict[str, Any]) -> list[str]:
    """Return the tables, who failed, what each lacks, and the targets."""
    tools = found["tools"]
    size = f"{found['pages']:,} pages in {found['languages']} languages, about 360 words each"
    return [
        f"{size}; the median of {found['repeats']} runs, all generators in turn.",
        "",
        *table(
            ["CPU s", *WORDS.values(), "peak MiB", "wall s, cold", "HTML files"],
            [[_named(tool), *_seconds(tool), str(tool["html"])] for tool in tools],
        ),
        *_ratios(tools),
        *[
            f"\n{name} did not take part: {' '.join(why.split())}"
            for name, why in found["failed"].items()
        ],
        "",
        *(f"- {tool['name']}: {tool['lacks']}." for tool in tools if tool["lacks"]),
        *target_lines(found["targets"]),
    ]


def _named(tool: dict[str, Any]) -> str:
    return str(tool["version"] or tool["name"])


def _seconds(tool: dict[str, Any]) -> list[str]:
    runs = tool["runs"]
    peak = max(one["peak"] for one in runs.values())
    return [
        *(f"{runs[run]['cpu']:.2f}" for run in WORDS),
        f"{peak:.0f}",
        f"{runs['cold']['wall']:.2f}",
    ]


def _ratios(tools: list[dict[str, Any]]) -> list[str]:
    hugo = next((_cpu(tool) for tool in tools if tool["name"] == REFERENCE), None)
    if hugo is None:
        return ["", "Hugo did not take part: there are no ratios to it."]
    rows = [
        [tool["name"], *(figure(_cpu(tool)[run] / hugo[run]) for run in WORDS)] for tool in tools
    ]
    return ["", *table(["times Hugo's CPU", *WORDS.values()], rows)]
