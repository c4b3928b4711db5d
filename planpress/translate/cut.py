"""A unit cut into the pieces that go out one by one, each beside its translation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from difflib import SequenceMatcher

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.translation import State, Unit
from planpress.translate import blocks
from planpress.translate.align import mark
from planpress.translate.inline import Parts, Token, matched, numbered, restored, sayable, tokens
from planpress.translate.message import Progress
from planpress.translate.pieces import Kind, Piece, kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of a source with its translation as it stands, if there is one.

    `fresh` says that the translation was made from this very source. `before` is the source that it
    was made from. `place` is where the source begins.
    """

    context: str
    kind: Kind
    source: str
    place: Place
    target: str | None = None
    fresh: bool = False
    before: str | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """What is protected in the source."""
        return tokens(self.source)

    @property
    def parts(self) -> Parts:
        """The source as it goes out."""
        return numbered(self.source)

    @property
    def translation(self) -> Parts:
        """The translation as it goes out."""
        return matched(self.target, self.tokens)[0] if self.target is not None else ()

    @property
    def names(self) -> Mapping[int, str]:
        """What stands for each placeholder in the translation."""
        own = matched(self.target, self.tokens)[1] if self.target is not None and self.fresh else {}
        return {n: own.get(n, token.text) for n, token in enumerate(self.tokens, 1)}

    @property
    def progress(self) -> Progress:
        """How far its translation is."""
        if self.target is None:
            return Progress.EMPTY
        return Progress.DONE if self.fresh else Progress.DOUBTFUL

    @property
    def was(self) -> str:
        """What tells its translation as it stands from any other."""
        return as_told(self.target) if self.target is not None else "-"

    def read(self, parts: Parts) -> str:
        """Return the words that came back. Raises KeyError for an unknown placeholder."""
        return restored(parts, self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A unit in segments. `source` and `target` are its pieces; no target where it is no match."""

    unit: Unit
    source: tuple[Piece, ...]
    target: tuple[Piece, ...] = ()
    segments: tuple[Segment, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether it goes out in one piece, because its translation is built otherwise."""
        return any(segment.kind is Kind.WHOLE for segment in self.segments)


def as_told(words: str) -> str:
    """Return a short digest of words; spaces and line breaks do not change it."""
    return mark(words)[:10]


def cut(units: Iterable[Unit]) -> Iterator[Cut]:
    """Yield every unit that has a source, cut into segments."""
    seen: dict[str, int] = {}
    for unit in units:
        if unit.source is None:
            continue
        name = _name(unit)
        seen[name] = seen.get(name, 0) + 1
        yield _cut(unit, unit.source, name + (f".{seen[name]}" if seen[name] > 1 else ""))


def _name(unit: Unit) -> str:
    """Return what names a unit whatever is added, moved or removed around it."""
    way = "/".join(unit.way)
    own = f"/{mark(unit.source or '')[:10]}" if unit.of_body else ""
    return f"{unit.record}#{way}{own}"


def _pieces(unit: Unit, text: str | None) -> tuple[Piece, ...]:
    if not text:
        return ()
    return blocks.blocks(text) if unit.of_body else blocks.field(text)


def _cut(unit: Unit, text: str, name: str) -> Cut:
    source, target = _pieces(unit, text), _pieces(unit, unit.target)
    stale = unit.state is State.STALE
    spoken = [piece for piece in source if piece.kind]
    same = kinds(source) == kinds(target)
    if unit.target is not None and not same and not stale:
        whole = Segment(
            context=name,
            kind=Kind.WHOLE,
            source=text.strip("\n"),
            place=unit.source_place,
            target=unit.target.strip("\n"),
            fresh=unit.state is not State.UNREVIEWED,
        )
        if sayable(whole.translation):
            return Cut(unit=unit, source=source, segments=(whole,))
    pairs = [_Pair() for _ in spoken]
    if unit.target is not None and (same or stale):
        pairs = _stale(unit, source, target) if stale else _fresh(unit, target)
    several = len(spoken) > 1 or unit.of_body
    segments = tuple(
        Segment(
            context=f"{name}:{at}" if several else name,
            kind=piece.kind or Kind.FIELD,
            source=piece.words,
            place=place,
            target=pair.target,
            fresh=pair.fresh,
            before=pair.before,
        )
        for at, (piece, place, pair) in enumerate(
            zip(spoken, _places(unit, source), map(_sayable, spoken, pairs), strict=True), 1
        )
    )
    return Cut(unit=unit, source=source, target=target if same else (), segments=segments)


def _places(unit: Unit, pieces: Iterable[Piece]) -> Iterator[Place]:
    """Yield where the pieces with words begin; all of a field begins where the field does."""
    start, line = unit.source_place, 0
    for piece in pieces:
        if piece.kind:
            yield Place(start.path, start.line + line, 1) if unit.of_body and line else start
        line += piece.text.count("\n")


@dataclass(frozen=True, slots=True)
class _Pair:
    target: str | None = None
    before: str | None = None
    fresh: bool = False


def _sayable(piece: Piece, pair: _Pair) -> _Pair:
    """Return no translation where it has signs in it that no file for translators can hold."""
    if pair.target is None or sayable(matched(pair.target, tokens(piece.words))[0]):
        return pair
    return _Pair()


def _fresh(unit: Unit, target: Sequence[Piece]) -> list[_Pair]:
    good = unit.state is not State.UNREVIEWED
    return [_Pair(piece.words, None, good) for piece in target if piece.kind]


def _stale(unit: Unit, source: Sequence[Piece], target: Sequence[Piece]) -> list[_Pair]:
    """Return for every piece of a changed source what its translation was, as far as known."""
    new = [piece.words for piece in source if piece.kind]
    said = [piece.words for piece in target if piece.kind]
    then = _pieces(unit, unit.before)
    if kinds(then) != kinds(target):
        paired = kinds(source) == kinds(target)
        return [_Pair(words) for words in said] if paired else [_Pair() for _ in new]
    old = [piece.words for piece in then if piece.kind]
    pairs = [_Pair() for _ in new]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            pairs[c:d] = [_Pair(words, None, fresh=True) for words in said[a:b]]
        elif how == "replace":
            for at, (one, words) in enumerate(zip(old[a:b], said[a:b], strict=True)):
                if c + at < d:
                    pairs[c + at] = _Pair(words, one)
    if pairs and all(pair.fresh for pair in pairs):
        pairs[0] = _Pair(pairs[0].target, new[0])
    return pairs
