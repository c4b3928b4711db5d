"""All rules, in one tuple."""

from collections.abc import Callable, Iterator

from planpress.check.numbers import (
    data_files,
    declared_codes,
    declared_dimensions,
    percent_values,
    period_forms,
    repeated_rows,
    results_to_come,
    valued_statuses,
)
from planpress.check.plans import (
    page_addresses,
    plan_dates,
    plan_languages,
    repeated_ids,
    repeated_orders,
)
from planpress.check.references import dangling_goals, dangling_references, unknown_shortcodes
from planpress.check.reviews import rated_elements, straddling_ratings
from planpress.check.targets import target_parts, target_periods, target_values
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.reading import Reading

Rule = Callable[[Reading, Project], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    plan_dates,
    plan_languages,
    page_addresses,
    repeated_orders,
    repeated_ids,
    dangling_references,
    dangling_goals,
    unknown_shortcodes,
    target_parts,
    target_periods,
    target_values,
    data_files,
    declared_codes,
    declared_dimensions,
    repeated_rows,
    period_forms,
    percent_values,
    valued_statuses,
    results_to_come,
    rated_elements,
    straddling_ratings,
)


def check(reading: Reading) -> tuple[Problem, ...]:
    """Return what every rule finds in what was read; nothing where there is no plan."""
    if reading.project is None:
        return ()
    return tuple(problem for rule in RULES for problem in rule(reading, reading.project))
