"""What a measure's chart says, its table, its sentences and its page say to the character."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html
from rendering import render

from planpress.chart.subject import Subject
from planpress.chart.trend import trend
from planpress.model.assessment import State
from planpress.model.figure import Figure
from planpress.model.indicator import Unit
from planpress.model.site import Site
from planpress.options import Options
from planpress.pipeline import examine
from planpress.render.late import Late

ROOT = Path(__file__).resolve().parent.parent.parent
PLANS = (ROOT / "examples" / "foothills", ROOT, ROOT / "tests" / "sites" / "languages")
RATED = (State.RATED, State.MET, State.NOT_MET)
ISOLATES = "\u2066\u2067\u2069"
SHARE = re.compile(r"\d+% (?:of the planned|del aumento|de la reducción)")
WORDLESS = (Unit.PERCENT, Unit.DOLLARS, Unit.NUMBER)


@pytest.fixture(scope="module", params=PLANS, ids=lambda folder: folder.name)
def told(request):
    """Return, by measure and language, what it is about, its draft and the text of its page."""
    day = date(2026, 11, 1)
    options = Options(project=request.param, output=request.param / "site", as_of=day, today=day)
    found = examine(options)
    project, judged, languages = found.reading.project, found.judged, found.languages
    drafts = {
        (indicator.id, code): (about, trend(about))
        for code, language in languages.items()
        for indicator in project.indicators.values()
        if (
            about := Subject(
                project=project,
                indicator=indicator,
                series=judged.series.get(indicator.id),
                assessment=judged.assessments[indicator.id],
                standings=judged.groups.get(indicator.id, ()),
                language=language,
            )
        )
    }
    figures = {
        (name, "trend", code): Figure(
            kind="trend",
            indicator=name,
            language=code,
            title=draft.title,
            subtitle=draft.subtitle,
            description=draft.description,
            pictures={"wide": "", "narrow": ""},
            table=draft.table,
            source=draft.source,
        )
        for (name, code), (_, draft) in drafts.items()
        if draft
    }
    site = Site(
        project=project,
        series=judged.series,
        assessments=judged.assessments,
        groups=judged.groups,
        figures=figures,
        languages=languages,
        as_of=found.reading.as_of,
        base_url=project.plan.url,
        changed=found.reading.changed,
        templates=options.folders("templates"),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planpress.render.register.FAMILIES", (Late("indicators", "indicators"),))
        patch.setattr("planpress.render.site.machine_files", lambda _site, _tree, _desk: ())
        files, faults = render(site)
    assert faults == ()
    pages = {file.path: file.content for file in files}
    first = project.languages[0]
    return {
        (name, code): (about, draft, _text(pages[_path(name, code, first)]))
        for (name, code), (about, draft) in drafts.items()
    }


def _path(name, code, first):
    folder = "" if code == first else f"{code}/"
    return f"{folder}indicators/{name}/index.html"


def _text(content):
    root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    return " ".join(" ".join(root.itertext()).split())


def labels(draft, role):
    """Return the texts of a role in the wide picture of a chart."""
    return [
        row["text"].strip(ISOLATES)
        for layer in draft.sketches["wide"].layers
        if layer.role.startswith(role)
        for row in layer.rows
        if "text" in row
    ]


def cell(about, draft, period, column):
    """Return a cell of the chart's table, by period and head."""
    heads = list(draft.table.header)
    row = next(r for r in draft.table.rows if r[0] == about.language.period(period))
    return row[heads.index(about.language.say(column))]


def stated(text, number):
    """Tell whether a text states a number: as it is, and not as a part of another."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text) is not None


def test_there_is_something_to_compare(told):
    rated = [about for about, draft, _ in told.values() if draft and about.rating]
    assert len(told) >= 10
    assert len({about.indicator.id for about in rated}) * 2 <= len(rated)


def test_the_latest_result_is_one_string_everywhere(told):
    for about, draft, page in told.values():
        if draft is None or not about.overall or not labels(draft, "value"):
            continue
        (label,) = labels(draft, "value")
        row = draft.table.rows[draft.table.emphasis]
        shown = row[1]
        assert stated(shown, label), (label, shown)
        if about.indicator.unit in WORDLESS:
            assert shown == label
        assert stated(draft.description, shown), about.indicator.id
        assert stated(draft.title, shown), (about.indicator.id, shown, draft.title)
        assert stated(page, shown), (about.indicator.id, shown)


def test_target_and_baseline_are_one_string_everywhere(told):
    for about, draft, page in told.values():
        found = about.assessment
        for word, point in (("Target", found.target), ("Baseline", found.baseline)):
            if draft is None or point is None or point.value is None:
                continue
            begun = f"{about.language.say(word)} "
            written = [text.removeprefix(begun) for text in labels(draft, "label")]
            shown = cell(about, draft, point.period, "Expected")
            assert any(stated(shown, label) for label in written), (shown, written)
            assert stated(draft.description, shown)
            assert stated(page, shown)


def test_sentences_state_what_charts_and_tables_state(told):
    compared = 0
    for about, draft, page in told.values():
        found = about.assessment
        said = found.sentences[about.language.code]
        if draft is None or found.state not in RATED or found.expected is None:
            continue
        expected = cell(about, draft, found.latest.period, "Expected")
        shown = cell(about, draft, found.latest.period, "Result")
        if found.state is State.RATED:
            assert stated(said, expected), (about.indicator.id, said, expected)
        else:
            assert stated(said, shown), (about.indicator.id, said, shown)
            assert stated(said, cell(about, draft, found.target.period, "Expected"))
        assert stated(page, expected)
        assert said in page
        compared += 1
    rated = [about for about, _, _ in told.values() if about.assessment.state in RATED]
    assert compared > 0 or all(about.assessment.expected is None for about in rated)


def test_the_distance_to_what_was_expected_is_one_string(told):
    for about, draft, page in told.values():
        found = about.assessment
        if draft is None or found.state is not State.RATED or not found.gap:
            continue
        apart = about.language.difference(
            found.gap, about.indicator.unit, _decimals_in(found.sentences[about.language.code])
        )
        assert stated(found.sentences[about.language.code], apart)
        assert stated(page, apart)
        if found.latest.value.exact:
            assert stated(draft.title, apart), (draft.title, apart)


def _decimals_in(sentence):
    """Return how many decimals the first number of a sentence has."""
    fraction = re.search(r"\d+(?:[.,](\d+))?", sentence)
    return len(fraction[1] or "")


def test_no_number_of_a_measure_has_fewer_decimals_than_it_publishes(told):
    for about, draft, _ in told.values():
        found, decimals = about.assessment, about.indicator.decimals
        if draft is None or decimals == 0 or about.indicator.unit is not Unit.PERCENT:
            continue
        if about.language.code not in ("en", "es"):
            continue
        text = " ".join((draft.title, draft.description, found.sentences[about.language.code]))
        for number in re.findall(r"(\d+(?:\.\d+)?)%", SHARE.sub("", text)):
            assert -Decimal(number).as_tuple().exponent >= decimals, (number, text)


def test_numbers_are_written_in_one_place_only():
    writing_by = re.compile(r"\b(?:format_[a-z]+|parse_pattern|strftime)\b")
    writing = {
        file.relative_to(ROOT / "planpress").as_posix()
        for stage in ("model", "assess", "chart", "render")
        for file in (ROOT / "planpress" / stage).glob("*.py")
        if writing_by.search(file.read_text("utf-8"))
    }
    assert writing == {"model/dates.py", "model/language.py", "model/numerals.py"}


def test_numbers_have_the_digits_of_the_country(tmp_path):
    copytree(PLANS[-1], tmp_path / "plan")
    plan = tmp_path / "plan" / "content" / "plan.md"
    plan.write_text(plan.read_text("utf-8").replace("territory: US", "territory: EG"), "utf-8")
    day = date(2026, 11, 1)
    found = examine(Options(project=tmp_path / "plan", output=tmp_path, as_of=day, today=day))
    language = found.languages["ar"]
    drafted = 0
    for indicator in found.reading.project.indicators.values():
        about = Subject(
            project=found.reading.project,
            indicator=indicator,
            series=found.judged.series.get(indicator.id),
            assessment=found.judged.assessments[indicator.id],
            language=language,
        )
        if draft := trend(about):
            drafted += 1
            rows = [text for row in draft.table.rows for text in row[:-1] if isinstance(text, str)]
            written = [*rows, *draft.table.header[:-1], *labels(draft, ""), draft.subtitle]
            assert re.search(r"[٠-٩]", " ".join(rows))
            assert [text for text in written if re.search(r"[0-9]", text)] == []
    assert drafted
