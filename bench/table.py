"""The results as Markdown."""

from typing import Any

STAGES = {"full": "a first build, nothing kept yet", "warm": "again, nothing changed"}
RUNS = {
    "full": "full build (`--full`)",
    "warm": "again, nothing changed",
    "edit": "again, one number changed",
}


def markdown(result: dict[str, Any]) -> str:
    """Return what whole processes cost, where the time of two goes, and assessing alone."""
    about = result["about"]
    where = ", ".join(about[name] for name in ("machine", "date"))
    lines = [
        f"planpress {about['planpress']}, Python {about['python']}, {where}.",
        "",
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
    lines += [*_stages(result["plans"], "full"), *_stages(result["plans"], "warm")]
    return "\n".join([*lines, *_assessing(result.get("assessing"))]) + "\n"


def _assessing(found: dict[str, Any] | None) -> list[str]:
    if found is None:
        return []
    size = "{indicators} indicators of {periods} periods and {groups} student groups".format(
        **found
    )
    lines = ["", f"Assessing {size}, alone.", "", "| part | CPU s |", "| --- | ---: |"]
    lines += [f"| {part} | {spent:.2f} |" for part, spent in found["cpu"].items()]
    return lines


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
