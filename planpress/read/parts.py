"""The parts of a workbook's ZIP file, looked at before it is opened as a workbook.

The reader of workbooks holds a whole sheet in memory however empty it is, ends the program where
that does not fit (calamine issue 693), and says of a cell with an error only that it is empty.
"""

import html
import lzma
import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.read.text import LARGEST

MOST_CELLS = 10_000_000
"""How many cells a sheet may have, the empty ones between others among them."""

BROKEN = (OSError, ValueError, RuntimeError, EOFError, BadZipFile, LookupError, struct.error)
"""What is raised where a ZIP file is damaged."""

_ROWS = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]*([0-9]+)["']""")
_NAMES = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)[0-9]""")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]*)<")
_TAG = re.compile(rb"<(?:\w+:)?(?:sheet|Relationship)\s[^>]*>")
_PAIR = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")

Cell = tuple[int, int]
"""A row and a column of a sheet; both count from 1."""


@dataclass(frozen=True)
class Parts:
    """What the workbook's own reader does not tell: the cells with errors, by sheet."""

    errors: Mapping[str, Mapping[Cell, str]] = field(default_factory=dict)


def look_at(file: Path, path: str) -> tuple[Parts | None, list[Problem]]:
    """Return what stands in the parts of an `.xlsx` file; None where it cannot be a workbook."""
    try:
        with ZipFile(file) as whole:
            size = sum(part.file_size for part in whole.infolist())
            if size > LARGEST:
                message = f"unpacked, the workbook has more than {LARGEST // 1_000_000} MB"
                hint = "Keep only the sheet with the numbers, and save it as CSV UTF-8."
                return None, [error(Place(path), "too-large", message, hint)]
            parts = {part.filename: whole.read(part) for part in whole.infolist()}
    except (*BROKEN, zlib.error, lzma.LZMAError):
        return None, [damaged(path)]
    for text in parts.values():
        if b"sheetData" in text and _cells(text) > MOST_CELLS:
            message = "a sheet has cells so far apart that it cannot be read"
            hint = "Delete the empty rows and columns behind the numbers (Ctrl+End shows them)."
            return None, [error(Place(path), "too-large", message, hint)]
    sheets = {name: parts.get(part, b"") for name, part in _sheets(parts).items()}
    return Parts({name: _errors(text) for name, text in sheets.items() if b"sheetData" in text}), []


def damaged(path: str) -> Problem:
    """Return that a file is no workbook that can be read."""
    hint = "Open it in Excel and save it again as “Excel Workbook (.xlsx)”, or as CSV UTF-8."
    message = "this is no Excel workbook (.xlsx), or it is damaged"
    return error(Place(path), "workbook", message, hint)


def _cells(text: bytes) -> int:
    """Return how many cells lie between the first and the farthest."""
    rows = (int(digits.lstrip(b"0")[:20] or 0) for digits in set(_ROWS.findall(text)))
    columns = (_number(letters[:10]) for letters in set(_NAMES.findall(text)))
    return max(rows, default=1) * max(columns, default=1)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number


def _errors(text: bytes) -> dict[Cell, str]:
    found = {}
    if not any(mark in text for mark in (b'"e"', b"'e'")):
        return {}
    for attributes, inner in _CELL.findall(text):
        row, name = _ROWS.search(b" " + attributes), _NAMES.search(b" " + attributes)
        if row and name and _ERROR.search(attributes):
            value = _VALUE.search(inner)
            seen = html.unescape(value[1].decode("utf-8", "replace")) if value else "#VALUE!"
            found[int(row[1][:20]), _number(name[1][:10])] = seen
    return found


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return in which part of the ZIP file each sheet stands."""
    targets = {}
    for tag in _TAG.findall(parts.get("xl/_rels/workbook.xml.rels", b"")):
        pairs = _pairs(tag)
        target = pairs.get("Target", "")
        targets[pairs.get("Id")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    sheets = {}
    for tag in _TAG.findall(parts.get("xl/workbook.xml", b"")):
        pairs = _pairs(tag)
        linked = next((value for key, value in pairs.items() if key.endswith(":id")), None)
        if "name" in pairs and linked in targets:
            sheets[pairs["name"]] = targets[linked]
    return sheets


def _pairs(tag: bytes) -> dict[str, str]:
    return {
        key.decode("utf-8", "replace"): html.unescape(value.decode("utf-8", "replace"))
        for key, value in _PAIR.findall(tag)
    }
