import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import (
    DictLoader,
    Environment,
    UndefinedError,
    pass_context,
    pass_environment,
    pass_eval_context,
)
from jinja2.runtime import Context

from planpress.render.context import PageContext


@pass_context
def in_context(context, *args, **named):
    return f"{context['here']}{args}{named}{context.get('no', '-')}{context.get('later')}"


@pass_eval_context
def in_state(state, *args, **named):
    return f"{state.autoescape}{args}{named}"


@pass_environment
def in_environment(environment, *args):
    return f"{environment.autoescape}{args}"


class Callable:
    @pass_context
    def __call__(self, context, *args):
        return f"called {context['here']}{args}"


GLOBALS = {
    "in_context": in_context,
    "in_state": in_state,
    "in_environment": in_environment,
    "plain": lambda *args, **named: f"{args}{named}",
    "object": Callable(),
    "here": "everywhere",
}
PIECES = (
    *("in_context()", "in_context(1, a=here)", "in_state(2, self=1)", "in_environment(here)"),
    *("plain(self=here, called=2)", "object(here)", "here.upper()", "'%s'.format(here)", "m(here)"),
    *("n(here)", "n()", "n('<', 1)", "n(here, b='<')", "k('<')", "k(1, 2, c=3)"),
    *("m(here, b='<')", "range(3) | list", "nothing is defined", "dict(a=1).a"),
)
SHAPES = (
    "{{ % }}",
    "{% for x in (1, 2) %}{{ % }}{% endfor %}",
    "{% for x in (1, 2) %}{% set later = x %}{{ % }}{% endfor %}",
    "{% block b#  %}{% set later = 'there' %}{{ % }}{% endblock %}",
    "{% set later = 'set' %}{{ % }}",
    "{% with later = 'with' %}{{ % }}{% endwith %}",
    "{% call m(1) %}{{ % }}{% endcall %}",
)
MACRO = (
    "{% macro m(a, b=2) %}({{ a }}{{ b }}{{ in_context(a) }}"
    "{% if caller %}{{ caller() }}{% endif %}){% endmacro %}"
    "{% macro n(a, b='<i>') %}[{{ a }}{{ b }}{{ m(a) }}]{% endmacro %}"
    "{% macro k(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}"
)
PARTS = st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(PIECES)), max_size=5)


def rendered(source, context_class):
    made = type("Made", (Environment,), {"context_class": context_class})
    environment = made(autoescape=True, loader=DictLoader({"page": source, "macros": MACRO}))
    environment.globals.update(GLOBALS)
    return environment.get_template("page").render(here="page")


@given(PARTS, st.booleans())
def test_it_calls_and_looks_up_as_jinja_does(parts, imported):
    macro = '{% from "macros" import m, n, k with context %}' if imported else MACRO
    body = "".join(
        shape.replace("%", piece, 1)
        if shape[:2] == "{{"
        else shape.replace("{{ % }}", f"{{{{ {piece} }}}}")
        for shape, piece in parts
    )
    for at in range(len(parts)):
        body = body.replace("b# ", f"b{at}", 1)
    assert rendered(macro + body, PageContext) == rendered(macro + body, Context)


@pytest.mark.parametrize(
    "source", ["{{ nothing() }}", "{{ here() }}", "{{ m(1, 2, 3) }}", "{{ n(1, 2, 3) }}"]
)
def test_what_cannot_be_called_is_the_same_fault(source):
    faults = []
    for kind in (PageContext, Context):
        with pytest.raises((TypeError, UndefinedError)) as caught:
            rendered(MACRO + source, kind)
        faults.append(
            (type(caught.value), str(caught.value), [e.name for e in caught.traceback][-1])
        )
    assert faults[0] == faults[1]
