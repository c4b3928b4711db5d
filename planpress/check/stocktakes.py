"""Rules about stocktakes: when they are held, and what only a held one can have found."""

from collections.abc import Iterator

from planpress.model.period import Form
from planpress.model.problem import Problem, error, warning
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.stocktake import Held

_FOUND = ("successes", "challenges", "course_of_action", "actions", "requests", "presentation")


def stocktake_ids(reading: Reading, project: Project) -> Iterator[Problem]:
    """A stocktake's file is named after its date and its tactic."""
    for stocktake in project.stocktakes.values():
        wanted = f"{stocktake.date}-{stocktake.tactic}"
        if stocktake.id != wanted:
            message = f"the file's name is not the date and the tactic, {wanted}"
            hint = "Rename the file, or mend the date or the tactic in it."
            yield warning(stocktake.source.at(), "stocktake-id", message, hint)


def postponed_stocktakes(reading: Reading, project: Project) -> Iterator[Problem]:
    """A postponed stocktake says to which later day it was moved, and no other does."""
    for stocktake in project.stocktakes.values():
        moved, at = stocktake.moved_to, stocktake.source.at
        if stocktake.status is Held.POSTPONED and moved is None:
            message = "a postponed stocktake needs “moved_to”, the new day"
            hint = "Add moved_to: with the date, or write status: cancelled."
            yield error(at("status"), "postponed-stocktake", message, hint)
        elif stocktake.status is not Held.POSTPONED and moved is not None:
            message = f"“moved_to” stands beside status: {stocktake.status}"
            hint = "Write status: postponed, or remove moved_to."
            yield error(at("moved_to"), "postponed-stocktake", message, hint)
        elif moved is not None and moved <= stocktake.date:
            message = f"{moved} is not later than {stocktake.date}, from which it was moved"
            yield error(at("moved_to"), "postponed-stocktake", message, "Mend one of the dates.")


def stocktakes_not_held(reading: Reading, project: Project) -> Iterator[Problem]:
    """Only a stocktake that was held has found and judged something."""
    for stocktake in project.stocktakes.values():
        if stocktake.status is Held.HELD:
            continue
        at = stocktake.source.at
        if stocktake.judged:
            message = f"a rating is judged, but the status is {stocktake.status}"
            hint = "Write status: held, or remove judged and rationale."
            yield error(at("judged"), "judged-not-held", message, hint)
        for key in _FOUND:
            if getattr(stocktake, key):
                message = f"“{key}” is not shown while the status is {stocktake.status}"
                hint = "Write status: held once it was held, or remove it."
                yield warning(at(key), "found-not-held", message, hint)


def stocktakes_without_record(reading: Reading, project: Project) -> Iterator[Problem]:
    """A stocktake whose day has passed was held, moved or cancelled, and its record says which."""
    if reading.as_of is None:
        return
    days = {(stocktake.tactic, stocktake.date) for stocktake in project.stocktakes.values()}
    for stocktake in project.stocktakes.values():
        moved, at = stocktake.moved_to, stocktake.source.at
        if stocktake.status is Held.SCHEDULED and stocktake.date < reading.as_of:
            message = f"{stocktake.date} has passed, and the stocktake is still scheduled"
            hint = "Write what was found and status: held, or postponed or cancelled."
            yield warning(at("status"), "stocktake-without-record", message, hint)
        elif (
            stocktake.status is Held.POSTPONED
            and moved is not None
            and moved < reading.as_of
            and (stocktake.tactic, moved) not in days
        ):
            message = f"{moved} has passed, and nothing is recorded of the new stocktake"
            hint = f"Add content/stocktakes/{moved}-{stocktake.tactic}.md."
            yield warning(at("moved_to"), "stocktake-without-record", message, hint)


def stocktake_schedules(reading: Reading, project: Project) -> Iterator[Problem]:
    """A schedule is for a school year, and each school year has one."""
    plan = project.plan
    years = [schedule.period for schedule in plan.schedules]
    for at, year in enumerate(years):
        place = plan.source.at("schedules", at, "period")
        if year.form is not Form.SCHOOL_YEAR:
            hint = "Write a school year such as 2026-27."
            yield error(place, "schedule-period", f"“{year}” is not a school year", hint)
        elif year in years[:at]:
            message = f"the school year {year} stands twice"
            yield error(place, "repeated-schedule", message, "Remove one of the two.")
