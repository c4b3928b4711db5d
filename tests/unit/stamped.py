"""A plan whose records know the digests of their files, as a kept one does."""

from dataclasses import replace

from planpress.model.reading import Reading
from planpress.read.project import read
from planpress.store import digest


def stamped(folder) -> Reading:
    """Return a plan that was read from a folder, with a digest of the files of each record."""
    reading = read(folder)
    assert reading.project
    for record in reading.project.worded.values():
        files = record.source.files
        parts = [part for code in files for part in (code, files[code])]
        content = [(folder / path).read_bytes() for path in files.values()]
        source = replace(record.source, digest=digest(*parts, *content))
        record.__dict__["source"] = source
    return reading
