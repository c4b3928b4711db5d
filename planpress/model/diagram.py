"""Figures of words: what leads to what, who passes it on, what is due when."""

from collections.abc import Mapping

from planpress.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A figure of a record in one language, drawn from its facts and words.

    `kind` is a key of `planpress.chart.diagrams.DIAGRAMS`, `subject` the record's key
    (`tactics/coaches`, `plan`). `description` says all that the picture says. `pictures` maps a
    width's name (wide, narrow) to inline SVG.
    """

    kind: str
    subject: str
    language: str
    title: str
    description: str
    pictures: Mapping[str, str]
