from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.preview.problem_page import bug_page, problem_page


def problem(path: str, level: Level, line: int = 0, column: int = 0) -> Problem:
    return Problem(
        place=Place(path, line, column), rule="r", level=level, message=f"<{path}>", hint="a & b"
    )


def test_a_page_names_file_line_message_and_mend_errors_first() -> None:
    page = problem_page([problem("w.md", Level.WARNING, 4), problem("e.md", Level.ERROR, 2, 5)])
    assert "<h1>2 things to mend</h1>" in page
    assert page.index("e.md, line 2, column 5") < page.index("w.md, line 4 · warning")
    assert "&lt;e.md&gt;" in page
    assert "a &amp; b" in page
    assert "<e.md>" not in page


def test_one_problem() -> None:
    assert "<h1>One thing to mend</h1>" in problem_page([problem("e.md", Level.ERROR)])


def test_a_bug_shows_its_trace() -> None:
    assert "<pre>&lt;trace&gt;</pre>" in bug_page("<trace>")
