"""What hiding costs: which cell is given up first, and how much was hidden in the end."""

from collections import Counter
from collections.abc import Mapping, Sequence

from planpress.model.dataclass import dataclass
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.series import Codes, Series
from planpress.protect.primary import concerned, primary

_CELL = 1 << 50
"""The cost of one cell more: above that of any number of people."""

DEAR = 2 * _CELL
"""What no cell of the finest split costs: two of them are dearer than one."""

_PER_LEVEL = 4
_EVERYONE = 1000


def costs(codes: Sequence[Codes], people: Sequence[int]) -> list[int]:
    """Return what is lost with each cell: first the fewest cells count, then the fewest people.

    `people` are those of all periods, so that the same group is hidden year after year. A group
    of the whole counts as much as four of its parts, and the number about everyone as a thousand
    cells.
    """
    most = max((len(one) for one in codes), default=0)
    return [
        _CELL * (_PER_LEVEL ** (most - len(one)) if one else _EVERYONE) + min(many, _CELL >> 1)
        for one, many in zip(codes, people, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Loss:
    """How many cells, and people in them, are not shown as they are."""

    cells: int = 0
    """Rows with a number."""
    primary: int = 0
    """Hidden for their own sake."""
    complementary: int = 0
    """Hidden so that others cannot be worked out."""
    bounds: int = 0
    """Published as bounds."""
    primary_people: int = 0
    """How many people the first are about, where it is known."""
    complementary_people: int = 0
    """How many people the second are about, where it is known."""

    @property
    def ratio(self) -> float | None:
        """How many cells are hidden for each that had to be; None where none had to be."""
        return (self.primary + self.complementary) / self.primary if self.primary else None


def loss(
    raw: Mapping[str, RawSeries], published: Mapping[str, Series], project: Project
) -> dict[str, Loss]:
    """Return what privacy cost each indicator."""
    minimum = project.plan.privacy.minimum_n
    return {name: _loss(raw[name], published[name], project, minimum) for name in raw}


def _loss(raw: RawSeries, published: Series, project: Project, minimum: int) -> Loss:
    unit = project.indicators[raw.indicator].unit
    shown = {(row.codes, row.period): row for row in published.observations}
    count: Counter[str] = Counter()
    for row in raw.observations:
        after = shown[row.codes, row.period]
        many = concerned(row, unit)
        count["cells"] += row.value is not None or after.hidden
        if after.hidden:
            kind = "primary" if primary(row, unit, minimum) else "complementary"
            count[kind] += 1
            count[f"{kind}_people"] += int(many.number) if many and many.exact else 0
        elif after.value != row.value:
            count["bounds"] += 1
    return Loss(**count)
