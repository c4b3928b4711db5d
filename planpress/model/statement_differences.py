"""How what a translation states differs from what its source states."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from planpress.model.statement import Difference, Kind, Statement
from planpress.model.statements import Stated

Parts = list[tuple[str, Statement]]
"""What is left unmatched: the parts of dates and numbers, each with what it is a part of."""


def differences(source: Stated, target: Stated) -> tuple[Difference, ...]:
    """Return what a translation loses of its source, and what it adds, kind by kind.

    What one side only says once more is no difference, nor is a number that is a word on the other
    side, a date of which the parts stand apart, an anchor in the page of its language, or another
    host's page in another language. Headings are compared by their levels, in order.
    """
    if _alike(source, target):
        return ()
    found = (
        *_figures(source, target),
        _targets(Kind.LINK, source.links, target.links, source, target),
        _targets(Kind.PICTURE, source.pictures, target.pictures, source, target),
        _marks(Kind.SHORTCODE, source.shortcodes, target.shortcodes),
        _marks(Kind.NOTE, source.notes, target.notes),
        _marks(Kind.CODE, source.codes, target.codes),
        _headings(source.headings, target.headings),
    )
    return tuple(one for one in found if one.lost or one.added)


def _alike(source: Stated, target: Stated) -> bool:
    """Whether both say the same in the same order: then nothing differs."""
    kinds = (
        (source.numbers, target.numbers),
        (source.dates, target.dates),
        (source.links, target.links),
        (source.headings, target.headings),
        (source.pictures, target.pictures),
        (source.shortcodes, target.shortcodes),
        (source.notes, target.notes),
        (source.codes, target.codes),
    )
    return not any(
        (here or there) and [one.key for one in here] != [one.key for one in there]
        for here, there in kinds
    ) and (not (source.sure or target.sure) or _words(source) == _words(target))


def _words(side: Stated) -> set[str]:
    return {word.key for word in side.words}


def _figures(source: Stated, target: Stated) -> Iterator[Difference]:
    """Compare dates and numbers: whole first, then part by part what is left of them."""
    lost, added = _left_over(source.dates, target.dates)
    shapes = {_shape(one) for one in lost} & {_shape(one) for one in added}
    clash = [one for one in lost if _shape(one) in shapes]
    clashing = [one for one in added if _shape(one) in shapes]
    fewer, more = _left_over(source.numbers, target.numbers)
    left = _parts([*(one for one in lost if one not in clash), *fewer])
    right = _parts([*(one for one in added if one not in clashing), *more])
    if left or right:
        left, right = _unmatched_parts(left, right)
    if not right and not clash:
        left = [part for part in left if part[0] not in _all_parts(target)]
    elif not left and not clash:
        right = [part for part in right if part[0] not in _all_parts(source)]
    left, right = _not_in_words(left, source, target), _not_in_words(right, target, source)
    yield Difference(Kind.DATE, _whole(clash, left, Kind.DATE), _whole(clashing, right, Kind.DATE))
    changed, instead = _only_here(source, target), _only_here(target, source)
    yield Difference(
        Kind.NUMBER,
        _whole(changed if right or instead else [], left, Kind.NUMBER),
        _whole(instead if left or changed else [], right, Kind.NUMBER),
    )


def _left_over(
    source: Sequence[Statement], target: Sequence[Statement]
) -> tuple[list[Statement], list[Statement]]:
    """Return what has no counterpart on the other side, each as often as it has none."""
    if [one.key for one in source] == [one.key for one in target]:
        return [], []
    here, there = (Counter(one.key for one in side) for side in (source, target))
    return _rest(source, here - there), _rest(target, there - here)


def _rest(statements: Sequence[Statement], counts: Counter[str]) -> list[Statement]:
    rest = []
    for one in reversed(statements if counts else ()):
        if counts[one.key] > 0:
            counts[one.key] -= 1
            rest.append(one)
    return rest[::-1]


def _shape(date: Statement) -> tuple[bool, int]:
    return date.key.startswith("--"), date.key.count("-")


def _parts(statements: Iterable[Statement]) -> Parts:
    return [(part, one) for one in statements for part in _pieces(one)]


def _pieces(one: Statement) -> list[str]:
    """Return the parts that a language may write apart: year, month and day; hour and minute."""
    if one.kind is Kind.DATE:
        year, month, *day = one.key.replace("--", "-", 1).split("-")
        return [*([year] if year else []), f"month {int(month)}", *(str(int(d)) for d in day)]
    hour, colon, minute = one.key.partition(":")
    if colon and hour.isdecimal():
        return [str(int(hour) % 12 or 12), *([str(int(minute))] if int(minute) else [])]
    return [one.key]


def _all_parts(side: Stated) -> set[str]:
    return {part for part, _ in _parts((*side.dates, *side.numbers))}


def _unmatched_parts(left: Parts, right: Parts) -> tuple[Parts, Parts]:
    """Match part by part; a month may be a number on the other side."""
    left, right = _minus(left, right), _minus(right, left)
    bare = [(_bare(part), one) for part, one in left], [(_bare(part), one) for part, one in right]
    return _minus(left, bare[1]), _minus(right, bare[0])


def _bare(part: str) -> str:
    return part.removeprefix("month ") if part.startswith("month ") else f"month {part}"


def _minus(parts: Parts, others: Parts) -> Parts:
    counts = Counter(part for part, _ in others)
    rest: Parts = []
    for part, one in parts:
        if counts[part] > 0:
            counts[part] -= 1
        else:
            rest.append((part, one))
    return rest


def _not_in_words(parts: Parts, here: Stated, there: Stated) -> Parts:
    """Leave out the numbers for which the other side has that many words more than this one."""
    if not parts:
        return parts
    written = Counter(word.key for word in there.words)
    spare = written - Counter(word.key for word in here.words)
    spare["1"] = written["1"]
    return _minus(parts, [(number, parts[0][1]) for number in spare.elements()])


def _only_here(here: Stated, there: Stated) -> list[Statement]:
    """Return the numbers in words that the other side states neither in words nor in digits."""
    if not here.sure:
        return []
    known = {word.key for word in there.words} | _all_parts(there)
    return [word for word in here.sure if word.key not in known]


def _whole(clash: list[Statement], parts: Parts, kind: Kind) -> tuple[Statement, ...]:
    found = dict.fromkeys([*clash, *(one for _, one in parts if one.kind is kind)])
    return tuple(sorted(found, key=lambda one: one.offset))


def _marks(kind: Kind, source: Sequence[Statement], target: Sequence[Statement]) -> Difference:
    lost, added = _left_over(source, target)
    if kind is not Kind.SHORTCODE:
        if not added:
            lost = [one for one in lost if one.key not in {other.key for other in target}]
        elif not lost:
            added = [one for one in added if one.key not in {other.key for other in source}]
    return Difference(kind, tuple(lost), tuple(added))


def _targets(
    kind: Kind,
    source: Sequence[Statement],
    target: Sequence[Statement],
    here: Stated,
    there: Stated,
) -> Difference:
    """Compare links: exactly first, then as pages that may be in another language."""
    plain = _marks(kind, source, target)
    if not (plain.lost and plain.added):
        return plain
    names = _names(here) | _names(there)
    loose = Counter(_loose(one.key, names) for one in plain.lost)
    other = Counter(_loose(one.key, names) for one in plain.added)
    both = loose & other
    return Difference(
        kind, _but(plain.lost, both.copy(), names), _but(plain.added, both.copy(), names)
    )


def _but(
    statements: Sequence[Statement], pairs: Counter[str], names: set[str]
) -> tuple[Statement, ...]:
    rest = []
    for one in statements:
        key = _loose(one.key, names)
        if pairs[key] > 0:
            pairs[key] -= 1
        else:
            rest.append(one)
    return tuple(rest)


def _names(side: Stated) -> set[str]:
    """Return the words by which an address names a language: its code and its names."""
    english = side.locale.get_language_name("en") or ""
    own = side.locale.get_language_name() or ""
    return {str(side.locale.language), english.casefold(), own.casefold()}


def _loose(target: str, names: set[str]) -> str:
    """Return a target without its anchor, and at other hosts without the names of languages."""
    page, hash_mark, _ = target.partition("#")
    if ":" not in page.partition("/")[0]:
        return page + hash_mark
    return " ".join(word for word in re.split(r"[\W_]+", page.casefold()) if word not in names)


def _headings(source: Sequence[Statement], target: Sequence[Statement]) -> Difference:
    """Compare the levels in order; what differs is what lies between the like ends."""
    here, there = [one.key for one in source], [one.key for one in target]
    shorter = min(len(here), len(there))
    first = next((n for n in range(shorter) if here[n] != there[n]), shorter)
    last = next(
        (n for n in range(shorter - first) if here[-1 - n] != there[-1 - n]), shorter - first
    )
    return Difference(
        Kind.HEADING,
        tuple(source[first : len(here) - last]),
        tuple(target[first : len(there) - last]),
    )
