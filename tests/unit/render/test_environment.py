import re

import pytest
from jinja2 import Environment, UndefinedError
from unit.render.speaking import TEMPLATES, real, say

from planpress.render.answers import FILTERS
from planpress.render.environment import environment
from planpress.render.families import leaves


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
