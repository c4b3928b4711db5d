"""What docs/ says about keys, columns, options and files is what the code knows."""

import re
from argparse import ArgumentParser, _SubParsersAction
from pathlib import Path

import pytest

from planpress.cli import _parser
from planpress.model.kinds import FOLDERS, SINGLES
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.read.series import OWN
from planpress.read.shapes import shapes
from planpress.read.typed import _choices, _model_of

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
PLACES = {f"content/{name}.md": model for name, model in SINGLES.items()}
PLACES |= {f"content/{name}/": model for name, model in FOLDERS.items()}
WORDED = ("words", "list of words")


def declared(model, way=()):
    """Yield the way to every key of a model, with whether it is required, its shape and choices."""
    for name, (kind, _) in shapes(model).items():
        info = next(f for n, f in model.model_fields.items() if name in (n, f.alias))
        yield (*way, name), info.is_required(), kind, {str(choice) for choice in _choices(info)}
        part = _model_of(info)
        if part:
            yield from declared(part, (*way, name))


def described(place):
    """Return the rows of a kind's table in docs/editing.md, by the way to the key."""
    section = DOCS["docs/editing.md"].split(f"\n### `{place}`\n")[1].split("\n##")[0]
    rows = re.findall(r"(?m)^\| (\**)(`.+?`)\** \| (.+?) \| (.+?) \|$", section)
    return {
        tuple(re.findall(r"`(.+?)`", key)): (bool(bold), holds, says)
        for bold, key, holds, says in rows
    }


@pytest.mark.parametrize("place", PLACES)
def test_editing_names_every_key_and_no_other(place):
    assert list(described(place)) == [way for way, *_ in declared(PLACES[place])]


@pytest.mark.parametrize("place", PLACES)
def test_editing_says_what_is_required_worded_and_to_choose_from(place):
    rows = described(place)
    for way, required, kind, choices in declared(PLACES[place]):
        bold, holds, says = rows[way]
        assert bold == required, way
        assert (holds in WORDED) == kind.startswith("words"), way
        assert choices <= set(re.findall(r"`(.+?)`", says)), way


def test_editing_names_every_kind():
    named = re.findall(r"(?m)^### `(.+?)`$", DOCS["docs/editing.md"])
    assert named == list(PLACES)


def first_cells(text, heading):
    section = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"(?m)^\| `(.+?)`", section)


def test_data_names_every_column_and_status():
    statuses = [status.value for status in Status if status]
    assert first_cells(DOCS["docs/data.md"], "Columns") == [*OWN, *statuses]


def test_data_shows_only_periods_that_can_be_read():
    written = first_cells(DOCS["docs/data.md"], "Periods")
    forms = {Period.parse(text).form for text in written}
    assert len(forms) == len(written) == 5


def options(parser: ArgumentParser):
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for command in action.choices.values():
                yield from options(command)
        yield from (option for option in action.option_strings if option.startswith("--"))


def test_publishing_names_every_option_and_no_other():
    named = {
        f"--{name}" for name in re.findall(r"(?m)^\| `--([a-z-]+)", DOCS["docs/publishing.md"])
    }
    assert named == set(options(_parser())) - {"--help", "--version"}


def test_readme_names_every_command():
    commands = next(a for a in _parser()._actions if isinstance(a, _SubParsersAction)).choices
    for command in commands.keys() - {"build"}:
        assert f"python3 build.py {command}" in DOCS["README.md"], command


def prose(text):
    """Return a text without its examples."""
    return re.sub(r"(?ms)^```.*?^```$", "", text)


def anchors(text):
    headings = re.findall(r"(?m)^#+ (.+)$", prose(text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", DOCS)
def test_links_between_the_docs_lead_somewhere(name):
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`", "", prose(DOCS[name]))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text("utf-8")), target
