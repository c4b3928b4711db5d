"""A clean site is audited once; whatever changes is audited again."""

from pathlib import Path

import pytest
from unit.assess.measures import languages
from unit.audit.planted import SAFE, plan, table

from planpress.audit import verdict
from planpress.audit.verdict import audited
from planpress.model.document import Document
from planpress.store import Store

CLEAN = (table(*SAFE),)
LEAKING = (*CLEAN, table("2023-24,70.0,,,female", path="files/reading.csv"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    counted: list[int] = []
    real = verdict.audit

    def audit(documents, *others):
        counted.append(len(documents))
        return real(documents, *others)

    monkeypatch.setattr(verdict, "audit", audit)
    return counted


def test_a_clean_site_is_read_once(asked: list[int], tmp_path: Path) -> None:
    for _ in range(2):
        assert audited(CLEAN, plan(), languages(), Store(tmp_path)) == ()
    assert asked == [1]


def test_a_leak_is_found_every_time(asked: list[int], tmp_path: Path) -> None:
    first, again = (audited(LEAKING, plan(), languages(), Store(tmp_path)) for _ in range(2))
    assert first == again
    assert [problem.rule for problem in first] == ["privacy-leak"]
    assert asked == [2, 2]


@pytest.mark.parametrize(
    "other",
    [
        (Document("data/other.csv", CLEAN[0].content),),
        (Document(CLEAN[0].path, CLEAN[0].content + b"2025-26,61.0,100\n"),),
        (),
    ],
)
def test_other_files_are_read_again(asked: list[int], tmp_path: Path, other) -> None:
    audited(CLEAN, plan(), languages(), Store(tmp_path))
    audited(other, plan(), languages(), Store(tmp_path))
    assert len(asked) == 2


def test_a_stricter_rule_is_another_question(asked: list[int], tmp_path: Path) -> None:
    audited(CLEAN, plan(), languages(), Store(tmp_path))
    audited(CLEAN, plan(interval=5), languages(), Store(tmp_path))
    assert len(asked) == 2
