from conftest import FILES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planpress.check.rules import check
from planpress.read.project import read
from planpress.read.sheet import parse

DIRT = "ab: -[]{}&*!|>'\"#\n\t,?%@`\x00é\x85"
PAGES = [path for path in FILES if path.endswith(".md")]
ODD = [
    *(line for text in FILES.values() for line in text.splitlines()),
    "goals: [a, {id: b}]",
    "questions: x",
    "languages: []",
    "target: []",
    "target: x",
    "theory_of_action: {if: [a], then: b}",
    "trajectory: [{period: 2023-24, value: 3}]",
    "breaks: [{id: a, before: 2023-24, reason: r}]",
    "dimensions: [[a]]",
    "labels: {goal: G}",
    "contact: []",
    "- a",
]


def test_values_are_read_as_they_are_written():
    sheet, problems = parse("x.md", "---\na: no\nb: 1.10\nc: 2023-24\nd: [yes, 007]\n---\n\nBody\n")
    assert problems == []
    assert sheet.tree == {"a": "no", "b": "1.10", "c": "2023-24", "d": ["yes", "007"]}
    assert (sheet.body, sheet.body_place.line) == ("Body", 8)
    assert (sheet.places["d", 1].line, sheet.places["d", 1].column) == (5, 10)


@given(st.text(alphabet=DIRT, max_size=60))
def test_no_text_makes_the_reader_fall(text):
    for whole in (text, f"---\n{text}\n---\nbody"):
        sheet, problems = parse("x.md", whole)
        assert sheet.path == "x.md"
        assert all(problem.hint for problem in problems)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(path=st.sampled_from(PAGES), draw=st.data())
def test_no_mistake_in_a_plan_makes_reading_or_checking_fall(alder, path, draw):
    lines = FILES[path].splitlines()
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(lines) - 1))
        change = draw.draw(st.sampled_from(["take out", "put in", "replace", "indent"]))
        match change:
            case "take out" if len(lines) > 1:
                lines.pop(at)
            case "put in":
                lines.insert(at, draw.draw(st.sampled_from(ODD)))
            case "replace":
                lines[at] = draw.draw(st.sampled_from(ODD))
            case _:
                lines[at] = f"  {lines[at]}"
    reading = read(alder({path: "\n".join(lines)}))
    for problem in (*reading.problems, *check(reading)):
        assert problem.message
        assert problem.hint
