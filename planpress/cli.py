"""Commands, options and exit codes."""

import argparse
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from planpress.arguments import checked, parser
from planpress.asked import DONE, PROBLEMS, USAGE, colour, options_of, say_of, tell

ROOT = Path(__file__).resolve().parent.parent

BUG, INTERRUPTED = 3, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 problems, 2 wrong usage, 3 a bug, 130 interrupted."""
    try:
        options = parser(ROOT).parse_args(arguments)
    except SystemExit as end:
        return int(end.code or DONE)
    if wrong := checked(options):
        print(f"planpress: {wrong}", file=sys.stderr)
        return USAGE
    try:
        return COMMANDS[options.command](options)
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


def _build(asked: argparse.Namespace) -> int:
    from planpress.pipeline import build  # noqa: PLC0415
    from planpress.report import as_text  # noqa: PLC0415

    began = time.perf_counter()
    outcome = build(options_of(asked), say_of(asked))
    done = outcome.published
    shown = outcome.problems if not asked.quiet or done is None else ()
    if shown:
        print(as_text(shown, colour=colour(sys.stderr)), file=sys.stderr)
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

    options = options_of(asked)
    problems = examine(options).problems
    if asked.format == "text":
        print(as_text(problems, colour=colour(sys.stdout)))
    elif problems or asked.format == "json":
        print(FORMATS[asked.format](problems))
    return PROBLEMS if options.stopped_by(problems) else DONE


def _record(asked: argparse.Namespace) -> int:
    from planpress.pipeline import record  # noqa: PLC0415
    from planpress.report import as_text  # noqa: PLC0415

    options = options_of(asked)
    problems = record(options).problems
    if options.stopped_by(problems):
        print(as_text(problems, colour=colour(sys.stderr)), file=sys.stderr)
        return PROBLEMS
    print("Recorded in content/history/.")
    return DONE


def _refresh(asked: argparse.Namespace) -> int:
    from planpress.refresh.bring_in import Request, WrongUsage, refresh  # noqa: PLC0415
    from planpress.refresh.report import COMPARED, REFRESHED  # noqa: PLC0415

    options = options_of(asked)
    if asked.report:
        return _report(asked, options, COMPARED[asked.format])
    request = Request(
        file=asked.file,
        indicator=asked.indicator,
        mapping=asked.map,
        sheet=asked.sheet,
        whole=asked.replace,
        write=asked.write,
    )
    try:
        found = refresh(options, request)
    except WrongUsage as wrong:
        print(f"planpress: {wrong}", file=sys.stderr)
        return USAGE
    stopped = options.stopped_by(found.problems)
    tell(found.problems)
    if asked.format == "json" or not stopped or found.rows:
        print(REFRESHED[asked.format](found))
    if stopped:
        print(f"Nothing was written; {found.path} is as it was.", file=sys.stderr)
    return PROBLEMS if stopped else DONE


def _report(asked: argparse.Namespace, options: Any, written: Callable[[Any], str]) -> int:
    from planpress.refresh.since_recorded import report  # noqa: PLC0415

    found = report(options)
    stopped = options.stopped_by(found.problems)
    if stopped:
        tell(found.problems)
    if asked.format == "json" or not stopped:
        print(written(found))
    return PROBLEMS if stopped else DONE


def _translate(asked: argparse.Namespace) -> int:
    from planpress.translate_commands import ACTIONS  # noqa: PLC0415

    return ACTIONS[asked.action](asked)


def _serve(asked: argparse.Namespace) -> int:
    from planpress.pipeline import build  # noqa: PLC0415
    from planpress.preview import PortTaken, serve  # noqa: PLC0415

    options, say = options_of(asked), say_of(asked)
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


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "serve": _serve,
    "refresh": _refresh,
    "record": _record,
    "translate": _translate,
    "test": _test,
}
