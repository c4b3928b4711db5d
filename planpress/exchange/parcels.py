"""A file from a translator, opened: its format is told by what stands in it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.read.text import read_bytes, read_text
from planpress.translate.message import Parcel
from planpress.translate.po import from_po
from planpress.translate.xliff import from_xliff

_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")


def parcel(file: Path, path: str, languages: Sequence[str]) -> tuple[Parcel | None, list[Problem]]:
    """Return what a PO or XLIFF file says for a language of the plan; None where that fails.

    `languages` are the plan's, the first is the one translated from. `path` names the file.
    """
    raw, problems = read_bytes(file, path)
    if raw is None:
        return None, problems
    if raw.lstrip().startswith(_XML):
        found, problems = from_xliff(raw, path)
    else:
        text, problems = read_text(file, path)
        found, wrong = from_po(text, path) if text is not None else (None, [])
        problems = [*problems, *wrong]
    if found is None:
        return None, problems
    first, *others = languages
    target = next(
        (code for code in (found.target, found.target.partition("-")[0]) if code in others), ""
    )
    if not target or (found.source and found.source.partition("-")[0] != first.partition("-")[0]):
        said = f"from “{found.source or first}” into “{found.target}”"
        message = f"the file translates {said}, and the plan has {', '.join(languages)}"
        hint = "Look whether this is the right file; its head names the languages."
        return None, [*problems, error(Place(path, 1), "translation-file", message, hint)]
    return replace(found, target=target), problems
