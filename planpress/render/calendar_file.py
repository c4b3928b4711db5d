"""The calendar to subscribe to: stocktakes, and the days by which results are expected."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from urllib.parse import urlsplit

from planpress.makers import makers
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.period import Form, Period
from planpress.model.plan import ScheduleStatus
from planpress.model.site import Site
from planpress.model.stocktake import StocktakeRecord
from planpress.model.when import for_period
from planpress.model.words import Said
from planpress.render.address import Address
from planpress.render.standing import measures
from planpress.render.stocktakes import Sitting, Stage, sitting
from planpress.store import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One day of the calendar; `changed` counts its changes, the last was on `since`.

    `busy` says whether the day is taken up by it.
    """

    name: str
    day: date
    title: Said
    text: str
    path: str
    status: str = "CONFIRMED"
    changed: int = 0
    since: date
    busy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """All that a calendar says; `host` names its entries, `base_url` is where they lead."""

    title: Said
    language: str
    default: bool
    host: str | None
    base_url: str
    entries: tuple[Entry, ...]


def calendar_file(site: Site, language: Language) -> bytes:
    """Return the calendar of a plan in a language (RFC 5545); the same bytes for the same site.

    An entry keeps its UID whatever becomes of it. Nothing in it depends on the day of the build.
    """
    plan, code = site.project.plan, language.code
    entries = (*_stocktakes(site, language), *_results(site, language))
    told = _Told(
        title=plan.title.said(code),
        language=code,
        default=code == site.project.languages[0],
        host=urlsplit(plan.url).hostname,
        base_url=site.base_url,
        entries=tuple(sorted(entries, key=lambda entry: (entry.day, entry.name))),
    )
    key = digest("calendar", makers(), repr(told))
    return site.store.recalled(key, partial(_written, told))


def _written(told: _Told) -> bytes:
    from icalendar import Calendar, Event  # noqa: PLC0415 (most plans have no calendar)

    code = told.language
    calendar = Calendar()
    calendar.add("prodid", f"-//planpress//{code.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", told.title.text, {"LANGUAGE": told.title.language})
    calendar.add("x-wr-calname", told.title.text)
    for entry in told.entries:
        since = datetime.combine(entry.since, time(), UTC)
        event = Event()
        event.add("uid", f"{entry.name}@{told.host}")
        event.add("dtstamp", since)
        event.add("last-modified", since)
        event.add("sequence", entry.changed)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title.text, {"LANGUAGE": entry.title.language})
        event.add("description", entry.text, {"LANGUAGE": code})
        event.add("url", Address(entry.path, code, told.default).canonical(told.base_url))
        event.add("status", entry.status)
        event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _drafted(site: Site, stocktake: StocktakeRecord) -> bool:
    """Return whether the schedule of the stocktake's school year is only a draft."""
    plan = site.project.plan
    year = Period.holding(Form.SCHOOL_YEAR, _day(stocktake), plan.school_year_starts)
    return any(s.period == year and s.status is ScheduleStatus.DRAFT for s in plan.schedules)


def _stocktakes(site: Site, language: Language) -> Iterator[Entry]:
    for stocktake in site.project.stocktakes.values():
        one = sitting(site, stocktake)
        changed, since = site.revised.get(stocktake.id, (0, site.project.plan.start))
        yield Entry(
            name=stocktake.id,
            day=_day(stocktake),
            title=_title(site, one, language),
            text=" ".join(_told(site, one, language)),
            path=f"stocktakes/{stocktake.id}/",
            status=_status(site, one),
            changed=changed,
            since=since,
        )


def _results(site: Site, language: Language) -> Iterator[Entry]:
    for measure in measures(site):
        found = site.assessments[measure.id]
        if found.awaited is None or found.due is None:
            continue
        title, spoken = measure.title.said(language.code)
        told = {"title": title, "for": for_period(language, found.awaited)}
        text = (
            language.say(
                "We expected the result %(for)s by this day: %(title)s. It is not here yet.",
                **told,
            )
            if found.due < site.as_of
            else language.say("By this day we expect the result %(for)s: %(title)s.", **told)
        )
        yield Entry(
            name=f"{measure.id}-{found.awaited}",
            day=found.due,
            title=Said(language.say("Result expected: %(title)s", title=title), spoken),
            text=text,
            path=f"indicators/{measure.id}/",
            since=site.project.plan.start,
            busy=False,
        )


def _day(stocktake: StocktakeRecord) -> date:
    return stocktake.moved_to or stocktake.date


def _title(site: Site, one: Sitting, language: Language) -> Said:
    own = one.stocktake.title and one.title == one.stocktake.title
    words = one.title if own else site.project.tactics[one.stocktake.tactic].title
    title, spoken = words.said(language.code)
    if not own:
        title = language.say("Stocktake: %(title)s", title=title)
    if one.stage is Stage.CANCELLED:
        title = language.say("%(title)s (cancelled)", title=title)
    elif one.stage is Stage.POSTPONED:
        title = language.say("%(title)s (postponed)", title=title)
    return Said(title, spoken)


def _status(site: Site, one: Sitting) -> str:
    """A postponed one whose new day has an entry of its own does not take place twice."""
    if one.stage is Stage.CANCELLED or one.instead:
        return "CANCELLED"
    if one.stage is not Stage.HELD and _drafted(site, one.stocktake):
        return "TENTATIVE"
    return "CONFIRMED"


def _told(site: Site, one: Sitting, language: Language) -> Iterator[str]:
    stocktake = one.stocktake
    match one.stage:
        case Stage.HELD:
            yield language.say("Held.")
        case Stage.CANCELLED:
            yield language.say("This stocktake was cancelled.")
        case Stage.POSTPONED:
            yield language.say("Postponed from %(day)s.", day=language.date(stocktake.date))
            if one.instead:
                yield language.say("The new stocktake has an entry of its own.")
        case Stage.COMING:
            yield language.say("Scheduled.")
    if one.overdue(site.as_of):
        yield language.say("The day has passed. Nothing is recorded yet.")
    if _status(site, one) == "TENTATIVE":
        yield language.say("The schedule of this school year is still a draft.")
    if one.stage not in (Stage.COMING, Stage.UNRECORDED) and stocktake.summary:
        yield stocktake.summary.said(language.code).text
