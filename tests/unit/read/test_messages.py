import pytest
from jinja2 import TemplateSyntaxError

from planpress.read.messages import Message, asked_for_by, line_of, messages, place_of

PAGE = """<h1>{{ _("Data") }}</h1>
{# Translators: a verb #}
{{ pgettext("button", "Open") }}
{% trans count=3 %}
  One thing
  here
{% pluralize %}
  {{ count }} things
  here
{% endtrans %}
"""
CODE = """
language.say("Data")
language.say_n("One %(x)s", "%(count)s of %(x)s", 3, x=1)
language.say(name)
"""


def made(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    return folder


def test_messages_of_templates_and_code_are_found_once(tmp_path):
    pages = made(tmp_path / "templates", page_html=PAGE)
    code = made(tmp_path / "code", say_py=CODE)
    assert messages([("code", code), ("templates", pages)]) == (
        Message(one="Data", files=("code/say.py", "templates/page.html")),
        Message(one="One %(x)s", many="%(count)s of %(x)s", files=("code/say.py",)),
        Message(one="Open", context="button", files=("templates/page.html",), notes=("a verb",)),
        Message(one="One thing here", many="%(count)s things here", files=("templates/page.html",)),
    )


def test_a_template_with_a_mistake_is_told(tmp_path):
    made(tmp_path, page_html='{{ _("Data") ')
    with pytest.raises(TemplateSyntaxError):
        messages([("templates", tmp_path)])
    assert asked_for_by([tmp_path, tmp_path], "") == ()


def test_a_message_is_found_again_in_its_file(tmp_path):
    made(tmp_path / "templates", page_html=PAGE)
    there = Message(one="One thing here", files=("templates/page.html",))
    assert place_of(there, [tmp_path / "templates"]).line == 5
    assert line_of("a\nsay('%(x)s of them')", Message(one="%(x)s of them")) == 2
    assert line_of("a", Message(one="%(x)s")) == 0


def test_a_message_that_is_counted_somewhere_has_its_plural_everywhere(tmp_path):
    first = made(tmp_path / "a", a_py='say_n("Day", "Days", 3)')
    other = made(tmp_path / "b", b_py='say("Day")')
    assert messages([("a", first), ("b", other)]) == (
        Message(one="Day", many="Days", files=("a/a.py", "b/b.py")),
    )
