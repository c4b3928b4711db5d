"""Every file of numbers that readers can take away, under `data/`."""

from collections.abc import Iterator
from functools import partial

from planpress.model.document import Document
from planpress.model.site import Site
from planpress.render.late import Late
from planpress.render.task import Desk, Task

table_file = Late[bytes]("downloads", "table_file")
rows_file = Late[bytes]("downloads", "rows_file")
data_package = Late[bytes]("package", "data_package")
readme = Late[Document]("archive_file", "readme")
archive = Late[bytes]("archive_file", "archive")


def data_files(site: Site, desk: Desk) -> tuple[Document, ...]:
    """Return the CSV and JSON file of each indicator that has rows, the package, and the ZIP."""
    plan = site.project.plan.source.path
    tables = [desk.done(task) for task in _tables(site)]
    rows = [desk.done(task) for task in _rows(site)]
    package = desk.done(Task("data/datapackage.json", partial(data_package, site), (), plan))
    found = [*tables, *rows, package]
    if tables:
        members = (*tables, package)
        own = tuple(member.fingerprint for member in members)
        found.append(desk.done(Task("data/all.zip", partial(_all, site, members), own, plan)))
    return tuple(sorted(found, key=lambda document: document.path))


def _tables(site: Site) -> Iterator[Task]:
    for name, indicator in site.project.indicators.items():
        series = site.series.get(name)
        if series and series.observations:
            make = partial(_table, site, name)
            yield Task(f"data/{name}.csv", make, (), indicator.source.path)


def _rows(site: Site) -> Iterator[Task]:
    for name, indicator in site.project.indicators.items():
        series = site.series.get(name)
        if series and series.observations:
            yield Task(f"data/{name}.json", partial(_json, site, name), (), indicator.source.path)


def _table(site: Site, name: str) -> bytes:
    return table_file(site.series[name])


def _json(site: Site, name: str) -> bytes:
    return rows_file(site, site.project.indicators[name], site.series[name])


def _all(site: Site, members: tuple[Document, ...]) -> bytes:
    said = (readme(site, language) for language in site.languages.values())
    return archive((*members, *said))
