"""What a translation's file says of itself: who translated it, and who has read it."""

from dataclasses import replace
from datetime import date

from planpress.model.fields import a_date
from planpress.model.problem import Problem, error
from planpress.model.translated import MARKS, Translated
from planpress.read.sheet import Sheet


def without_marks(sheet: Sheet) -> tuple[Sheet, Translated, list[Problem]]:
    """Return the sheet with its words alone, what it says of itself, and what is wrong with that.

    `reviewed_by` and `reviewed_on` need each other.
    """
    said, problems = {}, []
    for key in MARKS:
        written = sheet.tree.get(key)
        if isinstance(written, str) and written.strip():
            said[key] = written.strip()
        elif written is not None:
            hint = "Write it in one line, or remove the key."
            message = f"“{key}” should be a single value"
            problems.append(error(sheet.at((key,)), "wrong-shape", message, hint))
    day, wrong = _day(sheet, said)
    problems += wrong
    for key, other in (("reviewed_by", "reviewed_on"), ("reviewed_on", "reviewed_by")):
        if key in said and other not in sheet.tree:
            message = f"“{key}” stands without “{other}”"
            hint = "Say who has read the translation and on which day, such as 2026-08-31."
            problems.append(error(sheet.at((key,)), "missing-key", message, hint))
    marks = Translated(
        by=said.get("translated_by", ""), reviewed_by=said.get("reviewed_by", ""), reviewed_on=day
    )
    words = {key: tree for key, tree in sheet.tree.items() if key not in MARKS}
    return replace(sheet, tree=words), marks, problems


def _day(sheet: Sheet, said: dict[str, str]) -> tuple[date | None, list[Problem]]:
    if "reviewed_on" not in said:
        return None, []
    try:
        return a_date(said["reviewed_on"]), []
    except ValueError as wrong:
        hint = "Write the day of the review as year-month-day."
        return None, [error(sheet.at(("reviewed_on",)), "wrong-value", str(wrong), hint)]
