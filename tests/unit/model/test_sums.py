"""Which rows add up to which."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from unit.assess.measures import plan_of

from planpress.model.glossary import DimensionsRecord
from planpress.model.project import Project
from planpress.model.series import Codes
from planpress.model.source import Source
from planpress.model.sums import Sum, sums
from planpress.model.words import Words

FEMALE, MALE = (("group", "female"),), (("group", "male"),)
CEDAR, FIR = (("school", "cedar"),), (("school", "fir"),)
LOW = (("level", "low"),)

GENDER = {"of": "all", "codes": ["female", "male"]}
SCHOOLS = {"of": "all", "codes": ["cedar", "fir"]}


def project(**partitions: list[dict]) -> Project:
    codes = {"group": ["female", "male", "f1", "f2"], "school": ["cedar", "fir"], "level": ["low"]}
    facts = [
        {
            "id": name,
            "label": Words({"en": name}),
            "codes": [{"id": code, "label": Words({"en": code})} for code in codes[name]],
            "partitions": found,
        }
        for name, found in partitions.items()
    ]
    record = DimensionsRecord.model_validate(
        {
            "id": "dimensions",
            "source": Source({"en": "content/dimensions.md"}, {}),
            "dimensions": facts,
        }
    )
    made = plan_of()
    return Project(plan=made.plan, dimensions=record)


def both(*pairs: Codes) -> Codes:
    return tuple(sorted(code for pair in pairs for code in pair))


def test_groups_add_up_to_everyone():
    found = sums(project(group=[GENDER]), [(), FEMALE, MALE])
    assert found == (Sum((), (FEMALE, MALE), whole=True),)


def test_a_part_without_a_row_leaves_the_sum_open():
    assert sums(project(group=[GENDER]), [(), MALE]) == (Sum((), (MALE,), whole=False),)


def test_without_total_or_parts_nothing_adds_up():
    plan = project(group=[GENDER])
    assert sums(plan, [FEMALE, MALE]) == ()
    assert sums(plan, [()]) == ()
    assert sums(Project(plan=plan.plan), [(), FEMALE, MALE]) == ()


def test_within_each_code_of_another_dimension_the_parts_add_up_too():
    rows = {both(a, b) for a, b in product([(), FEMALE, MALE], [(), CEDAR, FIR])}
    found = set(sums(project(group=[GENDER], school=[SCHOOLS]), rows))
    assert found == {
        *(Sum(s, (both(FEMALE, s), both(MALE, s)), whole=True) for s in [(), CEDAR, FIR]),
        *(Sum(g, (both(g, CEDAR), both(g, FIR)), whole=True) for g in [(), FEMALE, MALE]),
    }


def test_a_group_can_be_divided_further():
    inner = {"of": "female", "codes": ["f1", "f2"]}
    f1, f2 = (("group", "f1"),), (("group", "f2"),)
    found = sums(project(group=[GENDER, inner]), [(), FEMALE, MALE, f1, f2])
    assert set(found) == {
        Sum((), (FEMALE, MALE), whole=True),
        Sum(FEMALE, (f1, f2), whole=True),
    }


def test_the_schools_of_a_level_add_up_to_it_for_every_group():
    of_low = {"of": "low", "of_dimension": "level", "codes": ["cedar", "fir"]}
    rows = {both(a, b) for a, b in product([(), FEMALE], [(), LOW, CEDAR, FIR])}
    found = set(sums(project(school=[of_low], level=[]), rows))
    assert found == {
        Sum(LOW, (CEDAR, FIR), whole=True),
        Sum(both(FEMALE, LOW), (both(FEMALE, CEDAR), both(FEMALE, FIR)), whole=True),
    }


def test_a_row_that_names_its_level_already_is_not_counted_into_the_level_again():
    of_low = {"of": "low", "of_dimension": "level", "codes": ["cedar", "fir"]}
    rows = [LOW, both(LOW, CEDAR), both(LOW, FIR)]
    assert sums(project(school=[of_low], level=[]), rows) == ()
    assert sums(project(school=[SCHOOLS], level=[]), rows) == (
        Sum(LOW, (both(LOW, CEDAR), both(LOW, FIR)), whole=True),
    )


@given(st.data())
def test_people_who_are_counted_fulfil_every_sum(data):
    schools, groups = ["cedar", "fir"], ["female", "male"]
    people = {pair: data.draw(st.integers(0, 9)) for pair in product(groups, schools)}

    def counted(codes: Codes) -> int:
        asked = dict(codes)
        return sum(
            n
            for (group, school), n in people.items()
            if asked.get("group", group) == group and asked.get("school", school) == school
        )

    every = [both(a, b) for a, b in product([(), FEMALE, MALE], [(), CEDAR, FIR])]
    rows = data.draw(st.lists(st.sampled_from(every), unique=True))
    for found in sums(project(group=[GENDER], school=[SCHOOLS]), rows):
        parts = sum(map(counted, found.parts))
        assert found.total in rows
        assert parts == counted(found.total) if found.whole else parts <= counted(found.total)
