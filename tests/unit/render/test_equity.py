from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import html
from unit.render.sample import ASSESSMENT, indicator, row, site
from unit.render.speaking import real

from planpress.model.equity import Course, GroupGap, GroupStanding
from planpress.model.indicator import Unit
from planpress.model.series import Status
from planpress.render.address import Address
from planpress.render.environment import environment
from planpress.render.equity import equity, gaps_between
from planpress.render.heard import Heard


def gap(period, group, overall, n=""):
    theirs, ours = row(period, group, n), row(period, overall, f"{n}0" if n else "")
    return GroupGap(group=theirs, overall=ours, behind=Decimal(overall) - Decimal(group))


def stands(code, now=None, then=None, course=Course.UNKNOWN, **more):
    latest = now.group if now else row("2023-24", status=Status.SUPPRESSED)
    usual = {"code": code, "latest": latest, "now": now, "then": then, "course": course}
    return GroupStanding(**{**usual, **more})


WIDER = stands("girls", gap("2023-24", "42", "54"), gap("2022-23", "45", "50"), Course.WIDENING)
CLOSER = stands("boys", gap("2023-24", "46", "54"), gap("2022-23", "40", "50"), Course.CLOSING)
HIDDEN = stands("few")


def grouped(*standings, **more):
    made = real(site(indicators={"grade-3": indicator(), "clubs": indicator("clubs")}))
    return replace(made, groups={"grade-3": standings}, **more)


def page(made, code="en"):
    (leaf,) = equity(made)
    speaking = environment(made, made.languages[code])
    template = speaking.get_template(leaf.template)
    here = Address(leaf.path, code, default=code == "en")
    return html.fromstring(template.render(leaf.context, leaf=leaf, here=here, heard=Heard()))


def text(part):
    return " ".join(part.text_content().split())


def lines(made, section):
    return [text(line) for line in page(made).xpath(f"//section[@aria-labelledby='{section}']//li")]


def test_without_student_groups_there_is_no_page():
    assert list(equity(real())) == []
    assert list(equity(grouped())) == []


def test_bad_news_comes_first_and_what_is_hidden_is_counted_apart():
    found = gaps_between(grouped(CLOSER, HIDDEN, WIDER))
    assert [course for course, _ in found.by_course] == [Course.WIDENING, Course.CLOSING]
    assert (found.total, found.count("widening"), found.concealed) == (2, 1, 1)
    assert [i.id for i in found.without] == ["clubs"]


def test_in_a_section_the_group_furthest_behind_comes_first():
    ahead = stands("gifted", gap("2023-24", "90", "54"), course=Course.WIDENING)
    near = stands("near", gap("2023-24", "53", "54"), course=Course.WIDENING)
    ((_, (measured,)),) = gaps_between(grouped(ahead, near, WIDER)).by_course
    assert [line.standing.code for line in measured.lines] == ["girls", "near", "gifted"]


def test_shares_come_before_other_units_and_the_larger_gap_before_the_smaller():
    made = site(
        indicators={
            "days": indicator("days", unit="days"),
            "small": indicator("small"),
            "large": indicator("large"),
        }
    )
    small = stands("a", gap("2023-24", "53", "54"), course=Course.SAME)
    large = stands("a", gap("2023-24", "40", "54"), course=Course.SAME)
    groups = {"days": (large,), "small": (small,), "large": (large,)}
    ((_, found),) = gaps_between(replace(made, groups=groups)).by_course
    assert [one.indicator.id for one in found] == ["large", "small", "days"]


def test_the_finding_counts_what_widens_and_what_closes():
    body = page(grouped(WIDER, CLOSER, HIDDEN))
    assert text(body.xpath("//p[@class='finding']")[0]) == (
        "Of 2 gaps between student groups and everyone, 1 is widening and 1 is closing."
    )
    assert "1 more result of a group is not shown to protect privacy" in text(body)
    assert "1 measure has no numbers by student group" in text(body)


def test_a_plan_with_one_year_says_that_nothing_can_be_compared():
    alone = stands("girls", gap("2023-24", "42", "54"))
    assert text(page(grouped(alone)).xpath("//p[@class='finding']")[0]) == (
        "We know 1 gap between a student group and everyone, but it cannot be compared with an "
        "earlier result yet."
    )


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("42", "45", "12 percentage points behind everyone in 2023–24; 5 in 2022–23"),
        ("60", "45", "6 percentage points ahead of everyone in 2023–24; 5 behind in 2022–23"),
        ("42", "58", "12 percentage points behind everyone in 2023–24; 8 ahead in 2022–23"),
        ("60", "58.5", "6 percentage points ahead of everyone in 2023–24; 8.5 in 2022–23"),
        ("42", "50", "12 percentage points behind everyone in 2023–24; level in 2022–23"),
        ("54", "45", "Level with everyone in 2023–24; 5 behind in 2022–23"),
    ],
)
def test_both_gaps_are_said_in_words(now, then, said):
    standing = stands("girls", gap("2023-24", now, "54"), gap("2022-23", then, "50"), Course.SAME)
    (line,) = lines(grouped(standing), "same")
    assert line == f"Girls {said}"


def test_chance_is_named_where_it_could_explain_the_move():
    few = {"now": gap("2023-24", "42", "54", "40"), "then": gap("2022-23", "45", "50", "40")}
    many = {
        "now": gap("2023-24", "42", "54", "90000"),
        "then": gap("2022-23", "45", "50", "90000"),
    }
    for sizes, said in ((few, True), (many, False)):
        made = grouped(stands("girls", course=Course.WIDENING, **sizes))
        assert ("May be chance" in lines(made, "widening")[0]) is said
        assert gaps_between(made).maybe_chance == said
    assert stands("girls", **few).by_chance(Unit.PERCENT)


def test_a_group_shows_its_rating_where_it_has_one():
    (line,) = lines(grouped(replace(WIDER, assessment=ASSESSMENT)), "widening")
    assert line.endswith("AR Amber-Red")


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        (row("2023-24", ">=95"), "at least 95% in 2023–24. Without exact numbers"),
        (row("2023-24", status=Status.NOT_ADMINISTERED), "Not measured in 2023–24"),
        (row("2023-24", status=Status.NOT_COMPARABLE), "No result for 2023–24"),
    ],
)
def test_a_group_without_a_gap_says_why(latest, said):
    (line,) = lines(grouped(stands("girls", latest=latest)), "unknown")
    assert said in line


def test_two_gaps_across_a_break_are_shown_and_not_compared():
    cut = replace(WIDER, course=Course.UNKNOWN)
    (line,) = lines(grouped(cut), "unknown")
    assert line.endswith("5 in 2022–23. The two cannot be compared.")


def test_hidden_groups_are_named_and_never_numbered():
    (line,) = lines(grouped(WIDER, HIDDEN), "hidden")
    assert line == "Grade 3 readingfew"
    assert "few" not in "".join(lines(grouped(WIDER, HIDDEN), "unknown"))
