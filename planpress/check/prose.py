"""Markdown as its reader meets it: blocks of plain text, each with its line."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache, partial
from html import unescape
from typing import NamedTuple

from planpress.model.shortcode import shortcode


class Kind(Enum):
    """What a block of a text is."""

    HEADING = auto()
    TEXT = auto()
    """A paragraph, or an item of a list."""
    TABLE = auto()
    ABBREVIATION = auto()
    """The line that explains an abbreviation; the block's text is the abbreviation."""


class Block(NamedTuple):
    """A block of plain text; `line` counts the lines of the Markdown text from 0."""

    kind: Kind
    line: int
    text: str


_UNREAD = re.compile(r"<!--.*?-->|^ {0,3}(```|~~~).*?^ {0,3}\1[^\n]*$", re.DOTALL | re.MULTILINE)
_ABBREVIATION = re.compile(r" {0,3}\*\[([^\]]+)\]:")
_NOTE = re.compile(r" {0,3}(?:\[[^\]]+\]:|>)")
_HEADING = re.compile(r" {0,3}#{1,6}\s*(.*?)[\s#]*")
_RULE = re.compile(r" {0,3}(?:=+|([-*_])(?:\s*\1){1,}|-)\s*")
_ITEM = re.compile(r"\s*(?:[-*+:]|\d{1,3}[.)])\s+")
_DIVIDER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?:-+:?\s*)?")
_TARGET = r"\((?:[^()]|\([^()]*\))*\)"
_STARS = re.compile(r"(?<!\\)\*+|(?<![\w\\])_+|(?<!\\)_+(?!\w)")


def _unstarred(text: str) -> str:
    """Return a text without the marks of emphasis."""
    return _STARS.sub("", text) if "_" in text or "\\" in text else text.replace("*", "")


_INLINE: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("`",), partial(re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL).sub, "")),
    (
        ("![", "[^", "{:"),
        partial(re.compile(rf"!\[[^\]]*\]{_TARGET}|\[\^[^\]]+\]|\{{:[^{{}}]*\}}").sub, ""),
    ),
    (("[",), partial(re.compile(rf"\[([^\]]*)\](?:{_TARGET}|\[[^\]]*\])").sub, r"\1")),
    (
        ("://", "www.", "mailto:"),
        partial(re.compile(r"<?\b(?:https?://|www\.|mailto:)[^\s>]*[^\s>).,;:!?]>?").sub, ""),
    ),
    (("@",), partial(re.compile(r"<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?").sub, "")),
    (("<",), partial(re.compile(r"</?[A-Za-z][^<>]*>").sub, "")),
    (("*", "_"), _unstarred),
    (("\\",), partial(re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|-])").sub, "")),
)
"""What takes marks out of a text, and before it signs of which one is in all that it changes."""
_MARKED = re.compile(r"[`\[{:@<*_\\&]")
_SIGNS = "*#-+:={_[>|"
"""How lines begin that are more than a paragraph's; an item may begin with a digit too."""


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Return what a Markdown text says, block by block.

    Left out are code, shortcodes, pictures, quotations, footnotes, comments, and where links lead.
    An item of a list is a block, and so is a table.
    """
    found = [Block(kind, line, _plain(text)) for kind, line, text in _raw(text)]
    return tuple(block for block in found if block.text)


def _plain(text: str) -> str:
    if _MARKED.search(text) or "www." in text:
        for signs, taken_out in _INLINE:
            if any(sign in text for sign in signs):
                text = taken_out(text)
        text = unescape(text)
    return text.rstrip()


def _raw(text: str) -> Iterator[Block]:
    """Yield the blocks with all their marks."""
    if "<!--" in text or "```" in text or "~~~" in text:
        text = _UNREAD.sub(lambda unread: "\n" * unread[0].count("\n"), text)
    listed = False
    for start, lines in _chunks(text):
        if not any([_signed(line) for line in lines]) and lines[0][0] not in " \t":  # noqa: C419 (faster)
            yield Block(Kind.TEXT, start, "\n".join(lines))
            listed = False
        elif len(lines) > 1 and _DIVIDER.fullmatch(lines[1]):
            yield Block(Kind.TABLE, start, "\n".join(lines))
        elif lines[0].startswith(("    ", "\t")):
            if listed:
                yield from _of_lines(start, lines)
        elif not _NOTE.match(lines[0]):
            yield from _of_lines(start, lines)
            listed = any(_signed(line) and _ITEM.match(line) for line in lines)
        else:
            listed = False


def _chunks(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield what stands between empty lines, with the number of its first line."""
    lines: list[str] = []
    number = 0
    for number, line in enumerate(text.splitlines()):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []
    if lines:
        yield number - len(lines) + 1, lines


def _signed(line: str) -> bool:
    """Whether a line may be more than one of a paragraph."""
    sign = line.lstrip()[0]
    return sign in _SIGNS or sign.isdecimal()


def _of_lines(start: int, lines: Sequence[str]) -> Iterator[Block]:
    open_: list[str] = []
    for number, line in enumerate(lines, start):
        if not _signed(line):
            open_.append(line)
            continue
        begun = number - len(open_)
        abbreviation = _ABBREVIATION.match(line) if "*[" in line else None
        heading = _HEADING.fullmatch(line) if "#" in line else None
        item, rule = _ITEM.match(line), _RULE.fullmatch(line)
        if abbreviation or heading or item or rule or shortcode(line):
            underlined = len(open_) == 1 and re.fullmatch(r" {0,3}(?:=+|-+)\s*", line)
            if open_:
                kind = Kind.HEADING if underlined else Kind.TEXT
                yield Block(kind, begun, "\n".join(open_))
            open_ = [line[item.end() :]] if item and not rule else []
            if abbreviation:
                yield Block(Kind.ABBREVIATION, number, abbreviation[1])
            elif heading:
                yield Block(Kind.HEADING, number, heading[1])
        else:
            open_.append(line)
    if open_:
        yield Block(Kind.TEXT, start + len(lines) - len(open_), "\n".join(open_))
