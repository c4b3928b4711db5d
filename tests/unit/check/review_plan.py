"""What can be wrong with reviews and initiatives besides their ratings, file by file."""

from conftest import edited

SECOND = "content/reviews/second.md"
FRAMEWORK = """---
title: Delivery
areas:
  - id: start
    name: Start
    elements:
      - {id: aim, code: 1A, name: Aim, question: Is there an aim?}
---
"""
REVIEW = """---
title: Review
framework: delivery
date: 2024-05-02
ratings:
  - {element: aim, rating: [G], rationale: Good.}
---
"""
INITIATIVE = "---\ntitle: Work\nperiod: 2023-24\npriorities: [reading]\n---\n"
REVIEWED = {
    "content/frameworks/delivery.md": FRAMEWORK,
    "content/reviews/first.md": REVIEW,
    SECOND: edited(REVIEW, "2024-05-02", "2024-06-30"),
    "content/initiatives/work.md": INITIATIVE,
}
"""Two reviews of one framework by 2024-06-30, and an initiative."""

BAD = {
    "review_dates": ({**REVIEWED, SECOND: REVIEW}, "same-review-date", 4, "first"),
    "reviews_to_come": (
        {**REVIEWED, SECOND: edited(REVIEW, "2024-05-02", "2024-07-01")},
        "day-to-come",
        4,
        "2024-07-01",
    ),
    "served_priorities": (
        {
            **REVIEWED,
            "content/initiatives/work.md": edited(INITIATIVE, "[reading]", "[reading, reading]"),
        },
        "repeated-entry",
        4,
        "reading",
    ),
}
"""For each rule about them: the files, and the name, line and words of what is found."""
