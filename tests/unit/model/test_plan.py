import pytest
from pydantic import ValidationError

from planpress.model.period import Period
from planpress.model.plan import PlanRecord, ScheduleStatus
from planpress.model.source import Source
from planpress.model.words import Words

WORDS = Words({"en": "So."})


def plan(**facts: object) -> PlanRecord:
    usual = {
        "id": "plan",
        "source": Source({"en": "content/plan.md"}, {}),
        "title": WORDS,
        "organisation": WORDS,
        "questions": tuple({"id": name, "text": WORDS} for name in ("a", "b", "c", "d")),
        "start": "2023-07-01",
        "end": "2027-06-30",
        "languages": ("en", "es"),
        "url": "https://alder.example.org",
        "contact": {"email": "plan@alder.example.org", "phone": "555-0100"},
    }
    return PlanRecord.model_validate({**usual, **facts})


def test_a_plan_has_no_roles_and_no_schedules_unless_it_says_so() -> None:
    assert (plan().roles, plan().schedules) == ((), ())


def test_a_role_is_a_name_and_what_the_plan_asks_of_it() -> None:
    roles = ({"id": "teacher", "title": WORDS}, {"id": "family", "title": WORDS, "summary": WORDS})
    teacher, family = plan(roles=roles).roles
    assert (teacher.id, bool(teacher.summary)) == ("teacher", False)
    assert (family.id, family.summary) == ("family", WORDS)


@pytest.mark.parametrize("role", [{"id": "teacher"}, {"title": WORDS}, {"id": "A", "title": WORDS}])
def test_a_role_has_an_id_and_a_title(role: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="roles"):
        plan(roles=(role,))


@pytest.mark.parametrize("status", list(ScheduleStatus))
def test_the_schedule_of_a_school_year_is_a_draft_or_final(status: ScheduleStatus) -> None:
    (found,) = plan(schedules=({"period": "2025-26", "status": status.value},)).schedules
    assert (found.period, found.status) == (Period.parse("2025-26"), status)


@pytest.mark.parametrize(
    "schedule",
    [{"period": "2025-26"}, {"status": "draft"}, {"period": "2025-26", "status": "maybe"}],
)
def test_a_schedule_says_for_when_and_whether_it_is_settled(schedule: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="schedules"):
        plan(schedules=(schedule,))


def test_one_way_of_contact_is_not_enough() -> None:
    with pytest.raises(ValidationError, match="two ways of contact"):
        plan(contact={"email": "plan@alder.example.org"})
