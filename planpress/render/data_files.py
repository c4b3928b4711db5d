"""Every file of numbers that readers can take away, under `data/`."""

from collections.abc import Iterator

from planpress.model.document import Document
from planpress.model.site import Site
from planpress.render.archive_file import archive, readme
from planpress.render.downloads import rows_file, table_file
from planpress.render.package import data_package


def data_files(site: Site) -> tuple[Document, ...]:
    """Return the CSV and JSON file of each indicator that has rows, the package, and the ZIP."""
    plan = site.project.plan.source.path
    tables = tuple(_tables(site))
    package = Document("data/datapackage.json", data_package(site), plan)
    found = [*tables, *_rows(site), package]
    if tables:
        said = (readme(site, language) for language in site.languages.values())
        found.append(Document("data/all.zip", archive((*tables, package, *said)), plan))
    return tuple(sorted(found, key=lambda document: document.path))


def _tables(site: Site) -> Iterator[Document]:
    for indicator in site.project.indicators.values():
        series = site.series.get(indicator.id)
        if series and series.observations:
            yield Document(f"data/{indicator.id}.csv", table_file(series), indicator.source.path)


def _rows(site: Site) -> Iterator[Document]:
    for indicator in site.project.indicators.values():
        series = site.series.get(indicator.id)
        if series and series.observations:
            yield Document(
                f"data/{indicator.id}.json",
                rows_file(site, indicator, series),
                indicator.source.path,
            )
