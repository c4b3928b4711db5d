import re

from unit.render.review_sample import advice, framework, review, reviewed
from unit.render.sample import site
from unit.render.speaking import real, say
from unit.render.written import written

from planpress.model.initiative import Progress
from planpress.model.rating import Rating
from planpress.model.review import Horizon
from planpress.render.comparison import comparison
from planpress.render.reviews import advice as advice_of
from planpress.render.reviews import by_horizon, counts, judged, recommendations, reviews

R, AR, AG, G = Rating
OLD = review("old", {"a": ["G"], "b": ["R"], "c": ["R"]}, "2024-11-13")
NEW = review("new", {"a": ["AG"], "b": ["R"], "c": ["AR", "AG"], "d": ["G"]}, "2026-04-22")
IMPORT = (
    '{% from "parts/scale.html" import comparison_words, step_words, rating_matrix with context %}'
)


def text(made: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", made).split())


def test_ratings_and_straddles_are_counted_apart_from_green_to_red():
    assert counts(review()) == (((G,), 1), ((R, AR), 2))


def test_an_element_that_was_not_rated_is_shown_as_such():
    ((_, elements),) = judged(framework().areas, review())
    assert [one.element.id for one in elements if one.found is None] == ["d"]


def test_a_review_shows_its_advice_by_horizon():
    some = (advice("late", "long"), advice("soon", "near", "done"), advice("soon-too", "near"))
    top, page = reviews(reviewed(review(recommendations=some)))
    assert top.path == "reviews/"
    found = [(h, [one.recommendation.id for one in a]) for h, a in page.context["horizons"]]
    assert found == [(Horizon.NEAR, ["soon", "soon-too"]), (Horizon.LONG, ["late"])]
    assert page.records == ("reviews/first", "frameworks/delivery")


def test_the_newest_review_is_first_and_alone_has_the_matrix():
    top, first, second = reviews(reviewed(OLD, NEW))
    assert [r.id for r in top.context["reviews"]] == ["new", "old"]
    assert list(top.context["matrices"]) == ["new"]
    assert (first.path, first.next.path) == ("reviews/new/", "reviews/old/")
    assert first.context["comparison"].then.id == "old"
    assert "reviews/old" in first.records
    assert second.context["comparison"] is None


def test_all_advice_stands_on_one_page_if_there_is_any():
    assert list(recommendations(site())) == list(recommendations(reviewed(OLD))) == []
    old = review(
        "old", date="2024-11-13", recommendations=(advice("x", "near", "done", "planned"),)
    )
    new = review("new", date="2026-04-22", recommendations=(advice("y", "near", "done"),))
    (page,) = recommendations(reviewed(old, new))
    assert page.path == "recommendations/"
    assert page.context["progress"] == {Progress.PLANNED: 1, Progress.DONE: 2}
    ((_, found),) = page.context["horizons"]
    assert [(one.review.id, one.recommendation.id) for one in found] == [("new", "y"), ("old", "x")]


def test_the_state_of_advice_is_that_of_its_own_actions():
    some = (advice("x", "near", "done", "under_way"), advice("y", "always"))
    found = dict(by_horizon(advice_of(review(recommendations=some))))
    assert list(found) == [Horizon.NEAR, Horizon.ALWAYS]
    assert found[Horizon.NEAR][0].progress == {Progress.UNDER_WAY: 1, Progress.DONE: 1}
    assert found[Horizon.ALWAYS][0].progress == {}


def test_what_changed_is_said_in_words_the_bad_news_first():
    found = comparison(NEW, (OLD, NEW), framework())
    assert say(IMPORT + "{{ comparison_words(c) }}", c=found) == (
        "1 element is worse than before. 1 was rated for the first time."
        " 1 is the same. 1 is better."
    )
    line = IMPORT + "{{ step_words(pair) }}"
    ((_, pairs),) = found.areas
    assert [text(say(line, pair=pair)) for pair in pairs] == [
        "Worse by 1 level",
        "The same",
        "Better by 1.5 levels",
        "Rated for the first time",
    ]


def test_half_a_level_is_said_as_such():
    then, now = (
        review(n, {"a": r}, d)
        for n, r, d in (("t", ["R", "AR"], "2024-01-01"), ("n", ["R"], "2025-01-01"))
    )
    found = comparison(now, (then, now), framework("a"))
    ((_, (pair,)),) = found.areas
    assert text(say(IMPORT + "{{ step_words(pair) }}", pair=pair)) == "Worse by half a level"


def test_if_nothing_is_worse_it_says_so():
    again = review("again", {"a": ["AG"], "b": ["R"], "c": ["AR", "AG"], "d": ["G"]}, "2027-01-01")
    found = comparison(again, (NEW, again), framework())
    said = say(IMPORT + "{{ comparison_words(c) }}", c=found)
    assert said == "No element is worse than before. 4 are the same."


def test_reviews_of_unknown_order_are_not_called_better_or_worse():
    undated = review("undated", {"a": ["G"], "b": ["R"]})
    found = comparison(undated, (NEW, undated), framework())
    said = say(IMPORT + "{{ comparison_words(c) }}", c=found)
    assert "Their dates do not say" in said
    assert "1 element is rated differently. " in said
    assert "2 were rated only by “Review new”." in said
    assert said.endswith("1 is rated the same.")


def test_a_straddle_fills_two_cells_with_letter_shape_and_word():
    areas = judged(framework("a").areas, review("x", {"a": ["R", "AR"]}))
    made = say(
        IMPORT + "{{ rating_matrix(areas, scale, 'reviews/x/') }}",
        areas=areas,
        scale=tuple(Rating),
        path="reviews/",
    )
    row = made[made.index('<tr><th scope="row">') :]
    cells = re.findall(r"<td>(.*?)</td>", row, re.DOTALL)
    assert [text(cell) for cell in cells] == ["R Red", "AR Amber-Red", "", ""]
    assert [cell.count("<svg") for cell in cells] == [1, 1, 0, 0]
    assert 'href="x/index.html#element-a"' in row


def test_the_pages_are_written_in_every_language():
    made = real(
        reviewed(
            OLD,
            review(
                "new",
                {"a": ["AG"], "b": ["R", "AR"]},
                "2026-04-22",
                recommendations=(advice("x", "near", "done"), advice("y", "always")),
            ),
        )
    )
    pages = written(made, reviews, recommendations)
    assert {"reviews/new/", "es/reviews/new/", "es/recommendations/"} <= set(pages)
    page = pages["reviews/new/"]
    assert page.index('id="review-ratings"') < page.index('id="comparison"')
    assert page.index('id="comparison"') < page.index('id="review-reasons"')
    assert 'id="recommendations"' in page
    assert "Done: 1." in text(page)
    assert "No action is published yet." in text(page)
    assert "#advice-x" in pages["recommendations/"]
