"""Plain and not so plain words beside the tiny plan."""

from conftest import PLAN, edited

EASY = "We look at the numbers each year. Then we say what we found, and what we will do next. "
HARD = (
    "Institutional accountability necessitates comprehensive organizational transformation. "
    "Interdisciplinary collaboration facilitates continuous instructional improvement. "
)
EASY_ES = "Cada año miramos los números. Luego decimos qué vimos y qué vamos a hacer después. "
HARD_ES = (
    "La institucionalización de procedimientos administrativos interdisciplinarios facilita "
    "transformaciones organizacionales. La profesionalización contribuye considerablemente. "
)
LONG = "It rains " + "and it rains " * 12 + "still."


def page(text: str, facts: str = "") -> str:
    """Return the file of a page with a text."""
    return f"---\ntitle: Page\n{facts}---\n{text}"


PLAIN = {
    "content/pages/page.md": page(f"## One\n\n{EASY * 3}\n\n## Two\n\nIt is short. " + EASY * 2),
    "content/pages/page.es.md": page(f"## Uno\n\n{EASY_ES * 3}\n\n## Dos\n\n{EASY_ES * 2}"),
    "content/glossary.md": (
        "---\nterms:\n  - {id: cmas, term: CMAS, definition: The state test.}\n---\n"
    ),
    "content/glossary.es.md": (
        "---\nterms:\n  - {id: cmas, term: CMAS, definition: La prueba del estado.}\n---\n"
    ),
    "content/plan.md": PLAN
    + "\nThe CMAS is a test of the Board of Education (BOE). See the BOE.\n",
}
BAD = {
    "long_sentences": (
        {"content/pages/page.md": page(f"Short.\n\nShort again.\n{LONG}\n")},
        "long-sentence",
        7,
        "39 words; the plan's limit is 30: “It rains and it rains",
    ),
    "reading_grades": (
        {"content/pages/page.md": page(f"{EASY * 3}\n\n## Hard words\n\n{HARD * 4}\n")},
        "reading-grade",
        6,
        "“Hard words” reads at grade",
    ),
    "undefined_acronyms": (
        {"content/pages/page.md": page("Words.\n\nThe CMAS, a test. And the CMAS.\n")},
        "undefined-acronym",
        6,
        "“CMAS” is not explained",
    ),
}
"""For each rule about plain words: the files, and the name, line and words of what is found."""

LIMITS = "plain_language: {grade: 6, sentence: 10, acronyms: [CMAS]}\ncontact"


def strict(limits: str = LIMITS) -> str:
    """Return the plan's file with limits of its own."""
    return edited(PLAN, "contact", limits)
