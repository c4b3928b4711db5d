"""Changes of numbers and ratings as JSON, which may be published: no hidden number is in it.

Problems are not told here: their words quote cells of files.
"""

import json

from planpress.model.change import Change, Entry, Kind
from planpress.model.move import Known
from planpress.refresh.bring_in import Refreshed
from planpress.refresh.since_recorded import Compared
from planpress.refresh.words import tally


def refreshed_as_json(found: Refreshed) -> str:
    """Return the same for programs: every row that readers see, no hidden number."""
    return _json(
        {
            "source": found.source,
            "path": found.path,
            "written": found.written,
            "counts": tally(found.rows, found.as_before),
            "stopped": any(problem.stops for problem in found.problems),
            **_seen(found.seen),
        }
    )


def compared_as_json(found: Compared) -> str:
    """Return the same for programs, every row of it."""
    since = found.since.isoformat() if found.since else None
    stopped = any(problem.stops for problem in found.problems)
    return _json({"since": since, "stopped": stopped, **_seen(found)})


def _seen(found: Compared) -> dict[str, object]:
    return {
        "known": found.told,
        "ratings": [
            {"indicator": m.indicator, "before": _known(m.before), "after": _known(m.after)}
            for m in found.moves
        ],
        "rows": [
            {
                "indicator": name,
                "period": str(change.key.period),
                "codes": dict(change.key.codes),
                "kind": change.kind.value,
                "before": _row_object(change.before, shown=_tellable(change)),
                "after": _row_object(change.after, shown=True),
            }
            for name, rows in found.rows.items()
            for change in rows
        ],
    }


def _tellable(change: Change) -> bool:
    return change.kind not in (Kind.REMOVED, Kind.HIDDEN)


def _row_object(entry: Entry | None, *, shown: bool) -> dict[str, str] | None:
    if entry is None or not shown:
        return None
    if entry.hidden:
        return {"status": entry.status.value}
    told = {"value": entry.value, "n": entry.n, "status": entry.status.value, "note": entry.note}
    return {name: str(text) for name, text in told.items() if text}


def _known(known: Known | None) -> dict[str, str | None] | None:
    if known is None:
        return None
    return {
        "state": known.state.value,
        "rating": known.rating.value if known.rating else None,
        "period": str(known.period) if known.period else None,
        "value": str(known.value) if known.value else None,
    }


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)
