"""A record's own files: published beside its page, or told with a mend; nothing else is read."""

import pytest

from planpress.read.attachments import LARGE, read_attachments
from planpress.read.project import read

TACTIC = """---
title: Tutors
priority: reading
order: 1
documents:
  - file: plan.pdf
    language: en
---
"""
HOME = "content/tactics/tutors"
WITH_TACTIC = {
    "content/tactics/tutors.md": TACTIC,
    "content/tactics/tutors.es.md": "---\ntitle: Tutores\n---\n",
    f"{HOME}/plan.pdf": b"%PDF-1.7",
}


def attached(alder, changes=None):
    """Return what is published, the paths, and the problems as (path, line, rule, level)."""
    folder = alder({**WITH_TACTIC, **(changes or {})})
    project = read(folder).project
    documents, paths, problems = read_attachments(folder, project)
    found = [(p.place.path, p.place.line, p.rule, str(p.level)) for p in problems]
    return {d.path: d.content for d in documents}, paths, found


def only(alder, changes):
    """Return the one problem that the changes bring about."""
    folder = alder({**WITH_TACTIC, **changes})
    _, _, problems = read_attachments(folder, read(folder).project)
    (problem,) = problems
    return problem


def test_a_document_is_published_beside_the_page_of_its_record(alder):
    documents, paths, problems = attached(alder)
    assert documents == {"tactics/tutors/plan.pdf": b"%PDF-1.7"}
    assert paths == {"tactics/tutors/plan.pdf": "tactics/tutors/plan.pdf"}
    assert problems == []


def test_a_plan_without_files_has_none(alder):
    changes = dict.fromkeys(WITH_TACTIC)
    assert attached(alder, changes) == ({}, {}, [])


def test_a_problem_about_the_finished_file_names_the_file_of_content(alder):
    folder = alder(WITH_TACTIC)
    (document,) = read_attachments(folder, read(folder).project)[0]
    assert document.made_from == f"{HOME}/plan.pdf"


PAGE = "---\ntitle: A\n{}---\n![A bus](/{}/bus.jpg)\n"


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ("", "school"),
        ("section: archive\n", "archive/school"),
        ("section: archive\nplan: older\n", "archive/older/school"),
    ],
)
def test_the_files_of_a_page_stand_at_its_own_path(alder, facts, path):
    changes = {
        "content/pages/school.md": PAGE.format(facts, path),
        "content/pages/school/bus.jpg": b"jpg",
    }
    documents, paths, problems = attached(alder, changes)
    assert documents[f"{path}/bus.jpg"] == b"jpg"
    assert paths["pages/school/bus.jpg"] == f"{path}/bus.jpg"
    assert problems == []


STOCKTAKE = """---
tactic: tutors
date: 2024-05-01
status: held
presentation:
  file: slides.pptx
  text: What it says.
---
"""
REPORT = "---\ntitle: Reading\ndate: 2024-06-01\nends: [End 1]\nfile: report.pdf\n---\n"


def test_presentations_and_reports_bring_their_files(alder):
    changes = {
        "content/stocktakes/2024-05-01-tutors.md": STOCKTAKE,
        "content/stocktakes/2024-05-01-tutors/slides.pptx": b"PK",
        "content/reports/reading.md": REPORT,
        "content/reports/reading/report.pdf": b"%PDF",
    }
    documents, _, problems = attached(alder, changes)
    assert set(documents) == {
        "reports/reading/report.pdf",
        "stocktakes/2024-05-01-tutors/slides.pptx",
        "tactics/tutors/plan.pdf",
    }
    assert problems == []


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("content/tactics/tutors.md", TACTIC, 6),
        ("content/stocktakes/2024-05-01-tutors.md", STOCKTAKE, 6),
        ("content/reports/reading.md", REPORT, 5),
    ],
)
def test_a_file_that_is_named_and_not_there_is_an_error(alder, path, text, line):
    usual = WITH_TACTIC if path not in WITH_TACTIC else {}
    changes = {**usual, f"{HOME}/plan.pdf": b"x" if usual else None, path: text}
    documents, _, problems = attached(alder, changes)
    assert len(documents) == bool(usual)
    assert problems == [(path, line, "attachment-missing", "error")]


def test_the_nearest_file_that_is_there_is_named(alder):
    changes = {"content/tactics/tutors.md": TACTIC.replace("plan.pdf", "plans.pdf")}
    _, _, problems = attached(alder, changes)
    assert [rule for _, _, rule, _ in problems] == ["attachment-missing", "attachment-unnamed"]
    folder = alder({**WITH_TACTIC, **changes})
    hint = read_attachments(folder, read(folder).project)[2][0].hint
    assert "Did you mean “plan.pdf”?" in hint


@pytest.mark.parametrize(
    "name", ["../../plan.pdf", "a/plan.pdf", "..\\plan.pdf", "a\\plan.pdf", ".plan.pdf"]
)
def test_a_record_names_nothing_outside_its_folder(alder, name):
    changes = {
        "content/tactics/tutors.md": TACTIC.replace("plan.pdf", f"'{name}'"),
        f"{HOME}/plan.pdf": None,
        "content/plan.pdf": None,
    }
    problem = only(alder, changes)
    assert (problem.rule, problem.place.line) == ("attachment-name", 6)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Plan.pdf", "plan.pdf"),
        ("Our Plan (new).pdf", "our-plan-new.pdf"),
        ("año 2.PDF", "ano-2.pdf"),
        ("a..pdf", "a.pdf"),
        ("計画.pdf", "file.pdf"),
    ],
)
def test_a_name_that_cannot_stand_in_an_address_gets_another(alder, name, safe):
    changes = {
        "content/tactics/tutors.md": TACTIC.replace("plan.pdf", f"'{name}'"),
        f"{HOME}/plan.pdf": None,
        f"{HOME}/{name}": b"x",
    }
    problem = only(alder, changes)
    assert (problem.rule, problem.place.path) == ("attachment-name", f"{HOME}/{name}")
    assert f"Name it {safe}," in problem.hint


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.js", "a.exe", "a.HTML", "notes.md", "a"])
def test_what_could_run_or_is_no_document_is_not_published(alder, name):
    documents, _, problems = attached(alder, {f"{HOME}/{name}": b"x"})
    assert list(documents) == ["tactics/tutors/plan.pdf"]
    assert problems == [(f"{HOME}/{name}", 0, "attachment-kind", "error")]


def test_a_folder_in_the_folder_is_not_read(alder):
    documents, _, problems = attached(alder, {f"{HOME}/older/plan.pdf": b"x"})
    assert list(documents) == ["tactics/tutors/plan.pdf"]
    assert problems == [(f"{HOME}/older", 0, "attachment-kind", "error")]


def test_what_the_system_hides_is_no_ones(alder):
    documents, _, problems = attached(alder, {f"{HOME}/.DS_Store": b"x"})
    assert (list(documents), problems) == (["tactics/tutors/plan.pdf"], [])


def test_a_folder_without_a_record_is_an_error(alder):
    problem = only(alder, {"content/tactics/tutor/plan.pdf": b"x"})
    assert (problem.rule, problem.place.path) == ("attachment-alone", "content/tactics/tutor")
    assert "Did you mean “tutors”?" in problem.hint


def test_the_folder_of_a_record_with_faults_is_not_alone(alder):
    broken = {"content/tactics/tutors.md": TACTIC.replace("order: 1", "order: first")}
    assert attached(alder, broken) == ({}, {}, [])


def test_a_file_that_nobody_names_is_noticed_but_published(alder):
    documents, _, problems = attached(alder, {f"{HOME}/old.pdf": b"x"})
    assert "tactics/tutors/old.pdf" in documents
    assert problems == [(f"{HOME}/old.pdf", 0, "attachment-unnamed", "notice")]


def test_a_link_in_any_text_names_a_file(alder):
    changes = {
        f"{HOME}/old.pdf": b"x",
        "content/priorities/reading.es.md": (
            "---\ntitle: Lectura\ngoals:\n  - id: all-read\n    title: Todos leen\n---\n"
            "[Antes](/tactics/tutors/old.pdf)\n"
        ),
    }
    assert attached(alder, changes)[2] == []


def test_a_language_that_the_plan_does_not_have_is_warned_of(alder):
    problem = only(
        alder, {"content/tactics/tutors.md": TACTIC.replace("language: en", "language: vi")}
    )
    assert (problem.rule, problem.level, problem.place.line) == (
        "attachment-language",
        "warning",
        7,
    )


@pytest.mark.parametrize(("size", "rules"), [(LARGE, []), (LARGE + 1, ["attachment-size"])])
def test_a_file_that_is_too_large_for_a_phone_is_warned_of(alder, size, rules):
    documents, _, problems = attached(alder, {f"{HOME}/plan.pdf": bytes(size)})
    assert len(documents["tactics/tutors/plan.pdf"]) == size
    assert [rule for _, _, rule, _ in problems] == rules
    assert all(level == "warning" for *_, level in problems)


def test_an_empty_file_is_an_error(alder):
    documents, _, problems = attached(alder, {f"{HOME}/plan.pdf": b""})
    assert documents == {}
    assert problems == [(f"{HOME}/plan.pdf", 0, "attachment-size", "error")]


def linked(alder, tmp_path, where, target):
    folder = alder({**WITH_TACTIC, f"{HOME}/plan.pdf": None})
    link = folder / where
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(tmp_path / target)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    documents, paths, problems = read_attachments(folder, read(folder).project)
    assert (documents, paths) == ((), {})
    return [(p.place.path, p.rule) for p in problems if p.rule != "attachment-missing"]


def test_a_link_to_a_file_elsewhere_is_never_followed(alder, tmp_path):
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    where = f"{HOME}/plan.pdf"
    assert linked(alder, tmp_path, where, "secret.pdf") == [(where, "attachment-link")]


def test_a_link_to_another_file_of_the_plan_is_none_either(alder, tmp_path):
    where = f"{HOME}/plan.pdf"
    target = "alder/content/plan.md"
    assert linked(alder, tmp_path, where, target) == [(where, "attachment-link")]


def test_a_link_to_a_folder_elsewhere_is_never_followed(alder, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "plan.pdf").write_bytes(b"secret")
    assert linked(alder, tmp_path, HOME, "secret") == [(HOME, "attachment-link")]
    assert linked(alder, tmp_path, "content/reports", "secret") == [
        (HOME, "attachment-link"),
        ("content/reports", "attachment-link"),
    ]


def test_a_record_that_is_a_link_is_not_read(alder, tmp_path):
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n", "utf-8")
    folder = alder()
    try:
        (folder / "content" / "pages").mkdir()
        (folder / "content" / "pages" / "secret.md").symlink_to(tmp_path / "secret.md")
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    reading = read(folder)
    assert [p.rule for p in reading.problems] == ["file-link"]
    assert "secret" not in reading.project.pages
