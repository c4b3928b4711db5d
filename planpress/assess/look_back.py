"""What the measures of a tactic were rated on the day of each of its stocktakes."""

from collections.abc import Mapping
from datetime import date

from planpress.assess.method import assess
from planpress.model.assessment import Assessment
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.series import Series


def looked_back(
    project: Project,
    series: Mapping[str, Series],
    as_of: date,
    languages: Mapping[str, Language],
) -> dict[str, dict[str, Assessment]]:
    """Return, by stocktake held by `as_of`, the assessments of its tactic's measures on its day.

    Only what is in the data files now can be looked back at: a result that was published later, or
    has been corrected since, counts with the period that it is about.
    """
    return {
        stocktake.id: assess(
            project,
            series,
            stocktake.date,
            languages,
            only=[measure.id for measure in project.measures_for(stocktake.tactic)],
        )
        for stocktake in project.stocktakes.values()
        if stocktake.held_by(as_of) and stocktake.tactic in project.tactics
    }
