"""Over random plans: either every id that dangles is named, or every link of the site leads on."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rendering import render
from unit.render.sample import indicator, plan, priority, site, source, words
from unit.render.speaking import real
from unit.render.work_sample import stocktake, tactic

from planpress.check.references import dangling_goals, dangling_references, undeclared_roles
from planpress.model.initiative import InitiativeRecord
from planpress.model.page import PageRecord
from planpress.model.reading import Reading
from planpress.publish.links import broken_links

RULES = (dangling_references, dangling_goals, undeclared_roles)
KNOWN = {
    "pages": ("old", "older"),
    "priorities": ("reading", "math"),
    "tactics": ("tutoring", "coaching"),
    "indicators": ("grade-3", "nights"),
    "roles": ("teacher", "family"),
}


@st.composite
def plans(draw):
    """Return a site of random references, and the ids among them that name nothing."""
    dangling = set()
    spoilt = draw(st.booleans())

    def name(kind):
        known = KNOWN[kind]
        one = draw(st.sampled_from((*known, *known, f"no-{kind}") if spoilt else known))
        if one not in known:
            dangling.add(one)
        return one

    def names(kind):
        return tuple(dict.fromkeys(name(kind) for _ in range(draw(st.integers(0, 2)))))

    def signs():
        pairs = [(name("indicators"), name("indicators")) for _ in range(draw(st.integers(0, 2)))]
        return tuple({"indicator": one, "predicts": other} for one, other in pairs)

    def link(at):
        role = {"role": name("roles")} if draw(st.booleans()) else {}
        return {"id": f"link-{at}", "title": words("Pass it on"), **role}

    def tactic_of(one):
        return tactic(
            one,
            priority=name("priorities"),
            smart_goals=names("indicators"),
            leading_indicators=signs(),
            delivery_chain=tuple(link(at) for at in range(draw(st.integers(0, 2)))),
            roles=names("roles"),
        )

    def measure_of(one):
        whole = {}
        if draw(st.booleans()):
            whole = {"target": {"type": "compound", "all_of": names("indicators")}}
        return indicator(
            one,
            priority=name("priorities"),
            tactic=name("tactics"),
            roles=names("roles"),
            **whole,
        )

    def page_of(one):
        facts = {"id": one, "source": source(f"pages/{one}"), "title": words(one)}
        part = {"plan": name("pages")} if draw(st.booleans()) else {}
        return PageRecord.model_validate({**facts, "section": "archive", **part})

    held = stocktake("2026-09-15", tactic=name("tactics"))
    work = {"id": "work", "source": source("initiatives/work"), "title": words("Work")}
    made = site(
        plan=plan(
            roles=tuple({"id": role, "title": words(role)} for role in KNOWN["roles"]),
            supersedes=names("pages"),
        ),
        pages={one: page_of(one) for one in KNOWN["pages"]},
        priorities={one: priority(one) for one in KNOWN["priorities"]},
        tactics={one: tactic_of(one) for one in KNOWN["tactics"]},
        indicators={one: measure_of(one) for one in KNOWN["indicators"]},
        stocktakes={held.id: held},
        initiatives={
            "work": InitiativeRecord.model_validate(
                {**work, "period": "2026-27", "priorities": names("priorities")}
            )
        },
    )
    return made, dangling


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_a_plan_has_no_dangling_id_or_every_one_is_named(drawn):
    made, dangling = drawn
    reading = Reading(project=made.project, series={}, problems=(), data={})
    found = [problem for rule in RULES for problem in rule(reading, made.project)]
    assert {re.search("“(.*?)”", problem.message)[1] for problem in found} == dangling
    if not dangling:
        documents, problems = render(real(made))
        assert problems == ()
        broken = broken_links(documents, address=made.base_url)
        assert [p.message for p in broken if "assets/" not in p.message] == []
