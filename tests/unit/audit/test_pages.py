"""A page in pieces tells what it tells as a whole, and a piece that stays is not read again."""

from pathlib import Path
from random import Random

import pytest
from unit.assess.measures import languages
from unit.audit.planted import SAFE, page, plan, reading, table

from planpress.audit import pages, passages, piecewise
from planpress.audit.claim import Block
from planpress.audit.pages import Grid, Page
from planpress.audit.verdict import audited
from planpress.store import Store

WORDS = ("Female 70.5", "<b>Reading</b> 8", "Nothing", '<a href="../indicators/maths/">Maths</a>')
ROUND = (
    "<p>{}</p>",
    "<section>{}</section>",
    "<figure><figcaption>{}</figcaption></figure>",
    "<div class='scroll'>{}</div>",
    "<ul><li>{}</ul>",
    "<ol><li><p>{}</p><li>7</ol>",
    "<table><caption>{}</caption><tr><th>2022–23<th>Gap<tr><td>Female<td>8.5</table>",
    "<table><tr><td>{}<tr><td>Female<td>8.5</table>",
    "<svg><text y='1'>Female</text><text y='1'>9</text><desc>{}</desc></svg>",
    "<h3>Reading: {}</h3>",
    "<h2>Nothing</h2>{}",
    "<img alt='Female 9'>{}",
    "<ul><li><h4>Maths</h4>{}</ul>",
    "<!-- 7 -->{}",
)


def _any(random: Random, deep: int = 4) -> str:
    inner = "".join(
        _any(random, deep - 1) if deep and random.random() < 0.7 else random.choice(WORDS)
        for _ in range(random.randint(1, 3))
    )
    return random.choice(ROUND).format(inner)


def _named(text: str) -> frozenset[str]:
    return frozenset(name for name in ("reading", "maths") if name in text.lower())


def _found(text: str, about: frozenset[str], *, all_texts: bool) -> list[Block | Grid]:
    whole = Page("a.html", about, _named, (lambda text: "9" in text) if all_texts else None)
    return [one for piece in whole.pieces(text.encode()) for one in whole.found(piece)]


@pytest.mark.parametrize("seed", range(40))
def test_in_pieces_a_page_tells_what_it_tells_element_by_element(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(_any(Random(100 * seed + at)) for at in range(4))
    for about in (frozenset[str](), frozenset({"maths"})):
        for all_texts in (True, False):
            in_pieces = _found(text, about, all_texts=all_texts)
            for large, uncut in ((0, frozenset[str]()), (0, pages._UNCUT), (200, pages._UNCUT)):
                with monkeypatch.context() as context:
                    context.setattr(pages, "_LARGE", large)
                    context.setattr(pages, "_UNCUT", uncut)
                    context.setattr(pages, "_RUN", large)
                    assert in_pieces == _found(text, about, all_texts=all_texts)


GOLDEN = sorted(Path(__file__).parents[2].glob("sites/*/golden/**/*.html"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: "/".join(path.parts[-3:]))
def test_in_pieces_a_page_of_ours_tells_what_it_tells_element_by_element(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, random = path.read_text(encoding="utf-8"), Random(str(path.name))
    cut, end = sorted(random.choices(range(len(text)), k=2))
    for one in (text, text[:cut] + text[end:], text[:end] + text[cut:], text[:cut]):
        in_pieces = _found(one, frozenset(), all_texts=True)
        with monkeypatch.context() as context:
            context.setattr(pages, "_LARGE", 0)
            context.setattr(pages, "_UNCUT", frozenset())
            assert in_pieces == _found(one, frozenset(), all_texts=True)


def test_a_heading_in_a_list_is_heard_after_it() -> None:
    text = "<ul><li><h3>Maths</h3></ul><p>Female: 9</p>"
    (block,) = _found(text, frozenset(), all_texts=True)
    assert isinstance(block, Block)
    assert block.about == {"maths"}


SCORES = "".join(f"<tr><td>2022–23<td>{n}.5" for n in range(60, 90))
SCORED = f"<table><tr><th>Period<th>Female{SCORES}</table>"
LEAKING = "<table><tr><th>Period<th>Female<tr><td>2023–24<td>70.5</table>"


def test_of_a_changed_page_only_that_piece_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_RUN", 0)
    monkeypatch.setattr(piecewise, "_SHORT", 1)
    read: list[str] = []
    real = passages.Reader._of_piece

    def of_piece(self, page, piece):
        read.extend(str(one.tag) for one in piece.elements if one.tag in ("table", "p"))
        return real(self, page, piece)

    monkeypatch.setattr(passages.Reader, "_of_piece", of_piece)

    kept_in = Store(tmp_path)
    site = (table(*SAFE), page(SCORED))
    clean = audited(site, plan(), languages(), kept_in)
    kept_in.settle()
    assert read == ["table"]
    changed = (site[0], page(SCORED + f"<p>4 {'more ' * 20}</p>"))
    assert audited(changed, plan(), languages(), kept_in) == clean
    assert read == ["table", "p"]
    kept_in.settle()
    leaking = audited((site[0], page(SCORED + LEAKING)), plan(), languages(), Store(tmp_path))
    assert read == ["table", "p", "table"]
    assert leaking == audited((site[0], page(SCORED + LEAKING)), plan(), languages(), Store(None))
    assert len(leaking) == len(clean) + 1


def test_the_same_table_below_another_heading_is_another_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecewise, "_SHORT", 1)
    store, project = Store(tmp_path), plan(reading(), reading("maths"))
    site = (table(*SAFE), table(*SAFE, name="maths"))
    telling = "<table><tr><td>Female<td>70.5 in 2023–24</table>"
    for heading in ("Maths", "Reading", "Maths"):
        now = (*site, page(f"<h2>{heading}</h2>{telling}", "equity/index.html"))
        (found,) = audited(now, project, languages(), store)
        assert f"({heading.lower()})" in found.message
        assert (found,) == audited(now, project, languages(), Store(None))
        store.settle()


def test_a_new_period_is_found_in_a_piece_that_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecewise, "_SHORT", 1)
    store, later = Store(tmp_path), (*SAFE, "2024-25,70.0,100", "2024-25,,,suppressed,female")
    telling = "<table><tr><th>Who<th>Gap in 2024–25<tr><td>Female<td>8.5</table>"
    found = []
    for rows, more in ((SAFE, ""), (SAFE, "<p>More.</p>"), (later, "<p>More.</p>")):
        now = (table(*rows), page(telling + more))
        (problem,) = audited(now, plan(), languages(), store)
        assert (problem,) == audited(now, plan(), languages(), Store(None))
        found.append(problem.message)
        store.settle()
    assert found[0] == found[1] != found[2]


def test_the_same_piece_leaks_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecewise, "_SHORT", 1)
    paths = ("a/indicators/reading/index.html", "b/indicators/reading/index.html")
    site = (table(*SAFE), *(page(LEAKING, path) for path in paths))
    found = audited(site, plan(), languages(), Store(tmp_path))
    assert {one.place.path for one in found} == set(paths)
