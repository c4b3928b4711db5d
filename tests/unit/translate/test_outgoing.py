from babel import Locale
from conftest import INDICATOR, INDICATOR_ES, edited

from planpress.model.described import description
from planpress.model.indicator import IndicatorRecord
from planpress.model.translation import State
from planpress.read.project import read
from planpress.translate.accept import accepted
from planpress.translate.lock import Lock
from planpress.translate.outgoing import outgoing
from planpress.translate.units import translations

FILE, ES = "content/indicators/grade-3.md", "content/indicators/grade-3.es.md"
BODY = "## When\n\nSee [the goals](/priorities/) in 2023–24.\n"
EN = Locale("en", "US")


def messages(folder, lock, states=frozenset(State)):
    project = read(folder).project
    found = outgoing(project, translations(project, lock).units["es"], states, EN)
    return {one.context.partition("/")[2]: one for one in found if "grade-3" in one.context}


def recorded(folder):
    return accepted(Lock(), translations(read(folder).project, Lock()).units["es"])


def test_each_message_says_what_it_is_and_what_must_stay(alder):
    folder = alder({FILE: INDICATOR + BODY, ES: INDICATOR_ES})
    found = messages(folder, Lock())
    title = found["grade-3#title"]
    assert title.notes[0] == "“Grade 3 reading” (indicators/grade-3), title."
    assert title.notes[-1] == "Keep it short: at most 22 characters."
    assert (title.most, found["grade-3#definition"].most) == (22, 0)
    assert "Keep what is said in numbers and dates: 3" in title.notes
    heading, text = (one for name, one in found.items() if "#body" in name)
    assert text.notes == (
        "“Grade 3 reading” (indicators/grade-3), section “When”, paragraph.",
        "{1} is where the link leads: /priorities/",
        "Keep what is said in numbers and dates: 2023–24",
    )
    assert heading.most == 20
    assert str(text.place) == f"{FILE}:16:1"
    meant = description(IndicatorRecord, "definition")
    assert found["grade-3#definition"].notes[1] == " ".join(meant.split())


def test_what_is_stale_goes_out_with_what_it_was(alder):
    folder = alder()
    lock = recorded(folder)
    folder = alder({FILE: edited(INDICATOR, "who read well", "who read very well")})
    (one,) = messages(folder, lock, {State.STALE}).values()
    assert one.before == ("Children in grade 3 who read well.",)
    assert one.previous == one.target == ("Estudiantes de tercer grado que leen bien.",)
    assert one.notes[-1] == "The source was changed after this was translated."


def test_a_translation_that_cannot_be_told_piece_by_piece_is_told_at_once(alder):
    folder = alder({FILE: INDICATOR + BODY, ES: INDICATOR_ES + "## Cuándo\n\nUno.\n\nDos.\n"})
    lock = recorded(folder)
    folder = alder(
        {FILE: INDICATOR + BODY.replace("See", "Look at"), ES: (folder / ES).read_text()}
    )
    first, second = messages(folder, lock, {State.STALE}).values()
    assert first.notes[-1].endswith("before its source was changed: ## Cuándo\n\nUno.\n\nDos.")
    assert (first.target, second.target) == ((), ())


def test_a_machine_s_words_are_said_to_be(alder):
    folder = alder({ES: edited(INDICATOR_ES, "---\n", "---\ntranslated_by: machine\n")})
    found = messages(folder, recorded(folder))
    assert {one.notes[-1] for one in found.values()} == {
        "A machine translated this, and nobody has read it yet."
    }
