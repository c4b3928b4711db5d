"""Columns of cells to columns of periods, values, statuses and codes, each text read once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar
from unicodedata import category, name

from planpress.model.dataclass import dataclass
from planpress.model.nearest import did_you_mean
from planpress.model.period import Form, Period
from planpress.model.series import Codes, Status
from planpress.model.value import Value
from planpress.read.number_mends import Mend, number_mend
from planpress.read.period_mends import excel_mend, period_mend
from planpress.read.table import INVISIBLE

EVERYONE = ("", "all")
"""Codes that mean that a row is not split by the dimension."""

LONGEST = 20
"""How many digits a number may have."""

_KEPT = 1 << 16
_SHOWN = 60

T = TypeVar("T")
Wrong = tuple[str, str, str]
"""The kind of a fault, the message and the hint."""


@dataclass(frozen=True)
class Column(Generic[T]):
    """What the texts of a column mean, and which of them mean nothing and why."""

    meant: Mapping[str, T | None]
    wrong: Mapping[str, Wrong]

    def read(self, cells: Iterable[str]) -> Iterable[T | None]:
        """Return what the cells mean, row by row; equal cells give one object."""
        return map(self.meant.__getitem__, cells)


def periods(cells: Sequence[str]) -> Column[Period]:
    """Read a column of periods.

    `2011-12` is read as December where another cell can only be a month. A date among periods of
    another form is wrong: it is what Excel makes of `2011-12`.
    """
    texts = Counter(cells)
    form = _form(texts)
    column = _column(texts, lambda text: _period(text, form), "period", period_mend)
    forms: Counter[Form] = Counter()
    for text, count in texts.items():
        period = column.meant[text]
        if period:
            forms[period.form] += count
    if not 0 < forms[Form.DAY] < forms.total() - forms[Form.DAY]:
        return column
    usual = forms.most_common(1)[0][0]
    days = [t for t, period in column.meant.items() if period and period.form is Form.DAY]
    wrong = {
        text: ("excel", f"“{text}” is a date; most periods here are of the form {usual}", hint)
        for text in days
        for _, hint in (excel_mend(text.strip(INVISIBLE)),)
    }
    return Column({**column.meant, **dict.fromkeys(days)}, {**column.wrong, **wrong})


def values(cells: Sequence[str]) -> Column[Value]:
    """Read a column of results; an empty cell means None."""
    return _column(set(cells), _value, "value", number_mend)


def counts(cells: Sequence[str]) -> Column[Value]:
    """Read a column of numbers of people; an empty cell means None."""
    return _column(set(cells), _count, "n", lambda text: number_mend(text, people=True))


def statuses(cells: Sequence[str]) -> Column[Status]:
    """Read a column of statuses."""
    return _column(set(cells), _status, "status", _status_mend)


def codes(names: tuple[str, ...], columns: Sequence[Sequence[str]]) -> Iterable[Codes]:
    """Return the codes of each row; `columns` are those of the dimensions `names`, sorted."""
    written = list(zip(*columns, strict=True))
    found = {texts: _codes(names, texts) for texts in set(written)}
    return map(found.__getitem__, written)


def notes(cells: Sequence[str]) -> Iterable[str]:
    """Return the notes without the spaces around them.

    The apostrophe that downloads put before what a spreadsheet would run is taken off again.
    """
    return map({text: _note(text) for text in set(cells)}.__getitem__, cells)


def _note(text: str) -> str:
    plain = text.strip(INVISIBLE)
    harmless = plain[:1] == "'" and plain[1:].lstrip()[:1] in ("=", "+", "-", "@")
    return plain[1:].lstrip(INVISIBLE) if harmless else plain


def _column(
    texts: Collection[str],
    parse: Callable[[str], T | None],
    column: str,
    mend: Callable[[str], Mend],
) -> Column[T]:
    meant: dict[str, T | None] = {}
    wrong: dict[str, Wrong] = {}
    for text in texts:
        plain = text.strip(INVISIBLE)
        try:
            meant[text] = parse(plain)
        except ValueError as fault:
            meant[text] = None
            if plain.lower() == column:
                wrong[text] = ("header", str(fault), "This line looks like the header: remove it.")
            else:
                kind, hint = mend(plain[:_SHOWN])
                wrong[text] = (kind, _message(plain, str(fault)), hint)
    return Column(meant, wrong)


def _message(text: str, said: str) -> str:
    """Return a message that is not too long, and that names what nobody sees."""
    if len(text) > _SHOWN:
        said = said.replace(text, f"{text[:_SHOWN]}…")
    unseen = {c for c in text if c in INVISIBLE[1:] or category(c) in ("Cc", "Cf")}
    if unseen:
        names = ", ".join(sorted(name(c, f"U+{ord(c):04X}").lower() for c in unseen))
        said += f" (in it stands a character that nobody sees: {names})"
    return said


def _form(texts: Iterable[str]) -> Form | None:
    """Return MONTH where a period can only be one, so that 2011-12 is read as December."""
    for text in texts:
        try:
            if _period(text.strip(INVISIBLE), None).form is Form.MONTH:
                return Form.MONTH
        except ValueError:
            continue
    return None


# The same texts come back in every file: what they mean is kept, and shared by all files.


@lru_cache(_KEPT)
def _period(text: str, form: Form | None) -> Period:
    if not text:
        raise ValueError("the period is empty")
    return Period.parse(text, form)


@lru_cache(_KEPT)
def _value(text: str) -> Value | None:
    if not text:
        return None
    value = Value.parse(text)
    if sum(character.isdigit() for character in text) > LONGEST:
        raise ValueError(f"“{text}” has more than {LONGEST} digits")
    return value


@lru_cache(_KEPT)
def _count(text: str) -> Value | None:
    value = _value(text)
    if value and (value.number < 0 or value.number != value.number.to_integral_value()):
        raise ValueError(f"“{text}” is not a number of people")
    return value


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        near = did_you_mean(text, [s.value for s in Status if s])
        raise ValueError(f"“{text}” is not a status. {near}") from None


def _status_mend(text: str) -> Mend:
    plain = text.lower().replace(" ", "_").replace("-", "_")
    for status, words in _STATUSES.items():
        if plain in words or plain == status:
            return "word", f"Write {status}." if status else "Leave it empty."
    return "", f"Leave it empty or write one of {', '.join(s for s in Status if s)}."


_STATUSES = {
    Status.SUPPRESSED: ("s", "*", "ps", "masked", "redacted", "hidden", "n_size", "too_few"),
    Status.NOT_ADMINISTERED: ("not_tested", "not_given", "cancelled", "canceled", "waived"),
    Status.NOT_COMPARABLE: ("break", "new_test", "b"),
    Status.PRELIMINARY: ("prelim", "p", "provisional", "draft", "estimated", "e"),
    Status.PLAIN: ("final", "official", "actual", "ok", "valid", "none", "n/a", "na", "_", "__"),
}


@lru_cache(_KEPT)
def _codes(names: tuple[str, ...], texts: tuple[str, ...]) -> Codes:
    written = ((name, text.strip(INVISIBLE)) for name, text in zip(names, texts, strict=True))
    return tuple((name, code) for name, code in written if code not in EVERYONE)
