"""What tells search engines which pages there are, in which languages."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.register import Entry

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""
_ALTERNATE = Markup(' <xhtml:link rel="alternate" hreflang="{}" href="{}"/>\n')


def sitemap(site: Site, pages: Iterable[Entry]) -> bytes:
    """Return the listed pages as a sitemap, each with its addresses in all languages."""
    paths = sorted(page.path for page in pages if page.listed and not page.for_staff)
    entries = (entry for path in paths for entry in _entries(site, path))
    return (_HEAD + "".join(entries) + "</urlset>\n").encode()


def robots(site: Site) -> bytes:
    """Return the file that lets every robot in and names the sitemap."""
    address = Address("sitemap.xml", site.project.languages[0], default=True)
    return f"User-agent: *\nAllow: /\nSitemap: {address.canonical(site.base_url)}\n".encode()


def _entries(site: Site, path: str) -> Iterator[str]:
    first, *_ = codes = site.project.languages
    addresses = {
        code: Address(path, code, default=code == first).canonical(site.base_url) for code in codes
    }
    alternates = Markup("").join(
        _ALTERNATE.format(code, address)
        for code, address in (*addresses.items(), ("x-default", addresses[first]))
    )
    for address in addresses.values():
        yield Markup("<url>\n <loc>{}</loc>\n{}</url>\n").format(address, alternates)
