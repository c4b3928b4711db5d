"""What templates can say: Jinja, in one language of a plan."""

from collections.abc import Callable, MutableMapping
from functools import lru_cache, partial
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from planpress.model.language import Language
from planpress.model.site import Site
from planpress.render.answers import FILTERS, GLOBALS
from planpress.render.compiled import Compiled
from planpress.render.context import PageContext
from planpress.render.navigation import entries
from planpress.render.news import has_news


class _Template(Template):
    """Writes what is markup as it is; Jinja's own escaping copies it first."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 (theirs)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(escape=_written, Markup=_marked)
        return made


_marked = partial(str.__new__, Markup)
"""Makes markup of what templates write, which is text; `Markup` asks first whether it is."""


def _written(value: object) -> str:
    return value if type(value) is Markup else escape(value)


class _Templates(Environment):
    """Gives each template a plain copy of what all receive, which is read faster than a chain."""

    template_class = _Template
    context_class = PageContext

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def _escaped(values: dict[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, int | float) else escape(value)
        for name, value in values.items()
    }


def environment(site: Site, language: Language) -> Environment:
    """Return the templates of a site as they speak in one language, and as they stand now.

    The first of the site's template folders that has a file wins. What a template receives is
    listed in `templates/README.md`.
    """
    made = _Templates(
        loader=FileSystemLoader([str(folder) for folder in site.templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        optimized=False,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(site.store),
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(_gettext(language))
    made.globals.update(GLOBALS)
    made.globals.update(
        site=site,
        project=site.project,
        plan=site.project.plan,
        language=language,
        as_of=site.as_of,
        navigation=entries(site),
        has_news=has_news(site),
    )
    made.filters.update(FILTERS)
    return made


def _gettext(language: Language) -> dict[str, Callable[..., str]]:
    """Return what looks up and fills in messages, as Jinja's own do in more steps."""
    found = lru_cache(maxsize=None)(language.translations.gettext)
    ready = lru_cache(maxsize=None)(lambda message: Markup(found(message)))  # noqa: S704 (ours)
    many = language.translations.ngettext

    @pass_eval_context
    def gettext(state: EvalContext, message: str, /, **values: object) -> str:
        text = found(message)
        if values or "%" in text:
            return _marked(text % _escaped(values)) if state.autoescape else text % values
        return ready(message) if state.autoescape else text

    @pass_eval_context
    def ngettext(state: EvalContext, one: str, more: str, num: int, /, **values: object) -> str:
        values.setdefault("num", num)
        text = many(one, more, num)
        return _marked(text % _escaped(values)) if state.autoescape else text % values

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}
