"""A small plan with real numbers of the reference files and some hard cases."""

from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from typing import Any

from planpress.model.assessment import Assessment, Expected, Result, State
from planpress.model.equity import Course, GroupGap, GroupStanding
from planpress.model.glossary import DimensionsRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.plan import PlanRecord
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.series import Observation, Series, Status
from planpress.model.source import Source
from planpress.model.value import Value
from planpress.model.words import Words

Groups = dict[str, tuple[GroupStanding, ...]]
NOWHERE = Source(files={}, places={})
SOURCE = {"name": "Colorado Department of Education"}
GRADUATION = {
    "2011-12": "81.4",
    "2012-13": "81.5",
    "2013-14": "82.9",
    "2014-15": "82.9",
    "2017-18": "85.3",
    "2018-19": "85.3",
    "2021-22": "84.9",
    "2022-23": "85",
    "2023-24": "84.6",
}
GROUPS = {
    "female": ("Female", "Femenino", "87.3", "2976"),
    "male": ("Male", "Masculino", "82.0", "3041"),
    "asian": ("Asian", "Asiático", "95.9", "217"),
    "black": ("Black or African American", "Negro o afroamericano", "65.4", "78"),
    "hispanic": ("Hispanic or Latino", "Hispano o latino", "73.5", "1518"),
    "white": ("White", "Blanco", "89.0", "3909"),
    "two": ("Two or More Races", "Dos o más razas", "84.2", "241"),
    "iep": ("Students with Disabilities", "Estudiantes con discapacidades", "70.9", "628"),
    "el": ("English Learners", "Aprendices de inglés", "68.7", "390"),
    "econ": ("Economically Disadvantaged", "En desventaja económica", "72.6", "2400"),
    "homeless": ("Homeless", "Sin hogar", "57.1", "231"),
    "gifted": ("Gifted and Talented", "Dotados y talentosos", "94.9", "910"),
    "pacific": (
        "Native Hawaiian or Other Pacific Islander",
        "Nativo de Hawái o de otra isla del Pacífico",
        "45.5",
        "22",
    ),
    "native": ("American Indian or Alaska Native", "Indígena americano o de Alaska", None, None),
    "foster": ("Foster", "En cuidado temporal", None, None),
}
PEERS = {
    "Colorado": "84.2",
    "Adams 12 Five Star Schools": "85.2",
    "School District 27J": "87.2",
    "Cherry Creek 5": "91.2",
    "Littleton 6": "92.0",
    "Adams-Arapahoe 28J": "73.4",
    "St Vrain Valley RE1J": "94.3",
    "Boulder Valley Re 2": "92.3",
    "Denver County 1": "79.9",
    "Douglas County Re 1": "92.2",
    "Colorado Springs 11": "74.5",
    "Academy 20": "95.2",
    "Poudre R-1": "87.3",
}


def words(english: str, spanish: str = "") -> Words:
    return Words({"en": english} | ({"es": spanish} if spanish else {}))


def an_indicator(name: str, title: Words, **facts: Any) -> IndicatorRecord:
    """Return a record from facts as they are written, most of them left out."""
    written = {
        "id": name,
        "source": NOWHERE,
        "title": title,
        "definition": words("Who is counted."),
        "role": "smart",
        "unit": "percent",
        "direction": "increase",
        "target": {"type": "none"},
        "sources": (SOURCE,),
    }
    return IndicatorRecord.model_validate(written | facts)


def a_series(name: str, results: dict[str, str], *more: Observation) -> Series:
    """Return a series about everyone; a result that is the name of a status has no value."""
    rows = tuple(
        Observation(period=Period.parse(period), status=Status(result))
        if result in list(Status)
        else Observation(period=Period.parse(period), value=Value.parse(result))
        for period, result in results.items()
    )
    return Series(indicator=name, observations=rows + more)


def an_assessment(name: str, period: str, value: str, rating: str, expected: str) -> Assessment:
    return Assessment(
        indicator=name,
        state=State.RATED,
        rule=8,
        rating=Rating(rating),
        latest=Result(Period.parse(period), Value.parse(value)),
        expected=Decimal(expected),
    )


def _groups() -> tuple[Observation, ...]:
    return tuple(
        Observation(
            period=Period.parse("2023-24"),
            value=Value.parse(value) if value else None,
            n=Value.parse(n) if n else None,
            status=Status.PLAIN if value else Status.SUPPRESSED,
            codes=(("group", code),),
        )
        for code, (_, _, value, n) in GROUPS.items()
    )


def a_row(period: str, value: str, n: str = "", group: str = "") -> Observation:
    return Observation(
        period=Period.parse(period),
        value=Value.parse(value),
        n=Value.parse(n) if n else None,
        codes=(("group", group),) if group else (),
    )


def a_standing(
    code: str, then: tuple[str, str] | None, now: tuple[str, str], course: Course
) -> GroupStanding:
    """Return a group beside everyone; `then` and `now` are its own value and number of people."""
    everyone = {"2020-21": ("80.0", "6000"), "2023-24": ("84.6", "6017")}

    def gap(period: str, group: tuple[str, str]) -> GroupGap:
        row, overall = a_row(period, *group, code), a_row(period, *everyone[period])
        assert row.value
        assert overall.value
        behind = overall.value.number - row.value.number
        return GroupGap(group=row, overall=overall, behind=behind)

    return GroupStanding(
        code=code,
        latest=a_row("2023-24", *now, code),
        now=gap("2023-24", now),
        then=gap("2020-21", then) if then else None,
        course=course,
    )


def standings() -> tuple[GroupStanding, ...]:
    """Return groups that were nearer or further from everyone, and some that cannot be told."""
    return (
        a_standing("asian", ("90.0", "200"), ("95.9", "217"), Course.WIDENING),
        a_standing("hispanic", ("61.0", "1400"), ("73.5", "1518"), Course.CLOSING),
        a_standing("el", ("62.1", "400"), ("68.7", "390"), Course.CLOSING),
        a_standing("white", ("84.4", "4000"), ("89.0", "3909"), Course.SAME),
        a_standing("iep", None, ("70.9", "628"), Course.UNKNOWN),
        GroupStanding(
            code="foster",
            latest=Observation(
                period=Period.parse("2023-24"),
                status=Status.SUPPRESSED,
                codes=(("group", "foster"),),
            ),
        ),
    )


def _dimensions() -> DimensionsRecord:
    codes = [{"id": code, "label": words(en, es)} for code, (en, es, _, _) in GROUPS.items()]
    group = {"id": "group", "label": words("Student group", "Grupo de estudiantes")}
    return DimensionsRecord.model_validate(
        {"id": "dimensions", "source": NOWHERE, "dimensions": ({**group, "codes": tuple(codes)},)}
    )


@cache
def a_plan() -> tuple[Project, dict[str, Series], dict[str, Assessment], Groups]:
    """Return what is drawn: one indicator for each thing that can go wrong."""
    plan = PlanRecord.model_construct(
        organisation=words("Jeffco Public Schools", "Escuelas Públicas de Jeffco"),
        languages=("en", "es"),
    )
    target = {"type": "numeric", "period": "2025-26", "value": "80"}
    base = {"period": "2020-21", "value": "50"}
    indicators = (
        an_indicator(
            "graduation-rate",
            words("Four-year graduation rate", "Tasa de graduación de cuatro años"),
            decimals="1",
            benchmarks=tuple(
                {"name": name, "period": "2023-24", "value": value, "source": "State workbook"}
                for name, value in PEERS.items()
            ),
        ),
        an_indicator(
            "grade-3-reading",
            words("Third-graders who meet reading standards", "Lectura en tercer grado"),
            baseline={"period": "2022-23", "value": "50"},
            target={"type": "numeric", "period": "2023-24", "value": "53"},
        ),
        an_indicator(
            "rated",
            words("Ninth-graders on track", "Noveno grado según lo previsto"),
            baseline=base,
            target=target,
            breaks=(
                {
                    "id": "new",
                    "before": "2022-23",
                    "reason": words("a new test is used", "se usa una prueba nueva"),
                },
            ),
        ),
        an_indicator("promise", words("Families heard", "Familias"), baseline=base, target=target),
        an_indicator("enrolment", words("Enrollment", "Matrícula"), unit="students"),
        an_indicator("dropout", words("Dropout rate", "Deserción"), decimals="1"),
        an_indicator("bounds", words("Attendance", "Asistencia")),
        an_indicator("lone", words("Survey", "Encuesta")),
        an_indicator("empty", words("Nothing <yet> & more", "Nada")),
    )
    series = (
        a_series("graduation-rate", GRADUATION, *_groups()),
        a_series("grade-3-reading", {"2022-23": "48"}),
        a_series("rated", {"2020-21": "50", "2021-22": "58", "2022-23": "55", "2023-24": "63"}),
        a_series(
            "enrolment",
            {
                "2012": "85508",
                "2013": "85983",
                "2014": "86547",
                "2016": "86347",
                "2018": "84623",
                "2020": "80088",
                "2023": "76172",
            },
        ),
        a_series(
            "dropout",
            {
                "2011-12": "2.0",
                "2012-13": "1.7",
                "2013-14": "1.6",
                "2021-22": "1.8",
                "2022-23": "1.5",
            },
        ),
        a_series(
            "bounds",
            {
                "2020-21": "94",
                "2021-22": ">=98",
                "2022-23": "suppressed",
                "2023-24": "not_administered",
                "2024-25": "96",
            },
        ),
        a_series("lone", {"2023-24": "70"}),
    )
    assessments = {
        "rated": Assessment(
            indicator="rated",
            state=State.RATED,
            rule=8,
            rating=Rating.AG,
            baseline=Expected(Period.parse("2020-21"), Decimal(50)),
            target=Expected(Period.parse("2025-26"), Decimal(80)),
            latest=Result(Period.parse("2023-24"), Value.parse("63")),
            expected=Decimal(68),
            trajectory=tuple(
                Expected(Period.parse(f"20{year}-{year + 1}"), Decimal(50 + 6 * (year - 20)))
                for year in range(20, 26)
            ),
        )
    }
    project = Project(plan=plan, indicators={i.id: i for i in indicators}, dimensions=_dimensions())
    groups = {"graduation-rate": standings()}
    return project, {s.indicator: s for s in series}, assessments, groups


@cache
def languages() -> dict[str, Language]:
    return {code: Language.of(code, "US", NullTranslations()) for code in ("en", "es")}
