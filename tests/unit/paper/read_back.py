"""Reads a PDF back: its tags, what stands in them, and what a checker of PDF/UA-1 says."""

import io

import pikepdf
from page import validate_pdf_bytes


def opened(content):
    return pikepdf.open(io.BytesIO(content))


def failures(content):
    """Return the rules of PDF/UA-1 that a file breaks."""
    report = validate_pdf_bytes(content, profile="ua1")
    assert report.rules.total > 50
    return sorted({failure.rule_id for failure in report.failures})


def elements(pdf, kind=None):
    """Yield the structure elements of a file, or those of one kind (`/TH`), in their order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += reversed([kid for kid in kids if isinstance(kid, pikepdf.Dictionary)])
        if "/S" in element and kind in (None, str(element.S)):
            yield element


def outline(pdf):
    """Return the titles of the outline, each after as many dashes as it is deep."""
    found = []

    def walk(items, depth):
        for item in items:
            found.append("-" * depth + item.title)
            walk(item.children, depth + 1)

    with pdf.open_outline() as whole:
        walk(whole.root, 0)
    return found


def fonts(pdf):
    """Return the names of the fonts that are in the file, without their marks of a subset."""
    found = set()
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            assert "/FontFile2" in one or "/FontFile3" in one
            found.add(str(one.FontName).partition("+")[2])
    return found
