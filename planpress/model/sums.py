"""Which rows add up to which: the partitions of content/dimensions.md, applied to rows."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from planpress.model.glossary import Dimension, Partition
from planpress.model.project import Project
from planpress.model.series import Codes

ALL = "all"
"""The code of everyone in a partition."""


class Sum(NamedTuple):
    """People who are divided, each counted once: the parts make up the total.

    `whole` says whether every declared part has a row; otherwise the parts that have one are
    only known to be no more than the total.
    """

    total: Codes
    parts: tuple[Codes, ...]
    whole: bool


def sums(project: Project, rows: Collection[Codes]) -> tuple[Sum, ...]:
    """Return what adds up among the rows of one period, by the declared partitions.

    The rows may be split by several dimensions: within each code of the others, a partition's
    parts add up to its total. Sums whose total has no row, or none of its parts, are left out.
    """
    declared = project.dimensions.dimensions if project.dimensions else ()
    known = rows if isinstance(rows, (set, frozenset, dict)) else frozenset(rows)
    return tuple(
        found
        for dimension in declared
        if dimension.partitions
        for found in _sums(dimension, _rest(dimension.id, rows), known)
    )


def _rest(dimension: str, rows: Collection[Codes]) -> dict[Codes, dict[str, Codes]]:
    """Return the rows that a dimension splits, by their other codes."""
    found: dict[Codes, dict[str, Codes]] = defaultdict(dict)
    for codes in rows:
        for at, (name, code) in enumerate(codes):
            if name == dimension:
                found[codes[:at] + codes[at + 1 :]][code] = codes
    return found


def _sums(
    dimension: Dimension, split: dict[Codes, dict[str, Codes]], known: Collection[Codes]
) -> Iterator[Sum]:
    for rest, rows in split.items():
        for partition in dimension.partitions:
            total = _total(dimension, partition, rest)
            parts = tuple(rows[code] for code in partition.codes if code in rows)
            if parts and total is not None and total in known and total not in parts:
                yield Sum(total, parts, whole=len(parts) == len(partition.codes))


def _total(dimension: Dimension, partition: Partition, rest: Codes) -> Codes | None:
    """Return the codes of the total; None where the rest is split by its dimension already."""
    if partition.of == ALL:
        return rest
    name = partition.of_dimension or dimension.id
    if any(other == name for other, _ in rest):
        return None
    return tuple(sorted((*rest, (name, partition.of))))
