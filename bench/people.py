"""Made-up students: how many of each group a school has, and how many of them did something.

Each student is in one group of every partition, so the groups of a partition add up.
"""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

EVERYONE = "all"

PARTITIONS: dict[str, dict[str, float]] = {
    "gender": {"female": 0.487, "male": 0.513},
    "race": {
        "american-indian": 0.007,
        "asian": 0.041,
        "black": 0.018,
        "hispanic": 0.262,
        "pacific-islander": 0.002,
        "two-or-more": 0.055,
        "white": 0.615,
    },
    "economy": {"economically-disadvantaged": 0.34, "not-economically-disadvantaged": 0.66},
    "ability": {"with-disabilities": 0.13, "without-disabilities": 0.87},
    "language": {
        "home-arabic": 0.004,
        "home-chinese": 0.006,
        "home-english": 0.83,
        "home-russian": 0.007,
        "home-spanish": 0.12,
        "home-vietnamese": 0.008,
        "home-other": 0.025,
    },
}
"""The shares of twenty student groups, in five ways of dividing everyone."""


def leaning_of(chance: Random) -> dict[str, float]:
    """Return how much more or less often a school has a group than the district has it."""
    return {
        code: chance.uniform(*((0.9, 1.1) if name == "gender" else (0.4, 1.9)))
        for name, groups in PARTITIONS.items()
        for code in groups
    }


def who_did(
    chance: Random, people: int, did: int, better: dict[str, float], leaning: dict[str, float]
) -> dict[str, tuple[int, int]]:
    """Return who did it of how many, for everyone in a school and for each group in it."""
    rows = {EVERYONE: (did, people)}
    for shares in PARTITIONS.values():
        many = [share * leaning[code] for code, share in shares.items()]
        others = people - len(many)  # one of each group is always there
        counts = [1 + count for count in shared(others, many, [others] * len(many))]
        rate = did / people
        odds = [
            count * max(0.02, rate + better[code] + chance.uniform(-0.08, 0.08))
            for code, count in zip(shares, counts, strict=True)
        ]
        doers = shared(did, odds, counts)
        rows |= dict(zip(shares, zip(doers, counts, strict=True), strict=True))
    return rows


def shared(total: int, weights: Sequence[float], most: Sequence[int]) -> list[int]:
    """Return whole numbers that add up to the total, nearly as the weights; none above `most`."""
    whole = total / sum(weights)
    ends = [round(end * whole) for end in accumulate(weights)]
    ends[-1] = total
    parts = [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
    for at, part in enumerate(parts):
        if part > most[at]:
            over, parts[at] = part - most[at], most[at]
            for other in sorted(range(len(parts)), key=lambda o: parts[o] - most[o]):
                taken = max(0, min(over, most[other] - parts[other]))
                parts[other] += taken
                over -= taken
    return parts
