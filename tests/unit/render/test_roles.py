import re
from dataclasses import replace

from unit.render.sample import indicator, plan, site, words
from unit.render.speaking import real
from unit.render.work_sample import tactic
from unit.render.written import written

from planpress.model.figure import Figure, Table
from planpress.render.roles import places, roles

ROLES = plan(
    roles=tuple(
        {"id": name, "title": words(f"A {name}"), "summary": words(f"What a {name} does.")}
        for name in ("teacher", "family", "member")
    )
)
CHAIN = (
    {"id": "chief", "title": words("The chief asks."), "role": "member"},
    {"id": "room", "title": words("The teacher tries."), "role": "teacher"},
    {"id": "last", "title": words("Nobody is named.")},
)


def everyone(**project):
    return site(
        **{
            "plan": ROLES,
            "tactics": {
                "tutoring": tactic(delivery_chain=CHAIN),
                "clubs": tactic("clubs", roles=("family",), audiences={"family": words("Fun.")}),
            },
            "indicators": {"grade-3": indicator(roles=("teacher", "family"))},
            **project,
        }
    )


def test_a_role_gathers_the_tactics_links_and_measures_that_name_it():
    found = {
        place.role.id: (
            [(part.tactic.id, [link.id for link in part.links]) for part in place.parts],
            [measure.id for measure in place.measures],
        )
        for place in places(everyone())
    }
    assert found == {
        "teacher": ([("tutoring", ["room"])], ["grade-3"]),
        "family": ([("clubs", [])], ["grade-3"]),
        "member": ([("tutoring", ["chief"])], []),
    }


def test_there_is_a_page_only_where_the_plan_declares_roles():
    (page,) = roles(everyone())
    assert page.path == "roles/"
    assert page.records == ("plan", "tactics/clubs", "tactics/tutoring", "indicators/grade-3")
    assert list(roles(everyone(plan=plan()))) == []


def test_the_page_says_what_names_a_role_and_what_does_not():
    made = real(everyone(tactics={"tutoring": tactic(delivery_chain=CHAIN[1:])}))
    pages = written(made, roles)
    assert set(pages) == {"roles/", "es/roles/"}
    parts = re.split(r'<h2 id="role-', pages["roles/"])[1:]
    said = [" ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in parts]
    assert "The teacher tries." in said[0]
    assert "Nobody is named." not in " ".join(said)
    assert "AR Amber-Red" in said[0]
    assert "AR Amber-Red" in said[1]
    assert "No tactic or measure names this role yet." in said[2]


def test_a_tactic_that_speaks_to_families_says_so_and_leads_there():
    page = written(real(everyone()), roles)["roles/"]
    assert '<a href="../tactics/clubs/index.html#audiences">In short for families</a>' in page
    assert page.count("In short for") == 1


def test_a_sparkline_stands_once_on_the_page():
    drawn = Figure(
        kind="spark",
        indicator="grade-3",
        language="en",
        title="",
        subtitle="",
        description="",
        pictures={"spark": "<svg></svg>"},
        table=Table(caption="", header=(), rows=(), numeric=()),
        source="",
    )
    made = real(replace(everyone(), figures={("grade-3", "spark", "en"): drawn}))
    assert written(made, roles)["roles/"].count('class="spark"') == 1
