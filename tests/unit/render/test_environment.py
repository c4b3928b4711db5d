import re
from dataclasses import replace
from gettext import NullTranslations

import pytest
from jinja2 import Environment, UndefinedError
from rendering import leaves
from unit.render.speaking import TEMPLATES, real, say

from planpress.model.language import Language
from planpress.render.answers import FILTERS
from planpress.render.environment import environment
from planpress.store import Store


class _Loud(NullTranslations):
    """Says everything in capitals, but for the names of what is filled in."""

    def gettext(self, message: str) -> str:
        return re.sub(
            r"%\(\w+\)s|[a-z]", lambda m: m[0] if m[0][0] == "%" else m[0].upper(), message
        )

    def ngettext(self, one: str, more: str, number: int) -> str:
        return self.gettext(one if number == 1 else more)


def test_what_is_undefined_is_a_fault_and_text_is_escaped():
    with pytest.raises(UndefinedError):
        say("{{ nothing }}")
    assert say("{{ text }}", text="<b>") == "&lt;b&gt;"


def test_every_template_can_be_read_in_every_language():
    site = real()
    for language in site.languages.values():
        speaking = environment(site, language)
        names = speaking.list_templates(extensions=["html"])
        assert len(names) > 20
        for name in names:
            speaking.get_template(name)


def test_the_first_folder_that_has_a_template_wins(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/foot.html").write_text("our own foot", "utf-8")
    site = real(templates=(tmp_path, TEMPLATES))
    assert say('{% include "parts/foot.html" %}', made=site) == "our own foot"
    assert say('{% from "parts/shapes.html" import shape %}{{ shape("R") }}', made=site)


def test_placeholders_of_a_translation_are_filled_and_escaped():
    assert say('{{ _("A %(thing)s", thing="<i>") }}') == "A &lt;i&gt;"


def test_the_readme_names_all_that_templates_receive():
    readme = (TEMPLATES / "README.md").read_text("utf-8")
    named = set(re.findall(r"[`(]([a-z_]+)", readme))
    site = real()
    given = set(environment(site, site.languages["en"]).globals) - set(Environment().globals)
    hidden = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
    assert given - hidden - named == set()
    assert set(FILTERS) - named == set()
    for leaf in leaves(site):
        assert f"`{leaf.template.removeprefix('pages/')}`" in readme
        assert set(leaf.context) - named == set()


def test_messages_are_filled_in_as_jinja_does():
    language = Language.of("es", "US", _Loud())
    made = real()
    made = replace(made, languages={"es": language})
    spoken = environment(made, language).from_string(
        '{{ _("a <b>") }} {{ _("100%%") }} {{ _("%(message)s", message="<i>") }} '
        "{% trans n=2 %}{{ n }} one{% pluralize %}{{ n }} more{% endtrans %} "
        '{{ ngettext("%(num)s one", "%(num)s more", 1) }} '
        '{% autoescape false %}{{ _("%(x)s <u>", x="<i>") }}{% endautoescape %}'
    )
    assert spoken.render() == "A <B> 100% &lt;i&gt; 2 MORE 1 ONE <i> <U>"


def test_templates_are_compiled_once_for_all_languages_and_builds(monkeypatch):
    compiled = []
    compile_ = Environment.compile

    def noted(self, source, name=None, *rest, **more):
        compiled.append(name)
        return compile_(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", noted)
    monkeypatch.setattr("planpress.render.compiled._loaded", {})
    for store in (Store(None), Store(None)):
        site = real(store=store)
        for language in site.languages.values():
            environment(site, language).get_template("parts/shapes.html")
    assert compiled == ["parts/shapes.html"]


def test_all_templates_are_looked_up_at_once(tmp_path, monkeypatch):
    asked = []
    read = Store._read

    def counted(store, table, wanted):
        asked.append(len(wanted))
        read(store, table, wanted)

    monkeypatch.setattr(Store, "_read", counted)
    for _ in range(2):
        monkeypatch.setattr("planpress.render.compiled._loaded", {})
        store = Store(tmp_path)
        site = real(store=store)
        speaking = environment(site, site.languages["en"])
        for name in speaking.list_templates(extensions=["html"]):
            speaking.get_template(name)
        store.settle()
    which, templates = asked
    assert which == 1
    assert templates > 20


def test_a_template_that_was_edited_is_compiled_again(tmp_path):
    site = real(templates=(tmp_path,), store=Store(tmp_path / "store"))
    for words in ("before", "after"):
        (tmp_path / "one.html").write_text(words, "utf-8")
        made = environment(site, site.languages["en"]).get_template("one.html")
        assert made.render() == words
        site.store.settle()
