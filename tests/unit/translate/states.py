"""How the tiny plan stands in Spanish, read anew from its files."""

from planpress.read.project import read
from planpress.translate.lock import read_lock
from planpress.translate.units import translations


def standing(folder):
    lock, problems = read_lock(folder)
    assert problems == []
    return translations(read(folder).project, lock)


def not_complete(folder):
    """Return (record, way, section, state) of what is not complete in Spanish."""
    units = standing(folder).units["es"]
    return {(u.record, u.way, u.section, u.state.value) for u in units if u.state != "complete"}
