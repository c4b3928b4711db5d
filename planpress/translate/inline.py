"""What in a line of words must come back as it went out: targets, code, tags, footnote marks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

Parts = tuple[str | int, ...]
"""Words as translators get them: text, and the numbers of placeholders counted from 1."""

_TOKEN = re.compile(
    r"""
    \\[!-/:-@\[-`{-~]
    |(?<!`)(?P<ticks>`+)(?!`)(?P<code>.*?)(?<!`)(?P=ticks)(?!`)
    |(?P<comment><!--.*?-->)
    |(?P<link><(?:https?:|mailto:|tel:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>)
    |(?P<tag></?[a-zA-Z][^<>]*>)
    |(?P<shortcode>\{\{[^{}]*\}\})
    |(?P<attributes>\{[^{}\n]*\})
    |(?P<note>\[\^[^\]\s]+\])
    |\]\([ \t]*(?P<target><[^<>\n]*>|(?:[^\s()<>\\]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))+)(?=[\s)])
    |(?<=\])(?P<label>\[[^\[\]^\n]*\])
    |(?P<address>https?://[^\s<>]*[^\s<>.,;:!?)\]*_"'»”|]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff])
    """,
    re.VERBOSE | re.DOTALL,
)
_CALLED = {
    "code": "code",
    "comment": "a comment",
    "link": "a link",
    "tag": "an HTML tag",
    "shortcode": "a shortcode",
    "attributes": "attributes",
    "note": "the mark of a footnote",
    "target": "where the link leads",
    "label": "the name of a link",
    "address": "an address",
    "control": "a sign that is not seen",
}


class Token(NamedTuple):
    """Something that must come back: what it is, how it is written, and from where to where."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def called(self) -> str:
        """What it is, for translators."""
        return _CALLED[self.kind]


def tokens(words: str) -> tuple[Token, ...]:
    """Return what is protected in a piece of Markdown, in the order of the text."""
    return tuple(_tokens(words))


def _tokens(words: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(words):
        kind = match.lastgroup
        if match["ticks"] is not None:
            yield Token("code", match[0], match.start(), match.end())
        elif kind:
            yield Token(kind, match[kind], match.start(kind), match.end(kind))


def wordless(text: str) -> bool:
    """Return whether there is no letter in a text but in what is protected."""
    last, left = 0, []
    for token in tokens(text):
        left.append(text[last : token.start])
        last = token.end
    return not any(sign.isalpha() for sign in "".join((*left, text[last:])))


def numbered(words: str) -> Parts:
    """Return the words of a source with a numbered placeholder for all that is protected."""
    return _parts(words, tokens(words), range(1, len(tokens(words)) + 1))


def matched(words: str, source: Sequence[Token]) -> tuple[Parts, Mapping[int, str]]:
    """Return the words of a translation with the placeholders of its source.

    What is written alike in both has the same number. What is left of a kind is taken in order, if
    there is as much of it on both sides; its own way of writing it comes with its number. What has
    no counterpart stays in the words.
    """
    found = tokens(words)
    free = dict(enumerate(source, 1))
    numbers: dict[int, int] = {}
    for at, token in enumerate(found):
        same = next((n for n, one in free.items() if one[:2] == token[:2]), None)
        if same is not None:
            numbers[at] = same
            del free[same]
    own: dict[int, str] = {}
    for kind in {token.kind for token in found} - {"control"}:
        here = [at for at, token in enumerate(found) if at not in numbers and token.kind == kind]
        there = [n for n, token in free.items() if token.kind == kind]
        if len(here) == len(there):
            numbers |= dict(zip(here, there, strict=True))
            own |= {n: found[at].text for at, n in zip(here, there, strict=True)}
    known = [found[at] for at in sorted(numbers)]
    return _parts(words, known, [numbers[at] for at in sorted(numbers)]), own


def _parts(words: str, found: Sequence[Token], numbers: Sequence[int]) -> Parts:
    parts: list[str | int] = []
    last = 0
    for token, number in zip(found, numbers, strict=True):
        if token.start > last:
            parts.append(words[last : token.start])
        parts.append(number)
        last = token.end
    return (*parts, *([words[last:]] if last < len(words) else []))


def sayable(parts: Parts) -> bool:
    """Return whether no sign is left in the words that a file for translators cannot hold."""
    said = (part for part in parts if isinstance(part, str))
    return not any(token.kind == "control" for part in said for token in tokens(part))


def restored(parts: Parts, names: Mapping[int, str]) -> str:
    """Return words with what stands for each placeholder. Raises KeyError for one unknown."""
    return "".join(names[part] if isinstance(part, int) else part for part in parts)


def lost_and_added(words: str, expected: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return what is missing in new words of what is to be in them, and what is too much."""
    found = tokens(words)
    here, there = (Counter((one.kind, one.text) for one in side) for side in (found, expected))
    return _rest(expected, there - here), _rest(found, here - there)


def _rest(side: Sequence[Token], counts: Counter[tuple[str, str]]) -> list[Token]:
    rest = []
    for token in reversed(side):
        key = token.kind, token.text
        if counts[key] > 0:
            counts[key] -= 1
            rest.append(token)
    return rest[::-1]
