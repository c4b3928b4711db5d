"""A Markdown text, section by section: each begins with its heading."""

import re

from planpress.model.dataclass import dataclass

_ATX = re.compile(r"(?P<level>#{1,6})(?P<words>(?:\\.|[^\\])*?)#*[ \t]*")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,}) *")
_SIGNS = "#=-_* "
"""How a line begins that is a heading, is below one, or parts what is above it from a heading."""
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[^}\n]*\}[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level.

    `level` is 1 to 6, or 0 for what stands above the first heading. `heading` has no marks of
    Markdown around it. `text` is all of it as written, heading and blank lines too; `line` counts
    the lines of the whole text from 0.
    """

    level: int
    heading: str
    text: str
    line: int

    @property
    def parted(self) -> tuple[str, str]:
        """The lines of the heading, and what stands below them."""
        lines = self.text.splitlines(keepends=True)
        head = 0 if self.level == 0 else 1 if self.text.startswith("#") else 2
        return "".join(lines[:head]), "".join(lines[head:])


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a Markdown text; put together again they are the text.

    Headings are found as python-markdown finds them: `# …` at the head of a line, or a line of
    `=` or `-` right below the first line of a paragraph.
    """
    lines = text.splitlines(keepends=True)
    starts: list[tuple[int, int, str]] = []
    below_head = 0
    underlines = [at for at, line in enumerate(lines) if line[0] in _SIGNS]
    for at in sorted({at for at in (*underlines, *(at - 1 for at in underlines)) if at >= 0}):
        first = at == below_head or not lines[at - 1].strip()
        level, heading = _heading(lines, at, first=first)
        if level:
            starts.append((at, level, heading))
            below_head = at + (1 if lines[at].startswith("#") else 2)
        elif at >= below_head and _RULE.fullmatch(lines[at].rstrip("\r\n")):
            below_head = at + 1
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, 0, ""))
    ends = [start for start, _, _ in starts[1:]] + [len(lines)]
    return tuple(
        Section(level, heading, "".join(lines[start:end]), start)
        for (start, level, heading), end in zip(starts, ends, strict=True)
        if start < end
    )


def _heading(lines: list[str], at: int, *, first: bool) -> tuple[int, str]:
    """Return the level and the words of a heading that begins here; level 0 where none does."""
    bare = lines[at].rstrip("\r\n")
    if bare.startswith("#"):
        if "\\" not in bare:
            level = min(len(bare) - len(bare.lstrip("#")), 6)
            return level, _plain(bare[level:].rstrip(" \t").rstrip("#"))
        match = _ATX.fullmatch(bare)
        return (len(match["level"]), _plain(match["words"])) if match else (0, "")
    below = lines[at + 1].rstrip("\r\n") if at + 1 < len(lines) else ""
    if first and bare.strip() and not bare.startswith(("    ", "\t")) and _SETEXT.fullmatch(below):
        return (1 if below[0] == "=" else 2), _plain(bare)
    return 0, ""


def _plain(words: str) -> str:
    return _ATTRIBUTES.sub("", words).strip() if "{" in words else words.strip()
