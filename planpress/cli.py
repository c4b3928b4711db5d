"""Commands, options and exit codes."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from planpress.arguments import checked, parser
from planpress.asked import (
    DONE,
    PROBLEMS,
    USAGE,
    colour,
    options_of,
    progress_of,
    seal_of,
    tell,
    today_here,
)
from planpress.spent import SPENT
from planpress.workers.share import NoCluster

ROOT = Path(__file__).resolve().parent.parent

BUG, INTERRUPTED = 3, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 problems, 2 wrong usage, 3 a bug, 130 interrupted."""
    try:
        options = parser(ROOT, arguments).parse_args(arguments)
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
    except NoCluster as none:
        print(f"planpress: {none}\nNothing was published; the site is as it was.", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 (whatever it is, it is a bug of ours and is said as one)
        return _crash(getattr(options, "project", ROOT))


def _crash(project: Path) -> int:
    import traceback  # noqa: PLC0415 (where nothing has crashed, its import takes longer than much else)

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
    began = time.perf_counter()
    seal, today = seal_of(asked, ROOT), today_here().isoformat()
    told = seal.told(today) if seal and not asked.profile else None
    if told is None:
        told, of_today, standing = _built(asked, seal.seen if seal else {})
        if seal and told["counts"]:
            counts = {**told["counts"], "written": 0, "removed": 0}
            seal.keep(today if of_today else "", {**told, "counts": counts}, standing)
    counts = told["counts"]
    if not asked.quiet or not counts:
        said = told["colourful"] if colour(sys.stderr) else told["plain"]
        print(said, end="", file=sys.stderr)
    if not counts:
        print("Nothing was published; the site is as it was.", file=sys.stderr)
        return PROBLEMS
    if not asked.quiet:
        spent = time.perf_counter() - began
        print(
            f"Built {counts['files']} files, {counts['pages']} of them pages, in {spent:.1f} s: "
            f"{counts['written']} new or changed, "
            f"{counts['files'] - counts['written']} as before, {counts['removed']} removed."
        )
    return DONE


def _built(
    asked: argparse.Namespace, seen: Mapping[str, str]
) -> tuple[Any, bool, Mapping[str, Any]]:
    """Build; return what there is to tell, whether it is of today, and how the output stands."""
    gc.disable()  # until the plan has been read: what is imported is never garbage
    from planpress.pipeline import build  # noqa: PLC0415 (often nothing has changed)
    from planpress.report import as_text  # noqa: PLC0415

    options, progress = options_of(asked, seen), progress_of(asked)
    options.workers.note = progress.note
    if asked.profile:
        SPENT.watch()
    with progress, closing(options.workers):
        outcome = build(options, progress)
    if asked.profile:
        print(SPENT.table(), file=sys.stderr)
    done, problems = outcome.published, outcome.problems
    told: dict[str, Any] = {
        name: as_text(problems, colour=name == "colourful") + "\n" if problems else ""
        for name in ("plain", "colourful")
    }
    counts = {}
    if done:
        files = (*done.written, *done.kept)
        counts = {
            "files": len(files),
            "pages": sum(path.endswith(".html") for path in files),
            "written": len(done.written),
            "removed": len(done.removed),
        }
    return {**told, "counts": counts}, outcome.of_today, done.standing if done else {}


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
    from planpress.preview.again import Again, warm  # noqa: PLC0415
    from planpress.preview.server import Aside, PortTaken, serve  # noqa: PLC0415

    options = options_of(asked)
    watched = [options.project / "content", options.project / "data"]
    watched += [*options.folders("templates"), *options.folders("assets")]
    try:
        again = Again(options, lambda: progress_of(asked))
        with closing(options.workers):
            serve(
                again,
                output=options.output,
                watched=watched,
                port=asked.port,
                say=lambda line: print(f"planpress: {line}", file=sys.stderr, flush=True),
                aside=Aside(warm, again.finish, again.stop),
            )
    except PortTaken as taken:
        print(f"planpress: {taken}", file=sys.stderr)
        return USAGE
    return DONE


def _test(asked: argparse.Namespace) -> int:
    import subprocess  # noqa: PLC0415 (no other command needs it)

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
