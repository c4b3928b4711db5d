"""What was changed in a text, word by word."""

import re
from enum import StrEnum
from typing import NamedTuple

_PARTS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


class Edit(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


class Run(NamedTuple):
    """Words that stand together, and what became of them."""

    edit: Edit
    text: str


def word_diff(before: str, after: str) -> tuple[Run, ...]:
    """Return both texts as one: what was kept, removed and added, in the order of reading.

    The kept and removed runs together are the words of `before`, the kept and added ones those of
    `after`; runs of spaces and line breaks count as one space.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 (seldom needed)

    old, new = (_PARTS.findall(" ".join(text.split())) for text in (before, after))
    runs: list[Run] = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            runs.append(Run(Edit.KEPT, "".join(old[a:b])))
            continue
        if a < b:
            runs.append(Run(Edit.REMOVED, "".join(old[a:b])))
        if c < d:
            runs.append(Run(Edit.ADDED, "".join(new[c:d])))
    return _joined(runs)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs with a lone space between two changes taken into both of them."""
    made: list[Run] = []
    for at, run in enumerate(runs):
        between = 0 < at < len(runs) - 1 and run.edit is Edit.KEPT and run.text.isspace()
        if between and Edit.KEPT not in (runs[at - 1].edit, runs[at + 1].edit):
            made += (Run(Edit.REMOVED, run.text), Run(Edit.ADDED, run.text))
        else:
            made.append(run)
    collected: list[Run] = []
    pending: dict[Edit, str] = {}
    for run in made:
        if run.edit is Edit.KEPT:
            collected += (Run(edit, pending[edit]) for edit in _CHANGES if edit in pending)
            pending = {}
            collected.append(run)
        else:
            pending[run.edit] = pending.get(run.edit, "") + run.text
    collected += (Run(edit, pending[edit]) for edit in _CHANGES if edit in pending)
    return tuple(collected)


_CHANGES = (Edit.REMOVED, Edit.ADDED)
