"""What all files for machines together say of each measure, and what is wrong with that."""

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from planpress.audit.evidence import Evidence, leaks_of_claims
from planpress.audit.known import Known
from planpress.audit.parts import About, Part
from planpress.model.period import Period
from planpress.model.problem import Problem
from planpress.model.series import Codes
from planpress.store import Store


class Standing(NamedTuple):
    """A measure: which rows are hidden, of when there are rows, and the rows themselves, packed."""

    hidden: dict[Codes, set[Period]]
    periods: frozenset[Period]
    problems: tuple[Problem, ...]
    packed: bytes


class Standings:
    """All measures of which a file for machines says something."""

    def __init__(self, known: Known, said: Mapping[About, Sequence[Part]], store: Store) -> None:
        self.known = known
        self.store = store
        self.keys = {
            about[0]: known.key("standing", *(one.seal for one in parts), about=about)
            for about, parts in said.items()
        }
        store.fetch(self.keys.values())
        self.of: dict[str, Standing] = {
            about[0]: store.recalled(self.keys[about[0]], partial(_stand, known, parts))
            for about, parts in said.items()
        }

    @property
    def hidden(self) -> dict[str, dict[Codes, set[Period]]]:
        """The rows that the site says it does not show, by measure."""
        return {name: one.hidden for name, one in self.of.items() if one.hidden}

    @property
    def periods(self) -> list[Period]:
        """All periods of which there are rows, in a fixed order."""
        found = frozenset().union(*(one.periods for one in self.of.values()))
        return sorted(found, key=lambda period: (period.form, period.number))

    def problems(self) -> Iterator[Problem]:
        """Yield what is told about hidden rows, and what is told in two ways."""
        for one in self.of.values():
            yield from one.problems

    def evidence(self, about: Iterable[str]) -> Evidence:
        """Return all that is said of some measures."""
        together = Evidence(self.known.project)
        for name in about:
            if name in self.of:
                one: Evidence = _unpacked(self.known, self.of[name].packed)
                together.rows |= one.rows
                together.hidden |= one.hidden
                together.told |= one.told
                together.planned |= one.planned
        return together

    def leaks(self) -> Iterator[Problem]:
        """Yield what can be worked out from the rows, family by family."""
        families = [tuple(name for name in one if name in self.of) for one in _families(self.known)]
        keyed = {
            self.known.key("attack", *(self.keys[name] for name in one), about=one): one
            for one in families
            if one
        }
        self.store.fetch(keyed)
        for key, family in keyed.items():
            yield from self.store.recalled(key, partial(self._attacked, family))

    def _attacked(self, family: tuple[str, ...]) -> tuple[Problem, ...]:
        from planpress.audit.attack import attack  # noqa: PLC0415 (only for rows that are new)
        from planpress.audit.reasons import problem_of  # noqa: PLC0415

        project, evidence = self.known.project, self.evidence(family)
        found = attack(project, evidence.settle())
        return tuple(problem_of(project, evidence.rows, one) for one in found)


def _stand(known: Known, parts: Sequence[Part]) -> Standing:
    evidence = Evidence(known.project)
    for one in parts:
        evidence.add(one.unpacked())
    (hidden,) = evidence.hidden.values() or ({},)
    return Standing(
        hidden=hidden,
        periods=frozenset(cell.period for cell in evidence.rows),
        problems=tuple(leaks_of_claims(evidence)),
        packed=pickle.dumps(
            (evidence.rows, evidence.hidden, evidence.told, evidence.planned), protocol=5
        ),
    )


def _unpacked(known: Known, packed: bytes) -> Evidence:
    rows, hidden, told, planned = pickle.loads(packed)  # noqa: S301 (from our own store)
    return Evidence(known.project, rows, hidden, told, planned)


def _families(known: Known) -> list[list[str]]:
    """Return the measures that a declared relation ties together."""
    leader = {one.id: one.id for one in known.measures}

    def lead(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    for one in known.measures:
        for related in one.related:
            if related.indicator in leader:
                leader[lead(one.id)] = lead(related.indicator)
    together: dict[str, list[str]] = defaultdict(list)
    for one in known.measures:
        together[lead(one.id)].append(one.id)
    return list(together.values())
