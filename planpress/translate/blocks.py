"""A Markdown text in the pieces that a translator works on, and what stands around them."""

import re
from collections.abc import Sequence

from planpress.model.shortcode import shortcode
from planpress.translate.inline import wordless
from planpress.translate.pieces import Kind, Piece

_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)*[ \t]*")
_ITEM = re.compile(r"(?:(?:[-*+]|\d{1,9}\.)[ \t]+)+")
_DEFINITION = re.compile(r":[ \t]{1,3}")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\][ \t]?:[ \t]*")
_TARGET = re.compile(r"\[[^\]\n]+\]:[ \t]*\S.*")
_HEADING = re.compile(r"(#{1,6}[ \t]*)(.*?)([ \t]*#*(?:[ \t]*\{:?[^}\n]*\})?[ \t]*)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}[ \t]*")
_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL = re.compile(r"(?:\\.|(`+)(?!`).*?(?<!`)\1(?!`)|[^|\\]|\\$)+")
_OPENERS = {"list item": _ITEM, "definition": _DEFINITION, "footnote": _NOTE}


def field(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a field: one, or those of its Markdown if it has several lines."""
    return blocks(text) if "\n" in text else (Piece(text, Kind.FIELD, text),)


def blocks(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a Markdown text; put together again they are the text."""
    reader = _Reader(text.split("\n"))
    while reader.at < len(reader.lines):
        reader.block()
    return tuple(piece for piece in reader.pieces if piece.text)


class _Reader:
    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 0
        self.pieces: list[Piece] = []
        self.inside = False
        self.blank = True

    def end(self, at: int) -> str:
        return "\n" if at < len(self.lines) - 1 else ""

    def frame(self, text: str, fixed: str = "") -> None:
        self.pieces.append(Piece(text, fixed=fixed))

    def line(self, fixed: str = "") -> None:
        """Take a line that has nothing to translate."""
        self.frame(self.lines[self.at] + self.end(self.at), fixed)
        self.at += 1

    def words(self, kind: Kind, text: str, words: str = "", hang: str = "", width: int = 0) -> None:
        if wordless(text):
            self.pieces.append(Piece(text, value=bool(text)))
        else:
            self.pieces.append(Piece(text, kind, words or text, hang, width))

    def block(self) -> None:
        line = self.lines[self.at]
        prefix = _prefix(line)
        rest = line[len(prefix) :]
        if not rest.strip():
            self.line()
            self.blank = True
            return
        fresh, self.blank = self.blank, False
        if self.underlined(prefix, rest) or self.fixed(line, prefix, rest):
            return
        indent = len(prefix.rpartition(">")[2].expandtabs(4))
        if fresh and indent < 4:
            self.inside = False
        if fresh and indent >= (8 if self.inside else 4):
            self.line(line.strip())
            self.blank = True
        elif rest.startswith("#") and (match := _HEADING.fullmatch(rest)):
            self.frame(prefix + match[1], match[1].strip())
            self.words(Kind.HEADING, match[2])
            self.frame(match[3] + self.end(self.at), match[3].strip(" \t#"))
            self.at += 1
            self.blank = True
        elif fresh and self.table(rest):
            pass
        else:
            self.paragraph(prefix, rest, fresh=fresh)

    def underlined(self, prefix: str, rest: str) -> bool:
        """Take a heading with a line of = or - below it, as `sections` finds it."""
        first = self.at == 0 or not self.lines[self.at - 1].strip()
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        indented = prefix.strip(" ") or len(prefix) > 3
        if not first or indented or rest.startswith("#") or not _UNDERLINE.fullmatch(below):
            return False
        self.frame(prefix)
        self.one(Kind.HEADING, rest)
        self.line("===" if below.startswith("=") else "---")
        self.blank = True
        return True

    def fixed(self, line: str, prefix: str, rest: str) -> bool:
        """Take lines that are the same in every language."""
        code = shortcode(line)
        if code:
            self.line(f"{code.name} {code.argument}")
            self.blank = True
        elif rest.startswith("<!--"):
            self.comment()
        elif _ATTRIBUTES.fullmatch(rest) or (_TARGET.fullmatch(rest) and not _NOTE.match(rest)):
            self.line(" ".join(rest.split()))
        elif _RULE.fullmatch(rest):
            self.line("---")
            self.blank = True
        elif match := _ABBREVIATION.match(rest):
            self.frame(prefix + match[0], "*[]")
            self.words(Kind.ABBREVIATION, rest[match.end() :].rstrip())
            self.frame(rest[len(rest.rstrip()) :] + self.end(self.at))
            self.at += 1
        else:
            return False
        return True

    def comment(self) -> None:
        first = self.at
        while self.at < len(self.lines):
            done = "-->" in self.lines[self.at]
            self.line(self.lines[self.at].strip() or "<!-- -->")
            if done:
                return
        if "-->" not in "".join(self.lines[first:]):
            self.blank = True

    def table(self, rest: str) -> bool:
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        dashes = below[len(_prefix(below)) :]
        if "|" not in rest or "|" not in below or not _DASHES.fullmatch(dashes):
            return False
        self.row()
        self.line("|-|")
        while self.at < len(self.lines) and self.lines[self.at].strip():
            self.row()
        return True

    def row(self) -> None:
        line, last = self.lines[self.at], 0
        for match in _CELL.finditer(line, len(_prefix(line))):
            cell = match[0].strip()
            start = match.start() + match[0].index(cell) if cell else match.end()
            self.frame(line[last:start], "|" if match.start() else "")
            self.words(Kind.CELL, cell)
            last = start + len(cell)
        self.frame(line[last:] + self.end(self.at), "row")
        self.at += 1

    def paragraph(self, prefix: str, rest: str, *, fresh: bool) -> None:
        kind, marker = Kind.QUOTE if ">" in prefix else Kind.PARAGRAPH, ""
        for name, pattern in _OPENERS.items():
            match = pattern.match(rest)
            if match and (fresh or self.inside or name != "list item"):
                kind, marker, self.inside = Kind(name), match[0], True
                break
        lines = self.gathered(kind)
        if marker and not rest[len(marker) :].strip():
            self.line(marker.strip())
            return
        fixed = re.sub(r"\d+", "1", re.sub(r"[*+]", "-", marker.strip()))
        self.frame(prefix + marker, fixed)
        below = self.lines[self.at + len(lines)] if self.at + len(lines) < len(self.lines) else ""
        if kind is Kind.PARAGRAPH and _DEFINITION.match(below.lstrip(" ")):
            for at in range(len(lines)):
                if at:
                    line = self.lines[self.at]
                    prefix = _prefix(line)
                    rest = line[len(prefix) :]
                    self.frame(prefix)
                self.one(Kind.TERM, rest)
        else:
            hang = prefix if not marker else prefix + " " * min(len(marker), 4)
            self.many(kind, [rest[len(marker) :], *lines[1:]], hang)

    def gathered(self, kind: Kind) -> list[str]:
        """Return the lines of a paragraph that begins here."""
        found = [self.lines[self.at]]
        for line in self.lines[self.at + 1 :]:
            rest = line[len(_prefix(line)) :]
            if ">" in _prefix(line) and ">" not in _prefix(found[0]):
                break
            if not rest.strip() or shortcode(line) or _ATTRIBUTES.fullmatch(rest):
                break
            if rest.startswith(("#", "<!--")) or _DEFINITION.match(rest) or _NOTE.match(rest):
                break
            if _ABBREVIATION.match(rest) or _TARGET.fullmatch(rest) or _UNDERLINE.fullmatch(rest):
                break
            if _ITEM.match(rest) and (kind is Kind.ITEM or self.inside):
                break
            found.append(line)
        return found

    def one(self, kind: Kind, rest: str) -> None:
        self.words(kind, rest.rstrip())
        self.frame(rest[len(rest.rstrip()) :] + self.end(self.at))
        self.at += 1

    def many(self, kind: Kind, lines: Sequence[str], hang: str) -> None:
        """Take a paragraph whose further lines are those of the text."""
        raw, words = lines[0], lines[0]
        for line in lines[1:]:
            indent = _prefix(line)
            hang = indent if line is lines[1] else hang
            broken = words.endswith("  ")
            words = words.rstrip(" \t") + ("\n" if broken else " ") + line[len(indent) :]
            raw += "\n" + line
        bare, last = raw.rstrip(" \t"), self.at + len(lines) - 1
        width = max(map(len, self.lines[self.at : last + 1])) if len(lines) > 1 else 0
        self.words(kind, bare, words.rstrip(" \t"), hang, width)
        self.frame(raw[len(bare) :] + self.end(last))
        self.at = last + 1


def _prefix(line: str) -> str:
    match = _QUOTE.match(line)
    return match[0] if match else ""
