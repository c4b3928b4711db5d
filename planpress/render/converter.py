"""The Markdown library, with the work left out that cannot change what it makes."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown import inlinepatterns as inline
from markdown.blockparser import BlockParser
from markdown.extensions import smarty
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unique,
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

_NEEDED: dict[str, tuple[str, ...]] = {
    inline.BACKTICK_RE: ("`",),
    inline.ESCAPE_RE: ("\\",),
    inline.LINK_RE: ("[",),
    inline.IMAGE_LINK_RE: ("[",),
    inline.AUTOLINK_RE: ("<",),
    inline.AUTOMAIL_RE: ("<",),
    inline.LINE_BREAK_RE: ("  \n",),
    inline.HTML_RE: ("<",),
    inline.ENTITY_RE: ("&",),
    r"\[\^([^\]]*)\]": ("[",),
    r"\*|_": ("*", "_"),
    r"(?<!-)---(?!-)": ("--",),
    r"(?<!-)--(?!-)": ("--",),
    r"(?<!\.)\.{3}(?!\.)": ("...",),
    smarty.singleQuoteStartRe: ("'",),
    smarty.doubleQuoteStartRe: ('"',),
    smarty.doubleQuoteSetsRe: ('"',),
    smarty.singleQuoteSetsRe: ("'",),
    smarty.doubleQuoteSetsRe2: ('"',),
    smarty.singleQuoteSetsRe2: ("'",),
    smarty.decadeAbbrRe: ("'",),
    smarty.openingSingleQuotesRegex: ("'",),
    smarty.closingSingleQuotesRegex: ("'",),
    smarty.closingSingleQuotesRegex2: ("'",),
    smarty.remainingSingleQuotesRegex: ("'",),
    smarty.openingDoubleQuotesRegex: ('"',),
    smarty.closingDoubleQuotesRegex: ('"',),
    smarty.closingDoubleQuotesRegex2: ('"',),
    smarty.remainingDoubleQuotesRegex: ('"',),
}
"""By the expression of an inline pattern: it matches no text without at least one of these. An
expression that is not listed is always tried."""

_LINE = r"(?:\*\*?|[“„«\"'(¿¡])?[^\W\d_].*"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""A block whose lines all begin with a letter, but for one mark: no processor but that of
paragraphs has a use for it. Lists, headings, quotes, rules, notes, terms, tables and references
all have a line that begins with another sign or with a space."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MARKED = frozenset(f"&<>{STX}")
"""Signs with which the words of a heading are more than what is written."""


class Converter(Markdown):
    """Markdown to HTML, as the library makes it; its table of contents is not made.

    `back` names the way from a footnote back into the text, with `{}` for its number; `quotes` are
    the opening and the closing quotation mark; `slug` makes anchors of headings.
    """

    def __init__(self, back: str, quotes: tuple[str, str], slug: Callable[[str, str], str]) -> None:
        """Set up the library with the extensions that a plan's texts may use.

        They are given themselves: looking one up by name reads what all installed packages say.
        """
        opening, closing = quotes
        super().__init__(
            extensions=[
                TableExtension(use_align_attribute=True),
                FootnoteExtension(BACKLINK_TITLE=back),
                AbbrExtension(),
                DefListExtension(),
                AttrListExtension(),
                _Contents(slugify=slug, toc_depth="2-6", marker=""),
                smarty.SmartyExtension(
                    substitutions={"left-double-quote": opening, "right-double-quote": closing}
                ),
                SaneListExtension(),
            ],
            output_format="html",
        )
        steps: Any = self.treeprocessors
        steps.register(_Inline(self, self.inlinePatterns), "inline", 20)
        steps.register(_Quotes(self, steps["smarty"].inlinePatterns), "smarty", 6)
        steps.register(_Attributes(self), "attr_list", 8)
        self._levels: dict[Any, bool] = {}

    def build_parser(self) -> "Converter":
        """Return this converter, whose parser of blocks knows a paragraph when it sees one."""
        super().build_parser()
        processors = self.parser.blockprocessors
        self.parser = _Blocks(self)
        self.parser.blockprocessors = processors
        for processor in processors:
            processor.parser = self.parser
        return self

    def is_block_level(self, tag: Any) -> bool:
        """Return whether a tag is that of a block."""
        known = self._levels.get(tag)
        if known is None:
            known = self._levels[tag] = super().is_block_level(tag)
        return known


class _Blocks(BlockParser):
    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 (theirs)
        paragraph: Any = self.blockprocessors["paragraph"]
        while blocks:
            if _PARAGRAPH.fullmatch(blocks[0]):
                paragraph.run(parent, blocks)
                continue
            for processor in self.blockprocessors:
                fits = processor.test(parent, blocks[0])
                if fits and processor.run(parent, blocks) is not False:
                    break


class _Inline(InlineProcessor):
    """Asks of a text only those patterns that can match it."""

    def __init__(self, md: Markdown, patterns: Any) -> None:
        super().__init__(md)
        self.inlinePatterns = patterns
        self._apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        self._put_back = super()._InlineProcessor__processPlaceholders  # type: ignore[misc]
        self._known = [
            (pattern, _NEEDED.get(pattern.getCompiledRegExp().pattern, ("",)))
            for pattern in patterns
        ]
        self._signs = tuple({sign: None for _, needed in self._known for sign in needed})

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 (theirs)
        if isinstance(data, AtomicString):
            return data
        for sign in self._signs:
            if sign in data:
                return self._matched(data, patternIndex)
        return data

    def _matched(self, data: str, at: int) -> str:
        start, count = 0, len(self._known)
        while at < count:
            pattern, needed = self._known[at]
            matched = False
            for sign in needed:
                if sign in data:
                    data, matched, start = self._apply(pattern, data, at, start)
                    break
            if not matched:
                at += 1
                start = 0
        return data

    def _InlineProcessor__processPlaceholders(  # noqa: N802 (theirs)
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,  # noqa: FBT001, FBT002, N803 (theirs)
    ) -> Any:
        if not data or STX in data:
            return self._put_back(data, parent, isText)
        if isText:
            parent.text = parent.text + data if parent.text else data
        else:
            parent.tail = parent.tail + data if parent.tail else data
        return []


class _Quotes(_Inline):
    """Leaves a tree alone in which no text holds anything that could match."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        for element in tree.iter():
            for text in (element.text, element.tail):
                if text and (STX in text or any(sign in text for sign in self._signs)):
                    return super().run(tree, ancestors)
        return tree


class _Attributes(AttrListTreeprocessor):
    """Looks for attributes where there is a brace."""

    def run(self, doc: Element) -> None:
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        if any("{" in line for line in lines):
            super().run(doc)


class _Headings(TocTreeprocessor):
    """Gives headings their anchors, as the library does, and makes no list of them."""

    def run(self, doc: Element) -> None:
        used = {element.attrib["id"] for element in doc.iter() if "id" in element.attrib}
        counters: dict[str, int] = {}
        for element in doc.iter():
            if element.tag not in _HEADINGS:
                continue
            element.attrib.pop("data-toc-label", None)
            if "id" not in element.attrib:
                slug = self.slugify(unescape(self._words(element)), self.sep)
                element.attrib["id"] = unique(slug, used, counters)  # type: ignore[call-arg]

    def _words(self, heading: Element) -> str:
        text = heading.text or ""
        if len(heading) or not _MARKED.isdisjoint(text):
            return str(strip_tags(render_inner_html(remove_fnrefs(heading), self.md)))
        return " ".join(text.split())


class _Contents(TocExtension):
    TreeProcessorClass = _Headings
