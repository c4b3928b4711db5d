"""What a command was asked for, and how it tells people what it has found."""

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from planpress.progress import Progress
from planpress.seal import Seal
from planpress.workers.share import processors

DONE, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: done, problems in the content or data, wrong usage."""


def options_of(asked: argparse.Namespace, seen: Mapping[str, str] | None = None) -> Any:
    """Return the options of a build, as a command was asked for it; `seen` as in Options."""
    from planpress.options import Options  # noqa: PLC0415 (--help and wrong usage need none of it)

    return Options(
        project=asked.project,
        output=(asked.output or asked.project / "site").absolute(),
        today=today_here(),
        as_of=asked.as_of,
        base_url=asked.base_url,
        strict=asked.strict,
        full=asked.full,
        force=asked.force,
        jobs=asked.jobs or processors(),
        executor=asked.executor or "",
        paper=asked.command == "build" and not asked.no_pdf,
        seen=seen or {},
    )


def today_here() -> date:
    """Return the day where the staff are."""
    return date.today()  # noqa: DTZ011


def seal_of(asked: argparse.Namespace, root: Path) -> Seal | None:
    """Return what knows whether a build would change anything; None where all is to be made."""
    if asked.full or asked.force:
        return None
    output = asked.output or asked.project / "site"
    day = asked.as_of.isoformat() if asked.as_of else ""
    how = {
        "as_of": day,
        "base_url": asked.base_url,
        "strict": asked.strict,
        "pdf": not asked.no_pdf,
    }
    return Seal(str(asked.project), str(output), str(root), how)


def progress_of(asked: argparse.Namespace) -> Progress:
    """Return what tells how far a command has come; nothing with --quiet."""
    return Progress(quiet=asked.quiet)


def colour(stream: Any) -> bool:
    """Return whether a stream shows colours and may have them."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def tell(problems: Any) -> None:
    """Print problems, if there are any, where progress is printed."""
    from planpress.report import as_text  # noqa: PLC0415

    if problems:
        print(as_text(problems, colour=colour(sys.stderr)), file=sys.stderr)
