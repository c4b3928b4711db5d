"""Files that readers take away, as templates ask for them."""

from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.links import file
from planpress.render.numbers import language_of


@pass_context
def attached(context: Context, kind: str, record: str, name: str) -> str | None:
    """Return the relative link to a record's own file; none where it is not published.

    `kind` and `record` are as in `content/<kind>/<id>/<name>`.
    """
    site: Site = context["site"]
    path = site.attached.get(f"{kind}/{record}/{name}")
    found: str | None = file(context, path) if path else None
    return found


@pass_context
def printed(context: Context, path: str) -> str | None:
    """Return where a PDF file stands that is printed in each language; None where there is none.

    `path` is that in the plan's first language: `plan.pdf`, `tactics/coaches/tactic.pdf`.
    """
    here: Address = context["here"]
    site: Site = context["site"]
    place = Address(path, here.code, here.default).place
    return place if place in site.sizes else None


@pass_context
def file_size(context: Context, path: str) -> str:
    """Return what a file is and how large: `PDF, 1.2 MB`.

    `path` is that of a record's own file, `<kind>/<id>/<name>`, of a file under `data/`, or
    what `printed` has returned.
    """
    site: Site = context["site"]
    size = site.sizes.get(site.attached.get(path, path))
    kind = path.rpartition(".")[2].upper()
    if size is None:
        return kind
    language = language_of(context)
    return language.say("%(kind)s, %(size)s", kind=kind, size=language.size(size))
