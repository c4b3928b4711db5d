"""The feed to subscribe to: updates, and changes of ratings and results (Atom, RFC 4287)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape

from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.move import Known, Move
from planpress.model.site import Site
from planpress.model.update import UpdateRecord
from planpress.render.address import Address
from planpress.render.markdown import html
from planpress.render.moves import moved_title, result_words, standing_word
from planpress.render.news import moves_so_far, updates_so_far, voices_so_far
from planpress.render.voices import translated_from

NEWEST = 60
"""How many entries a feed has at most."""

_TARGET = re.compile(r'(?<= )(href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A piece of news: `name` is the same for ever, `content` is HTML, `path` as in `Leaf.path`."""

    name: str
    day: date
    title: str
    content: str
    path: str
    summary: str = ""


def feed_file(site: Site, language: Language) -> bytes:
    """Return the feed of a plan in a language; the same bytes for the same site."""
    from feedgen.feed import (  # type: ignore[import-untyped] # noqa: PLC0415 (many plans have no feed)
        FeedGenerator,
    )

    plan, code = site.project.plan, language.code
    entries = _newest(site, language)
    feed = FeedGenerator()
    feed.id(_tag(site, f"{code}/feed"))
    feed.title(plan.title.said(code).text)
    feed.subtitle(language.say("News about the plan, and changes of its ratings and results."))
    feed.author(name=plan.organisation.said(code).text)
    feed.generator("planpress")
    feed.language(code)
    feed.updated(_noon(max((entry.day for entry in entries), default=plan.start)))
    feed.link(href=_whole(site, code, "feed.xml"), rel="self", type="application/atom+xml")
    page = _whole(site, code, "updates/")
    feed.link(href=page, rel="alternate", type="text/html", hreflang=code)
    for other in site.project.languages:
        if other != code:
            told = _whole(site, other, "feed.xml")
            feed.link(href=told, rel="alternate", type="application/atom+xml", hreflang=other)
    for entry in entries:
        made = feed.add_entry(order="append")
        made.id(_tag(site, f"{code}/{entry.name}"))
        made.title(entry.title)
        made.updated(_noon(entry.day))
        made.published(_noon(entry.day))
        page = _whole(site, code, entry.path)
        made.link(href=page, rel="alternate", type="text/html", hreflang=code)
        if entry.summary:
            made.summary(entry.summary)
        made.content(_absolute(entry.content, page), type="html")
    return bytes(feed.atom_str(pretty=True))


def _newest(site: Site, language: Language) -> list[Entry]:
    """Return the newest entries; on one day the updates stand before the changes."""
    updates = (_update(site, language, update) for update in updates_so_far(site))
    moves = (_move(site, language, move) for move in moves_so_far(site))
    ordered = sorted((*updates, *moves), key=lambda entry: entry.day, reverse=True)
    return ordered[:NEWEST]


def _update(site: Site, language: Language, update: UpdateRecord) -> Entry:
    text, spoken = update.body.said(language.code)
    content = html(
        text,
        language=site.languages[spoken],
        link=lambda path: _inside(site, language.code, path),
        shortcode=lambda name, argument: _filled(site, language, name, argument),
        store=site.store,
    )
    content = _directed(site, language, spoken, content)
    return Entry(
        name=f"updates/{update.id}",
        day=update.day,
        title=update.title.said(language.code).text,
        summary=update.summary.said(language.code).text,
        content=content or str(escape(update.title.said(language.code).text)),
        path=f"updates/{update.id}/",
    )


def _move(site: Site, language: Language, move: Move) -> Entry:
    known = move.indicator in site.project.indicators
    title = moved_title(site, move).said(language.code).text
    told = (f"{title}.", result_words(site, move, language))
    return Entry(
        name=f"moves/{move.indicator}/{move.day}",
        day=move.day,
        title=title,
        content=_directed(
            site, language, language.code, Markup("<p>{}</p>").format(" ".join(filter(None, told)))
        ),
        path=f"indicators/{move.indicator}/" if known else "updates/",
    )


def _directed(site: Site, language: Language, spoken: str, content: str) -> str:
    """Return content with its language where that is not the feed's, and from right to left so."""
    directions = {language.direction, site.languages[spoken].direction}
    if not content or (spoken == language.code and directions == {"ltr"}):
        return str(content)
    direction = f' dir="{site.languages[spoken].direction}"' if "rtl" in directions else ""
    return f'<div lang="{spoken}"{direction}>{content}</div>'


def _filled(site: Site, language: Language, name: str, argument: str) -> str:
    """A chart becomes a link to its measure: readers of feeds show no pictures of this kind."""
    code = language.code
    if name == "quote":
        return "".join(_quoted(site, language, argument))
    indicator = site.project.indicators.get(argument)
    if indicator is None:
        return ""
    found = site.assessments[argument]
    return Markup('<p><a href="{}">{}</a>: <b>{}</b>. {}</p>').format(
        _whole(site, code, f"indicators/{argument}/"),
        indicator.title.said(code).text,
        standing_word(Known.of(found), language),
        found.sentences.get(code, ""),
    )


def _quoted(site: Site, language: Language, voice: str) -> Iterator[str]:
    for found in voices_so_far(site):
        if found.id == voice:
            text, spoken = found.quote.said(language.code)
            yield Markup('<blockquote lang="{}"><p>{}</p></blockquote>').format(spoken, text)
            who = found.who.said(language.code).text
            told = language.sequence(filter(None, (who, language.date(found.date))))
            line = f"{told}. {translated_from(found, language)}".strip()
            yield Markup("<p>{}</p>").format(line)


def _absolute(content: str, page: str) -> str:
    """Return HTML whose links and pictures have whole addresses."""
    return _TARGET.sub(lambda m: f'{m[1]}="{escape(urljoin(page, _plain(m[2])))}"', content)


def _plain(attribute: str) -> str:
    return Markup(attribute).unescape()  # noqa: S704 (it is escaped again)


def _inside(site: Site, code: str, target: str) -> str:
    """Return the whole address of what a text of the plan links to on the site itself."""
    path, mark, anchor = target.lstrip("/").partition("#")
    if "." in path.rsplit("/", 1)[-1]:
        return f"{site.base_url.rstrip('/')}/{path}{mark}{anchor}"
    folder = path if path == "" or path.endswith("/") else f"{path}/"
    return _whole(site, code, folder) + mark + anchor


def _whole(site: Site, code: str, path: str) -> str:
    default = code == site.project.languages[0]
    return Address(path, code, default).canonical(site.base_url)


def _tag(site: Site, name: str) -> str:
    """Return an id that stays the same wherever the site is put (RFC 4151)."""
    plan = site.project.plan
    return f"tag:{urlsplit(plan.url).hostname},{plan.start}:{name}"


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
