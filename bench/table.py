"""The results of plans, assessing, auditing and the million rows as Markdown."""

from typing import Any

STAGES = {"full": "a first build, nothing kept yet", "warm": "again, nothing changed"}
RUNS = {
    "full": "full build (`--full`)",
    "warm": "again, nothing changed",
    "edit": "again, one number changed",
}


def plans(result: dict[str, Any]) -> list[str]:
    """Return what whole processes cost, and where the time of two of them goes."""
    lines = [
        "| plan | run | runs | records | pages | CPU s | CPU ms a page | wall s | peak MiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for plan in result["plans"]:
        for run, words in RUNS.items():
            one = plan["runs"][run]
            lines.append(
                f"| {plan['name']} | {words} | {one['runs']} | {plan['records']} | {plan['pages']} "
                f"| {one['cpu']:.2f} | {1000 * one['cpu'] / plan['pages']:.1f} "
                f"| {one['wall']:.2f} | {one['peak']:.0f} |"
            )
    return [*lines, *_stages(result["plans"], "full"), *_stages(result["plans"], "warm")]


def assessing(found: dict[str, Any]) -> list[str]:
    """Return what assessing alone costs."""
    size = "{indicators} indicators of {periods} periods and {groups} student groups".format(
        **found
    )
    lines = [f"Assessing {size}, alone.", "", "| part | CPU s |", "| --- | ---: |"]
    lines += [f"| {part} | {spent:.2f} |" for part, spent in found["cpu"].items()]
    return lines


def auditing(found: dict[str, Any]) -> list[str]:
    """Return what the privacy audit of a site costs."""
    size = f"{found['documents']} files of {found['kib']:,} KiB, {found['hidden']} hidden rows"
    spent = f"{found['cpu']:.2f} s of CPU; the limit is {found['limit']:.0f} s"
    return [f"Auditing the site of {found['project']} ({size}): {spent}."]


def million(found: dict[str, Any]) -> list[str]:
    """Return the lines about districts of many rows, and whether the limits hold."""
    sizes, limits = found["sizes"], found["limits"]
    rows = [("rows", _each(sizes, "rows", ",d")), ("hidden rows", _each(sizes, "hidden", ",d"))]
    rows += [("problems", _each(sizes, "problems", ",d"))]
    for stage in dict.fromkeys(stage for one in sizes for stage in one["stages"]):
        spent = [{stage: one["stages"].get(stage, 0.0)} for one in sizes]
        rows.append((f"CPU s: {stage}", _each(spent, stage, ".2f")))
    rows += [("**CPU s, the whole process**", _each(sizes, "cpu", ".2f"))]
    rows += [("**peak MiB**", _each(sizes, "peak", ".0f"))]
    allowed = f"{limits['cpu']:.0f} s of CPU and {limits['peak']:.0f} MiB"
    doubled = (
        f"From {first['schools']} to {second['schools']} schools: {ratio['rows']} times the rows, "
        f"{ratio['cpu']} times the CPU seconds, {ratio['peak']} times the memory."
        for first, second, ratio in zip(sizes, sizes[1:], found["doubled"], strict=False)
    )
    broken = [limit for limit, held in found["held"].items() if not held]
    return [
        f"Reading, checking, protecting and assessing {found['schools']} schools may take",
        f"{allowed}; twice the rows, {limits['doubled']} times as much CPU.",
        "",
        f"| schools | {_each(sizes, 'schools', 'd')} |",
        f"| --- |{' ---: |' * len(sizes)}",
        *(f"| {name} | {cells} |" for name, cells in rows),
        "",
        *doubled,
        "",
        f"Limits that do not hold: {', '.join(broken) or 'none'}.",
    ]


def _each(sizes: list[dict[str, Any]], what: str, form: str) -> str:
    return " | ".join(format(one[what], form) for one in sizes)


def _stages(plans: list[dict[str, Any]], run: str) -> list[str]:
    found = [plan["stages"][run] for plan in plans]
    lines = [
        "",
        f"CPU seconds by stage, and their share of the whole: {STAGES[run]}.",
        "",
        f"| stage | {' | '.join(plan['name'] for plan in plans)} |",
        f"| --- |{' ---: |' * len(plans)}",
    ]
    for name in dict.fromkeys(stage for one in found for stage in one["stages"]):
        spent = [one["stages"].get(name, 0.0) for one in found]
        cells = [f"{s:.2f} ({s / one['cpu']:.0%})" for s, one in zip(spent, found, strict=True)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    totals = " | ".join(f"{one['cpu']:.2f}" for one in found)
    return [*lines, f"| **all** | {totals} |"]
