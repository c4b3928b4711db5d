"""A made-up district of any size: measures split by school and student group, from whole people.

Every student stands in one school and in one group of each partition, so all rows of a period add
up: numbers of people, and how many of them did it. The same size and seed give the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.people import EVERYONE, PARTITIONS, leaning_of, who_did

LEVELS = ("elementary", "middle", "high")
FIRST = 2016

Rows = dict[tuple[str, str], tuple[int, int]]
"""How many people did it, and of how many, by school (or level, or all) and group (or all)."""


@dataclass(frozen=True)
class Size:
    """How large a district is; the usual one has 150 x 20 x 10 x 33 rows and their totals."""

    schools: int = 150
    years: int = 10
    indicators: int = 33
    levels: bool = False

    @property
    def rows(self) -> int:
        """How many rows all files have together."""
        groups = sum(map(len, PARTITIONS.values()))
        levels = {self.level(school) for school in range(self.schools)} if self.levels else ()
        places = self.schools + len(levels) + 1
        return self.indicators * self.years * places * (groups + 1)

    def level(self, school: int) -> str:
        """Return the level of a school: of five schools one is middle and one is high."""
        return LEVELS[max(0, school % 5 - 2)]


def write(folder: Path, size: Size, seed: int = 1) -> None:
    """Write the plan, its dimensions, measures and numbers; English alone."""
    for path, text in _files(size, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _files(size: Size, seed: int) -> Iterator[tuple[str, str]]:
    yield "content/plan.md", _PLAN
    yield "content/dimensions.md", _dimensions(size)
    yield "content/priorities/learning.md", _PRIORITY
    for at in range(size.indicators):
        chance = Random(f"{seed}/{at}")
        yield f"data/measure-{at}.csv", _csv(size, chance, usual := chance.uniform(0.1, 0.9))
        yield f"content/indicators/measure-{at}.md", _indicator(at, size, round(100 * usual))


_PLAN = """---
title: A plan to measure with
organisation: Bench Schools
questions:
  - {id: what, text: What are we trying to achieve?}
  - {id: how, text: How are we going about it?}
  - {id: on-track, text: Are we on track?}
  - {id: response, text: What do we do when we are not?}
start: 2022-07-01
end: 2027-06-30
as_of: 2026-11-22
languages: [en]
url: https://bench.example.org
contact: {email: plan@bench.example.org, phone: 555-0100}
---
This district is made up, and so is every number.
"""
_PRIORITY = """---
title: Learning
order: 1
goals:
  - {id: all-learn, title: All students learn}
---
"""


def _dimensions(size: Size) -> str:
    codes = [code for groups in PARTITIONS.values() for code in groups]
    schools = [_school(at) for at in range(size.schools)]
    lines = ["---", "dimensions:", *_dimension("group", codes)]
    lines += [f"      - {{of: all, codes: [{', '.join(p)}]}}" for p in PARTITIONS.values()]
    lines += _dimension("school", schools)
    lines += [f"      - {{of: all, codes: [{', '.join(schools)}]}}"]
    if size.levels:
        by_level: dict[str, list[str]] = {}
        for at, school in enumerate(schools):
            by_level.setdefault(size.level(at), []).append(school)
        for level, inside in by_level.items():
            listed = ", ".join(inside)
            lines.append(f"      - {{of: {level}, of_dimension: level, codes: [{listed}]}}")
        levels = ", ".join(by_level)
        lines += [*_dimension("level", list(by_level)), f"      - {{of: all, codes: [{levels}]}}"]
    return "\n".join([*lines, "---", ""])


def _dimension(name: str, codes: Sequence[str]) -> list[str]:
    lines = [f"  - id: {name}", f"    label: {name.title()}", "    codes:"]
    labels = (code.replace("-", " ").title() for code in codes)
    lines += [
        f"      - {{id: {code}, label: {label}}}" for code, label in zip(codes, labels, strict=True)
    ]
    return [*lines, "    partitions:"]


def _indicator(at: int, size: Size, usual: int) -> str:
    target = min(99, usual + 9)
    last = FIRST + size.years - 1
    groups = ", groups: yes" if at % 3 == 0 else ""
    return f"""---
title: Measure {at}
definition: Of all students who are counted, the share who did what measure {at} is about.
role: measure
priority: learning
goal: all-learn
order: {at}
unit: percent
decimals: 1
direction: increase
baseline: {{period: {_year(last - 3)}, value: {usual}}}
target: {{type: numeric, period: {_year(last + 1)}, value: {target}{groups}}}
sources:
  - name: Made up for measuring
provenance: illustrative
dimensions: [group, school{", level" if size.levels else ""}]
---
"""


def _csv(size: Size, chance: Random, usual: float) -> str:
    """Return the rows of one measure: by year, school and group, the district's own rows last."""
    part = chance.choice((1.0, 0.5, 0.25))  # all students of a school, or those of some grades
    places = [
        (_school(at), size.level(at), 25 + int(part * chance.triangular(60, 1900, 420)))
        for at in range(size.schools)
    ]
    own = [(chance.gauss(0, 0.06), leaning_of(chance)) for _ in places]
    better = {code: chance.uniform(-0.12, 0.12) for p in PARTITIONS.values() for code in p}
    lines = ["period,value,n,group,school,level" if size.levels else "period,value,n,group,school"]
    for year in range(size.years):
        everyone: Rows = {}
        for (school, level, people), (lift, leaning) in zip(places, own, strict=True):
            size_now = int(people * chance.uniform(0.93, 1.07))
            rate = min(0.97, max(0.03, usual + lift + 0.006 * year + chance.uniform(-0.03, 0.03)))
            rows = who_did(chance, size_now, round(size_now * rate), better, leaning)
            lines += _lines(_year(FIRST + year), rows, f",{school}", "," if size.levels else "")
            _add(everyone, rows, EVERYONE)
            if size.levels:
                _add(everyone, rows, level)
        for place in (*(LEVELS if size.levels else ()), EVERYONE):
            rows = {group: found for (at, group), found in everyone.items() if at == place}
            level = "," if place == EVERYONE else f",{place}"
            lines += _lines(_year(FIRST + year), rows, ",", level if size.levels else "")
    return "\n".join([*lines, ""])


def _add(total: Rows, rows: dict[str, tuple[int, int]], place: str) -> None:
    for group, (did, people) in rows.items():
        before = total.get((place, group), (0, 0))
        total[place, group] = (before[0] + did, before[1] + people)


def _lines(year: str, rows: dict[str, tuple[int, int]], school: str, level: str) -> Iterator[str]:
    for group, (did, people) in rows.items():
        tenths = (2000 * did + people) // (2 * people)
        code = "" if group == EVERYONE else group
        yield f"{year},{tenths // 10}.{tenths % 10},{people},{code}{school}{level}"


def _year(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02d}"


def _school(at: int) -> str:
    return f"school-{at:03d}"
