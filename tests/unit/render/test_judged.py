import re
from dataclasses import replace

import pytest
from unit.render.sample import ASSESSMENT, not_set, words
from unit.render.speaking import real, say
from unit.render.work_sample import judged, stocktake, tactic, working

from planpress.model.rating import Rating
from planpress.render.judged import judged_at, judged_for

IMPORT = '{% from "parts/judged.html" import judged with context %}'


def rated(rating):
    return replace(ASSESSMENT, rating=rating)


def seen(made, that_day):
    return replace(made, that_day=that_day)


def test_only_what_was_judged_by_the_day_counts_the_newest_first():
    made = working(
        judged("2025-03-01", "R"),
        judged("2026-09-15", "G"),
        stocktake("2026-10-01"),
        judged("2026-12-01", "R"),
        judged("2026-09-20", "AG", tactic="other"),
        tactics={"tutoring": tactic(), "other": tactic("other", smart_goals=("nights",))},
    )
    found = judged_for(made, "grade-3")
    assert [(row.stocktake.id, row.rating) for row in found] == [
        ("2026-09-15-tutoring", Rating.G),
        ("2025-03-01-tutoring", Rating.R),
    ]
    both = [row.stocktake.id for row in judged_for(made, "nights")]
    assert both == ["2026-09-20-other", "2026-09-15-tutoring", "2025-03-01-tutoring"]


@pytest.mark.parametrize(
    ("rating", "computed", "apart", "far", "better"),
    [
        ("G", Rating.G, 0, False, False),
        ("AG", Rating.AR, 1, False, True),
        ("AR", Rating.G, 2, True, False),
        ("G", Rating.R, 3, True, True),
    ],
)
def test_ratings_two_levels_apart_are_far_apart(rating, computed, apart, far, better):
    made = working(judged(rating=rating))
    made = seen(made, {"2026-09-15-tutoring": {"grade-3": rated(computed)}})
    (row,) = judged_for(made, "grade-3")
    assert (row.apart, row.far, row.better) == (apart, far, better)


@pytest.mark.parametrize("that_day", [{}, {"2026-09-15-tutoring": {"grade-3": not_set("grade-3")}}])
def test_without_a_computed_rating_nothing_is_apart(that_day):
    (row,) = judged_for(seen(working(judged()), that_day), "grade-3")
    assert (row.apart, row.far, row.better) == (None, False, False)


def test_a_stocktake_is_compared_with_every_measure_of_its_tactic():
    made = working(judged())
    (one,) = made.project.stocktakes.values()
    assert [row.indicator.id for row in judged_at(made, one)] == ["grade-3", "nights"]
    assert judged_at(made, stocktake()) == ()


def spoken(computed, code="en"):
    made = real(working(judged(rating="G")))
    made = seen(made, {"2026-09-15-tutoring": {"grade-3": computed} if computed else {}})
    rows = judged_for(made, "grade-3")
    text = say(IMPORT + "{{ judged(rows) }}", code, made=made, rows=rows)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)).strip()


def test_both_ratings_are_said_and_the_reasons_only_where_they_are_far_apart():
    far = spoken(rated(Rating.R))
    assert "What people judged G Green What the numbers said R Red" in far
    assert "The numbers are 3 levels below what people judged." in far
    assert "Reasons of 2026-09-15." in far
    near = spoken(rated(Rating.AG))
    assert "The numbers are 1 level below what people judged." in near
    assert "Reasons" not in near
    assert "The numbers and the people agree." in spoken(rated(Rating.G))


def test_what_cannot_be_compared_says_so():
    assert "No rating for that day" in spoken(None)
    assert "There is no rating from the numbers to compare with." in spoken(not_set("grade-3"))


def test_a_rationale_may_stand_on_a_page_twice():
    made = real(working())
    text = say("{{ w | passage }}", made=made, w=words("## Why\n\nSo."))
    assert text == "<h2>Why</h2>\n<p>So.</p>"
