"""What an edit costs, as Markdown."""

from typing import Any

from bench.target import lines as target_lines
from bench.target import table


def lines(found: dict[str, Any]) -> list[str]:
    """Return the table and the targets."""
    heads = ["Foothills, then", "imports", "CPU s", "wall s", "peak MiB"]
    heads += ["files written", "of them other", "kept", "modules"]
    rows = [
        [
            one["edit"],
            ", ".join([*one["heavy"], *one["others"]]) or "none of note",
            f"{one['cpu']:.2f}",
            f"{one['wall']:.2f}",
            f"{one['peak']:.0f}",
            *(str(one["files"][name]) for name in ("written", "changed", "kept")),
            str(one["modules"]),
        ]
        for one in found["edits"]
    ]
    said = f"Runs of which the median counts: {found['repeats']}."
    return [said, "", *table(heads, rows, words=2), *target_lines(found["targets"])]
