"""The pictures of pages that are passed on: what stands on each.

Measures, tactics and priorities have their own. All other pages of a language share one: painting
costs several times as much as rendering a page, and their titles stand beside the picture anyway.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from planpress.facts.cells import made_of
from planpress.facts.noting import Fact, noting
from planpress.model.card import Card, Painter
from planpress.model.document import Document
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.problem import Problem
from planpress.model.record import Record
from planpress.model.site import Site
from planpress.render.leaf import Leaf
from planpress.render.page import Press
from planpress.render.tactics import measures_of
from planpress.render.task import Desk
from planpress.spent import of

NAME = "social.png"
"""The name of a picture, in the folder of its page."""

_KINDS = ("indicators", "tactics", "priorities")
_GROUPS = re.compile(r"<g .*</g>", re.DOTALL)


def card_kind(leaf: Leaf) -> str:
    """Return the kind of the record that a page has a picture of; empty if it has none of its own.

    Such a page stands at the address of its record, and says first what is in that.
    """
    kind, _, name = leaf.path.rstrip("/").partition("/")
    return kind if kind in _KINDS and name and leaf.records[0] == f"{kind}/{name}" else ""


class _Wanted(NamedTuple):
    path: str
    code: str
    kind: str
    name: str
    made_from: str


def social_pictures(
    press: Press, desk: Desk, paint: Painter
) -> tuple[list[Document], list[Problem]]:
    """Return the pictures of all pages, and what is wrong with the template of their words.

    A picture is painted only where a word or shape on it has changed. Its words may depend on the
    day, which templates know without reading it of the site.
    """
    found: list[Document] = []
    wrong: list[Problem] = []
    missing: list[tuple[_Wanted, Card, set[Fact]]] = []
    own = made_of((press.site.as_of,))
    for one in _wanted(press):
        kept = desk.kept(one.path, own, one.made_from)
        if kept:
            found.append(kept)
            continue
        press.prepare(one.code)
        with of(f"picture {one.path}"), noting() as facts:
            card = _card(press, one)
        if isinstance(card, Problem):
            wrong.append(card)
        else:
            missing.append((one, card, facts))
    pictures = paint([card for _, card, _ in missing]) if missing else ()
    for (one, _, facts), picture in zip(missing, pictures, strict=True):
        found.append(desk.made(Document(one.path, picture, one.made_from), own, facts))
    return found, wrong


def _wanted(press: Press) -> Iterator[_Wanted]:
    project = press.site.project
    records: Sequence[tuple[str, str, Record]] = [
        (kind, name, record) for kind in _KINDS for name, record in getattr(project, kind).items()
    ]
    for code in project.languages:
        path = press.address(NAME, code).place
        yield _Wanted(path, code, "", "", project.plan.source.path)
        for kind, name, record in records:
            path = press.address(f"{kind}/{name}/{NAME}", code).place
            yield _Wanted(path, code, kind, name, record.source.path)


def _card(press: Press, one: _Wanted) -> Card | Problem:
    site = press.site
    language, plan = site.languages[one.code], site.project.plan
    notice = plan.notice.said(one.code).text if plan.notice else ""
    if not one.kind:
        return Card(
            direction=language.direction,
            organisation=plan.organisation.said(one.code).text,
            plan="",
            title=plan.title.said(one.code).text,
            line=plan.tagline.said(one.code).text if plan.tagline else "",
            notice=notice,
        )
    record = getattr(site.project, one.kind)[one.name]
    measures = _measures(site, one)
    text = press.part(
        "parts/card.html", one.path, one.code, kind=one.kind, record=record, measures=measures
    )
    if isinstance(text, Problem):
        return text
    word, line, *_ = (Markup(said).striptags() for said in (*text.split("\n"), "", ""))  # noqa: S704 (from our own template)
    rated = [site.assessments[measure.id] for measure in measures if not measure.background]
    return Card(
        direction=language.direction,
        organisation=plan.organisation.said(one.code).text,
        plan=plan.title.said(one.code).text,
        title=record.title.said(one.code).text,
        marks=tuple((found.rating, found.state.value) for found in rated),
        word=word,
        line=line,
        spark=_spark(site, one, language) if one.kind == "indicators" else "",
        notice=notice,
    )


def _measures(site: Site, one: _Wanted) -> tuple[IndicatorRecord, ...]:
    project = site.project
    if one.kind == "indicators":
        return (project.indicators[one.name],)
    if one.kind == "tactics":
        return measures_of(site, project.tactics[one.name])
    return project.measures_of(one.name)


def _spark(site: Site, one: _Wanted, language: Language) -> str:
    """Return what a sparkline shows without its words, which change more often."""
    figure = site.figures.get((one.name, "spark", language.code))
    drawn = _GROUPS.search(figure.pictures["spark"]) if figure else None
    return drawn[0] if drawn else ""
