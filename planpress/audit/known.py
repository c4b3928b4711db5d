"""What the audit knows of a plan besides the files of its site, as digests for keys."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from planpress.audit.vocabulary import HEADERS
from planpress.makers import makers
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.store import digest


class Known:
    """The rule, what adds up, and how things are called.

    Nothing else of a project may change what is found: another word in a text about a measure
    leaves all these digests as they are.
    """

    def __init__(self, project: Project, languages: Mapping[str, Language]) -> None:
        self.project = project
        self.languages = languages

    @cached_property
    def rule(self) -> str:
        """Stands for the code, the rule of privacy, the groups and the names of the measures."""
        plan, declared = self.project.plan, self.project.dimensions
        privacy = plan.privacy
        return digest(
            makers(),
            repr((privacy.minimum_n, privacy.minimum_interval)),
            repr((plan.school_year_starts, tuple(plan.languages), tuple(self.languages))),
            *(repr(one) for one in _dimensions(declared.dimensions if declared else ())),
            *(repr((one.id, tuple(one.dimensions))) for one in self.measures),
        )

    @cached_property
    def measures(self) -> tuple[IndicatorRecord, ...]:
        """The measures of the plan."""
        return tuple(self.project.indicators.values())

    @cached_property
    def of(self) -> Mapping[str, str]:
        """Stands for what is known of each measure: its unit, decimals, baseline, relations."""
        return {
            one.id: digest(
                repr((one.id, one.unit, one.decimals, one.baseline and one.baseline.period)),
                repr([(other.indicator, other.as_its) for other in one.related]),
            )
            for one in self.measures
        }

    @cached_property
    def every(self) -> str:
        """Stands for what is known of all measures."""
        return digest(*self.of.values())

    @cached_property
    def names(self) -> str:
        """Stands for how measures are called, and for the words above columns."""
        languages = self.languages.items()
        return digest(
            *(repr((one.id, tuple(one.title.texts.items()))) for one in self.measures),
            *(
                repr((code, one.locale, [one.say(word) for word in HEADERS]))
                for code, one in languages
            ),
        )

    def key(self, what: str, *parts: str, about: Iterable[str] = ()) -> str:
        """Return a key for a result about some measures, made from the parts."""
        facts = [self.of.get(name, "") for name in about]
        return digest("audit", what, self.rule, str(len(facts)), *facts, *parts)


def _dimensions(declared: Iterable) -> Iterable[object]:  # type: ignore[type-arg]
    for dimension in declared:
        codes = [(code.id, tuple(code.label.texts.items())) for code in dimension.codes]
        yield dimension.id, codes, dimension.partitions
