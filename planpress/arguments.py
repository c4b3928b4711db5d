"""What can be asked for: commands and their options."""

import argparse
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from planpress import __version__


def parser(project: Path, words: Collection[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser; `project` is the folder where none is named. It sets `command`.

    Of `words`, which are all that is to be parsed, it can be told which command needs its options:
    to make those of all commands takes longer than much else in a build that changes nothing.
    """
    whole = argparse.ArgumentParser(prog="build.py", allow_abbrev=False)
    whole.description = "Builds the public website of a strategic plan from content/ and data/."
    whole.add_argument("--version", action="version", version=f"planpress {__version__}")
    _common(whole, default=project)
    _build_options(whole)
    whole.set_defaults(command="build")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", prog=whole.prog)
    for name, (does, options) in _COMMANDS.items():
        command = commands.add_parser(name, help=does, description=does, allow_abbrev=False)
        command.set_defaults(command=name)
        if words is None or name in words:
            _common(command, default=argparse.SUPPRESS)
            options(command)
    return whole


def _again(command: argparse.ArgumentParser) -> None:
    _build_options(command, again=True)


def _check_options(command: argparse.ArgumentParser) -> None:
    _again(command)
    command.add_argument("--format", choices=("text", "json", "github"), default="text")


def _serve_options(command: argparse.ArgumentParser) -> None:
    _again(command)
    command.add_argument("--port", type=int, default=8000)


def _test_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("rest", nargs=argparse.REMAINDER, help="given to pytest as they are")


def _refresh_options(command: argparse.ArgumentParser) -> None:
    _again(command)
    add = command.add_argument
    add("file", metavar="FILE", nargs="?", type=Path, help="a CSV file or an .xlsx workbook")
    add("--indicator", metavar="ID", help="the measure whose numbers these are")
    add("--map", type=Path, help="how its cells become rows: content/imports/<name>.yaml")
    add("--sheet", help="the sheet of a workbook")
    add("--replace", action="store_true", help="the file is all there is: other rows go")
    add("--write", action="store_true", help="write data/<id>.csv; without it, only show")
    add("--report", action="store_true", help="compare the data with what was last recorded")
    add("--format", choices=("text", "markdown", "json"), default="text")


def _translate_options(command: argparse.ArgumentParser) -> None:
    _again(command)
    actions = command.add_subparsers(
        title="what to do", metavar="ACTION", dest="action", required=True, prog=command.prog
    )
    status = _action(actions, "status", "what is missing, stale or unreviewed in each language")
    status.add_argument("--format", choices=("text", "json"), default="text")
    accept = _action(actions, "accept", "say that translations are good as they stand")
    accept.add_argument("records", metavar="ID", nargs="*", help="ids or files; all records")
    _exchange_options(actions)
    words = _action(actions, "words", "bring the interface's catalogues up to date with its texts")
    words.add_argument("languages", metavar="LANG", nargs="*", help="codes; all that there are")
    words.add_argument("--check", action="store_true", help="change nothing, only say what would")


def _exchange_options(actions: Any) -> None:
    out = _action(actions, "export", "write a file for a translator; what is stale or missing")
    out.add_argument("language", metavar="LANG", help="the code of the language")
    which = out.add_mutually_exclusive_group()
    which.add_argument("--stale", action="store_true", help="only what has changed since")
    which.add_argument("--missing", action="store_true", help="only what has no translation")
    which.add_argument("--all", action="store_true", help="what is good as it stands too")
    out.add_argument("--format", choices=("po", "xliff"), default="po")
    back = _action(actions, "import", "bring a translator's file back in")
    back.add_argument("file", metavar="FILE", type=Path, help="a PO or an XLIFF file")
    back.add_argument("--machine", action="store_true", help="a machine has translated it")
    back.add_argument("--reviewed-by", metavar="NAME", default="", help="who has read it")
    back.add_argument("--reviewed-on", metavar="DAY", type=_day, help="when, if not today")
    back.add_argument("--prune", action="store_true", help="sections without a source go too")


def _action(actions: Any, name: str, does: str) -> argparse.ArgumentParser:
    action: argparse.ArgumentParser = actions.add_parser(
        name, help=does, description=does, allow_abbrev=False
    )
    _common(action, default=argparse.SUPPRESS)
    _build_options(action, again=True)
    return action


_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("check everything and build the site (as without a command)", _again),
    "check": ("only read and check", _check_options),
    "serve": ("preview on this computer, rebuilt on every save", _serve_options),
    "refresh": ("bring in a new file of numbers, or --report", _refresh_options),
    "record": ("keep today's words, numbers, ratings and days", _again),
    "translate": ("words in every language", _translate_options),
    "test": ("install what the tests need and run them all", _test_options),
}
"""What each command does, and what adds its options."""


def checked(asked: argparse.Namespace) -> str:
    """Return what is wrong with options that do not go together; empty if nothing is."""
    if asked.command != "refresh":
        return ""
    of_a_file = (asked.indicator, asked.map, asked.sheet, asked.replace, asked.write)
    if asked.report:
        alone = asked.file is None and not any(of_a_file)
        return "" if alone else "--report compares what there is; it takes no file"
    if asked.file is None:
        return "name the FILE with the new numbers, or ask for a --report"
    return "" if asked.indicator else "say with --indicator whose numbers these are"


def _common(parser: argparse.ArgumentParser, *, default: Any) -> None:
    parser.add_argument(
        "--project", type=_folder, default=default, help="a folder with content/ and data/"
    )


def _build_options(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    hidden: Any = argparse.SUPPRESS if again else None
    off: Any = argparse.SUPPRESS if again else False
    add = parser.add_argument
    add("--output", type=Path, default=hidden, help="where the site goes (the project's site/)")
    add("--as-of", type=_day, default=hidden, help="assess everything as of this day, YYYY-MM-DD")
    add("--base-url", default=hidden, type=_address, help="the address the site will have")
    add("--strict", action="store_true", default=off, help="warnings stop the build too")
    add("--full", action="store_true", default=off, help="use nothing kept from earlier builds")
    add(
        "--no-pdf",
        action="store_true",
        default=off,
        help="leave out the PDF files, which take long",
    )
    add("--force", action="store_true", default=off, help="write into a folder that is not ours")
    add("--jobs", type=_jobs, default=hidden, help="how many processes work (one a processor)")
    add("--executor", type=_cluster, default=hidden, help="work on a cluster: dask://HOST:PORT")
    add("--profile", action="store_true", default=off, help="show what the CPU time goes into")
    add("--quiet", action="store_true", default=off, help="say nothing but problems")


def _folder(text: str) -> Path:
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return folder


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of processes, 1 or more")
    return int(text)


def _cluster(text: str) -> str:
    if not re.fullmatch(r"dask://[^/\s]+:\d+", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not an address such as dask://host:8786")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2026-11-21") from None


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"“{text}” does not begin with https://")
    return text
