"""Rules about what is told from day to day: updates and reports."""

from collections.abc import Iterator

from planpress.model.problem import Problem, warning
from planpress.model.project import Project
from planpress.model.reading import Reading


def update_ids(reading: Reading, project: Project) -> Iterator[Problem]:
    """The id of an update begins with its date."""
    for update in project.updates.values():
        if not update.id.startswith(f"{update.day}-"):
            message = f"“{update.id}” does not begin with its date, {update.day}"
            hint = f"Name the file {update.day}-… in every language, or mend the date."
            yield warning(update.source.at("date"), "update-id", message, hint)


def empty_reports(reading: Reading, project: Project) -> Iterator[Problem]:
    """A monitoring report says something itself, or comes as a file."""
    for report in project.reports.values():
        if not (report.summary or report.file):
            message = "this report has neither a summary nor a file"
            hint = "Add “summary” with what it found, or “file” with the report itself."
            yield warning(report.source.at(), "empty-report", message, hint)
