"""Messages as an XLIFF 1.2 file, and back.

Version 1.2 is what the editors of translators read and write without loss; few of them read 2.x.
The standard: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from lxml import etree

from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.translate.inline import Parts, Token
from planpress.translate.message import WAS, Answer, Label, Message, Parcel, Progress

_SPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {
    Progress.EMPTY: "needs-translation",
    Progress.DOUBTFUL: "needs-review-translation",
    Progress.DONE: "translated",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MARKS = {"x", "ph", "bx", "ex", "bpt", "ept", "it"}


def as_xliff(messages: Iterable[Message], label: Label) -> str:
    """Return the messages as an XLIFF file: a `<file>` for each file of the plan.

    Placeholders are `<x>` elements that tell what they stand for. A doubtful translation has the
    state `needs-review-translation`, and what it was made from beside it in `<alt-trans>`.
    """
    namespaces: Any = {None: _SPACE}
    root = etree.Element(f"{{{_SPACE}}}xliff", nsmap=namespaces, version="1.2")
    for path, found in groupby(messages, key=lambda message: message.place.path):
        file = etree.SubElement(root, f"{{{_SPACE}}}file")
        file.set("original", path)
        file.set("source-language", label.source)
        file.set("target-language", label.target)
        file.set("datatype", "x-markdown")
        file.set("product-name", label.title)
        body = etree.SubElement(file, f"{{{_SPACE}}}body")
        for message in found:
            _unit(body, message)
    if len(root) == 0:
        file = etree.SubElement(root, f"{{{_SPACE}}}file", original="content/plan.md")
        file.set("source-language", label.source)
        file.set("target-language", label.target)
        file.set("datatype", "x-markdown")
        etree.SubElement(file, f"{{{_SPACE}}}body")
    _indent(root, "\n")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made.decode() + "\n"


def _indent(around: etree._Element, line: str) -> None:
    """Give every element a line, but nothing among words: there each space counts."""
    if len(around) == 0 or around.get(_XML):
        return
    around.text = line + " "
    for inner in around:
        _indent(inner, line + " ")
        inner.tail = line + " "
    around[-1].tail = line


def _unit(body: etree._Element, message: Message) -> None:
    unit = etree.SubElement(body, f"{{{_SPACE}}}trans-unit", id=message.context)
    unit.set("resname", message.context)
    if message.progress is Progress.DONE:
        unit.set("approved", "yes")
    if message.most:
        unit.set("maxwidth", str(message.most))
        unit.set("size-unit", "char")
    _words(unit, "source", message.source, message.tokens)
    target = _words(unit, "target", message.target, message.tokens)
    target.set("state", _STATES[message.progress])
    place = etree.SubElement(unit, f"{{{_SPACE}}}context-group", purpose="location")
    for kind, said in (("sourcefile", message.place.path), ("linenumber", str(message.place.line))):
        context = etree.SubElement(place, f"{{{_SPACE}}}context")
        context.set("context-type", kind)
        context.text = said
    for note in (*message.notes, *([WAS + message.was] if message.was else ())):
        etree.SubElement(unit, f"{{{_SPACE}}}note").text = _CONTROL.sub(" ", note)
    if message.previous:
        other = etree.SubElement(unit, f"{{{_SPACE}}}alt-trans", alttranstype="previous-version")
        if message.before:
            _words(other, "source", message.before, ())
        _words(other, "target", message.previous, message.tokens)


def _words(
    around: etree._Element, name: str, parts: Parts, tokens: tuple[Token, ...]
) -> etree._Element:
    words = etree.SubElement(around, f"{{{_SPACE}}}{name}")
    words.set(_XML, "preserve")
    last: etree._Element | None = None
    for part in parts:
        if isinstance(part, int):
            last = etree.SubElement(words, f"{{{_SPACE}}}x", id=str(part))
            if part <= len(tokens):
                token = tokens[part - 1]
                last.set("ctype", f"x-{token.kind}")
                last.set("equiv-text", _CONTROL.sub(" ", token.text))
        elif last is None:
            words.text = part
        else:
            last.tail = part
    return words


def from_xliff(content: bytes, path: str) -> tuple[Parcel | None, list[Problem]]:
    """Return what an XLIFF file says; None where it cannot be read. `path` names it in problems.

    Entities, document types and other files are not read.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as wrong:
        hint = "Export it again from the translator's editor as XLIFF 1.2."
        message = f"this is not a whole XLIFF file: {wrong.msg}"
        return None, [error(Place(path, wrong.lineno or 0), "translation-file", message, hint)]
    about: Any = root.getroottree().docinfo
    doctype = about.doctype
    if doctype or root.tag != f"{{{_SPACE}}}xliff":
        said = "it has a document type" if doctype else "it is not XLIFF of version 1.2"
        hint = "Export it again from the translator's editor as XLIFF 1.2."
        return None, [error(Place(path, 1), "translation-file", f"{said}: not read", hint)]
    files = root.findall(f"{{{_SPACE}}}file")
    return Parcel(
        source=next((file.get("source-language", "") for file in files), ""),
        target=next((file.get("target-language", "") for file in files), ""),
        answers=tuple(map(_answer, root.iter(f"{{{_SPACE}}}trans-unit"))),
    ), []


def _answer(unit: etree._Element) -> Answer:
    source, target = unit.find(f"{{{_SPACE}}}source"), unit.find(f"{{{_SPACE}}}target")
    words = _read(target) if target is not None else ()
    notes = [note.text or "" for note in unit.iter(f"{{{_SPACE}}}note")]
    return Answer(
        context=unit.get("id", ""),
        source=_read(source) if source is not None else (),
        target=words,
        progress=_progress(words, target, approved=unit.get("approved") == "yes"),
        was=next((note[len(WAS) :] for note in notes if note.startswith(WAS)), ""),
        line=_line(unit),
    )


def _line(unit: Any) -> int:
    return int(unit.sourceline or 0)


def _progress(words: Parts, target: etree._Element | None, *, approved: bool) -> Progress:
    """Return how far a translation is; what went out empty and has words now is done."""
    if not words or target is None:
        return Progress.EMPTY
    state = target.get("state", "")
    if not approved and state.startswith("needs-") and state != _STATES[Progress.EMPTY]:
        return Progress.DOUBTFUL
    return Progress.DONE


def _read(words: etree._Element) -> Parts:
    parts: list[str | int] = []
    for piece in _pieces(words):
        if parts and isinstance(piece, str) and isinstance(parts[-1], str):
            parts[-1] += piece
        elif piece != "":
            parts.append(piece)
    return tuple(parts)


def _pieces(words: etree._Element) -> Iterator[str | int]:
    yield words.text or ""
    for inner in words:
        name = etree.QName(inner).localname if isinstance(inner.tag, str) else ""
        if name in _MARKS:
            number = inner.get("id", "")
            yield int(number) if number.isdecimal() and len(number) < 7 else 0
        elif name:
            yield from _pieces(inner)
        yield inner.tail or ""
