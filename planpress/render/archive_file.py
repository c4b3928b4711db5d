"""All numbers in one file: the ZIP at `data/all.zip`."""

import io
import zipfile
from collections.abc import Iterable

from planpress.model.document import Document
from planpress.model.language import Language
from planpress.model.site import Site

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name: its members have no time of their own."""


def archive(members: Iterable[Document]) -> bytes:
    """Return a ZIP of documents, by name and without folders, sorted.

    The same documents give the same bytes on every machine: times and permissions are fixed, and
    nothing is compressed, because libraries of zlib differ in the bytes that they write.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as file:
        for name, content in sorted((d.path.rpartition("/")[2], d.content) for d in members):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 3  # Unix, wherever the site is built
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)
    return written.getvalue()


def readme(site: Site, language: Language) -> Document:
    """Return what the ZIP says about itself in a language: what it is, of when, on what terms."""
    plan, code, say = site.project.plan, language.code, language.say
    first = code == site.project.languages[0]
    terms = say("Not yet published")
    if plan.license:
        terms = (
            f"{plan.license.name}, {plan.license.url}" if plan.license.url else plan.license.name
        )
    title, publisher = plan.title.said(code).text, plan.organisation.said(code).text
    lines = (
        f"{publisher}: {title}",
        "",
        say("All published numbers of the plan, one CSV file for each measure."),
        say("The numbers are as of %(day)s.", day=language.date(site.as_of)),
        say("License") + f": {terms}",
        "",
        say("datapackage.json says what each file and each column holds."),
        say("A row with the status “suppressed” is not shown to protect privacy."),
        say("The rule and the reasons: %(address)s", address=_page(site, code, "data/privacy/")),
        say("More downloads: %(address)s", address=_page(site, code, "data/")),
    )
    name = "README.txt" if first else f"README.{code}.txt"
    return Document(name, ("\r\n".join(lines) + "\r\n").encode())


def _page(site: Site, code: str, path: str) -> str:
    from_root = path if code == site.project.languages[0] else f"{code}/{path}"
    return f"{site.base_url.rstrip('/')}/{from_root}"
