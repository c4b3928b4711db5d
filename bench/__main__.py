"""The benchmark: `python3 -m bench`, at the top of the repository.

Without a name, all of it, one after the other. Needs Python alone (and Node for Eleventy): what is
measured are whole processes such as `python3 build.py …`, as a person would call them.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench import (
    charting,
    edit_table,
    editing,
    lighting,
    plans,
    race_table,
    racing,
    scale_table,
    scaling,
)
from bench import table as tables
from bench.inside import inside
from bench.measure import Failed
from bench.saving import about, heading, save


def nothing_more(_parser: argparse.ArgumentParser) -> None:
    """There is nothing more to ask."""


def schools(parser: argparse.ArgumentParser) -> None:
    """Add how many schools the million rows are of."""
    parser.add_argument("--schools", type=int, default=150, help="the district and half and twice")


@dataclass(frozen=True)
class Bench:
    """One part of the benchmark: what can be asked, what is measured, and how it is told."""

    says: str
    measure: Callable[[argparse.Namespace], dict[str, Any]]
    lines: Callable[[dict[str, Any]], list[str]]
    options: Callable[[argparse.ArgumentParser], None] = nothing_more


def million(asked: argparse.Namespace) -> dict[str, Any]:
    """Return what bench/million.py measures."""
    return inside("million.py", "--json", "--schools", str(asked.schools))


BENCHES = {
    "peers": Bench(
        "the same pages, built by every generator that installs",
        racing.measure,
        race_table.lines,
        racing.options,
    ),
    "scale": Bench(
        "what a page costs in plans of all sizes",
        scaling.measure,
        scale_table.lines,
        scaling.options,
    ),
    "edits": Bench("what one edit of Foothills costs", editing.measure, edit_table.lines),
    "charts": Bench("what charts cost", charting.measure, charting.lines, charting.options),
    "plans": Bench(
        "Jeffco and generated plans, and their stages", plans.measure, tables.plans, plans.options
    ),
    "assessing": Bench(
        "1,000 indicators assessed in memory",
        lambda _asked: inside("assessing.py"),
        tables.assessing,
    ),
    "auditing": Bench(
        "the privacy audit of Foothills",
        lambda _asked: inside("auditing.py"),
        tables.auditing,
    ),
    "lighthouse": Bench(
        "what Lighthouse says of pages of Jeffco and Foothills", lighting.measure, lighting.lines
    ),
    "million": Bench("a million rows read and protected", million, tables.million, schools),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser; without a command `bench` is empty."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--repeats", type=int, default=3, help="runs of which the median counts")
    common.add_argument("--save", action="store_true", help="keep the result in bench/results/")
    whole = argparse.ArgumentParser(
        prog="python3 -m bench", description=__doc__, parents=[common], allow_abbrev=False
    )
    parts = whole.add_subparsers(title="parts", metavar="PART", dest="bench")
    for name, one in BENCHES.items():
        part = parts.add_parser(name, help=one.says, parents=[common], allow_abbrev=False)
        one.options(part)
    return whole


def run(name: str, asked: argparse.Namespace) -> bool:
    """Measure one part, print it and keep it if asked; return whether we could be measured."""
    where = about(asked.repeats)
    try:
        found = BENCHES[name].measure(asked)
    except Failed as failed:
        print(f"bench: {name}: {failed}", file=sys.stderr)
        return False
    said = heading(name, where) + "\n".join(BENCHES[name].lines(found)) + "\n"
    print(said, flush=True)
    if asked.save:
        file = save(name, {"about": where, **found}, said)
        print(f"bench: kept in {file}", file=sys.stderr)
    return race_table.OURS not in found.get("failed", {})


def main() -> int:
    """Run the part that was asked for, or all; the exit code is 1 if one could not be measured."""
    asked = parser().parse_args()
    if asked.bench:
        return 0 if run(asked.bench, asked) else 1
    common = ["--repeats", str(asked.repeats), *(["--save"] if asked.save else [])]
    done = [run(name, parser().parse_args([name, *common])) for name in BENCHES]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
