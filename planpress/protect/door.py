"""The door: raw rows in, published rows out."""

from collections.abc import Iterator, Mapping

from planpress.makers import makers
from planpress.model.linked import linked
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.series import Series
from planpress.store import Store, digest


def protect(
    raw: Mapping[str, RawSeries], project: Project, store: Store | None = None
) -> dict[str, Series]:
    """Return the rows of every indicator that may be published, by the plan's privacy rule.

    Hidden is a value about fewer than `minimum_n` people, or about a number of people that may be
    fewer (`<=50`), and every row that its file calls suppressed (primary suppression); then as few
    others as it takes so that no count of hidden people, with or without, can be narrowed down to
    fewer than `minimum_interval` (complementary suppression; see `cover`). What is hidden does not
    say why. Shares near 0 and 100 become bounds (see `edges`).

    Indicators that are related are decided together, and kept together in the store.
    """
    groups = linked(raw, _related(raw, project))
    keys = [_key([raw[name] for name in group], project) if store else "" for group in groups]
    if store:
        store.fetch(filter(None, keys))
    found: dict[str, Series] = {}
    for group, key in zip(groups, keys, strict=True):
        part = {name: raw[name] for name in group}
        if store and key:
            found |= store.recalled(key, lambda: _named(_published(part, project), key))  # noqa: B023
        else:
            found |= _published(part, project)
    return {name: found[name] for name in raw}


def _published(part: Mapping[str, RawSeries], project: Project) -> dict[str, Series]:
    # what decides is not needed where all has been decided before
    from planpress.protect.published import published  # noqa: PLC0415

    return published(part, project)


def _named(found: Mapping[str, Series], key: str) -> dict[str, Series]:
    return {name: series.known_by(digest(key, name)) for name, series in found.items()}


def _related(raw: Mapping[str, RawSeries], project: Project) -> Iterator[tuple[str, str]]:
    for name in raw:
        record = project.indicators.get(name)
        for relative in record.related if record else ():
            yield name, relative.indicator


def _key(group: list[RawSeries], project: Project) -> str:
    """Return what stands for all that decides on some indicators; empty where it is not known."""
    plan, dimensions = project.plan, project.dimensions
    declared = dimensions.source.digest if dimensions else "none"
    if not declared or not all(series.digest for series in group):
        return ""
    told = [
        repr((series.indicator, series.digest, _facts(series.indicator, project)))
        for series in group
    ]
    rule = (plan.privacy.minimum_n, plan.privacy.minimum_interval, *plan.school_year_starts)
    return digest("protect", makers(), repr(rule), declared, *told)


def _facts(name: str, project: Project) -> tuple[str, ...]:
    """Return what of an indicator's record decides."""
    record = project.indicators.get(name)
    related = record.related if record else ()
    pairs = (text for one in related for text in (one.indicator, one.as_its.value))
    return (record.unit.value, *pairs) if record else ()
