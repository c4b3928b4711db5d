"""Links, as templates ask for them from the page on which they stand."""

from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.site import Site
from planpress.render.address import Address, relative


def _to(context: Context, place: str) -> str:
    """A page that is not listed is shown at any address, so its links are whole addresses."""
    if context["leaf"].listed:
        return relative(context["here"].file, place)
    site: Site = context["site"]
    return f"{site.base_url.rstrip('/')}/{place}"


@pass_context
def link(context: Context, path: str, code: str = "") -> str:
    """Return the relative link to a page of the same language, or of the language `code`.

    `path` is as in `Leaf.path` and may end in an anchor: `indicators/graduation-rate/#working`.
    """
    here: Address = context["here"]
    if code and code != here.code:
        site: Site = context["site"]
        return _to(context, Address(path, code, code == site.project.languages[0]).place)
    return _to(context, path if here.default else f"{here.code}/{path}")


@pass_context
def file(context: Context, path: str) -> str:
    """Return the relative link to a file that is the same for all languages: `data/x.csv`."""
    return _to(context, path)


@pass_context
def asset(context: Context, name: str) -> str:
    """Return the relative link to a file of `assets/`."""
    return file(context, f"assets/{name}")


@pass_context
def canonical(context: Context, code: str, path: str | None = None) -> str:
    """Return the public address of the same page, or of the one at `path`, in a language."""
    here: Address = context["here"]
    site: Site = context["site"]
    default = code == site.project.languages[0]
    place = here.path if path is None else path
    return Address(place, code, default).canonical(site.base_url)


def inside(context: Context, target: str) -> str:
    """Return the relative link for what a text of the plan links to on the site itself.

    `/priorities/our-learners/` and `priorities/our-learners` name a page of the same language, a
    last part with a dot (`/data/graduation-rate.csv`) names a file.
    """
    path, mark, anchor = target.lstrip("/").partition("#")
    if "." in path.rsplit("/", 1)[-1]:
        return file(context, path) + mark + anchor
    folder = path if path == "" or path.endswith("/") else f"{path}/"
    return link(context, folder + mark + anchor)
