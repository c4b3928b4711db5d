from datetime import date

import pytest
from conftest import PLAN
from lxml.html import document_fromstring, fragment_fromstring
from unit.render.news_sample import by_id, voice
from unit.render.sample import site, words
from unit.render.speaking import real, say

from planpress.options import Options
from planpress.pipeline import build
from planpress.render.voices import voices
from planpress.render.work_pages import work_part


def test_voices_are_listed_from_the_newest_and_none_from_later():
    old, new = voice("old", date="2025-01-02"), voice("new", date="2026-11-21")
    made = site(voices=by_id(old, new, voice("later", date="2026-11-22")))
    (page,) = voices(made)
    assert [v.id for v in page.context["voices"]] == ["new", "old"]
    assert "voices/" in [turn.path for turn in work_part(made)]
    assert not list(voices(site()))


def quoted(code, **facts):
    line = '{% from "parts/voice.html" import voice with context %}{{ voice(one) }}'
    made = fragment_fromstring(say(line, code, made=real(), one=voice(**facts)))
    caption = " ".join(made.find("figcaption").text_content().split())
    return made.find("blockquote"), caption


@pytest.mark.parametrize(("code", "name"), [("vi", "Vietnamese"), ("xx-yy", "xx-yy")])
def test_a_language_is_named_in_that_of_the_page(code, name):
    assert say("{{ tongue | language_name }}", "en", tongue=code) == name


def test_a_quote_stands_in_its_own_words_or_says_from_what_it_was_translated():
    quote, caption = quoted("es")
    assert (quote.text_content(), quote.get("lang")) == ("Ahora entro y pregunto.", None)
    assert caption == "Una mamá, 4 de mayo de 2026"
    quote, caption = quoted("en")
    assert quote.text_content() == "Now I walk in and ask."
    assert caption == "A mother, May 4, 2026. Translated from Spanish."


def test_a_quote_in_another_language_keeps_it():
    quote, caption = quoted("es", quote=words("Now I ask."), who=words("A mother"), language="en")
    assert (quote.text_content(), quote.get("lang")) == ("Now I ask.", "en")
    assert "Translated" not in caption


def test_a_language_that_is_not_of_the_plan_has_its_name():
    assert quoted("en", language="vi")[1].endswith("Translated from Vietnamese.")
    assert quoted("en", language="tlh")[1].endswith(".")
    assert "Translated" not in quoted("en", language=None)[1]


def test_a_shortcode_puts_a_voice_into_a_text():
    made = real(site(voices=by_id(voice(), voice("later", date="2026-11-22"))))
    text = words("Said:\n\n{{ quote mother }}\n\n{{ quote later }}\n\n{{ quote nobody }}")
    page = document_fromstring(say("{{ text | body }}", made=made, text=text))
    assert [q.text_content() for q in page.iter("blockquote")] == ["Now I walk in and ask."]


VOICE = """---
quote: Never to be told.
who: A father
date: 2026-01-02
consent: {consent}
---
"""


@pytest.mark.parametrize("consent", ["no", "", "maybe"])
def test_without_consent_nothing_is_published(alder, consent):
    folder = alder(
        {
            "content/plan.md": PLAN + "\n{{ quote father }}\n",
            "content/voices/father.md": VOICE.replace("{consent}", consent),
        }
    )
    assert not built(folder).published
    left = [f for f in (folder.parent / "out").rglob("*") if f.is_file()]
    assert not [f for f in left if b"Never to be told" in f.read_bytes()]


def test_with_consent_it_is(alder):
    agreed = {"content/voices/father.md": VOICE.replace("{consent}", "yes")}
    folder = alder({**agreed, "content/plan.md": PLAN + "\n{{ quote father }}\n"})
    outcome = built(folder)
    assert outcome.published, outcome.problems
    assert b"Never to be told" in (folder.parent / "out/voices/index.html").read_bytes()
    assert b"Never to be told" in (folder.parent / "out/index.html").read_bytes()


def built(folder):
    day = date(2026, 6, 1)
    options = Options(project=folder, output=folder.parent / "out", today=day, as_of=day)
    return build(options)
