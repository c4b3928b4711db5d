"""The body of a translation, put together from its sections, new and old."""

from collections.abc import Mapping, Sequence

from planpress.model.sections import sections
from planpress.model.translation import State, Unit
from planpress.translate.align import mark


def assembled(units: Sequence[Unit], texts: Mapping[int, str], *, prune: bool = False) -> str:
    """Return a translation's body with new sections; what stays stands where it stood.

    `units` are all sections of the body, `texts` the new words by the units' positions in it. A
    section that the translation did not have, and one that was moved in the source, comes behind
    the one that it follows there. With `prune`, sections that the source no longer has go.
    """
    there = [at for at, unit in enumerate(units) if unit.target_section is not None]
    there.sort(key=lambda at: units[at].target_section or 0)
    if prune:
        there = [at for at in there if units[at].section is not None]
    moved = [at for at in there if at in texts and _moved(units[at])]
    order = [at for at in there if at not in moved]
    for at, unit in enumerate(units):
        if at in texts and (at in moved or unit.target_section is None):
            before = [n for n in range(at) if n in order and units[n].section is not None]
            top = 1 if order and _headless(units[order[0]].target or "") else 0
            order.insert(order.index(before[-1]) + 1 if before else top, at)
    return _joined([texts.get(at, units[at].target or "") for at in order])


def _moved(unit: Unit) -> bool:
    """Return whether a section is stale only because others stand before it now."""
    same = unit.before is not None and mark(unit.before) == mark(unit.source or "")
    return unit.state is State.STALE and same


def _headless(text: str) -> bool:
    """Return whether a text has no heading: it belongs above all that have one."""
    found = sections(text)
    return bool(found) and found[0].level == 0


def _joined(sections: Sequence[str]) -> str:
    """Return the sections one after the other, a blank line between them where one was lost."""
    *others, last = sections or ("",)
    apart = [text if text.endswith("\n") else text + "\n\n" for text in others]
    return "".join((*apart, last)).strip("\n")
