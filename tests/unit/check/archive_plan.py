"""Pages of an earlier plan beside the tiny plan: good as they stand, and spoilt rule by rule."""

from datetime import date

from conftest import edited

OLD = """---
title: Old
section: archive
archived_on: 2023-06-30
---
Old words.
"""
PART = """---
title: Part
section: archive
plan: old
---
Words.
"""
ARCHIVED = {
    "content/pages/old.md": OLD,
    "content/pages/old.es.md": "---\ntitle: Viejo\n---\nPalabras viejas.\n",
    "content/pages/part.md": PART,
    "content/pages/part.es.md": "---\ntitle: Parte\n---\nPalabras.\n",
}
CHANGED = {("pages/old", "en"): date(2024, 1, 8)}
"""When the words of the archived page were changed, by a history that tells too late a day."""

BAD = {
    "archived_parts": (
        {**ARCHIVED, "content/pages/deep.md": edited(PART, "plan: old", "plan: part")},
        "archived-part",
        4,
        "part",
    ),
    "archived_days": (
        {**ARCHIVED, "content/pages/old.md": edited(OLD, "2023-06-30", "2030-06-30")},
        "day-to-come",
        4,
        "2030-06-30",
    ),
    "archived_words": (ARCHIVED, "archived-words", 1, "2024-01-08"),
}
"""For each rule about the archive: the files, and the name, line and words of what is found."""
