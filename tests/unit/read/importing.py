"""What the tests of imports share: a measure with groups, and mappings written in YAML."""

from textwrap import dedent

from unit.render.sample import indicator, plan

from planpress.model.glossary import Code, Dimension, DimensionsRecord
from planpress.model.project import Project
from planpress.model.source import Source
from planpress.model.words import Words
from planpress.read.mapping import read_mapping

SOURCE = Source({"en": "content/dimensions.md"}, {})


def words(text):
    return Words({"en": text})


MEASURE = indicator("rate", dimensions=("group",))
PROJECT = Project(
    plan=plan(),
    indicators={"rate": MEASURE},
    dimensions=DimensionsRecord(
        id="dimensions",
        source=SOURCE,
        dimensions=(
            Dimension(
                id="group",
                label=words("Group"),
                codes=tuple(Code(id=i, label=words(i)) for i in ("female", "male", "asian")),
            ),
        ),
    ),
)


def mapped(tmp_path, text):
    """Return what a mapping says, and what is wrong with it."""
    file = tmp_path / "state.yaml"
    file.write_text(dedent(text), "utf-8")
    return read_mapping(file, "content/imports/state.yaml", MEASURE, PROJECT)


def told(problems):
    """Return place, rule, message and hint of each, to look at."""
    return [(str(p.place), p.rule, p.message, p.hint) for p in problems]
