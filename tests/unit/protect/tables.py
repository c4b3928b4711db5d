"""Made-up tables of made-up people: every person has a group, a school and an outcome."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from unit.assess.measures import measure

from planpress.model.glossary import Code, Dimension, DimensionsRecord, Partition
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import MonthDay, Period
from planpress.model.place import Place
from planpress.model.plan import PlanRecord, Privacy
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes, Status
from planpress.model.value import Bound, Value
from planpress.model.words import Words

Cell = tuple[str, Period, Codes]
"""Indicator, period, codes."""

YEAR = Period.parse("2023-24")
HERE = Place("data/made-up.csv", 1)


@dataclass
class Table:
    """Raw rows, and how many people with and without are truly in each; what adds up to what.

    An equation is a total, its parts, and how many with and without are in no listed part.
    """

    project: Project
    raw: dict[str, RawSeries]
    truth: dict[Cell, tuple[int, int]]
    equations: list[tuple[Cell, tuple[Cell, ...], tuple[int, int]]] = field(default_factory=list)


def project_of(
    dimensions: Mapping[str, tuple[Iterable[str], list[Partition]]],
    *indicators: IndicatorRecord,
    minimum: int = 16,
    interval: int = 3,
) -> Project:
    """Return a project with (codes, partitions) by dimension."""
    plan = PlanRecord.model_construct(
        school_year_starts=MonthDay(7, 1),
        privacy=Privacy.model_construct(minimum_n=minimum, minimum_interval=interval),
    )
    declared = [
        Dimension.model_construct(
            id=name,
            label=Words(),
            codes=tuple(Code.model_construct(id=code, label=Words()) for code in codes),
            partitions=tuple(partitions),
        )
        for name, (codes, partitions) in dimensions.items()
    ]
    record = DimensionsRecord.model_construct(dimensions=tuple(declared))
    return Project(plan=plan, indicators={i.id: i for i in indicators}, dimensions=record)


def partition(codes: Iterable[str], of: str = "all", of_dimension: str | None = None) -> Partition:
    return Partition.model_construct(of=of, of_dimension=of_dimension, codes=tuple(codes))


def row(
    codes: Codes, value: str, n: str = "", status: str = "", period: Period = YEAR
) -> RawObservation:
    """Return a raw row from what stands in its cells."""
    return RawObservation(
        period=period,
        value=Value.parse(value) if value else None,
        n=Value.parse(n) if n else None,
        status=Status(status),
        codes=codes,
        note="",
        path=HERE.path,
        line=HERE.line,
    )


def series(name: str, rows: Iterable[RawObservation]) -> RawSeries:
    return RawSeries(indicator=name, dimensions=(), observations=tuple(rows), place=HERE)


def share(y: int, z: int) -> str:
    """Return a share in percent with so many decimals that it tells the count."""
    return f"{Decimal(100 * y) / (y + z):.3f}" if y + z else "0"


def split(random: Random, total: int, parts: int) -> list[int]:
    """Divide people: often evenly, often with some very small parts."""
    weights = [random.choice((0.02, 0.1, 0.3, 1, 1, 3)) for _ in range(parts)]
    found = [0] * parts
    for chosen in random.choices(range(parts), weights, k=total):
        found[chosen] += 1
    return found


def rate(random: Random) -> float:
    return random.choice((0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98))


def counts(random: Random, n: int) -> tuple[int, int]:
    share = rate(random)
    y = sum(random.random() < share for _ in range(n))
    return y, n - y


@dataclass
class Maker:
    """Builds the cells of a table of groups and schools out of its smallest ones."""

    random: Random
    least: dict[tuple[str, str], tuple[int, int]]
    """(y, z) of the smallest cells."""

    def of(self, groups: Iterable[str], schools: Iterable[str]) -> tuple[int, int]:
        schools = list(schools)
        found = [self.least[g, s] for g in groups for s in schools]
        return sum(y for y, _ in found), sum(z for _, z in found)


def codes_of(group: str, school: str, level: str = "") -> Codes:
    pairs = (("group", group), ("school", school), ("level", level))
    return tuple(sorted((name, code) for name, code in pairs if code))


RACES, SEXES = ("r1", "r2", "r3", "r4", "r5"), ("f", "m")


def made(  # noqa: C901, PLR0912, PLR0915 - one story, told once
    seed: int,
    *,
    races: int = 4,
    sexes: bool = False,
    schools: int = 0,
    levels: bool = False,
    nested: bool = False,
    absent: bool = False,
    blind: bool = False,
    related: bool = False,
    unit: str = "percent",
) -> Table:
    """Return a random table: everyone by race (and sex), by school (and level).

    `nested`: some races make up a larger group. `absent`: some rows are missing. `blind`: some
    are suppressed in the source, or have only a bound as their number of people. `related`: the
    count of the people whom the share finds is published too, or the people it is about.
    """
    random = Random(seed)
    race_codes = RACES[:races]
    sex_codes = SEXES if sexes else ("x",)
    school_codes = tuple(f"s{i}" for i in range(schools)) or ("",)
    small = tuple((f"{a}{b}", s) for a in race_codes for b in sex_codes for s in school_codes)
    size = random.choice((40, 120, 300)) * (2 if schools else 1)
    by_cell = split(random, size, len(small))
    hit = rate(random)
    least = {}
    for cell, n in zip(small, by_cell, strict=True):
        p = hit if random.random() < 0.6 else rate(random)
        y = sum(random.random() < p for _ in range(n))
        least[cell] = (y, n - y)
    maker = Maker(random, least)
    groups: dict[str, list[str]] = {"": [f"{a}{b}" for a in race_codes for b in sex_codes]}
    groups |= {a: [f"{a}{b}" for b in sex_codes] for a in race_codes}
    parted: list[Partition] = [partition(race_codes)]
    if sexes:
        groups |= {b: [f"{a}{b}" for a in race_codes] for b in sex_codes}
        parted.append(partition(sex_codes))
    if nested:
        inner = race_codes[:2]
        groups["color"] = [one for a in inner for one in groups[a]]
        parted = [partition(("color", *race_codes[2:])), partition(inner, "color"), *parted[1:]]
    dimensions = {"group": (tuple(g for g in groups if g), parted)}
    where: dict[tuple[str, str], list[str]] = {("", ""): list(school_codes)}
    if schools:
        where |= {(s, ""): [s] for s in school_codes}
        if levels:
            cut = max(1, schools // 2)
            halves = {"low": school_codes[:cut], "high": school_codes[cut:]}
            halves = {name: half for name, half in halves.items() if half}
            where |= {("", name): list(half) for name, half in halves.items()}
            dimensions["level"] = (tuple(halves), [partition(halves)])
            dimensions["school"] = (
                school_codes,
                [
                    *(partition(half, name, "level") for name, half in halves.items()),
                    *([partition(school_codes)] if seed % 2 else []),
                ],
            )
        else:
            dimensions["school"] = (school_codes, [partition(school_codes)])
    indicators = [measure("main", unit=unit)]
    cells = {
        codes_of(g, s, level): maker.of(groups[g], inside)
        for g in groups
        for (s, level), inside in where.items()
    }
    if absent:
        for codes in list(cells):
            if codes and random.random() < 0.15:
                del cells[codes]
    rows = []
    numerator = []
    denominator = []
    for codes, (y, z) in cells.items():
        n = y + z
        if unit == "percent":
            one = row(codes, share(y, z), str(n))
            if blind and codes:
                lot = random.random()
                if lot < 0.15:
                    one = row(codes, "", "", "suppressed")
                elif lot < 0.3 and n <= 50:
                    one = one._replace(n=Value(Decimal(50), Bound.AT_MOST))
        elif unit == "days":
            one = row(codes, f"{random.uniform(1, 12):.1f}", str(n))
        else:
            one = row(codes, str(y))
        rows.append(one)
        numerator.append(row(codes, str(y)))
        denominator.append(row(codes, str(n)))
    raw = {"main": series("main", rows)}
    if unit == "days":  # only the number of people adds up
        cells = {codes: (y + z, 0) for codes, (y, z) in cells.items()}
    truth = {("main", YEAR, codes): count for codes, count in cells.items()}
    if related:
        if random.random() < 0.7:
            indicators.append(_relative("count", "numerator"))
            raw["count"] = series("count", numerator)
        if random.random() < 0.5 or len(raw) == 1:
            indicators.append(_relative("people", "denominator"))
            raw["people"] = series("people", denominator)
    random.shuffle(rows)
    raw["main"] = series("main", rows)
    table = Table(project_of(dimensions, *indicators), raw, truth)
    _equations(table, dimensions, cells)
    return table


def _relative(name: str, as_its: str) -> IndicatorRecord:
    return measure(name, unit="students", related=[{"indicator": "main", "as_its": as_its}])


def _equations(
    table: Table,
    dimensions: Mapping[str, tuple[Iterable[str], list[Partition]]],
    cells: Mapping[Codes, tuple[int, int]],
) -> None:
    """Write down what adds up, apart from the code under test."""
    for name, (_, partitions) in dimensions.items():
        for one in partitions:
            for codes in cells:
                own = dict(codes)
                key = one.of_dimension or name
                if own.get(key) != (None if one.of == "all" else one.of):
                    continue
                rest = {k: v for k, v in own.items() if k != key or one.of == "all"}
                if one.of != "all":
                    rest.pop(key, None)
                if name in rest or (name == "school" and "level" in rest):
                    continue
                parts = [tuple(sorted({**rest, name: code}.items())) for code in one.codes]
                listed = [part for part in parts if part in cells]
                if not listed:
                    continue
                y, z = cells[codes]
                left = (y - sum(cells[p][0] for p in listed), z - sum(cells[p][1] for p in listed))
                table.equations.append(
                    (("main", YEAR, codes), tuple(("main", YEAR, p) for p in listed), left)
                )
