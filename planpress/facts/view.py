"""A site that is looked at: as it is, as one that notes what is read of it, and its marks."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planpress.facts.cells import Cells
from planpress.facts.known import Known
from planpress.facts.noted import noted_site
from planpress.model.project import Project
from planpress.model.site import Site


class View:
    """The site of a build that is going on."""

    def __init__(self, site: Site, cells: Cells, origins: Mapping[str, str] | None = None) -> None:
        """Look at a site, and let the cells compare its facts with those of the build before.

        `origins` are what stands for all that some entries of the site are made from, such as
        `assessments/graduation-rate`; empty where it is not known.
        """
        self.site = site
        self.noted = noted_site(site)
        self.records = {**digests(site.project), **(origins or {})}
        before = cells.before.records
        same = {key for key, digest in self.records.items() if digest and before.get(key) == digest}
        self._known = Known(site, same)
        cells.look(self._known)

    def learn(self, **parts: Any) -> None:
        """Add parts that were not known before, such as figures."""
        self.site = replace(self.site, **parts)
        self.noted = noted_site(self.site, like=self.noted)
        self._known.learn(self.site)


def digests(project: Project) -> Mapping[str, str]:
    """Return the digests of the files of all records, by their keys."""
    return {key: record.source.digest for key, record in project.worded.items()}
