from dataclasses import replace
from datetime import date
from gettext import NullTranslations

import pytest
from unit.assess.measures import measure

from planpress.assess import judged as module
from planpress.assess.equity import groups_of
from planpress.assess.judged import judged
from planpress.assess.look_back import looked_back
from planpress.assess.method import assess
from planpress.model.calendar import Calendar
from planpress.model.language import Language
from planpress.model.period import MonthDay, Period
from planpress.model.plan import PlanRecord
from planpress.model.project import Project
from planpress.model.series import Observation, Series
from planpress.model.source import Source
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord
from planpress.model.value import Value
from planpress.model.words import Words
from planpress.store import Store

AS_OF = date(2024, 10, 1)
NAMES = ("both", "reading", "math", "alone")


def record(name, **facts):
    usual = {"type": "numeric", "period": "2024-25", "value": "62", "groups": "yes"}
    made = measure(name, **{"target": usual, **facts})
    return made.model_copy(update={"source": replace(made.source, digest=f"{name} {facts}")})


def plan(*extra):
    words, source = Words({"en": "Tutors"}), Source({"en": "content/x.md"}, {})
    tactic = TacticRecord.model_construct(
        id="tutors", source=source, title=words, smart_goals=("reading", "alone")
    )
    look = StocktakeRecord(
        id="2023-11-01-tutors",
        source=source,
        tactic="tutors",
        date="2023-11-01",
        status="held",
    )
    both = record("both", target={"type": "compound", "all_of": ["reading", "math"]})
    indicators = {one.id: one for one in (both, record("reading"), record("math"), *extra)}
    return Project(
        plan=PlanRecord.model_construct(school_year_starts=MonthDay(7, 1)),
        indicators={**indicators, **({} if extra else {"alone": record("alone")})},
        tactics={"tutors": tactic},
        stocktakes={look.id: look},
    )


def numbers(value="55"):
    def rows(last):
        for codes, more in (((), 0), ((("group", "a"),), -4)):
            for year, number in (("2020-21", 50), ("2022-23", 53), ("2023-24", last)):
                shown = Value.parse(str(int(number) + more))
                yield Observation(Period.parse(year), shown, Value.parse("400"), codes=codes)

    return {
        name: Series(
            indicator=name,
            observations=tuple(rows(value if name == "reading" else "55")),
        ).known_by(f"{name} {value if name == 'reading' else '55'}")
        for name in NAMES
    }


@pytest.fixture
def languages():
    return {
        code: replace(Language.of(code, "US", NullTranslations()), digest=d)
        for code, d in (("en", "e"), ("es", "s"))
    }


@pytest.fixture
def anew(monkeypatch):
    """Return the groups of measures that were judged anew."""
    groups, make = [], module._judged
    monkeypatch.setattr(
        module,
        "_judged",
        lambda project, *rest: groups.append(set(project.indicators)) or make(project, *rest),
    )
    return groups


def told(found):
    return {name: (replace(one, sentences={}), dict(one.sentences)) for name, one in found.items()}


def plain(groups):
    return {
        name: [
            (replace(one, assessment=None), told({"": one.assessment} if one.assessment else {}))
            for one in standings
        ]
        for name, standings in groups.items()
    }


def same(found, project, series, as_of, languages):
    """Assert that what was found is what the method says without a store."""
    calendar = Calendar(as_of, project.plan.school_year_starts)
    until = {name: one.until(calendar) for name, one in series.items()}
    fresh = assess(project, until, as_of, languages)
    assert told(found.assessments) == told(fresh)
    assert list(found.assessments) == list(fresh)
    standings = groups_of(project, until, calendar, languages)
    assert plain(found.groups) == plain(standings)
    assert list(found.groups) == list(standings)
    days = looked_back(project, series, as_of, languages)
    assert {day: told(found.that_day[day]) for day in days} == {d: told(days[d]) for d in days}
    assert [list(one) for one in found.that_day.values()] == [list(one) for one in days.values()]


def test_kept_or_not_it_is_what_the_method_says(tmp_path, languages):
    store = Store(tmp_path)
    for value, as_of in (("55", AS_OF), ("40", AS_OF), ("55", AS_OF), ("55", date(2026, 3, 1))):
        found = judged(plan(), numbers(value), as_of, languages, store)
        assert found.groups["alone"][0].assessment
        assert found.that_day
        same(found, plan(), numbers(value), as_of, languages)
        store.settle()
        store = Store(tmp_path)
    same(judged(plan(), numbers(), AS_OF, languages), plan(), numbers(), AS_OF, languages)


def test_one_changed_file_judges_what_it_is_a_part_of(languages, anew):
    store = Store(None)
    judged(plan(), numbers(), AS_OF, languages, store)
    assert anew == [{"both", "reading", "math"}, {"alone"}]
    anew.clear()
    judged(plan(), numbers(), AS_OF, languages, store)
    assert anew == []
    found = judged(plan(), numbers("40"), AS_OF, languages, store)
    assert anew == [{"both", "reading", "math"}]
    assert found.assessments["reading"].latest.value == Value.parse("40")


@pytest.mark.parametrize("change", ["record", "language", "day", "stocktake", "moved"])
def test_whatever_is_said_depends_on_judges_anew(languages, anew, change):
    store = Store(None)
    judged(plan(), numbers(), AS_OF, languages, store)
    anew.clear()
    project, spoken, day = plan(), languages, AS_OF
    match change:
        case "record":
            project = plan(record("alone", tolerance="3"), record("new"))
        case "language":
            spoken = {**languages, "es": replace(languages["es"], digest="other")}
        case "day":
            day = date(2025, 1, 1)
        case "stocktake":
            project = replace(project, stocktakes={})
        case "moved":
            (look,) = project.stocktakes.values()
            moved = look.model_copy(update={"date": date(2024, 8, 1)})
            project = replace(project, stocktakes={look.id: moved})
    found = judged(project, numbers(), day, spoken, store)
    assert {"alone"} in anew
    same(found, project, numbers(), day, spoken)


def test_without_digests_nothing_is_kept(languages, anew):
    store = Store(None)
    bare = {name: replace(one) for name, one in numbers().items()}
    for _ in range(2):
        judged(plan(), bare, AS_OF, languages, store)
    assert len(anew) == 4
    assert not store.live
