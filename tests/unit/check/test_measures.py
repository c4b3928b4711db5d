"""A measure that did not change is not asked again, and what is found is always the same."""

import subprocess
import sys

import pytest
from conftest import INDICATOR_ES, edited
from unit.check.number_plan import BY_GROUP, DATA, DECLARED, DIMENSIONS, GRADE_3, NUMBERS, ROWS
from unit.stamped import stamped

from planpress.check import measures as module
from planpress.check.rules import check
from planpress.model.problem import in_order
from planpress.store import Store

OTHER = {
    "content/indicators/grade-4.md": edited(BY_GROUP, "title: ", "title: The other "),
    "content/indicators/grade-4.es.md": INDICATOR_ES,
    "data/grade-4.csv": ROWS,
}
PLAN = {**NUMBERS, **OTHER}
WRONG = edited(ROWS, "2023-24,54.1,410", "2023-24,94.1,410")


@pytest.fixture
def warm(alder, tmp_path, monkeypatch):
    """Checks a plan with what was kept before: which measures are asked, and what is found."""

    def run(changes):
        asked = []

        def noting(reading, _project):
            asked.extend(reading.series)
            return iter(())

        rules = module.rules_of_measures()
        reading = stamped(alder(changes))
        store = Store(tmp_path / "store")
        with monkeypatch.context() as patch:
            patch.setattr(module, "rules_of_measures", lambda: (*rules, noting))
            found = check(reading, store)
        store.settle()
        assert in_order(found) == in_order(check(reading))
        return asked, {(problem.rule, problem.place.path) for problem in found}

    return run


def test_only_a_measure_that_changed_is_asked(warm):
    asked, found = warm({**PLAN, DATA: WRONG})
    assert asked == ["grade-3", "grade-4"]
    assert {("jump", DATA), ("groups-total", DATA)} <= found
    assert warm({**PLAN, DATA: WRONG}) == ([], found)
    asked, found = warm(PLAN)
    assert (asked, {rule for rule, _ in found} & {"jump", "groups-total"}) == (["grade-3"], set())


@pytest.mark.parametrize(
    ("changes", "again"),
    [
        ({GRADE_3: edited(BY_GROUP, "percent", "points")}, ["grade-3"]),
        ({DIMENSIONS: edited(DECLARED, "codes: [female, male]", "codes: [male]")}, 2),
        ({"content/pages/page.md": "---\ntitle: Page\n---\nWords.\n"}, []),
        ({"data/no-measure.csv": ROWS}, []),
    ],
)
def test_all_that_a_rule_sees_counts(warm, changes, again):
    warm(PLAN)
    asked, _ = warm({**PLAN, **changes})
    assert asked == (["grade-3", "grade-4"] if again == 2 else again)


def test_a_rule_sees_its_measure_alone(alder, monkeypatch):
    seen = []

    def noting(reading, project):
        seen.append((list(reading.series), list(project.indicators), [*project.priorities]))
        return iter(())

    monkeypatch.setattr(module, "rules_of_measures", lambda: (noting,))
    check(stamped(alder(PLAN)))
    assert seen == [(["grade-3"], ["grade-3"], []), (["grade-4"], ["grade-4"], [])]


def test_nothing_of_the_rules_is_imported_where_nothing_has_changed(alder, tmp_path):
    folder, store = alder(PLAN), tmp_path / "store"
    code = (
        "import sys; from pathlib import Path\n"
        "from planpress.check.rules import check; from planpress.store import Store\n"
        "from planpress.read.project import read\n"
        f"kept = Store(Path({str(store)!r})); check(read(Path({str(folder)!r}), kept), kept)\n"
        "kept.settle(); print('planpress.check.totals' in sys.modules)"
    )
    runs = [subprocess.check_output([sys.executable, "-c", code], text=True) for _ in range(2)]
    assert runs == ["True\n", "False\n"]
