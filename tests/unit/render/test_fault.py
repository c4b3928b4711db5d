import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planpress.model.problem import Level
from planpress.render.fault import TEMPLATE_FAULTS, fault


def found_in(tmp_path, line, **given):
    """Return the problem that a template of three lines with `line` as its second makes."""
    (tmp_path / "pages").mkdir(exist_ok=True)
    (tmp_path / "pages/a.html").write_text(f"first\n{line}\nlast", "utf-8")
    speaking = Environment(
        loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True
    )
    try:
        speaking.get_template("pages/a.html").render(**given)
    except TEMPLATE_FAULTS as error:
        return fault(error, "pages/a.html", (tmp_path,))
    raise AssertionError


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{% if %}", "cannot be read"),
        ("{{ nothing }}", "does not receive"),
        ("{{ 1 + 'a' }}", "cannot be carried out"),
        ("{{ 1 / 0 }}", "cannot be carried out"),
        ("{% include 'parts/none.html' %}", "no template “parts/none.html”"),
    ],
)
def test_a_template_fault_is_a_problem_with_its_line(tmp_path, line, words):
    problem = found_in(tmp_path, line)
    assert str(problem.place) == "templates/pages/a.html:2"
    assert problem.rule == "template"
    assert problem.level is Level.ERROR
    assert words in problem.message
    assert problem.hint


def test_a_fault_in_a_part_is_reported_in_the_part(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/b.html").write_text("\n\n{{ nothing }}", "utf-8")
    problem = found_in(tmp_path, "{% include 'parts/b.html' %}")
    assert str(problem.place) == "templates/parts/b.html:3"


def test_a_fault_of_ours_is_raised_again(tmp_path):
    def faulty() -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        found_in(tmp_path, "{{ faulty() }}", faulty=faulty)
