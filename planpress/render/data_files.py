"""Every file of numbers that readers can take away, under `data/`."""

from planpress.model.document import Document
from planpress.model.site import Site
from planpress.render.archive_file import archive, readme
from planpress.render.downloads import rows_file, table_file
from planpress.render.package import data_package


def data_files(site: Site) -> tuple[Document, ...]:
    """Return the CSV and JSON file of each indicator that has rows, the package, and the ZIP."""
    plan = site.project.plan.source.path
    tables: list[Document] = []
    rows: list[Document] = []
    for indicator in site.project.indicators.values():
        series = site.series.get(indicator.id)
        if series and series.observations:
            path, made_from = f"data/{indicator.id}", indicator.source.path
            tables.append(Document(f"{path}.csv", table_file(series), made_from))
            rows.append(Document(f"{path}.json", rows_file(site, indicator, series), made_from))
    package = Document("data/datapackage.json", data_package(site), plan)
    found = [*tables, *rows, package]
    if tables:
        said = (readme(site, language) for language in site.languages.values())
        found.append(Document("data/all.zip", archive((*tables, package, *said)), plan))
    return tuple(sorted(found, key=lambda document: document.path))
