"""What is told from day to day, as known on the site's day: updates, reports, voices, changes."""

from planpress.model.move import Move
from planpress.model.report import ReportRecord
from planpress.model.site import Site
from planpress.model.update import UpdateRecord
from planpress.model.voice import VoiceRecord


def updates_so_far(site: Site) -> tuple[UpdateRecord, ...]:
    """Return the updates up to the site's day, the newest first."""
    found = (update for update in site.project.updates.values() if update.day <= site.as_of)
    return tuple(sorted(found, key=lambda update: (update.day, update.id), reverse=True))


def moves_so_far(site: Site) -> tuple[Move, ...]:
    """Return the changes of ratings and results up to the site's day, the newest first."""
    return tuple(move for move in site.moves if move.day <= site.as_of)


def has_news(site: Site) -> bool:
    """Return whether there is something for the page of updates and the feed."""
    return bool(updates_so_far(site) or moves_so_far(site))


def reports_so_far(site: Site) -> tuple[ReportRecord, ...]:
    """Return the reports given up to the site's day, the newest first."""
    found = (report for report in site.project.reports.values() if report.date <= site.as_of)
    return tuple(sorted(found, key=lambda report: (report.date, report.id), reverse=True))


def voices_so_far(site: Site) -> tuple[VoiceRecord, ...]:
    """Return what was said up to the site's day, the newest first."""
    found = (voice for voice in site.project.voices.values() if voice.date <= site.as_of)
    return tuple(sorted(found, key=lambda voice: (voice.date, voice.id), reverse=True))
