"""All rules: those about the whole plan in one tuple, those about measures, those about words."""

from planpress.check.archive import archived_days, archived_parts, archived_words
from planpress.check.goals import smart_goals
from planpress.check.groups import group_baselines, group_targets
from planpress.check.initiatives import served_priorities
from planpress.check.measures import Rule, measures
from planpress.check.news import empty_reports, update_ids
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
    archived_pages,
    page_addresses,
    plan_dates,
    plan_languages,
    repeated_ids,
    repeated_orders,
)
from planpress.check.privacy import partition_circles, partitions, weak_privacy
from planpress.check.references import dangling_goals, dangling_references, undeclared_roles
from planpress.check.related import related_circles, related_measures
from planpress.check.reviews import (
    rated_elements,
    review_dates,
    reviews_to_come,
    straddling_ratings,
)
from planpress.check.revisions import (
    repeated_revisions,
    revision_chain,
    revision_order,
    revision_periods,
)
from planpress.check.stocktakes import (
    postponed_stocktakes,
    stocktake_ids,
    stocktake_schedules,
    stocktakes_not_held,
    stocktakes_without_record,
)
from planpress.check.targets import target_parts, target_periods, target_values
from planpress.check.trajectories import (
    delayed_starts,
    starts_use,
    trajectory_ends,
    trajectory_order,
    trajectory_use,
)
from planpress.check.words import words
from planpress.check.work import (
    chain_owners,
    days_to_come,
    early_signs,
    focus_tactics,
    milestone_ends,
    repeated_entries,
    unfinished_tactics,
)
from planpress.model.problem import Problem
from planpress.model.reading import Reading
from planpress.store import Store

RULES: tuple[Rule, ...] = (
    plan_dates,
    plan_languages,
    page_addresses,
    archived_pages,
    archived_parts,
    archived_days,
    archived_words,
    repeated_orders,
    repeated_ids,
    dangling_references,
    dangling_goals,
    undeclared_roles,
    target_parts,
    target_periods,
    target_values,
    trajectory_order,
    trajectory_ends,
    trajectory_use,
    delayed_starts,
    starts_use,
    revision_order,
    repeated_revisions,
    revision_chain,
    revision_periods,
    group_targets,
    group_baselines,
    data_files,
    declared_codes,
    declared_dimensions,
    repeated_rows,
    period_forms,
    percent_values,
    valued_statuses,
    results_to_come,
    related_measures,
    related_circles,
    weak_privacy,
    partitions,
    partition_circles,
    focus_tactics,
    unfinished_tactics,
    smart_goals,
    early_signs,
    chain_owners,
    repeated_entries,
    milestone_ends,
    stocktake_ids,
    postponed_stocktakes,
    stocktakes_not_held,
    stocktakes_without_record,
    stocktake_schedules,
    days_to_come,
    update_ids,
    empty_reports,
    rated_elements,
    straddling_ratings,
    review_dates,
    reviews_to_come,
    served_priorities,
)


def check(reading: Reading, store: Store | None = None) -> tuple[Problem, ...]:
    """Return what every rule finds in what was read; nothing where there is no plan.

    What was found in a measure, and in the words of a record, is kept in `store`.
    """
    project = reading.project
    if project is None:
        return ()
    found = (problem for rule in RULES for problem in rule(reading, project))
    return (*found, *measures(reading, project, store), *words(reading, project, store))
