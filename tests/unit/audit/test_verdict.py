"""A site is audited once; of a changed one only what changed is read, and it is judged the same."""

import io
import pickle
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from unit.assess.measures import languages
from unit.audit.planted import SAFE, machine, page, plan, reading, table

from planpress.audit import passages, said, verdict
from planpress.audit import site as whole_site
from planpress.audit.verdict import audited
from planpress.model.document import Document
from planpress.model.problem import Problem
from planpress.model.words import Words
from planpress.store import Store

CLEAN = (
    table(*SAFE),
    page("<p>It was 64.0% in 2022–23.</p>"),
    page("<p>We meet on 7 of 9 days.</p>", "vision/index.html"),
    machine({"id": "reading", "series": []}),
)
LEAKING = (*CLEAN, table("2023-24,70.0,,,female", path="files/reading.csv"))


def judged(documents: Sequence[Document], store: Store, **facts: int) -> tuple[Problem, ...]:
    found = audited(documents, plan(**facts), languages(), store)
    store.settle()
    return found


def kept(document: Document, *, readable: bool = False) -> Document:
    """Return a document of an earlier build, which nobody may open."""

    def load() -> bytes:
        assert readable, f"{document.path} was read again"
        return document.content

    return Document.kept(
        document.path, document.fingerprint, document.size, load, document.made_from
    )


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many documents there are of each site that is judged whole, as it is."""
    judged_whole: list[int] = []
    real = whole_site.examined

    def examined(documents, known, store, workers):
        judged_whole.append(len(documents))
        return real(documents, known, store, workers)

    monkeypatch.setattr(whole_site, "examined", examined)
    return judged_whole


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are read, as they are."""
    opened: list[str] = []
    real_table, real_file = said.claims_of_table, passages.Reader.file

    def claims_of_table(document, project):
        opened.append(document.path)
        return real_table(document, project)

    def file(self, document):
        opened.append(document.path)
        return real_file(self, document)

    monkeypatch.setattr(said, "claims_of_table", claims_of_table)
    monkeypatch.setattr(passages.Reader, "file", file)
    return opened


def test_a_clean_site_is_read_once(read: list[str], tmp_path: Path) -> None:
    assert judged(CLEAN, Store(tmp_path)) == ()
    assert read == ["data/reading.csv", "indicators/reading/index.html", "vision/index.html"]
    assert judged([kept(one) for one in CLEAN], Store(tmp_path)) == ()
    assert len(read) == 3


def test_of_a_changed_site_only_that_page_is_read(read: list[str], tmp_path: Path) -> None:
    judged(CLEAN, Store(tmp_path))
    read.clear()
    other = page("<p>We meet on 8 of 9 days.</p>", "vision/index.html")
    changed = (*map(kept, CLEAN[:2]), other, kept(CLEAN[3]))
    assert judged(changed, Store(tmp_path)) == ()
    assert read == ["vision/index.html"]


def test_a_new_period_is_of_interest_only_where_it_can_be_named(
    read: list[str], tmp_path: Path
) -> None:
    telling = page("<p>Female: 70.5% in 2024–25.</p>", "reading/index.html")
    silent = page("<p>Female: 66.0% in 2022–23.</p>", "indicators/reading/index.html")
    before = (CLEAN[0], telling, silent)
    assert judged(before, Store(tmp_path))
    read.clear()
    later = table(*SAFE, "2024-25,70.0,100", "2024-25,,,suppressed,female")
    after = (later, kept(telling, readable=True), kept(silent))
    found = judged(after, Store(tmp_path))
    assert read == ["data/reading.csv", "reading/index.html"]
    assert found == judged((later, telling, silent), Store(None))


def test_a_leak_is_found_every_time(tmp_path: Path) -> None:
    first = judged(LEAKING, Store(tmp_path))
    assert judged([kept(one) for one in LEAKING], Store(tmp_path)) == first
    assert [problem.rule for problem in first] == ["privacy-leak"]


def test_a_page_that_was_harmless_leaks_when_another_file_hides(tmp_path: Path) -> None:
    telling = page("<p>Female: 70.5% in 2023–24.</p>")
    shown = table("2022-23,64.0,100", "2023-24,70.5,50,,female")
    assert judged((shown, telling), Store(tmp_path)) == ()
    (problem,) = judged((CLEAN[0], kept(telling, readable=True)), Store(tmp_path))
    assert "70.5" in problem.message


def test_a_page_that_another_file_explained_leaks_without_it(tmp_path: Path) -> None:
    telling = page("<p>Female: 70.5% in 2023–24.</p>")
    planned = machine({"id": "reading", "target": "70.5"})
    assert judged((CLEAN[0], planned, telling), Store(tmp_path)) == ()
    found = judged((kept(CLEAN[0]), kept(telling)), Store(tmp_path))
    assert [problem.rule for problem in found] == ["privacy-leak"]


def test_a_document_that_moves_is_another_one(tmp_path: Path) -> None:
    rows = table("2023-24,70.0,,,female")
    assert judged((CLEAN[0], Document("data/other.csv", rows.content)), Store(tmp_path)) == ()
    assert judged((CLEAN[0], Document("files/reading.csv", rows.content)), Store(tmp_path))


def test_a_stricter_rule_is_another_question(tmp_path: Path) -> None:
    shown = (table("2023-24,62.0,20"),)
    assert judged(shown, Store(tmp_path)) == ()
    stricter = plan()
    privacy = stricter.plan.privacy.model_copy(update={"minimum_n": 30})
    other = replace(stricter, plan=stricter.plan.model_copy(update={"privacy": privacy}))
    assert audited(shown, other, languages(), Store(tmp_path))


FEW = (table("2023-24,7"),)
EXPECTED = (
    table("2020-21,,,suppressed,female", "2023-24,70.0,40,,female"),
    machine({"id": "reading", "groups": [{"group": "female", "expected": "61.3"}]}),
)


@pytest.mark.parametrize(
    ("facts", "site"),
    [
        ({"unit": "students", "decimals": "0"}, FEW),
        ({"baseline": {"period": "2022-23", "value": "1"}}, EXPECTED),
    ],
)
def test_another_fact_of_a_measure_is_another_question(facts, site, tmp_path: Path) -> None:
    store, other = Store(tmp_path), plan(reading(**facts))
    before = audited(site, plan(reading()), languages(), store)
    after = audited(site, other, languages(), store)
    assert after == audited(site, other, languages(), Store(None))
    assert before != after


def test_another_title_is_another_question(tmp_path: Path) -> None:
    site = (
        table(*SAFE, name="maths"),
        page("<h3>Sums</h3><p>Female: 70.5.</p>", "equity/index.html"),
    )
    store, found = Store(tmp_path), []
    for title in ("Counting", "Sums"):
        project = plan(reading("maths").model_copy(update={"title": Words({"en": title})}))
        found.append(len(audited(site, project, languages(), store)))
    assert found == [0, 1]


def test_what_a_table_tells_of_a_measure_explains_texts_about_several(tmp_path: Path) -> None:
    grid = "<table><tr><th>Who</th><th>Gap in 2022–23</th></tr><tr><td>Female</td><td>8.5</table>"
    text = "<p>Reading and Maths: Female students, 8.5.</p>"
    site = (
        table(*SAFE),
        table(*SAFE, name="maths"),
        page(grid, "indicators/reading/index.html"),
        page(text, "vision/index.html"),
    )
    project = plan(reading(), reading("maths"))
    assert audited(site, project, languages(), Store(tmp_path)) == ()
    assert audited((*site[:2], site[3]), project, languages(), Store(tmp_path))


WHO = ("Female", "Male", "Low income", "Everyone", "Femenino")
WHEN = ("2022–23", "2023–24", "2024–25")
NUMBERS = ("66.0", "70.5", "62.0", "9", "62,0")


def _rows(random: Random, name: str) -> Document:
    rows = list(SAFE)
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(rows))
        rows[at] = random.choice(
            (
                rows[at].replace("2022-23", "2024-25"),
                rows[at].replace("6", random.choice("5678"), 1),
                "2022-23,,,suppressed",
                "2023-24,61.0,30,,poor",
                "2023-24,,,suppressed,rich",
            )
        )
    return table(*dict.fromkeys(rows), name=name)


SENTENCES = (
    "<p>Reading. {who}: {number}% in {when}.</p>",
    '<img alt="{who} {number}%"><p>{when}</p>',
    "<table><tr><th>Who</th><th>Gap in {when}</th></tr><tr><td>{who}</td><td>{number}</table>",
    "<table><caption>Reading, Maths {when}</caption><tr><td>{who}</td><td>{number}</table>",
    '<h3><a href="../indicators/maths/">M</a></h3><p>{who}: {number}.</p>',
    "<p>Reading and Maths: {who} {number} in {when}.</p>",
    "<p>Nothing.</p>",
)


def _text(random: Random) -> str:
    who, when, number = map(random.choice, (WHO, WHEN, NUMBERS))
    return random.choice(SENTENCES).format(who=who, when=when, number=number)


def _any(random: Random, path: str) -> Document:
    name = "maths" if "maths" in path else "reading"
    if path.endswith(".csv"):
        return _rows(random, name)
    if path.endswith(".json"):
        who = random.choice(("female", "male", "poor"))
        row = {"period": "2023-24", "codes": {"group": who}, "value": random.choice(NUMBERS)}
        thing = random.choice(
            (
                {"series": [row]},
                {"groups": [{"group": who, "gap": random.choice(NUMBERS)}]},
                {"target": {"period": "2024-25", "value": random.choice(NUMBERS)}},
                {"notes": f"{random.choice(WHO)} {random.choice(NUMBERS)}"},
            )
        )
        return machine({"id": name, **thing}, path)
    if path.endswith(".xml"):
        return Document(path, f"<feed><entry>{_text(random)}</entry></feed>".encode())
    return page("".join(_text(random) for _ in range(random.randint(1, 3))), path)


PATHS = (
    "data/maths.csv",
    "data/reading.csv",
    "api/indicators/maths.json",
    "api/indicators/reading.json",
    "indicators/maths/index.html",
    "indicators/reading/index.html",
    "equity/index.html",
    "es/vision/index.html",
    "feed.xml",
    "reading.txt",
)


@pytest.mark.parametrize("few", [0, 16])
@pytest.mark.parametrize("seed", range(12))
def test_after_any_change_the_verdict_is_that_of_a_whole_audit(
    seed: int, few: int, tmp_path: Path, whole: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "_FEW", few)
    random, project = Random(seed), plan(reading(), reading("maths"))
    site = {path: _any(random, path) for path in PATHS}
    found, sure, store = 0, 0, Store(tmp_path)
    for step in range(24):
        for path in random.sample(PATHS, random.randint(1, 2)):
            if path in site and random.random() < 0.2:
                del site[path]
            elif path in site and random.random() < 0.6:
                site[path] = Document(path, site[path].content + b"\n")
            else:
                site[path] = _any(random, path)
        if step % 4 == 0:
            store = Store(tmp_path)  # another process
        whole.clear()
        documents = [kept(one, readable=True) for one in site.values()]
        random.shuffle(documents)
        again = audited(documents, project, languages(), store)
        sure += not whole
        store.settle()
        assert again == audited(tuple(site.values()), project, languages(), Store(None))
        found += len(again)
    assert found
    assert sure


QUIET = page("<p>We meet on Mondays.</p>", "about/index.html")
HEARD = (*CLEAN, QUIET)


def archive(path: str, text: str) -> Document:
    """Return an archive with a text in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as opened:
        opened.writestr(zipfile.ZipInfo("reading.txt"), text)
    return Document(path, whole.getvalue())


ARCHIVE = archive("data.zip", "Female: 64.0% in 2022–23.")
OTHER = pickle.dumps(["Before"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEARD, HEARD),
        (HEARD, HEARD[::-1]),
        (HEARD, (*CLEAN, page("<p>We meet on 3 Tuesdays.</p>", "about/index.html"))),
        (HEARD, CLEAN),
        (HEARD, (*CLEAN[:3], QUIET)),
        (CLEAN, HEARD),
        ((*HEARD, ARCHIVE), (*HEARD, ARCHIVE)),
        (LEAKING, (*LEAKING, QUIET)),
        ((*CLEAN, Document("a.pdf", b"?")), (*HEARD, Document("a.pdf", b"?"))),
        (HEARD[1:3], (page("<p>Female: 70.5% in 2023–24.</p>"),)),
    ],
    ids=[
        "nothing",
        "another order",
        "other words",
        "a page gone",
        "a file for machines gone",
        "another page",
        "an archive",
        "words beside a leak",
        "words beside what cannot be read",
        "nothing hidden",
    ],
)
def test_where_all_files_say_what_they_said_nobody_looks_at_the_whole(
    before: Sequence[Document], after: Sequence[Document], tmp_path: Path, whole: list[int]
) -> None:
    judged(before, Store(tmp_path))
    assert len(whole) == 1
    assert judged(after, Store(tmp_path)) == judged(after, Store(None))
    assert len(whole) == 2


@pytest.mark.parametrize(
    "after",
    [
        (*HEARD[1:], table(*SAFE, "2024-25,1.0,100")),
        (*CLEAN, page("<p>Reading. Female: 70.5% in 2023–24.</p>", "about/index.html")),
        HEARD[1:],
        (*HEARD, Document("a.pdf", b"?")),
        (*HEARD, ARCHIVE),
        (*HEARD[1:], Document("data/a/reading.csv", HEARD[0].content)),
    ],
    ids=[
        "a new row",
        "words about people",
        "no table",
        "what cannot be read",
        "an archive",
        "moved",
    ],
)
def test_what_may_be_heard_otherwise_is_judged_whole(
    after: Sequence[Document], tmp_path: Path, whole: list[int]
) -> None:
    judged(HEARD, Store(tmp_path))
    assert judged(after, Store(tmp_path)) == judged(after, Store(None))
    assert len(whole) == 3


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda _: b"", lambda _: OTHER])
def test_a_verdict_that_cannot_be_read_only_costs_time(
    damage: Callable[[bytes], bytes], tmp_path: Path, whole: list[int]
) -> None:
    store = Store(tmp_path)
    audited(HEARD, plan(), languages(), store)
    (key,) = (key for key, kept in store.run.items() if b"Before" in kept)
    store.put(key, damage(store.run[key]))
    store.settle()
    assert judged(HEARD, Store(tmp_path)) == ()
    assert len(whole) == 2


def test_where_it_is_forgotten_what_a_page_said_all_is_judged(
    tmp_path: Path, whole: list[int]
) -> None:
    store = Store(tmp_path)
    judged(HEARD, store)
    with closing(sqlite3.connect(store.file)) as results, results:
        results.execute("DELETE FROM kept WHERE instr(result, 'Before') = 0")
    after = (*CLEAN, page("<p>We meet.</p>", "about/index.html"))
    assert judged(after, Store(tmp_path)) == ()
    assert len(whole) == 2
