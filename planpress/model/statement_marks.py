"""What the marks of Markdown state: links, pictures, shortcodes, footnotes, code."""

import re
from collections.abc import Callable, Iterator

from planpress.model.shortcode import shortcode
from planpress.model.statement import Kind

Found = tuple[Kind, str, int, int]
"""Kind, key, and from where to where it is written."""

_TARGET = r"<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*"
_INLINE = re.compile(rf"\]\([ \t]*(?P<target>{_TARGET})(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_DEFINED = re.compile(rf" {{0,3}}\[(?P<label>[^\]^\n][^\]\n]*)\]:[ \t]*(?P<target>{_TARGET}).*")
_REFERENCE = re.compile(r"\[(?P<text>[^\[\]]+)\](?:[ \t]?\[(?P<label>[^\[\]^]*)\])?")
_NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?P<defines>:)?")
_ABBREVIATION = re.compile(r" {0,3}\*\[[^\]\n]+\]:.*")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TAG_TARGET = re.compile(r"\b(?P<name>href|src)\s*=\s*[\"']?(?P<target>[^\s\"'>]+)", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?P<target>(?:https?:|mailto:|tel:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>")
_URL = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]*_\"'»”]")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{[ \t]*[#.][^{}\n]*\}")
_ENTITY = re.compile(r"&#?\w{1,31};")
_ITEM = re.compile(r"[ \t>*+-]*(?:\d{1,9}[.)][ \t]|[*+-][ \t])")


_SIGNS = ("`", "~", "<", "{", "&", "@", "[", ":")
"""One of them is in every text with a mark that is not at the beginning of a line."""
_LISTED = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029][ \t>*+-]*(?:\d|[*+-][ \t])")
_LINED = ("```", "~~~", "{{", "*[", "]:")


def marks(text: str) -> tuple[str, list[Found]]:
    """Return what the marks in a Markdown text state, and the text with blanks in their place.

    The blanked text is as long as the text and has its line ends; the words of links stay in it.
    """
    listed = _ITEM.match(text) or _LISTED.search(text)
    if not listed and not any([sign in text for sign in _SIGNS]):  # noqa: C419 (faster)
        return text, []
    page = _Page(text)
    if listed or any(sign in text for sign in _LINED):
        page.lines()
    page.codes()
    page.comments()
    page.each("<", _AUTOLINK, lambda m: page.note(Kind.LINK, m["target"], m))
    page.each("<", _TAG, page.tag)
    page.each("[^", _NOTE, lambda m: page.note(Kind.NOTE, m["label"] + (m["defines"] or ""), m))
    page.inline()
    page.each("://", _URL, lambda m: page.note(Kind.LINK, m[0], m))
    page.each("@", _ADDRESS, lambda m: page.note(Kind.LINK, m[0], m))
    page.references()
    page.each("{", _ATTRIBUTES)
    page.each("&", _ENTITY)
    return page.text, page.found


class _Page:
    """A text whose marks are blanked out one kind after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Found] = []
        self.defined: dict[str, str] = {}

    def note(self, kind: Kind, key: str, match: re.Match[str]) -> None:
        """Remember what a match states."""
        key = key.strip("<>")
        if kind is Kind.LINK and "@" in key and ":" not in key and "/" not in key:
            key = f"mailto:{key}"
        self.found.append((kind, key, match.start(), match.end()))

    def each(
        self,
        sign: str,
        pattern: re.Pattern[str],
        heard: Callable[[re.Match[str]], None] | None = None,
    ) -> None:
        """Tell of every match, then blank it; `sign` is in whatever the pattern matches."""

        def seen(match: re.Match[str]) -> str:
            if heard:
                heard(match)
            return _blank(match[0])

        if sign in self.text:
            self.text = pattern.sub(seen, self.text)

    def lines(self) -> None:
        """Blank fenced code, shortcodes, abbreviations and the targets of reference links."""
        fence, offset, kept, listed = "", 0, [], True
        for line in self.text.splitlines(keepends=True):
            item = _ITEM.match(line) if listed else None
            listed = bool(item) or not line.strip()
            bare = _blank(item[0]) + line[item.end() :] if item else line
            kept.append(self._line(line, bare, offset, fence))
            match = _FENCE.match(line)
            if match and not fence:
                fence = match["fence"]
            elif match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            offset += len(line)
        self.text = "".join(kept)

    def _line(self, line: str, bare: str, offset: int, fence: str) -> str:
        if fence or _FENCE.match(line) or _ABBREVIATION.match(line):
            return _blank(line)
        code = shortcode(line.rstrip("\n"))
        if code:
            key = f"{code.name} {code.argument}".strip()
            self.found.append((Kind.SHORTCODE, key, offset, offset + len(line.rstrip())))
            return _blank(line)
        match = _DEFINED.match(line)
        if match:
            self.defined[match["label"].casefold()] = match["target"].strip("<>")
            return _blank(line)
        return bare

    def codes(self) -> None:
        """Remember and blank code spans: from a run of backticks to the next that is as long."""
        if "`" not in self.text:
            return
        runs = list(re.finditer("`+", self.text))
        following: dict[int, int] = {}
        closing = [0] * len(runs)
        for at in reversed(range(len(runs))):
            closing[at] = following.get(len(runs[at][0]), 0)
            following[len(runs[at][0])] = at
        at, last, kept = 0, 0, []
        while at < len(runs):
            start, end = runs[at].start(), runs[closing[at]].end()
            if not closing[at] or self.text.find("\n\n", start, end) >= 0:
                at += 1
                continue
            code = self.text[runs[at].end() : runs[closing[at]].start()]
            self.found.append((Kind.CODE, " ".join(code.split()), start, end))
            kept += [self.text[last:start], _blank(self.text[start:end])]
            at, last = closing[at] + 1, end
        self.text = "".join([*kept, self.text[last:]])

    def comments(self) -> None:
        """Blank comments; nothing begins one after the last end of any."""
        if "<!--" not in self.text:
            return
        end = self.text.rfind("-->") + 3
        self.text = _COMMENT.sub(lambda m: _blank(m[0]), self.text[:end]) + self.text[end:]

    def tag(self, match: re.Match[str]) -> None:
        """Remember where an HTML tag leads."""
        for target in _TAG_TARGET.finditer(match[0]):
            kind = Kind.LINK if target["name"].lower() == "href" else Kind.PICTURE
            self.note(kind, target["target"], match)

    def inline(self) -> None:
        """Remember the targets of links and pictures, and blank them."""
        if "](" not in self.text:
            return
        brackets = _brackets(self.text) if "![" in self.text else ()
        pictures = {end for start, end in brackets if self.text[start - 1 : start] == "!"}

        def heard(match: re.Match[str]) -> None:
            kind = Kind.PICTURE if match.start() in pictures else Kind.LINK
            self.note(kind, match["target"], match)

        self.each("](", _INLINE, heard)

    def references(self) -> None:
        """Remember the targets of links that are defined elsewhere in the text."""

        def heard(match: re.Match[str]) -> None:
            target = self.defined.get((match["label"] or match["text"]).casefold())
            if target is not None:
                picture = self.text[match.start() - 1 : match.start()] == "!"
                self.note(Kind.PICTURE if picture else Kind.LINK, target, match)

        if self.defined:
            for match in _REFERENCE.finditer(self.text):
                heard(match)
            self.each("[", re.compile(r"(?<=\])[ \t]?\[[^\[\]^]*\]"))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the positions of each pair of square brackets."""
    opened: list[int] = []
    for match in re.finditer(r"\\.|[\[\]]", text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            yield opened.pop(), match.start()


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text) if "\n" in text else " " * len(text)
