"""The command `translate` and its actions."""

import argparse
import sys
from collections.abc import Callable, Mapping

from planpress.asked import DONE, PROBLEMS, USAGE, options_of, tell


def _words(asked: argparse.Namespace) -> int:
    from planpress.wording.bring import UnknownLanguage, bring  # noqa: PLC0415

    options = options_of(asked)
    try:
        brought = bring(options, asked.languages, write=not asked.check)
    except UnknownLanguage as unknown:
        print(f"planpress: {unknown}", file=sys.stderr)
        return USAGE
    print("\n".join(brought.told))
    tell(brought.problems)
    if brought.stale:
        print("Bring them up to date: python3 build.py translate words", file=sys.stderr)
    return PROBLEMS if brought.stale or options.stopped_by(brought.problems) else DONE


def _status(asked: argparse.Namespace) -> int:
    from planpress.translate.report import FORMATS  # noqa: PLC0415
    from planpress.translating import status  # noqa: PLC0415

    options = options_of(asked)
    found = status(options)
    stopped = options.stopped_by(found.problems)
    if stopped:
        tell(found.problems)
    if not any(problem.stops for problem in found.problems):
        print(FORMATS[asked.format](found.translations))
    return PROBLEMS if stopped else DONE


def _accept(asked: argparse.Namespace) -> int:
    from planpress.translating import accept  # noqa: PLC0415

    found = accept(options_of(asked), asked.records)
    if any(problem.stops for problem in found.problems):
        tell(found.problems)
        print("Nothing was written.", file=sys.stderr)
        return PROBLEMS
    print(f"{found.accepted} fields and sections are now recorded as good, or as good again.")
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from planpress.exchange.report import sent  # noqa: PLC0415
    from planpress.exchange.send import Request, WrongUsage, send  # noqa: PLC0415
    from planpress.model.translation import State  # noqa: PLC0415

    chosen = {"stale": {State.STALE}, "missing": {State.MISSING}, "all": set(State)}
    states = next((chosen[name] for name in chosen if getattr(asked, name)), None)
    file = asked.output if asked.output and str(asked.output) != "-" else None
    request = Request(
        language=asked.language,
        states=states or chosen["stale"] | chosen["missing"],
        format=asked.format,
        file=file,
    )
    try:
        found = send(options_of(asked), request)
    except WrongUsage as wrong:
        print(f"planpress: {wrong}", file=sys.stderr)
        return USAGE
    tell(found.problems)
    if found.problems:
        return PROBLEMS
    if file is None:
        print(found.text, end="")
    print(sent(found, file), file=sys.stdout if file else sys.stderr)
    return DONE


def _import(asked: argparse.Namespace) -> int:
    from planpress.exchange.bring_back import bring_back  # noqa: PLC0415
    from planpress.exchange.report import brought  # noqa: PLC0415
    from planpress.exchange.reviewed import Request  # noqa: PLC0415
    from planpress.exchange.send import WrongUsage  # noqa: PLC0415

    options = options_of(asked)
    request = Request(
        file=asked.file,
        machine=asked.machine,
        reviewed_by=asked.reviewed_by.strip(),
        reviewed_on=asked.reviewed_on,
        prune=asked.prune,
    )
    try:
        found = bring_back(options, request)
    except WrongUsage as wrong:
        print(f"planpress: {wrong}", file=sys.stderr)
        return USAGE
    tell(found.problems)
    if options.stopped_by(found.problems):
        print("Nothing was written; the plan is as it was.", file=sys.stderr)
        return PROBLEMS
    print(brought(found))
    return DONE


ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "status": _status,
    "accept": _accept,
    "export": _export,
    "import": _import,
    "words": _words,
}
"""By the ACTION of the command; the options of each stand in arguments.py."""
