"""From the leader to the classroom."""

from unit.chart.diagram_plan import scene

from planpress.chart.chain import chains


def test_only_tactics_with_a_chain_have_the_figure() -> None:
    assert [key for key, _ in chains(scene())] == ["tactics/reading"]


def test_an_owner_who_is_missing_is_named_first_of_all() -> None:
    ((_, told),) = chains(scene())
    assert told.title == "Who does what, in 2 links; 1 has no owner on record"
    assert told.description.splitlines() == [
        "1. District, A leader: We pay. No owner is recorded.",
        (
            "2. Classroom: They teach all of the lessons. Who answers for it: "
            "Teachers of all grades from kindergarten to grade twelve."
        ),
    ]


def test_a_link_without_an_owner_is_dashed_and_says_so() -> None:
    ((_, told),) = chains(scene())
    for width in (640, 340):
        svg = told.content.drawn(width).svg
        assert svg.count("stroke-dasharray") == 1
        assert svg.index("stroke-dasharray") < svg.index("No owner recorded")
        assert svg.count("No owner recorded") == 1


def test_words_in_another_language_say_so() -> None:
    ((_, told),) = chains(scene("es"))
    svg = told.content.drawn(640).svg
    assert '<text lang="en" x="32" y="104">Classroom<' in svg
    assert ">Distrito<" in svg
    assert ">Una líder<" in svg
    assert 'lang="es"' not in svg


def test_links_are_joined_by_arrows() -> None:
    ((_, told),) = chains(scene())
    assert told.content.drawn(340).svg.count('class="arrow"') == 1
