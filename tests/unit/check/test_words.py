"""What is wrong with the words of a plan is found once for a record, and always the same."""

import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import INDICATOR, PLAN, PLAN_ES, edited
from unit.check.plain_plan import HARD, LONG, page
from unit.stamped import stamped

from planpress.check import words as module
from planpress.check.rules import check
from planpress.model.problem import in_order
from planpress.store import Store

PAGE, OTHER = "content/pages/page.md", "content/pages/other.md"
WRONG = {
    PAGE: page(f"{HARD * 4}\n\n{LONG}\n\n{{{{ chart no }}}}\n\nThe XYZ met. The ABC met."),
    OTHER: page("We abc."),
    "content/plan.es.md": edited(PLAN_ES, "Bienvenidos.", "Somos 3 escuelas."),
}


@pytest.fixture
def warm(alder, tmp_path, monkeypatch):
    """Checks a plan with what was kept before; nothing else may be found than without."""

    def run(changes):
        made = []

        def counted(record, limits, *, met):
            made.append(record.id)
            return wording(record, limits, met=met)

        wording = module.wording
        reading = stamped(alder(changes))
        store = Store(tmp_path / "store")
        with monkeypatch.context() as patch:
            patch.setattr(module, "wording", counted)
            found = check(reading, store)
        store.settle()
        assert in_order(found) == in_order(check(reading))
        return sorted(made), {problem.rule for problem in found}

    return run


def test_records_that_did_not_change_are_not_gone_through_again(warm):
    first, rules = warm(WRONG)
    assert {"plan", "page", "other", "grade-3"} <= {*first}
    assert {"reading-grade", "long-sentence", "shortcode", "undefined-acronym"} <= rules
    assert "numbers-differ" in rules
    assert warm(WRONG) == ([], rules)
    assert warm({**WRONG, OTHER: page("We act.")})[0] == ["other"]


def test_what_other_records_say_counts_without_a_look_at_the_record(warm):
    reading = {**WRONG, PAGE: page("The ABC met.\n\n{{ chart grade-4 }}")}
    assert "shortcode" in warm(reading)[1]
    made, rules = warm({**reading, "content/indicators/grade-4.md": INDICATOR})
    assert (made, "shortcode" in rules) == (["grade-4"], False)
    assert "undefined-acronym" not in rules
    made, rules = warm({**reading, OTHER: page("We act.")})
    assert (made, "undefined-acronym" in rules) == (["other"], True)


def test_an_acronym_that_the_plan_or_the_glossary_explains_is_known_everywhere(warm):
    told = {**WRONG, PAGE: page("The XYZ met.")}
    assert "undefined-acronym" in warm(told)[1]
    term = "---\nterms:\n  - {id: xyz, term: XYZ, definition: What it is.}\n---\n"
    made, rules = warm({**told, "content/glossary.md": term})
    assert (made, "undefined-acronym" in rules) == (["glossary"], False)


def test_another_limit_is_another_question(warm):
    warm(WRONG)
    plain = edited(PLAN, "contact", "plain_language: {sentence: 12}\ncontact")
    assert len(warm({**WRONG, "content/plan.md": plain})[0]) > 3


def test_what_is_moved_down_is_told_on_its_new_line(warm, alder):
    warm(WRONG)
    warm({**WRONG, PAGE: edited(WRONG[PAGE], "---\n", "---\norder: 3\n")})


def test_nothing_is_kept_of_records_that_do_not_know_their_files(alder, tmp_path):
    reading = stamped(alder(WRONG))
    for record in reading.project.worded.values():
        record.__dict__["source"] = replace(record.source, digest="")
    store = Store(tmp_path / "store")
    assert in_order(check(reading, store)) == in_order(check(reading))
    assert store.live == {}


def test_what_reads_words_is_imported_when_a_record_is_gone_through():
    code = (
        "import planpress.check.rules, sys;"
        "print(*(name for name in sys.modules if name.startswith(('planpress', 'babel'))))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = set(told.stdout.split())
    assert "planpress.check.words" in names
    late = ("acronyms", "equal", "passages", "plain", "prose", "readability", "sentences")
    assert names.isdisjoint({"babel.core", *(f"planpress.check.{name}" for name in late)})
