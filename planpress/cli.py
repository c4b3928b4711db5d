"""Commands, options and exit codes."""

import argparse
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from planpress import __version__

ROOT = Path(__file__).resolve().parent.parent

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 problems, 2 wrong usage, 3 a bug, 130 interrupted."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as end:
        return int(end.code or DONE)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        print("planpress: interrupted; the site is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 (whatever it is, it is a bug of ours and is said as one)
        return _crash(getattr(options, "project", ROOT))


def _crash(project: Path) -> int:
    log = project / ".cache" / "crash.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), "utf-8")
        where = f"What happened is written in {log}; please send it to whoever maintains planpress."
    except OSError:
        where = traceback.format_exc()
    print(f"planpress: this is a bug in planpress, not in your files.\n{where}", file=sys.stderr)
    return BUG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__, allow_abbrev=False)
    parser.description = "Builds the public website of a strategic plan from content/ and data/."
    parser.add_argument("--version", action="version", version=f"planpress {__version__}")
    _common(parser)
    _build_options(parser)
    parser.set_defaults(run=_build)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _command(
        commands, "build", "check everything and build the site (as without a command)", _build
    )
    check = _command(commands, "check", "only read and check", _check)
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    serve = _command(commands, "serve", "preview on this computer, rebuilt on every save", _serve)
    serve.add_argument("--port", type=int, default=8000)
    _command(commands, "record", "keep today's words, ratings and days as history", _record)
    _command(commands, "test", "install what the tests need and run them all", _test, build=False)
    return parser


def _command(
    commands: Any,
    name: str,
    does: str,
    run: Callable[[argparse.Namespace], int],
    *,
    build: bool = True,
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=does, description=does, allow_abbrev=False
    )
    _common(command, again=True)
    if build:
        _build_options(command, again=True)
    else:
        command.add_argument("rest", nargs=argparse.REMAINDER, help="given to pytest as they are")
    command.set_defaults(run=run)
    return command


def _common(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    default: Any = argparse.SUPPRESS if again else ROOT
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
    add("--force", action="store_true", default=off, help="write into a folder that is not ours")
    add("--jobs", type=int, default=hidden, help="how many processes draw charts (now always one)")
    add("--quiet", action="store_true", default=off, help="say nothing but problems")


def _folder(text: str) -> Path:
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return folder


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2026-11-21") from None


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"“{text}” does not begin with https://")
    return text


def _options(asked: argparse.Namespace) -> Any:
    from planpress.pipeline import Options  # noqa: PLC0415 (--help and wrong usage need none of it)

    return Options(
        project=asked.project,
        output=(asked.output or asked.project / "site").absolute(),
        today=date.today(),  # noqa: DTZ011 (the day where the staff are)
        as_of=asked.as_of,
        base_url=asked.base_url,
        strict=asked.strict,
        full=asked.full,
        force=asked.force,
    )


def _say(asked: argparse.Namespace) -> Callable[[str], None]:
    def say(line: str) -> None:
        if not asked.quiet:
            print(f"planpress: {line}", file=sys.stderr, flush=True)

    return say


def _colour(stream: Any) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _build(asked: argparse.Namespace) -> int:
    from planpress.pipeline import build  # noqa: PLC0415
    from planpress.report import as_text  # noqa: PLC0415

    began = time.perf_counter()
    outcome = build(_options(asked), _say(asked))
    done = outcome.published
    shown = outcome.problems if not asked.quiet or done is None else ()
    if shown:
        print(as_text(shown, colour=_colour(sys.stderr)), file=sys.stderr)
    if done is None:
        print("Nothing was published; the site is as it was.", file=sys.stderr)
        return PROBLEMS
    if not asked.quiet:
        spent = time.perf_counter() - began
        total = len(done.written) + len(done.kept)
        print(
            f"Built {total} files in {spent:.1f} s: {len(done.written)} new or changed, "
            f"{len(done.kept)} as before, {len(done.removed)} removed."
        )
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from planpress.pipeline import examine  # noqa: PLC0415
    from planpress.report import FORMATS, as_text  # noqa: PLC0415

    options = _options(asked)
    problems = examine(options).problems
    if asked.format == "text":
        print(as_text(problems, colour=_colour(sys.stdout)))
    elif problems or asked.format == "json":
        print(FORMATS[asked.format](problems))
    return PROBLEMS if options.stopped_by(problems) else DONE


def _record(asked: argparse.Namespace) -> int:
    from planpress.pipeline import record  # noqa: PLC0415
    from planpress.report import as_text  # noqa: PLC0415

    options = _options(asked)
    problems = record(options).problems
    if options.stopped_by(problems):
        print(as_text(problems, colour=_colour(sys.stderr)), file=sys.stderr)
        return PROBLEMS
    print("Recorded in content/history/.")
    return DONE


def _serve(asked: argparse.Namespace) -> int:
    from planpress.pipeline import build  # noqa: PLC0415
    from planpress.preview import PortTaken, serve  # noqa: PLC0415

    options, say = _options(asked), _say(asked)
    watched = [options.project / "content", options.project / "data"]
    watched += [*options.folders("templates"), *options.folders("assets")]
    try:
        serve(
            lambda: build(options, say).problems,
            output=options.output,
            watched=watched,
            port=asked.port,
            say=lambda line: print(f"planpress: {line}", file=sys.stderr, flush=True),
            stopped_by=options.stopped_by,
        )
    except PortTaken as taken:
        print(f"planpress: {taken}", file=sys.stderr)
        return USAGE
    return DONE


def _test(asked: argparse.Namespace) -> int:
    return subprocess.call([sys.executable, str(ROOT / "tests" / "run.py"), *asked.rest])
