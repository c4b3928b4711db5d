"""The student groups of an indicator for machines."""

from planpress.model.assessment import Assessment
from planpress.model.equity import GROUP, GroupGap, GroupStanding
from planpress.model.indicator import IndicatorRecord
from planpress.model.site import Site
from planpress.render.facts import Json, known, number, point, spoken, texts


def group(site: Site, indicator: IndicatorRecord, standing: GroupStanding) -> Json:
    """Return how a group stands beside everyone, and its rating where the target is set for groups.

    What is hidden has neither a latest result nor anything that was worked out from it.
    """
    latest, found = standing.latest, standing.assessment
    return {
        "group": standing.code,
        "label": texts(site, site.project.code_label(GROUP, standing.code)),
        **known(
            latest={"period": str(latest.period), "value": str(latest.value)}
            if latest.value
            else None,
            status=latest.status.value or None,
            gap=_gap(standing.now),
            baseline_gap=_gap(standing.then),
        ),
        "course": standing.course.value,
        **known(by_chance=standing.by_chance(indicator.unit)),
        **(_rated(site, found) if found else {}),
    }


def _gap(gap: GroupGap | None) -> Json | None:
    """Return a gap counted as everywhere here: more is better, so behind is less than nothing."""
    if gap is None:
        return None
    better = gap.behind.copy_negate() if gap.behind else gap.behind
    return {"period": str(gap.period), "value": number(better)}


def _rated(site: Site, found: Assessment) -> Json:
    return {
        "state": found.state.value,
        "rating": found.rating.value if found.rating else None,
        "met": found.met,
        "rule": found.rule,
        "baseline": point(found.baseline),
        "target": point(found.target),
        **known(
            expected=number(found.expected),
            gap_to_expected=number(found.gap),
            plan=number(found.plan),
            gain=number(found.gain),
        ),
        "sentence": spoken(site, found.sentences),
    }
