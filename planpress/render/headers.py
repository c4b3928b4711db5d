"""What tells a web server the language of each page, so that it can say `Content-Language`."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from planpress.model.site import Site
from planpress.render.register import Entry

_WITH_DATA = "data"
"""The folder in which files without a language stand beside the pages."""


def headers(site: Site, pages: Iterable[Entry]) -> bytes:
    """Return the rules by which Netlify and Cloudflare Pages set the header of each address.

    Rules that match one address add up there, so none of the first language matches another's.
    """
    first, *others = site.project.languages
    home = urlsplit(site.base_url).path.rstrip("/")
    places = sorted({place for page in pages for place in _places(page.path)})
    rules = [(f"{home}/{place}", first) for place in places]
    rules += [(f"{home}/{code}/*", code) for code in others]
    spoken = "".join(f"{path}\n  Content-Language: {code}\n" for path, code in rules)
    return (spoken + "".join(_framed(home, ["", *(f"/{code}" for code in others)]))).encode()


def _framed(home: str, languages: Iterable[str]) -> Iterator[str]:
    """Yield the rules that let every website show the charts that are made for frames.

    Where the host forbids frames by `X-Frame-Options`, this wins (CSP 3, 6.4.2).
    """
    for language in languages:
        yield f"{home}{language}/embed/*\n  Content-Security-Policy: frame-ancestors *\n"


def _places(path: str) -> Iterator[str]:
    """Yield the pattern of a page's address: the folder at the top that all like it are in."""
    folder, slash, _ = path.partition("/")
    yield f"{folder}/*" if slash and folder != _WITH_DATA else path
