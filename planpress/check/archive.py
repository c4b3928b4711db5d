"""Rules about pages of earlier plans, which are kept as they were."""

from collections.abc import Iterator

from planpress.model.page import PageRecord, Section, kept_since
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice, warning
from planpress.model.project import Project
from planpress.model.reading import Reading


def archived_parts(reading: Reading, project: Project) -> Iterator[Problem]:
    """A page of an earlier plan belongs to that plan's own page, not to another part of it."""
    for page in _archived(project):
        whole = project.pages.get(page.plan or "")
        if whole and whole.plan and whole is not page:
            message = f"“{whole.id}” is itself only a part of an earlier plan"
            hint = f"Name the page of the plan as a whole: plan: {whole.plan}."
            yield error(page.source.at("plan"), "archived-part", message, hint)


def archived_days(reading: Reading, project: Project) -> Iterator[Problem]:
    """The day since when a page is kept lies not in the future."""
    for page in _archived(project):
        if page.archived_on and reading.as_of and page.archived_on > reading.as_of:
            message = f"the page is kept since {page.archived_on}, which is after {reading.as_of}"
            hint = "Write the day since when its words have been as they are."
            yield notice(page.source.at("archived_on"), "day-to-come", message, hint)


def archived_words(reading: Reading, project: Project) -> Iterator[Problem]:
    """The words of an archived page are those of the day on which it was archived."""
    for page in _archived(project):
        since = kept_since(page, project.pages)
        for language in project.languages:
            path = page.source.files.get(language)
            day = reading.changed.get((f"pages/{page.id}", language))
            if path and since and day and day > since:
                message = (
                    f"the page is said to be as it was on {since}, but its words in "
                    f"language “{language}” were changed later, by {day}"
                )
                hint = "Bring the file and content/history/ back from git, or mend archived_on."
                yield warning(Place(path, 1), "archived-words", message, hint)


def _archived(project: Project) -> Iterator[PageRecord]:
    return (page for page in project.pages.values() if page.section is Section.ARCHIVE)
