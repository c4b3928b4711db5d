"""What WeasyPrint's tagged files lack for PDF/UA-1, mended in the finished file."""

import io
import re
from collections.abc import Iterator
from typing import Any

_UNNAMED = re.compile(rb"(<[0-9a-fA-F]{4}>) <>")
_MARKED = re.compile(rb"/[A-Za-z0-9]+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")


def mended(content: bytes) -> bytes:
    """Return the file with a scope for every table header, and all else that is in no tag aside.

    What stands in the margins of pages is marked as an artifact (ISO 14289-1, 7.1 and 7.5). The
    file's identifier is made from its content.
    """
    from pikepdf import ObjectStreamMode, Pdf  # noqa: PLC0415 (often nothing is printed)

    with Pdf.open(io.BytesIO(content)) as pdf:
        read = _Tags(pdf.Root.StructTreeRoot)
        for number, page in enumerate(pdf.pages):
            _set_aside(pdf, page, read.marked.get(page.obj.objgen, set()))
            _forget(pdf.Root.StructTreeRoot, number, read.marked.get(page.obj.objgen, set()))
        _name_all_glyphs(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return out.getvalue()


class _Tags:
    """The tree of tags: what is marked on each page, by the page's number as an object."""

    def __init__(self, root: Any) -> None:
        self.marked: dict[tuple[int, int], set[int]] = {}
        self._walk(root, column=False)

    def _walk(self, element: Any, *, column: bool) -> None:
        kind = str(element.get("/S", ""))
        if kind == "/TH":
            element.A.Scope = _name("/Column" if column else "/Row")
        column = column or kind == "/THead"
        for kid in _kids(element):
            if isinstance(kid, int):
                self.marked.setdefault(element.Pg.objgen, set()).add(kid)
            elif "/S" in kid:
                self._walk(kid, column=column)


def _kids(element: Any) -> Iterator[Any]:
    from pikepdf import Array  # noqa: PLC0415

    kids = element.get("/K")
    if isinstance(kids, Array):
        yield from kids
    elif kids is not None:
        yield kids


def _name(text: str) -> Any:
    from pikepdf import Name  # noqa: PLC0415

    return Name(text)


def _set_aside(pdf: Any, page: Any, marked: set[int]) -> None:
    """Mark as artifacts what the tree of tags does not hold."""

    def aside(found: re.Match[bytes]) -> bytes:
        return found[0] if int(found[1]) in marked else b"/Artifact BMC"

    drawn = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(_MARKED.sub(aside, drawn))


def _name_all_glyphs(pdf: Any) -> None:
    """Map the glyphs that stand for no letter, such as the dots of one, to a joiner."""
    for one in pdf.objects:
        names = one.get("/ToUnicode") if str(getattr(one, "Type", "")) == "/Font" else None
        if names is not None:
            known = names.read_bytes()
            names.write(_UNNAMED.sub(rb"\1 <200d>", known))


def _forget(root: Any, number: int, marked: set[int]) -> None:
    """Take out of a page's list of tags what is an artifact now."""
    nums = root.ParentTree.Nums
    entries = nums[2 * number + 1]
    for at in range(len(entries)):
        if at not in marked:
            entries[at] = None
