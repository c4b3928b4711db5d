"""A translation's file with new words: all else in it stays as it is written."""

import re
from collections.abc import Mapping

import yaml

from planpress.translate.front_edits import Edits, Unfit
from planpress.translate.ways import Group
from planpress.translate.yaml_lines import lines

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)


def edited(text: str, wanted: Group, body: str | None, marks: Mapping[str, str | None]) -> str:
    """Return a file of a translation with new words; an empty `text` makes a new file.

    `text` has LF line ends. `wanted` are the fields, `body` is the whole new body, None where it
    stays. `marks` are keys about the translation itself; None takes one away. Raises Unfit.
    """
    if not text:
        front = "".join(f"{key}: {said}\n" for key, said in marks.items() if said)
        words = f"\n{body}\n" if body else ""
        return f"---\n{_front('', wanted)}{front}---\n{words}"
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise Unfit("it has no front matter between two lines ---")
    front, rest = text[opening.end() : closing.start()], text[closing.end() :]
    front = _marked(_front(front, wanted), marks)
    if body is not None:
        bare = rest.strip("\n")
        at = rest.index(bare) if bare else 0
        head = rest[:at] if bare else "\n"
        rest = head + body + (rest[at + len(bare) :] or "\n")
    fence = text[closing.start() : closing.end()]
    return text[: opening.end()] + front + (fence if fence.endswith("\n") else fence + "\n") + rest


def _front(front: str, wanted: Group) -> str:
    """Return a front matter with new words."""
    if not wanted.said:
        return front
    node = _composed(front)
    if node is None:
        return front + "".join(f"{line}\n" for line in lines(wanted, 0))
    edits = Edits(front)
    edits.branch(node, wanted)
    return edits.done()


def _composed(front: str) -> yaml.Node | None:
    try:
        return yaml.compose(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError) as wrong:
        raise Unfit(f"its front matter is not valid YAML: {wrong}".splitlines()[0]) from None


def _marked(front: str, marks: Mapping[str, str | None]) -> str:
    for key, said in marks.items():
        line = re.compile(rf"^{key}:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
        new = f"{key}: {said}\n" if said else ""
        if line.search(front):
            front = line.sub(lambda _, new=new: new, front, count=1)  # type: ignore[misc]
        else:
            front += new
    return front
