"""Rules about how the plan protects people, and by what it is split."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planpress.model.glossary import Dimension, Partition
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error, warning
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.source import Key
from planpress.model.sums import ALL

LEAST_N = 5
"""Results about fewer people point at persons."""

Pair = tuple[str, str]
"""A dimension and a code of it; everyone has no dimension."""

EVERYONE: Pair = ("", ALL)


def weak_privacy(reading: Reading, project: Project) -> Iterator[Problem]:
    """What the plan says about privacy protects people."""
    privacy, at = project.plan.privacy, project.plan.source.at
    if privacy.minimum_n < LEAST_N:
        message = f"results about {privacy.minimum_n} people are shown: they point at persons"
        hint = f"Write minimum_n: {LEAST_N} at least; most states ask for 10 to 20."
        yield warning(at("privacy", "minimum_n"), "weak-privacy", message, hint)
    if privacy.minimum_interval == 0:
        message = "a hidden number may be worked out exactly"
        hint = "Write minimum_interval: 3, so that what is hidden stays hidden."
        yield warning(at("privacy", "minimum_interval"), "weak-privacy", message, hint)
    if privacy.minimum_interval > privacy.minimum_n:
        message = (
            f"a range {privacy.minimum_interval} people wide cannot be kept for groups of fewer "
            f"than {privacy.minimum_n}"
        )
        hint = f"Write a minimum_interval of at most {privacy.minimum_n}, or a larger minimum_n."
        yield error(at("privacy", "minimum_interval"), "privacy-interval", message, hint)


def partitions(reading: Reading, project: Project) -> Iterator[Problem]:
    """A partition divides a total that exists into codes that exist, each named once."""
    codes = {one.id: [code.id for code in one.codes] for one in _dimensions(project)}
    for d, dimension in enumerate(_dimensions(project)):
        for p, partition in enumerate(dimension.partitions):
            at = _Finder(project, ("dimensions", d, "partitions", p))
            yield from _total(codes, dimension, partition, at)
            yield from _parts(codes, dimension, partition, at)
            if _key(partition) in map(_key, dimension.partitions[:p]):
                message = f"the same partition of “{partition.of}” stands twice"
                yield error(at(), "partition", message, "Remove one of them.")


class _Finder(NamedTuple):
    """Knows where the keys of a partition stand."""

    project: Project
    way: Key

    def __call__(self, *key: str | int) -> Place:
        declared = self.project.dimensions
        return declared.source.at(*self.way, *key) if declared else Place("content/dimensions.md")


def _total(
    codes: Mapping[str, list[str]], dimension: Dimension, partition: Partition, at: _Finder
) -> Iterator[Problem]:
    name = partition.of_dimension
    if partition.of == ALL:
        if name:
            message = "“all” is everyone, and no code of a dimension"
            hint = "Remove of_dimension, or name a code of it in of."
            yield error(at("of_dimension"), "partition", message, hint)
    elif name and name not in codes:
        message = f"there is no dimension “{name}”"
        yield error(at("of_dimension"), "partition", message, did_you_mean(name, codes))
    elif partition.of not in codes[name or dimension.id]:
        message = f"“{partition.of}” is not a code of “{name or dimension.id}”"
        hint = did_you_mean(partition.of, [ALL, *codes[name or dimension.id]])
        yield error(at("of"), "partition", message, hint)


def _parts(
    codes: Mapping[str, list[str]], dimension: Dimension, partition: Partition, at: _Finder
) -> Iterator[Problem]:
    parts, own = partition.codes, partition.of_dimension in (None, dimension.id)
    for k, code in enumerate(parts):
        place = at("codes", k)
        if code == partition.of and own:
            message = f"“{code}” is a part of itself"
            hint = "Name only the parts in codes, and the total in of."
            yield error(place, "partition", message, hint)
        elif code not in codes[dimension.id]:
            message = f"“{code}” is not a code of “{dimension.id}”"
            yield error(place, "partition", message, did_you_mean(code, codes[dimension.id]))
        elif code in parts[:k]:
            yield error(place, "partition", f"“{code}” stands twice", "Name every part once.")
    if len(parts) < (2 if own else 1):
        count = "only one part" if parts else "no parts"
        message = f"the partition of “{partition.of}” has {count}"
        hint = "Name all parts that make up the total in codes, or remove the partition."
        yield error(at("codes"), "partition", message, hint)


def partition_circles(reading: Reading, project: Project) -> Iterator[Problem]:
    """No code is made up of parts that are made up of it."""
    below: dict[Pair, list[Pair]] = {}
    for d, dimension in enumerate(_dimensions(project)):
        for p, partition in enumerate(dimension.partitions):
            total = (partition.of_dimension or dimension.id, partition.of)
            total = EVERYONE if partition.of == ALL else total
            parts = [(dimension.id, code) for code in partition.codes]
            if total in parts:
                continue
            if project.dimensions and _reaches(below, parts, total):
                message = f"“{partition.of}” is divided into parts that it is itself a part of"
                place = project.dimensions.source.at("dimensions", d, "partitions", p)
                hint = "Remove the partition that is the wrong way round."
                yield error(place, "partition-circle", message, hint)
            else:
                below.setdefault(total, []).extend(parts)


def _reaches(below: Mapping[Pair, list[Pair]], parts: list[Pair], total: Pair) -> bool:
    ways, seen = list(parts), set(parts)
    for pair in ways:
        if pair == total:
            return True
        new = [part for part in below.get(pair, ()) if part not in seen]
        ways.extend(new)
        seen.update(new)
    return False


def _key(partition: Partition) -> tuple[str, str | None, frozenset[str]]:
    return partition.of, partition.of_dimension, frozenset(partition.codes)


def _dimensions(project: Project) -> tuple[Dimension, ...]:
    return project.dimensions.dimensions if project.dimensions else ()
