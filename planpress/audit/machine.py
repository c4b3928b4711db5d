"""Claims of the JSON files: read by the names that numbers have there, whatever the file."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from planpress.audit.claim import Block, Cell, Claim, Kind
from planpress.audit.tables import codes_of, period_of
from planpress.model.document import Document
from planpress.model.period import Form, Period
from planpress.model.project import Project
from planpress.model.series import Codes, Status

_NUMBER = re.compile(r"(?:>=|<=|≥|≤)?\s*[+-]?\d+(?:\.\d+)?")
_PLANNED = frozenset(
    [
        "schema",
        "decimals",
        "order",
        "rule",
        "tolerance",
        "target",
        "expected",
        "trajectory",
        "benchmarks",
        "milestones",
        "revisions",
        "ratings",
        "minimum_n",
        "minimum_interval",
        "bytes",
        "hash",
    ]
)
"""Names below which numbers tell what is planned, or nothing about people."""
_FROM_BASELINE = frozenset({"expected", "plan", "gain", "gap", "gap_to_expected", "change"})
_RESULTS = frozenset({"series", "history", "latest", "rows", "data", "observations"})


class Planned(NamedTuple):
    """A number of the plan itself: a target, an expected value."""

    indicator: str
    written: str


class Undated(NamedTuple):
    """A number about people that does not say of when; what stands around it may."""

    indicator: str
    codes: Codes
    latest: Period | None
    hidden: bool
    from_baseline: bool
    written: str
    path: str
    as_what: str


Found = Claim | Planned | Undated | Block


class _Here(NamedTuple):
    indicator: str = ""
    codes: Codes = ()
    period: Period | None = None
    latest: Period | None = None
    hidden: bool = False
    keys: tuple[str, ...] = ()


def found_in_json(
    document: Document, project: Project, forms: Mapping[str, Form | None]
) -> Iterator[Found]:
    """Yield what a JSON file says; numbers in texts are left in them, as blocks."""
    try:
        thing = json.loads(document.content, parse_float=str, parse_int=str)
    except ValueError:
        text = document.content.decode("utf-8", "replace")
        yield Block(text, document.path, "text")
        return
    start = _Here(indicator=min(about(document, project), default=""))
    declared = project.dimensions.dimensions if project.dimensions else ()
    dimensions = tuple(dimension.id for dimension in declared)
    yield from _Walk(document.path, project, forms, dimensions).visit(thing, start)


def about(document: Document, project: Project) -> frozenset[str]:
    """Return the indicators that a file is about by its path."""
    parts = PurePosixPath(document.path).with_suffix("").parts
    return frozenset(part for part in parts if part in project.indicators)


class _Walk(NamedTuple):
    path: str
    project: Project
    forms: Mapping[str, Form | None]
    dimensions: tuple[str, ...]

    def visit(self, thing: Any, here: _Here) -> Iterator[Found]:
        if isinstance(thing, dict):
            inner = self._inside(thing, here)
            if inner.period and thing.get("status") == Status.SUPPRESSED.value and inner.indicator:
                cell = Cell(inner.indicator, inner.period, inner.codes)
                yield Claim(cell, Kind.HIDDEN, "", self.path)
            named = ("codes", "period", "since", *self.dimensions)
            for key, value in thing.items():
                if key not in named or isinstance(value, list):
                    yield from self.visit(value, inner._replace(keys=(*here.keys, str(key))))
        elif isinstance(thing, list):
            for one in thing:
                yield from self.visit(one, here)
        elif isinstance(thing, str):
            if _NUMBER.fullmatch(thing.strip()):
                yield from self._number(thing, here)
            else:
                yield self._block(thing, here)

    def _inside(self, thing: dict[str, Any], here: _Here) -> _Here:
        indicators, dimensions = self.project.indicators, self.dimensions
        for key in ("indicator", "id", "name"):
            if isinstance(thing.get(key), str) and thing[key] in indicators:
                changed = thing[key] != here.indicator
                here = here._replace(
                    indicator=thing[key],
                    codes=() if changed else here.codes,
                    period=None if changed else here.period,
                    latest=None if changed else here.latest,
                )
                break
        codes = thing.get("codes")
        written = codes if isinstance(codes, dict) else thing
        split = {one: written[one] for one in dimensions if isinstance(written.get(one), str)}
        if split or isinstance(codes, dict):
            here = here._replace(codes=codes_of(split))
        form = self.forms.get(here.indicator)
        latest = thing.get("latest")
        when = latest.get("period") if isinstance(latest, dict) else None
        if "latest" in thing or split:
            here = here._replace(latest=period_of(when, form) if isinstance(when, str) else None)
        text = thing.get("period", thing.get("since"))
        period = period_of(text, form) if isinstance(text, str) else None
        hidden = thing.get("status") == Status.SUPPRESSED.value or (here.hidden and not period)
        return here._replace(period=period or here.period, hidden=hidden)

    def _number(self, written: str, here: _Here) -> Iterator[Found]:
        if not here.indicator:
            yield self._block(written, here)
            return
        own, *outer = reversed(here.keys or ("",))
        planned = not _PLANNED.isdisjoint(here.keys)
        if planned:
            yield Planned(here.indicator, written)
        if here.period and not planned:
            kind = Kind.TOLD
            if own in ("value", "n") and (not outer or outer[0] in _RESULTS):
                kind = Kind(own)
            cell = Cell(here.indicator, here.period, here.codes)
            yield Claim(cell, kind, written, self.path, ".".join(here.keys))
        from_baseline = own in _FROM_BASELINE
        if (from_baseline or not (planned or here.period)) and "history" not in here.keys:
            yield Undated(
                here.indicator,
                here.codes,
                here.latest,
                here.hidden and not planned,
                from_baseline,
                written,
                self.path,
                ".".join(here.keys),
            )
        if not here.period and not planned:
            yield self._block(written, here)

    def _block(self, text: str, here: _Here) -> Block:
        measures = frozenset({here.indicator} - {""})
        named = " ".join(key.replace("_", " ") for key in here.keys)
        return Block(text, self.path, ".".join(here.keys) or "text", measures, here.codes, named)
