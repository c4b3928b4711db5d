"""How much CPU the assessment of a large plan takes: `python3 -m bench.assessing`.

The plan is made up in memory: 1,000 indicators of 10 periods and 15 student groups, with n. What is
measured is what the pipeline asks of planpress.assess: ratings with their working and history for
everyone, gaps and ratings for every group; then, apart, the sentences of all indicators in one
language. Needs the interpreter that has the dependencies, such as .venv/bin/python.
"""

import argparse
import gc
import json
import sys
import time
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def plan(indicators: int, periods: int, groups: int) -> tuple[Any, dict[str, Any]]:
    """Return a made-up project and its series."""
    from planpress.model.equity import GROUP  # noqa: PLC0415 (bench/__main__ needs none of it)
    from planpress.model.indicator import IndicatorRecord  # noqa: PLC0415
    from planpress.model.period import Form, MonthDay, Period  # noqa: PLC0415
    from planpress.model.plan import PlanRecord  # noqa: PLC0415
    from planpress.model.project import Project  # noqa: PLC0415
    from planpress.model.series import Observation, Series  # noqa: PLC0415
    from planpress.model.source import Source  # noqa: PLC0415
    from planpress.model.value import Value  # noqa: PLC0415
    from planpress.model.words import Words  # noqa: PLC0415

    chance = Random(1)
    words = Words({"en": "A measure"})
    first, last = Period(Form.SCHOOL_YEAR, 2014), Period(Form.SCHOOL_YEAR, 2026)
    records, series = {}, {}
    for at in range(indicators):
        name = f"measure-{at}"
        start = Decimal(chance.randrange(300, 600)) / 10
        records[name] = IndicatorRecord.model_validate(
            {
                "id": name,
                "source": Source({"en": f"content/indicators/{name}.md"}, {}),
                "title": words,
                "definition": words,
                "role": "measure",
                "unit": "percent",
                "decimals": "1",
                "direction": "increase",
                "baseline": {"period": str(first), "value": str(start)},
                "target": {
                    "type": "numeric",
                    "period": str(last),
                    "value": str(start + 12),
                    "groups": "yes",
                },
                "sources": ({"name": "Made up"},),
            }
        )
        rows = [
            Observation(
                period=Period(Form.SCHOOL_YEAR, first.number + year),
                value=Value(start + Decimal(chance.randrange(-20, 120)) / 10),
                n=Value(Decimal(chance.randrange(20, 4000))),
                codes=codes,
            )
            for codes in [(), *(((GROUP, f"g{group:02d}"),) for group in range(groups))]
            for year in range(periods)
        ]
        series[name] = Series(indicator=name, dimensions=(GROUP,), observations=tuple(rows))
    made = PlanRecord.model_construct(school_year_starts=MonthDay(7, 1))
    return Project(plan=made, indicators=records), series


def seconds(indicators: int, periods: int, groups: int, repeats: int) -> dict[str, float]:
    """Return the median CPU seconds of each part."""
    from planpress.assess.equity import groups_of  # noqa: PLC0415
    from planpress.assess.method import assess  # noqa: PLC0415
    from planpress.model.calendar import Calendar  # noqa: PLC0415
    from planpress.model.language import Language  # noqa: PLC0415
    from planpress.model.period import MonthDay  # noqa: PLC0415

    project, series = plan(indicators, periods, groups)
    languages = {"en": Language.of("en", "US", NullTranslations())}
    day = date(2024, 11, 30)
    calendar = Calendar(day, MonthDay(7, 1))
    spent: dict[str, list[float]] = {"everyone": [], "groups": [], "sentences": []}
    for _ in range(repeats):
        gc.collect()
        gc.freeze()  # as the pipeline does with what it has read
        began = time.process_time()
        found = assess(project, series, day, languages)
        then = time.process_time()
        standings = groups_of(project, series, calendar, languages)
        later = time.process_time()
        said = [assessment.sentences["en"] for assessment in found.values()]
        spent["sentences"].append(time.process_time() - later)
        spent["groups"].append(later - then)
        spent["everyone"].append(then - began)
        assert len(said) == len(standings) == indicators
    gc.unfreeze()
    return {part: round(median(times), 3) for part, times in spent.items()}


def main() -> int:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.assessing", description=__doc__)
    for name, usual in (("indicators", 1000), ("periods", 10), ("groups", 15), ("repeats", 5)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    gc.set_threshold(10_000, 50, 100)  # as the pipeline does
    spent = seconds(asked.indicators, asked.periods, asked.groups, asked.repeats)
    whole = round(spent["everyone"] + spent["groups"], 3)
    print(json.dumps({**vars(asked), "cpu": {**spent, "assessed": whole}}))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
