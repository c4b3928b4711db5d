"""What templates can say: Jinja, in one language of a plan."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planpress.model.language import Language
from planpress.model.site import Site
from planpress.render.answers import FILTERS, GLOBALS
from planpress.render.navigation import entries
from planpress.render.news import has_news


def environment(site: Site, language: Language) -> Environment:
    """Return the templates of a site as they speak in one language.

    The first of the site's template folders that has a file wins. What a template receives is
    listed in `templates/README.md`.
    """
    made = Environment(
        loader=FileSystemLoader([str(folder) for folder in site.templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
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
