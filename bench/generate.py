"""A made-up plan of any size: the same records, words and numbers for the same size and seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.people import shared

YEARS = [f"{year}-{(year + 1) % 100:02d}" for year in range(2014, 2025)]
GROUPS = ("girls", "boys", "learning-english", "with-disabilities", "low-income", "homeless")

_SAID = {
    "en": "every student reads writes and counts with ease when schools families staff and "
    "neighbors work together on what matters most and look at results early enough to act",
    "es": "cada estudiante lee escribe y cuenta con soltura cuando escuelas familias personal y "
    "vecinos trabajan juntos en lo que más importa y miran los resultados a tiempo",
}
_WORDS = {language: said.split() for language, said in _SAID.items()}
PLAN_FACTS = """start: 2022-07-01
end: 2027-06-30
languages: [en, es]
plain_language: {grade: 16}
url: https://bench.example.org
as_of: 2026-02-01
contact: {email: plan@bench.example.org, phone: 555-0100}
"""


@dataclass(frozen=True)
class Shares:
    """How many records of each kind a plan has: one in eight is a measure."""

    priorities: int
    pages: int
    initiatives: int
    indicators: int

    @classmethod
    def of(cls, records: int) -> "Shares":
        """Return the shares of a plan of `records` records, at least 16; two are plan and codes."""
        priorities = max(2, min(12, records // 20))
        indicators = records // 8
        initiatives = records // 10
        pages = records - 2 - priorities - indicators - initiatives
        return cls(priorities, pages, initiatives, indicators)


def generate(folder: Path, records: int | Shares, seed: int = 1) -> None:
    """Write a plan of so many records in two languages, with one CSV file per measure."""
    shares = records if isinstance(records, Shares) else Shares.of(records)
    chance = random.Random(f"{seed}/{records}")
    for path, text in _files(chance, shares):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _files(chance: random.Random, shares: Shares) -> Iterator[tuple[str, str]]:
    yield from _plan(chance)
    yield from _dimensions()
    for at in range(shares.priorities):
        yield from _priority(chance, at)
    for at in range(shares.pages):
        yield from _page(chance, at, shares)
    for at in range(shares.initiatives):
        yield from _initiative(chance, at, shares)
    for at in range(shares.indicators):
        yield from _indicator(chance, at, shares)


def _ends(path: str) -> tuple[tuple[str, str], ...]:
    return ("en", f"content/{path}.md"), ("es", f"content/{path}.es.md")


def sentence(chance: random.Random, language: str, words: int) -> str:
    """Return so many words of a language, the first with a capital and no full stop."""
    said = " ".join(chance.choice(_WORDS[language]) for _ in range(words))
    return said.capitalize()


def _body(chance: random.Random, language: str, sections: int, extra: str = "") -> str:
    parts = []
    for at in range(sections):
        parts.append(f"## {sentence(chance, language, 4)} {at + 1}")
        parts += [" ".join(f"{sentence(chance, language, 9)}." for _ in range(5)) for _ in range(2)]
        parts.append("\n".join(f"- {sentence(chance, language, 8)}" for _ in range(4)))
    return "\n\n".join([*parts, extra]).strip()


def _sheet(front: str, body: str = "") -> str:
    return f"---\n{front}---\n{body}\n"


def _plan(chance: random.Random) -> Iterator[tuple[str, str]]:
    titles = {"en": "A plan to measure with", "es": "Un plan para medir"}
    for language, path in _ends("plan"):
        front = f"title: {titles[language]}\norganisation: Bench Schools\nquestions:\n"
        for name in ("what", "how", "on-track", "response"):
            front += f"  - id: {name}\n    text: {sentence(chance, language, 5)}?\n"
        facts = PLAN_FACTS if language == "en" else ""
        yield path, _sheet(front + facts, _body(chance, language, 1))


def _dimensions() -> Iterator[tuple[str, str]]:
    labels = {"en": "Student group", "es": "Grupo de estudiantes"}
    for language, path in _ends("dimensions"):
        front = f"dimensions:\n  - id: group\n    label: {labels[language]}\n    codes:\n"
        front += "".join(f"      - id: {g}\n        label: {g} ({language})\n" for g in GROUPS)
        if language == "en":
            front += "    partitions:\n      - {of: all, codes: [girls, boys]}\n"
        yield path, _sheet(front)


def _priority(chance: random.Random, at: int) -> Iterator[tuple[str, str]]:
    for language, path in _ends(f"priorities/priority-{at}"):
        front = f"title: {sentence(chance, language, 3)} {at}\n"
        front += f"order: {at + 1}\n" if language == "en" else ""
        front += "goals:\n"
        for goal in range(2):
            front += f"  - id: goal-{goal}\n    title: {sentence(chance, language, 8)}\n"
        yield path, _sheet(front, _body(chance, language, 2))


def _page(chance: random.Random, at: int, shares: Shares) -> Iterator[tuple[str, str]]:
    linked = chance.randrange(shares.indicators)
    chart = f"{{{{ chart measure-{linked} }}}}" if at % 4 == 0 else ""
    facts = f"order: {at}\nsection: {'plan' if at % 2 else 'about'}\n"
    for language, path in _ends(f"pages/page-{at}"):
        front = f"title: {sentence(chance, language, 3)} {at}\n"
        front += f"summary: {sentence(chance, language, 12)}.\n"
        front += facts if language == "en" else ""
        link = f"[{sentence(chance, language, 2)}](/indicators/measure-{linked}/)\n\n{chart}"
        yield path, _sheet(front, _body(chance, language, 3, link))


def _initiative(chance: random.Random, at: int, shares: Shares) -> Iterator[tuple[str, str]]:
    serves = f"priority-{chance.randrange(shares.priorities)}"
    facts = f"order: {at}\nperiod: 2023-24\npriorities: [{serves}]\n"
    for language, path in _ends(f"initiatives/initiative-{at}"):
        front = f"title: {sentence(chance, language, 3)} {at}\n"
        front += facts if language == "en" else ""
        front += f"workstreams:\n  - id: first\n    title: {sentence(chance, language, 3)}\n"
        front += "    items:\n"
        for item in range(6):
            front += f"      - id: item-{item}\n"
            front += f"        title: {sentence(chance, language, 4)}\n"
        yield path, _sheet(front)


def _indicator(chance: random.Random, at: int, shares: Shares) -> Iterator[tuple[str, str]]:
    start = chance.randint(40, 70)
    facts = _facts(chance, at, shares, start)
    for language, path in _ends(f"indicators/measure-{at}"):
        front = f"title: {sentence(chance, language, 3)} {at}\n"
        front += f"summary: {sentence(chance, language, 10)}.\n"
        front += f"definition: {sentence(chance, language, 20)}.\n"
        front += facts if language == "en" else ""
        yield path, _sheet(front, _body(chance, language, 1))
    yield f"data/measure-{at}.csv", _rows(chance, start)


def _facts(chance: random.Random, at: int, shares: Shares, start: int) -> str:
    facts = f"role: measure\norder: {at}\npriority: priority-{at % shares.priorities}\n"
    facts += f"goal: goal-{at % 2}\nunit: percent\ndecimals: 1\ndirection: increase\n"
    facts += f"baseline: {{period: 2021-22, value: {start}}}\n"
    facts += f"target: {{type: numeric, period: 2026-27, value: {start + 10}}}\n"
    facts += "release: {month_day: 12-31, grace_days: 365}\nbenchmarks:\n"
    for district in range(6):
        value = chance.randint(400, 900) / 10
        facts += f"  - {{name: District {district}, period: 2024-25, value: {value}, "
        facts += "source: Made up}\n"
    facts += "sources:\n  - name: Made up for measuring\nprovenance: illustrative\n"
    return facts + "dimensions: [group]\n"


def _rows(chance: random.Random, start: int) -> str:
    """Return eleven years, one of them without results, and groups of whole people for the last."""
    rows = ["period,value,n,group,status"]
    gap, usual = chance.choice(YEARS[2:6]), chance.randint(400, 900)
    shares = {group: chance.choice((0.02, 0.1, 0.3)) for group in GROUPS[2:]}
    better = {group: chance.uniform(-0.15, 0.1) for group in GROUPS}
    for year in YEARS:
        if year == gap:
            rows.append(f"{year},,,,not_administered")
            continue
        people = round(usual * chance.uniform(0.97, 1.03))
        did = round(people * (start + chance.randint(-30, 60) / 10) / 100)
        rows.append(f"{year},{_percent(did, people)},{people},,")
        if year < "2022-23":
            continue
        both = shared(people, (0.49, 0.51), (people, people))
        odds = [n * (did / people + better[one]) for n, one in zip(both, GROUPS, strict=False)]
        found = list(zip(shared(did, odds, both), both, strict=True))
        for group, share in shares.items():
            n = round(people * share)
            found.append((round(n * (did / people + better[group])), n))
        for group, (some, n) in zip(GROUPS, found, strict=True):
            rows.append(f"{year},{_percent(some, n)},{n},{group},")
    return "\n".join(rows) + "\n"


def _percent(some: int, n: int) -> str:
    return f"{100 * some / n:.1f}"
