"""What the explorer's script says, in one language."""

from collections.abc import Mapping

from planpress.model.language import Language


def words(language: Language) -> Mapping[str, str]:
    """Return every message by the name that the script knows it by; holes stay `%(name)s`."""
    say = language.say
    return {
        **_figure(language),
        **_row(language),
        # Translators: the line of a chart, as a reader counts them: Line 2
        "line": say("Line %(number)s"),
        "everyone": say("Everyone"),
        "remove": say("Remove"),
        "added": say("Line %(number)s added: %(name)s."),
        "changed": say("Line %(number)s is now: %(name)s."),
        "removed": say("Removed: %(name)s."),
        "shows": say("The chart shows: %(names)s."),
        "span": say("Periods: %(first)s to %(last)s."),
        "way_shown": say("The path to the target is shown."),
        "way_hidden": say("The path to the target is not shown."),
        "instead": say("There is no such combination, so the line is about %(name)s."),
        "full": say("Six lines are the most. Remove one to add another."),
        "loading": say("Loading the numbers"),
        "failed": say("The numbers could not be loaded. Check the connection and choose again."),
        "saved": say("Saved: %(file)s"),
    }


def _figure(language: Language) -> Mapping[str, str]:
    say = language.say
    return {
        "and_then": say("%(before)s, %(after)s"),
        "then": say("%(before)s; %(after)s"),
        "named": say("%(measure)s: %(name)s"),
        "dated": say("%(value)s (%(period)s)"),
        "runs": say("%(first)s to %(last)s"),
        "extremes": say("Highest: %(high)s, %(most)s. Lowest: %(low)s, %(least)s (%(period)s)"),
        "begins": say("axis begins at %(amount)s"),
        "percent": say("percent"),
        "students": say("students"),
        "people": say("people"),
        "schools": say("schools"),
        "days": say("days"),
        "dollars": say("dollars"),
        "points": say("points"),
        "exact": "%(amount)s",
        ">=": say("at least %(amount)s"),
        "<=": say("at most %(amount)s"),
        "G": say("Green"),
        "AG": say("Amber-Green"),
        "AR": say("Amber-Red"),
        "R": say("Red"),
        "course": say("%(name)s: from %(first)s to %(last)s; lowest %(low)s, highest %(high)s."),
        "single": say("%(name)s: one result, %(first)s."),
        "none": say("%(name)s: no results in these periods."),
        "target_is": say("Target: %(value)s (%(period)s)."),
        "rated": say("Rating: %(rating)s."),
        "not_shown": say("Not shown to protect privacy: %(groups)s."),
        "source": say("Source"),
        "as_of": say("As of %(day)s"),
    }


def _row(language: Language) -> Mapping[str, str]:
    say = language.say
    return {
        "table": say("The numbers of the chart"),
        "period": say("Period"),
        "expected": say("Expected"),
        "target": say("Target"),
        "hidden": say("Not shown to protect privacy"),
        "no_result": say("No result"),
        "no_results": say("No results published yet"),
        "not_administered": say("Not measured in this period"),
        "not_comparable": say("Not comparable with the other results"),
        "preliminary": say("Preliminary"),
        "break": say("Break in series"),
    }
