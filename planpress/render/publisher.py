"""What search engines read about the site and its publisher, and the way to a page (schema.org)."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.render.dataset import Speaking, block
from planpress.render.leaf import Leaf


@pass_context
def website(context: Context) -> Markup:
    """Return the site as a `WebSite`, with the organisation that publishes it."""
    page = Speaking(context)
    plan = page.site.project.plan
    return block(
        {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": page.text(plan.title),
            "url": page.address(""),
            "inLanguage": page.code,
            "publisher": {**page.publisher, **_reached(page)},
        }
    )


def _reached(page: Speaking) -> dict[str, str]:
    contact = page.site.project.plan.contact
    known = {"email": contact.email, "telephone": contact.phone}
    return {name: value for name, value in known.items() if value}


@pass_context
def breadcrumbs(context: Context) -> Markup:
    """Return the way to the page as a `BreadcrumbList`; nothing where no page is above it."""
    leaf: Leaf = context["leaf"]
    if not leaf.crumbs or not leaf.listed or leaf.for_staff:
        return Markup()
    page = Speaking(context)
    steps = [(page.text(turn.title), turn.path) for turn in leaf.crumbs]
    steps.append((page.text(leaf.title), leaf.path))
    return block(
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": at, "name": name, "item": page.address(path)}
                for at, (name, path) in enumerate(steps, 1)
            ],
        }
    )
