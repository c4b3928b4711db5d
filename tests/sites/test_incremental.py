"""The key test: after any edits, what is built on what was kept equals a clean build's bytes."""

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sites.edits import MEASURE, PAGE, ROOT, WORDS, Desk, tree

STEPS = 500 if os.environ.get("PLANPRESS_DEMAND_BROWSER") else 60
"""Steps of each of the four walks; in CI, 2,000 in all."""
WALK = 25
"""Steps of one walk, which begins with the plan as it is."""

words = st.sampled_from(WORDS)
pick = st.integers(0, 10_000)
sentences = st.builds("We count {} and {} with {}.".format, words, words, st.integers(1, 99))


class Edits(RuleBasedStateMachine):
    """A plan under edits."""

    site = "work"
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="planpress-edits-"))
        self.desk = Desk(self.folder, self.site)
        self.build()

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def build(self, *, mend: bool = True) -> None:
        """Build, compare with a clean build, and take back what cannot be published."""
        type(self).steps += 1
        before = tree(self.desk.output)
        outcome, clean = self.desk.build(), self.desk.build_clean()
        assert outcome.problems == clean.problems
        assert (outcome.published is None) == (clean.published is None)
        now = tree(self.desk.output)
        if clean.published is None:
            assert now == before
            if mend:
                self.desk.mend()
        else:
            wanted = tree(self.desk.clean)
            assert sorted(now) == sorted(wanted)
            assert [path for path in wanted if now[path] != wanted[path]] == []

    def edit(self, path: str, change) -> None:
        self.desk.write(path, change((self.desk.project / path).read_bytes().decode()))
        self.build()

    @rule(at=pick, sentence=sentences)
    def write_a_sentence(self, at, sentence):
        sheets = [path for path in self.desk.sheets() if "dimensions" not in path]
        self.edit(sheets[at % len(sheets)], lambda text: f"{text.rstrip()}\n\n{sentence}\n")

    @rule(at=pick, line=pick, word=words)
    def change_a_line(self, at, line, word):
        def change(text):
            lines = text.split("\n")
            here = line % len(lines)
            lines[here] = f"{lines[here]} {word}"
            return "\n".join(lines)

        sheets = self.desk.sheets()
        self.edit(sheets[at % len(sheets)], change)

    @rule(at=pick, word=words)
    def change_a_title(self, at, word):
        def change(text):
            head, mark, rest = text.partition("title: ")
            return f"{head}{mark}{word} {rest}" if mark and not head.strip("-\n") else text

        sheets = self.desk.sheets()
        self.edit(sheets[at % len(sheets)], change)

    @rule(at=pick, line=pick)
    def delete_a_line(self, at, line):
        def change(text):
            lines = text.split("\n")
            del lines[line % len(lines)]
            return "\n".join(lines)

        paths = self.desk.sheets() + self.desk.tables()
        self.edit(paths[at % len(paths)], change)

    @rule(at=pick, blank=st.integers(1, 3))
    def move_lines_down(self, at, blank):
        def change(text):
            return text.replace("---\n", "---\n" + "# for staff\n" * blank, 1)

        sheets = self.desk.sheets()
        self.edit(sheets[at % len(sheets)], change)

    @rule(at=pick, row=pick, value=st.integers(0, 1000))
    def change_a_number(self, at, row, value):
        def change(text):
            lines = text.rstrip("\n").split("\n")
            here = 1 + row % max(1, len(lines) - 1)
            cells = lines[here % len(lines)].split(",")
            cells[1 % len(cells)] = f"{value / 10}"
            lines[here % len(lines)] = ",".join(cells)
            return "\n".join(lines) + "\n"

        tables = self.desk.tables()
        if tables:
            self.edit(tables[at % len(tables)], change)

    @rule(number=st.integers(0, 3), order=st.integers(1, 9), word=words, sentence=sentences)
    def add_a_page(self, number, order, word, sentence):
        text = PAGE.format(title=word, order=order, sentence=sentence)
        self.desk.write(f"content/pages/{word}-{number}.md", text)
        if number % 2:
            self.desk.write(
                f"content/pages/{word}-{number}.es.md", text.split("order:")[0] + "---\n"
            )
        self.build()

    @rule(
        number=st.integers(0, 2),
        aim=st.integers(55, 90),
        sentence=sentences,
        values=st.lists(st.tuples(st.integers(300, 900), st.integers(5, 400)), max_size=4),
    )
    def add_a_measure(self, number, aim, sentence, values):
        text = MEASURE.format(
            title=f"Measure {number}", priority="reading", target=aim, sentence=sentence
        )
        rows = "".join(
            f"{year}-{year % 100 + 1},{value / 10},{n},\n"
            for year, (value, n) in zip(range(2022, 2026), values, strict=False)
        )
        self.desk.write(f"content/indicators/measure-{number}.md", text)
        self.desk.write(f"data/measure-{number}.csv", f"period,value,n,group\n{rows}")
        self.build()

    @rule(at=pick, both=st.booleans())
    def delete_a_record(self, at, both):
        sheets = [path for path in self.desk.sheets() if "/plan." not in path]
        path = sheets[at % len(sheets)]
        (self.desk.project / path).unlink()
        other = self.desk.project / path.replace(".es.md", ".md").replace(".md", ".es.md")
        if both and other.exists():
            other.unlink()
        self.build()

    @rule(at=pick, word=words)
    def rename_a_record(self, at, word):
        sheets = [p for p in self.desk.sheets() if "/plan." not in p and not p.endswith(".es.md")]
        path = sheets[at % len(sheets)]
        for ending in (".md", ".es.md"):
            old = self.desk.project / path.replace(".md", ending)
            if old.exists():
                old.rename(old.with_name(f"{word}{ending}"))
        self.build()

    @rule(codes=st.sampled_from(["[en]", "[en, es]", "[en, es, vi]", "[es, en]", "[en, ar, es]"]))
    def choose_languages(self, codes):
        self.edit("content/plan.md", lambda text: _with_fact(text, "languages", codes))

    @rule(day=st.dates(date(2024, 1, 1), date(2028, 1, 1)))
    def change_the_plans_day(self, day):
        self.edit("content/plan.md", lambda text: _with_fact(text, "as_of", day.isoformat()))

    @rule(days=st.integers(0, 900), given=st.booleans())
    def ask_for_another_day(self, days, given):
        self.desk.as_of = date(2025, 6, 1) + timedelta(days) if given else None
        self.build()

    @rule(name=st.sampled_from(["url", "notice", "tagline"]), word=words)
    def change_the_plan(self, name, word):
        value = f"https://{word}.example.org/" if name == "url" else f"About {word}"
        self.edit("content/plan.md", lambda text: _with_fact(text, name, value))

    @rule(
        name=st.sampled_from(["layout.html", "parts/foot.html", "parts/chip.html"]),
        word=words,
        broken=st.sampled_from([False, False, False, True]),
    )
    def change_a_template(self, name, word, broken):
        text = (ROOT / "templates" / name).read_text("utf-8")
        more = "{{ nothing_of_the_kind }}" if broken else f"{{# {word} #}}"
        if name == "parts/foot.html":
            more += f"<p>{word}</p>"
        self.desk.write(f"templates/{name}", text + more)
        self.build()

    @rule()
    def remove_own_templates(self):
        shutil.rmtree(self.desk.project / "templates", ignore_errors=True)
        self.build()

    @rule(name=st.sampled_from(["style.css", "own.txt", "pictures/one.svg"]), word=words)
    def change_an_asset(self, name, word):
        text = f"/* {word} */" if name.endswith("css") else word
        if name.endswith("svg"):
            text = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>'
        self.desk.write(f"assets/{name}", text)
        self.build()

    @rule()
    def remove_own_assets(self):
        shutil.rmtree(self.desk.project / "assets", ignore_errors=True)
        self.build()

    @rule(at=pick)
    def leave_a_translation_behind(self, at):
        known = self.desk.files().get("content/translations.lock", b"")
        lines = known.decode().split("\n")
        del lines[at % len(lines)]
        self.desk.write("content/translations.lock", "\n".join(lines))
        self.build()

    @rule(at=pick, how=st.sampled_from(["cut", "flip", "empty", "gone", "folder"]), where=pick)
    def damage_the_cache(self, at, how, where):
        cached = self.desk.cached()
        if not cached:
            return
        place = cached[at % len(cached)]
        content = place.read_bytes()
        if how == "cut":
            place.write_bytes(content[: where % (len(content) + 1)])
        elif how == "flip" and content:
            here = where * 7919 % len(content)
            place.write_bytes(content[:here] + bytes([content[here] ^ 255]) + content[here + 1 :])
        elif how == "empty":
            place.write_bytes(b"")
        else:
            place.unlink()
            if how == "folder":
                place.mkdir()
        self.build()

    @rule()
    def delete_the_cache(self):
        shutil.rmtree(self.desk.project / ".cache")
        self.build()

    @rule(at=pick, gone=st.booleans())
    def touch_the_site(self, at, gone):
        files = sorted(path for path in tree(self.desk.output) if path != ".planpress.json")
        place = self.desk.output / files[at % len(files)]
        if gone:
            place.unlink()
        else:
            place.write_bytes(b"changed by somebody else")
        self.build()

    @precondition(lambda self: self.desk.files() != self.desk.good)
    @rule()
    def go_back(self):
        self.desk.mend()
        self.build()


def _with_fact(text: str, name: str, value: str) -> str:
    lines = [line for line in text.split("\n") if not line.startswith(f"{name}:")]
    return "\n".join([lines[0], f"{name}: {value}", *lines[1:]])


def _told(paper):
    files = (f"{path} {len(content)}\n" for path, content in sorted(paper.files.items()))
    return f"%PDF-1.7 {paper.address}\n{''.join(files)}".encode()


@pytest.mark.parametrize("seed", range(4))
def test_what_was_kept_gives_the_bytes_of_a_clean_build(seed, monkeypatch):
    # What is printed is told apart as PDF files are, but made at once.
    monkeypatch.setattr("planpress.paper.press.printed", lambda paper, html: _told(paper) + html)
    monkeypatch.setattr("planpress.paper.system.printing_with", lambda: "a test")
    machine = type(f"Edits{seed}", (Edits,), {"site": ("work", "two-languages")[seed % 2]})
    chosen = settings(
        max_examples=-(-STEPS * 6 // (WALK * 5)),  # some walks end early
        stateful_step_count=WALK,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(seeded(20_261_122 + seed)(machine), settings=chosen)
    assert machine.steps >= STEPS
