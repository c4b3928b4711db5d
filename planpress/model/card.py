"""What stands on the picture of a page: shown where its address is passed on."""

from collections.abc import Callable, Iterable, Sequence

from planpress.model.dataclass import dataclass
from planpress.model.rating import Rating

Mark = tuple[Rating | None, str]
"""How a measure stands: its rating, or none and its state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words and shapes of a picture in one language.

    `direction` is that of the language, ltr or rtl. `marks` are the measures that the page is
    about; `word` says the rating where there is one alone, `line` says the latest value, or counts.
    `spark` is what a sparkline shows, as SVG groups; `notice` is what every page of the plan says
    at its top.
    """

    direction: str
    organisation: str
    plan: str
    title: str
    marks: tuple[Mark, ...] = ()
    word: str = ""
    line: str = ""
    spark: str = ""
    notice: str = ""


Painter = Callable[[Sequence[Card]], Iterable[bytes]]
"""Paints cards, each as a PNG of SIZE."""

SIZE = (1200, 630)
"""Width and height of a picture in pixels."""
