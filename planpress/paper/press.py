"""A PDF of some HTML: the same bytes for the same input and the same libraries."""

import logging
import os
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from planpress.paper.letters import join_letters, spaced
from planpress.paper.mend import mended
from planpress.spent import of

_PICTURE = re.compile(
    r'<span class="chart (\w+)" role="img" aria-label="([^"]*)">(<svg.*?</svg>)</span>', re.DOTALL
)
_HALO = re.compile(
    r'<g (?P<first>[^>]*) stroke="#ffffff"[^>]*paint-order="stroke">(?P<text>.*?)</g>', re.DOTALL
)
"""Letters with an outline below them: drawn twice, as WeasyPrint knows no `paint-order`."""
_HERE = "https://planpress.invalid/"
_SYSTEM = b'data-fonts="system"'
"""Stands in the HTML of a language for which we have no letters."""
_ONE_PAGE = 'class="sheet one-page"'
"""Stands in the HTML of what has to fit on one page."""
_STEP, _SMALLEST = 0.05, 0.8
_NO_FONTS = '<?xml version="1.0"?><fontconfig><cachedir>{cache}</cachedir></fontconfig>'


class Paper(NamedTuple):
    """What all that is printed may show: files by their paths, and the address of the site."""

    files: Mapping[str, bytes]
    address: str


def printed(paper: Paper, html: bytes) -> bytes:
    """Return a PDF of some HTML, tagged by the rules of PDF/UA-1.

    Nothing else is read than the files of the `paper`, and no font of the computer's own unless the
    HTML says that ours have not its letters. A chart in it becomes an image, and its label the text
    for those who do not see it.
    """
    with warnings.catch_warnings(action="ignore"):
        import weasyprint  # noqa: F401, PLC0415 (a third of a second; it wants to see some fonts)

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    join_letters()
    known = dict(paper.files)

    def image(found: re.Match[str]) -> str:
        name = f"chart-{len(known)}.svg"
        known[name] = _HALO.sub(r"\g<0><g \g<first>>\g<text></g>", found[3]).encode()
        return f'<img class="{found[1]}" alt="{found[2]}" src="{_HERE}{name}">'

    text = _PICTURE.sub(image, html.decode())
    text = text.replace(f'src="{paper.address.rstrip("/")}/', f'src="{_HERE}')
    known |= spaced(text, paper.files)
    with of("print"), _alone(fonts=_SYSTEM in html):
        made = _made(text, _fetcher(known))
    return mended(made)


def _made(text: str, fetcher: Any) -> bytes:
    """Return the file; what is to stand on one page is made smaller until it does, or nearly."""
    from weasyprint import HTML  # noqa: PLC0415

    how = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"planpress", "uncompressed_pdf": True}

    def laid_out(text: str) -> Any:
        return HTML(string=text, base_url=_HERE, url_fetcher=fetcher).render(**how)

    document, zoom = laid_out(text), 1.0
    width, height = document.pages[0].width, document.pages[0].height
    while _ONE_PAGE in text and len(document.pages) > 1 and zoom > _SMALLEST:
        zoom -= _STEP
        size = f"@page{{size:{width / zoom}px {height / zoom}px}}</style>"
        document = laid_out(text.replace("</style>", size, 1))
    made: bytes = document.write_pdf(zoom=zoom, **how)
    return made


def _fetcher(known: Mapping[str, bytes]) -> Any:
    """Return what gets the files that a document refers to, and none from anywhere else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class Fetcher(URLFetcher):  # type: ignore[misc]  # it has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(_HERE):
                return URLFetcherResponse(url, known[url.removeprefix(_HERE)])
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols=("data",))


@contextmanager
def _alone(*, fonts: bool) -> Iterator[None]:
    """Keep from whatever is printed meanwhile what differs from day to day, and between computers.

    The time of the clock, and, unless they are wanted, the computer's own fonts.
    """
    with TemporaryDirectory(prefix="planpress-") as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text(_NO_FONTS.format(cache=folder), "utf-8")
        ours = {"SOURCE_DATE_EPOCH": "0"} | ({} if fonts else {"FONTCONFIG_FILE": str(file)})
        before = {name: os.environ.get(name) for name in ours}
        os.environ |= ours
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
