"""One page that is to be rendered, in every language of the plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar

from planpress.model.dataclass import dataclass
from planpress.model.site import Site
from planpress.model.words import Words

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Turn:
    """A step to another page: its title, and its path as in `Leaf.path`."""

    title: Words
    path: str


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page, before it is a file.

    `template` is a name under `templates/` (`pages/indicator.html`); `path` is the same in every
    language (`indicators/graduation-rate/`, `""` for the home page). `context` is what the
    template receives besides what every template receives (see templates/README.md). `section` is
    the key of the entry of the navigation that is marked as current: plan, priorities, on-track,
    work, data, about, or empty. `crumbs` are the pages above this one, the home page left out.
    `made_from` is the content file a reader of a problem should open, `records` name what the page
    says (`indicators/graduation-rate`, `plan`), for the day of the last change. A page that is not
    `listed` (404) may be shown at any address, and is left out of the sitemap and of search
    engines; so is a page `for_staff`, to which no other page leads, and one to be `framed` in
    other websites.
    """

    template: str
    path: str
    title: Words
    summary: Words = field(default_factory=Words)
    context: Mapping[str, Any] = field(default_factory=dict)
    section: str = ""
    crumbs: tuple[Turn, ...] = ()
    previous: Turn | None = None
    next: Turn | None = None
    made_from: str = ""
    records: tuple[str, ...] = ()
    listed: bool = True
    for_staff: bool = False
    framed: bool = False


def in_line(
    records: Sequence[R], turn: Callable[[R], Turn]
) -> Iterator[tuple[R, Turn | None, Turn | None]]:
    """Return each record with the turns to the one before it and to the one after it."""
    turns = (None, *map(turn, records), None)
    return zip(records, turns, turns[2:], strict=False)


Family = Callable[[Site], Iterable[Leaf]]
"""Makes all pages of one kind."""


def say_in_all(site: Site, message: str, **values: Any) -> Words:
    """Return an interface message in every language of the plan."""
    return Words({code: site.languages[code].say(message, **values) for code in site.languages})
