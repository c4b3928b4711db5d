"""Writes the invented numbers of this example: `python3 examples/foothills/make_series.py`.

The district does not exist. STORIES says what happens to each measure, in counts of students, so
that parts add up to their totals; what a story leaves open is drawn from a seeded generator. The
same script writes the same bytes on every machine, and each file has a generator of its own, so
that a new measure changes no other.
"""

# ruff: noqa: INP001, E501 (a script of its own; a row of numbers stays a row)

import csv
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

SEED = 2028

YEARS = (
    "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25", "2025-26",
)  # fmt: skip
CLOSED = "2019-20"
"""Schools closed in the spring of that year: no test was given and no survey was taken."""
SHUT = ("2020-04", "2020-05")
"""The months in which nobody went to school."""

Count = tuple[int, int]
"""How many of how many."""
Row = Sequence[object]


Series = dict[str, Count]
"""Counts by period."""


@dataclass(frozen=True)
class Part:
    """A student group, level or school: its share of all, and its distance in percentage points."""

    share: float
    before: float
    """At the first period."""
    now: float
    """At the last."""
    known: Sequence[Count] = ()
    """What the story says of the last periods; the rest is drawn."""


@dataclass(frozen=True)
class Story:
    """The whole district, period by period, and the parts that are told or drawn."""

    counts: Sequence[int]
    people: Sequence[int]
    splits: Mapping[str, Sequence[Mapping[str, Part]]] = field(default_factory=dict)
    """Of each dimension, sets of parts; a set of several adds up to the whole."""
    periods: Sequence[str] = YEARS
    missing: Sequence[str] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    split_from: str = ""
    """The first period with parts; from the beginning where nothing is said."""


def known(counts: Sequence[int], people: Sequence[int], share: float, before: float) -> Part:
    """Return a part whose last periods the story tells, and its place at the beginning."""
    return Part(share, before, before, tuple(zip(counts, people, strict=True)))


GENDER = {"female": Part(0.49, 1.5, 1.5), "male": Part(0.51, -1.5, -1.5)}


def income(before: float, now: float) -> Mapping[str, Part]:
    """Return the two groups by income, whose distances mirror each other."""
    return {
        "economically-disadvantaged": Part(0.415, before, now),
        "not-economically-disadvantaged": Part(0.585, -before, -now),
    }


def groups(
    poor: tuple[float, float], **others: tuple[float, float]
) -> dict[str, Sequence[Mapping[str, Part]]]:
    """Return the splits by student group: gender, income, and others with their distances."""
    shares = {
        "english_learners": 0.12,
        "students_with_disabilities": 0.14,
        "hispanic_or_latino": 0.33,
    }
    lone = [{name.replace("_", "-"): Part(shares[name], *ends)} for name, ends in others.items()]
    return {"group": [GENDER, income(*poor), *lone]}


READING = Story(
    counts=[243, 0, 240, 252, 267, 285, 299, 307],
    people=[544, 0, 541, 548, 556, 561, 552, 560],
    missing=[CLOSED],
    splits={
        "group": [
            {
                "female": known([134, 142, 153, 160, 166], [268, 272, 275, 270, 276], 0.49, 4),
                "male": known([118, 125, 132, 139, 141], [280, 284, 286, 282, 284], 0.51, -4),
            },
            {
                "economically-disadvantaged": known([71, 76, 88, 98, 100], [226, 231, 236, 228, 233], 0.41, -14),
                "not-economically-disadvantaged": known([181, 191, 197, 201, 207], [322, 325, 325, 324, 327], 0.59, 10),
            },
            {"english-learners": known([17, 18, 22, 27, 30], [82, 86, 84, 88, 91], 0.15, -25)},
            {"students-with-disabilities": known([15, 17, 16, 18, 17], [74, 76, 79, 78, 81], 0.135, -25)},
            {"hispanic-or-latino": known([66, 71, 82, 92, 101], [176, 181, 184, 183, 190], 0.32, -9)},
            {"american-indian": known([5, 5, 6, 5, 6], [13, 12, 14, 11, 12], 0.024, -7)},
        ],
        "school": [
            {
                "cedar-hollow": known([126, 134, 142, 149, 152], [294, 298, 301, 296, 300], 0.535, -3),
                "juniper-flats": known([126, 133, 143, 150, 155], [254, 258, 260, 256, 260], 0.465, 3.5),
            }
        ],
    },
)  # fmt: skip

MIDDLE = known(
    [104, 108, 175, 162, 158, 147, 139, 131], [572, 570, 558, 560, 565, 566, 564, 561], 0.232, -1
)
HIGH = known(
    [184, 190, 279, 263, 264, 257, 255, 254], [752, 750, 739, 742, 748, 747, 748, 743], 0.308, 5
)
ABSENCE = Story(
    counts=[441, 452, 761, 714, 690, 633, 590, 555],
    people=[2448, 2441, 2396, 2412, 2431, 2425, 2418, 2402],
    notes={CLOSED: "Counted until March, when the schools closed"},
    splits={
        "group": [
            {
                "female": known([349, 337, 311, 289, 273], [1180, 1188, 1186, 1182, 1175], 0.489, 0),
                "male": known([365, 353, 322, 301, 282], [1232, 1243, 1239, 1236, 1227], 0.511, 0),
            },
            {
                "economically-disadvantaged": known([404, 396, 371, 353, 341], [985, 1002, 1010, 1005, 998], 0.41, 9),
                "not-economically-disadvantaged": known([310, 294, 262, 237, 214], [1427, 1429, 1415, 1413, 1404], 0.59, -6),
            },
            {"english-learners": known([86, 87, 78, 71, 66], [262, 271, 280, 284, 290], 0.105, 3)},
            {"students-with-disabilities": known([121, 120, 122, 124, 125], [318, 324, 330, 335, 338], 0.13, 8)},
            {"hispanic-or-latino": known([259, 254, 235, 219, 206], [741, 760, 768, 775, 780], 0.3, 5)},
            {"american-indian": known([18, 18, 17, 16, 16], [44, 46, 45, 43, 42], 0.018, 10)},
        ],
        "level": [
            {
                "elementary": known([153, 154, 307, 289, 268, 229, 196, 170], [1124, 1121, 1099, 1110, 1118, 1112, 1106, 1098], 0.46, -3),
                "middle": MIDDLE,
                "high": HIGH,
            }
        ],
        "school": [
            {
                "cedar-hollow": known([89, 90, 170, 166, 155, 134, 116, 101], [592, 590, 579, 584, 588, 586, 583, 579], 0.24, -2),
                "juniper-flats": known([64, 64, 137, 123, 113, 95, 80, 69], [532, 531, 520, 526, 530, 526, 523, 519], 0.22, -4),
                "granite-fork": MIDDLE,
                "foothills-high": HIGH,
            }
        ],
    },
)  # fmt: skip

GRADUATION = Story(
    counts=[141, 143, 146, 146, 147, 153, 156],
    people=[175, 176, 178, 176, 175, 181, 184],
    periods=YEARS[:7],
    splits={
        "group": [
            {
                "female": known([74, 75, 78, 80], [86, 86, 89, 91], 0.49, 3),
                "male": known([72, 72, 75, 76], [90, 89, 92, 93], 0.51, -3),
            },
            {
                "economically-disadvantaged": known([55, 56, 60, 62], [75, 74, 78, 79], 0.42, -10),
                "not-economically-disadvantaged": known([91, 91, 93, 94], [101, 101, 103, 105], 0.58, 7),
            },
            {"english-learners": known([18, 19, 20, 21], [25, 25, 26, 27], 0.14, -11)},
            {"students-with-disabilities": known([17, 18, 19, 20], [24, 25, 26, 27], 0.14, -12)},
            {"hispanic-or-latino": known([46, 47, 50, 52], [59, 59, 62, 64], 0.33, -5)},
        ]
    },
)  # fmt: skip

READY = Story(
    counts=[76, 74, 78, 82, 86, 100, 114, 121],
    people=[141, 143, 146, 146, 147, 153, 156, 152],
    splits={
        "group": [
            {
                "female": known([44, 46, 53, 60, 63], [74, 75, 78, 80, 77], 0.51, 3),
                "male": known([38, 40, 47, 54, 58], [72, 72, 75, 76, 75], 0.49, -3),
            },
            {
                "economically-disadvantaged": known([23, 24, 32, 39, 43], [55, 56, 60, 62, 61], 0.39, -14),
                "not-economically-disadvantaged": known([59, 62, 68, 75, 78], [91, 91, 93, 94, 91], 0.61, 9),
            },
            {"english-learners": known([6, 7, 9, 10, 11], [18, 19, 20, 21, 22], 0.13, -22)},
            {"students-with-disabilities": known([5, 6, 8, 9, 9], [17, 18, 19, 20, 18], 0.12, -25)},
            {"hispanic-or-latino": known([22, 24, 30, 36, 38], [46, 47, 50, 52, 51], 0.32, -8)},
        ]
    },
)  # fmt: skip

BELONGING = Story(
    counts=[905, 0, 850, 862, 877, 890, 893, 892],
    people=[1380, 0, 1342, 1351, 1365, 1390, 1402, 1420],
    missing=[CLOSED],
    splits={
        "group": [
            {
                "female": known([431, 427, 419], [690, 694, 704], 0.497, -1),
                "male": known([459, 466, 473], [700, 708, 716], 0.503, 1),
            },
            {
                "economically-disadvantaged": known([325, 328, 331], [560, 566, 570], 0.403, -6),
                "not-economically-disadvantaged": known([565, 565, 561], [830, 836, 850], 0.597, 4),
            },
        ],
        "level": [
            {
                "elementary": known([261, 266, 274], [352, 356, 360], 0.254, 10),
                "middle": known([340, 341, 339], [548, 551, 553], 0.394, -2),
                "high": known([289, 286, 279], [490, 495, 507], 0.352, -5),
            }
        ],
    },
)  # fmt: skip

TESTED_8 = [183, 0, 185, 186, 187, 188, 186, 184]

STORIES: Mapping[str, Story] = {
    "reading-grades-3-5": READING,
    "chronic-absence": ABSENCE,
    "graduation-rate": GRADUATION,
    "ready-for-next-step": READY,
    "student-belonging": BELONGING,
    "math-grade-5": Story(
        [73, 0, 67, 71, 75, 80, 84, 89],
        [181, 0, 182, 183, 184, 187, 185, 186],
        groups((-13, -11), english_learners=(-21, -18), hispanic_or_latino=(-9, -7)),
        missing=[CLOSED],
    ),
    "math-grade-8": Story(
        [71, 0, 66, 69, 71, 74, 77, 78],
        TESTED_8,
        groups((-14, -15), english_learners=(-24, -24), hispanic_or_latino=(-10, -11)),
        missing=[CLOSED],
    ),
    "science-grade-8": Story(
        [63, 0, 60, 62, 64, 67, 52, 54],
        TESTED_8,
        groups((-12, -12), hispanic_or_latino=(-9, -9)),
        missing=[CLOSED],
        notes={"2024-25": "First year of the new state test"},
    ),
    "ninth-grade-on-track": Story(
        [147, 141, 136, 143, 145, 149, 149, 156],
        [191, 189, 188, 192, 190, 194, 189, 190],
        groups((-9, -6), english_learners=(-13, -8), students_with_disabilities=(-15, -13)),
    ),
    "after-graduation": Story(
        [105], [129], groups((-8, -8)), periods=["2024-25"], notes={"2024-25": "First year of the calls"}
    ),
    "kindergarten-ready": Story(
        [68, 69, 61, 66, 73, 78, 86, 91],
        [182, 180, 169, 176, 178, 180, 181, 180],
        groups((-14, -9), english_learners=(-17, -11), hispanic_or_latino=(-10, -6)),
    ),
    "english-growth": Story(
        [128, 0, 104, 118, 127, 136, 143, 152],
        [255, 0, 251, 258, 266, 275, 280, 286],
        {"group": [GENDER, {"students-with-disabilities": Part(0.16, -14, -12)}]},
        missing=[CLOSED],
    ),
    "advanced-courses": Story(
        [192, 198, 196, 205, 214, 227, 243, 253],
        [738, 736, 731, 742, 748, 747, 748, 743],
        groups((-11, -9), english_learners=(-18, -15), hispanic_or_latino=(-8, -6)),
    ),
    "clubs-and-sports": Story(
        [742, 701, 548, 655, 683, 690, 707, 719],
        [1307, 1303, 1291, 1302, 1313, 1313, 1312, 1304],
        groups((-9, -10), english_learners=(-14, -13), students_with_disabilities=(-16, -17)),
    ),
    "family-conferences": Story(
        [1655, 1690, 1611, 1690, 1731, 1802, 1866, 1929],
        [2448, 2441, 2396, 2412, 2431, 2425, 2418, 2402],
        groups((-8, -4), english_learners=(-11, -3), hispanic_or_latino=(-7, -3)),
    ),
    "feel-safe": Story(
        [980, 0, 934, 920, 934, 976, 1001, 1035],
        [1380, 0, 1342, 1351, 1365, 1390, 1402, 1420],
        {
            **groups((-5, -4), students_with_disabilities=(-9, -8)),
            "level": [{"elementary": Part(0.254, 9, 9), "middle": Part(0.394, -3, -2), "high": Part(0.352, -3, -4)}],
        },
        missing=[CLOSED],
    ),
    "suspensions": Story(
        [171, 122, 88, 169, 165, 148, 133, 120],
        [2448, 2441, 2396, 2412, 2431, 2425, 2418, 2402],
        {
            **groups((3, 1.8), students_with_disabilities=(6, 4.4), hispanic_or_latino=(1.2, 0.6)),
            "level": [{"elementary": Part(0.46, -5, -3.6), "middle": Part(0.233, 4, 2.8), "high": Part(0.307, 4, 3.2)}],
        },
        notes={CLOSED: "Counted until March, when the schools closed"},
    ),
    "school-breakfast": Story(
        [690, 684, 802, 745, 766, 881, 981, 1078],
        [2448, 2441, 2396, 2412, 2431, 2425, 2418, 2402],
        groups((19, 16), english_learners=(17, 15), hispanic_or_latino=(12, 11)),
    ),
    "bus-on-time": Story(
        [1002, 985, 812, 921, 942, 938, 930, 915],
        [1150, 1141, 940, 1098, 1120, 1117, 1112, 1106],
        groups((-3, -4), students_with_disabilities=(-6, -11)),
    ),
    "devices-ready": Story(
        [1486, 1498, 1560, 1578, 1609, 1662, 1702, 1738],
        [1790, 1786, 1774, 1780, 1784, 1778, 1771, 1766],
        {"group": [income(-3.5, -0.9)]},
    ),
    "newcomer-clubs": Story([6, 7, 5, 7, 7, 8, 8, 8], [18, 19, 16, 18, 19, 18, 17, 14]),
    "staff-survey": Story(
        [133, 0, 118, 124, 129, 138, 146], [209, 0, 204, 208, 212, 218, 221], periods=YEARS[:7], missing=[CLOSED]
    ),
    "reading-check": Story(
        [
            264, 269, 266, 268, 270, 272, 0, 0, 236, 239, 243, 244, 246, 247, 249, 251, 252, 254, 255, 255,
            257, 262, 271, 268, 279, 285, 294, 290, 297, 301, 306, 305,
        ],
        [
            552, 553, 551, 549, 550, 552, 0, 0, 531, 532, 535, 538, 536, 537, 541, 543, 542, 544, 545, 543,
            546, 548, 545, 540, 542, 543, 541, 536, 538, 537, 535, 531,
        ],
        groups((-12, -8), english_learners=(-18, -11)),
        periods=[f"{year}-Q{quarter}" for year in range(2018, 2027) for quarter in range(1, 5)][3:-1],
        missing=["2020-Q2", "2020-Q3"],
        split_from="2023-Q4",
    ),
}  # fmt: skip


def rows(name: str, story: Story) -> tuple[list[str], list[Row]]:
    """Return header and rows of a story's file: everyone first, then part by part."""
    generator = random.Random(f"{SEED} {name}")  # noqa: S311 (numbers of an invented district)
    columns = {"period": True, "value": True, "n": True}
    columns |= (
        {"status": bool(story.missing)}
        | dict.fromkeys(story.splits, True)
        | {"note": bool(story.notes)}
    )
    header = [column for column, kept in columns.items() if kept]
    found: list[dict[str, object]] = []
    whole = dict(zip(story.periods, zip(story.counts, story.people, strict=True), strict=True))
    for period, count in whole.items():
        if period in story.missing:
            found.append({"period": period, "status": "not_administered"})
        else:
            found.append(
                {
                    "period": period,
                    "value": share(*count),
                    "n": count[1],
                    "note": story.notes.get(period, ""),
                }
            )
    sizes = sizes_told(story)
    for dimension, sets in story.splits.items():
        for parts in sets:
            for code, series in divided(whole, story, parts, sizes, generator).items():
                found += [
                    {"period": period, "value": share(*count), "n": count[1], dimension: code}
                    for period, count in series.items()
                ]
    return header, [[row.get(column, "") for column in header] for row in found]


def sizes_told(story: Story) -> Mapping[tuple[object, str], int]:
    """Return the sizes of parts, by code and period, where another story is about the same people."""
    for name in ("chronic-absence", "student-belonging"):
        other = STORIES[name]
        if other is not story and other.people == story.people:
            header, found = rows(name, other)
            ends = [header.index(column) for column in other.splits]
            return {
                (row[at], str(row[0])): int(str(row[2]))
                for row in found
                for at in ends
                if row[at] and row[2]
            }
    return {}


def share(count: int, people: int) -> str:
    """Return how many in a hundred, with one decimal."""
    return str((Decimal(100 * count) / people).quantize(Decimal("0.1"), ROUND_HALF_UP))


def divided(
    whole: Series,
    story: Story,
    parts: Mapping[str, Part],
    sizes: Mapping[tuple[object, str], int],
    generator: random.Random,
) -> dict[str, Series]:
    """Return the counts of each part; several parts add up to the whole in every period."""
    found: dict[str, Series] = {code: {} for code in parts}
    last = len(story.periods) - 1
    for at, period in enumerate(story.periods):
        if period in story.missing or period < story.split_from:
            continue
        counts = told(parts, last - at)
        if not counts:
            of = [sizes.get((code, period), 0) for code in parts]
            of = of if all(of) else drawn_sizes(whole[period][1], parts, generator)
            counts = drawn(whole[period], at / max(last, 1), parts, of, generator)
        if len(parts) > 1 and tuple(map(sum, zip(*counts, strict=True))) != whole[period]:
            sys.exit(f"{period}: {', '.join(parts)} do not add up to {whole[period]}: {counts}")
        for code, count in zip(parts, counts, strict=True):
            found[code][period] = count
    return found


def told(parts: Mapping[str, Part], from_end: int) -> list[Count]:
    """Return what the story says of the parts in a period, counted from the last; else nothing."""
    return [part.known[-1 - from_end] for part in parts.values() if from_end < len(part.known)]


def drawn_sizes(people: int, parts: Mapping[str, Part], generator: random.Random) -> list[int]:
    """Return how many people each part has; several parts add up to all."""
    sizes = [round(people * (part.share + wobble(generator, 0.004))) for part in parts.values()]
    return sizes if len(parts) == 1 else [*sizes[:-1], people - sum(sizes[:-1])]


def drawn(
    whole: Count,
    through: float,
    parts: Mapping[str, Part],
    sizes: Sequence[int],
    generator: random.Random,
) -> list[Count]:
    """Return counts near the parts' distances from the whole; `through` runs from 0 to 1."""
    count, people = whole
    points = [
        part.before + (part.now - part.before) * through + wobble(generator, 0.6)
        for part in parts.values()
    ]
    wanted = [
        size * (count / people + point / 100) for size, point in zip(sizes, points, strict=True)
    ]
    if len(parts) > 1:
        wanted = [
            want + (count - sum(wanted)) * size / people
            for want, size in zip(wanted, sizes, strict=True)
        ]
    counts = [min(max(round(want), 0), size) for want, size in zip(wanted, sizes, strict=True)]
    if len(parts) > 1:
        counts[-1] = count - sum(counts[:-1])
    return list(zip(counts, sizes, strict=True))


def wobble(generator: random.Random, most: float) -> float:
    """Return a number between -most and most."""
    return (2 * generator.random() - 1) * most


def enrollment() -> Iterator[Row]:
    """Return how many students were enrolled on a day of each fall, by group, level and school."""
    days = (
        "2018-10-01", "2019-10-01", "2020-10-01", "2021-10-01", "2022-10-03", "2023-10-02", "2024-10-01",
        "2025-10-01", "2026-10-01",
    )  # fmt: skip
    cedar = [592, 590, 579, 584, 588, 586, 583, 579, 574]
    juniper = [532, 531, 520, 526, 530, 526, 523, 519, 516]
    middle = [572, 570, 558, 560, 565, 566, 564, 561, 556]
    high = [752, 750, 739, 742, 748, 747, 748, 743, 739]
    female = [1198, 1195, 1172, 1180, 1188, 1186, 1182, 1175, 1167]
    poor = [1001, 998, 979, 985, 1002, 1010, 1005, 998, 992]
    english = [248, 253, 255, 262, 271, 280, 284, 290, 295]
    everyone = [sum(day) for day in zip(cedar, juniper, middle, high, strict=True)]
    yield "period", "value", "group", "level", "school"
    for codes, values in {
        ("", "", ""): everyone,
        ("female", "", ""): female,
        ("male", "", ""): less(everyone, female),
        ("economically-disadvantaged", "", ""): poor,
        ("not-economically-disadvantaged", "", ""): less(everyone, poor),
        ("english-learners", "", ""): english,
        ("", "elementary", ""): [sum(day) for day in zip(cedar, juniper, strict=True)],
        ("", "middle", ""): middle,
        ("", "high", ""): high,
        ("", "", "cedar-hollow"): cedar,
        ("", "", "juniper-flats"): juniper,
        ("", "", "granite-fork"): middle,
        ("", "", "foothills-high"): high,
    }.items():
        yield from ((day, value, *codes) for day, value in zip(days, values, strict=True))


def pathways() -> Iterator[Row]:
    """Return how many students are in a career pathway, by group."""
    everyone = [71, 74, 72, 79, 84, 88, 127, 141]
    female = [29, 31, 30, 33, 36, 38, 59, 66]
    poor = [27, 28, 27, 31, 34, 36, 54, 61]
    yield "period", "value", "group"
    for code, values in {
        "": everyone,
        "female": female,
        "male": less(everyone, female),
        "economically-disadvantaged": poor,
        "not-economically-disadvantaged": less(everyone, poor),
    }.items():
        yield from ((year, value, code) for year, value in zip(YEARS, values, strict=True))


def less(whole: Sequence[int], part: Sequence[int]) -> list[int]:
    """Return what is left of each number."""
    return [all_of_it - some for all_of_it, some in zip(whole, part, strict=True)]


def attendance() -> Iterator[Row]:
    """Return each month's attendance: winters are lower, years are better."""
    generator = random.Random(f"{SEED} daily-attendance")  # noqa: S311 (numbers of an invented district)
    season = {9: 12, 10: 10, 11: 1, 12: -9, 1: -5, 2: -9, 3: 3, 4: 8, 5: 0, 8: 14}
    level = {2018: 929, 2019: 930, 2020: 901, 2021: 903, 2022: 907, 2023: 911}
    everyone = {
        f"{year + (month < 7)}-{month:02}": level[year] + drop + round(wobble(generator, 3))
        for year in level
        for month, drop in season.items()
        if month != 8 and (year, month) not in {(2019, 4), (2019, 5)}
    }
    told_of = (
        (2024, 9, "921 924 912 903 906 901 914 918 910"),
        (2025, 8, "936 932 930 923 912 916 913 924 929 922"),
        (2026, 8, "944 940"),
    )
    for year, first, values in told_of:
        for at, told_value in enumerate(values.split()):
            passed = first - 1 + at
            everyone[f"{year + passed // 12}-{passed % 12 + 1:02}"] = int(told_value)
    parts = (
        ("economically-disadvantaged", "", -19, -15),
        ("english-learners", "", -8, 2),
        ("students-with-disabilities", "", -24, -25),
        ("", "elementary", 10, 15),
        ("", "middle", 0, 1),
        ("", "high", -13, -19),
    )
    yield "period", "value", "status", "group", "level"
    for month in sorted((*everyone, *SHUT)):
        shut = month in SHUT
        value, status = ("", "not_administered") if shut else (tenths(everyone[month]), "")
        yield month, value, status, "", ""
    recent = {month: value for month, value in everyone.items() if month >= "2024-09"}
    for group, school_level, before, now in parts:
        for at, (month, value) in enumerate(recent.items()):
            distance = before + (now - before) * at / (len(recent) - 1) + wobble(generator, 2)
            yield month, tenths(value + round(distance)), "", group, school_level


def tenths(value: int) -> str:
    """Return a number of tenths as a decimal."""
    return str((Decimal(value) / 10).quantize(Decimal("0.1")))


def laptops() -> Iterator[Row]:
    """Return the shares of working laptops; from 98 percent on only that is published."""
    header, found = rows("devices-ready", STORIES["devices-ready"])
    yield header
    for row in found:
        value = str(row[1])
        yield [row[0], ">=98" if Decimal(value) >= 98 else value, *row[2:]]


def money() -> Iterator[Row]:
    """Return the reserve; the last year has not been audited."""
    values = ("8.9", "9.4", "9.2", "9.6", "10.0", "10.8", "10.3", "10.1")
    yield "period", "value", "status"
    yield from (
        (year, value, "preliminary" if year == YEARS[-1] else "")
        for year, value in zip(YEARS, values, strict=True)
    )


def classes() -> Iterator[Row]:
    """Return class sizes, by school since the plan began."""
    yield "period", "value", "school"
    everyone = ("21.4", "21.5", "20.8", "21.6", "22.0", "21.8", "22.3", "23.8")
    yield from ((year, value, "") for year, value in zip(YEARS, everyone, strict=True))
    for school, values in {
        "cedar-hollow": ("22.3", "22.1", "22.9", "24.6"),
        "juniper-flats": ("21.7", "21.5", "21.7", "22.9"),
    }.items():
        yield from ((year, value, school) for year, value in zip(YEARS[4:], values, strict=True))


def vacancies() -> Iterator[Row]:
    """Return the open teaching jobs of one day of each fall."""
    yield "period", "value"
    yield from (
        ("2018-10-01", 13), ("2019-10-01", 15), ("2020-10-01", 17), ("2021-10-01", 22), ("2022-10-03", 26),
        ("2023-10-02", 24), ("2024-10-01", 19), ("2025-10-01", 16), ("2026-10-01", 12),
    )  # fmt: skip


def files() -> Iterator[tuple[str, Iterable[Row]]]:
    """Return every file's name and its rows, the header first."""
    for name, story in STORIES.items():
        header, found = rows(name, story)
        yield name, (header, *found)
    yield "october-enrollment", enrollment()
    yield "career-pathways", pathways()
    yield "daily-attendance", attendance()
    yield "devices-ready", laptops()
    yield "reserve", money()
    yield "class-size", classes()
    yield "teaching-vacancies", vacancies()


def write(folder: Path) -> None:
    """Write all files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in files():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(found)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "data")
