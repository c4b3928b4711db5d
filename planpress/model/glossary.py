"""The words that readers may not know, and the codes in the data files."""

from planpress.model.fields import Id
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Term(Part):
    """A term or an acronym."""

    id: Id
    term: Words
    """The term."""
    definition: Words
    """What it means, in a sentence."""


class GlossaryRecord(Record):
    """`content/glossary.md`."""

    title: Words = Words()
    """The heading of the page; left out, the usual word is used."""
    summary: Words = Words()
    """One sentence about the page."""
    terms: tuple[Term, ...] = ()
    """The terms."""


class Code(Part):
    """One value of a dimension."""

    id: Id
    label: Words
    """What readers see."""


class Partition(Part):
    """Codes that together make up a total, each person counted once."""

    of: Id
    """The code of the total; all for everyone."""
    of_dimension: Id | None = None
    """The dimension of the total where it is another one: the schools of a level."""
    codes: tuple[Id, ...]
    """The parts."""


class Dimension(Part):
    """Something by which values are split."""

    id: Id
    label: Words
    """What readers see."""
    codes: tuple[Code, ...]
    """The values it can have."""
    partitions: tuple[Partition, ...] = ()
    """Which codes make up a total."""


class DimensionsRecord(Record):
    """`content/dimensions.md`."""

    dimensions: tuple[Dimension, ...] = ()
    """The dimensions."""
