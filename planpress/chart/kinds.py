"""The charts there are. A chart is a function: an indicator in, a draft or nothing out."""

from collections.abc import Callable, Mapping

from planpress.chart.gaps import gaps
from planpress.chart.groups import groups
from planpress.chart.peers import peers
from planpress.chart.spark import spark
from planpress.chart.subject import Draft, Subject
from planpress.chart.trend import trend

CHARTS: Mapping[str, Callable[[Subject], Draft | None]] = {
    "trend": trend,
    "groups": groups,
    "gaps": gaps,
    "peers": peers,
    "spark": spark,
}
"""Kind of chart to the function that drafts it."""
