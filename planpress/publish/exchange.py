"""One folder takes another's place, and a build that was killed leaves nothing behind."""

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def new_folder(output: Path) -> Path:
    """Return a new folder beside `output`, on the same file system.

    It is empty, or holds the site before the one in `output`, where that was spared.
    """
    new = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-", dir=output.parent))
    spare = spare_of(output)
    if spare.is_dir() and not spare.is_symlink():
        with suppress(OSError):
            spare.replace(new)
    return new


def spare_of(output: Path) -> Path:
    """Return where the site before is spared: its folders and files are of use to the next."""
    return output.with_name(f".{output.name}.spare")


def swap_in(new: Path, output: Path) -> None:
    """Put `new` in the place of `output`, which may be missing, and spare what stood there.

    On Linux the two change places in one step; elsewhere by two renames, between which `mend`
    knows what to do. Raises OSError, and then `output` is as it was.
    """
    if not output.exists():
        new.rename(output)
        return
    if not _exchanged(new, output):
        mark = new.name.removeprefix(f".{output.name}.new-")
        aside = output.with_name(f".{output.name}.old-{mark}")
        output.rename(aside)
        try:
            new.rename(output)
        except BaseException:
            aside.rename(output)
            raise
        # Only a whole site is ever called old: what is about to be removed changes its name.
        with suppress(OSError):
            aside.rename(new)
    with suppress(OSError):
        new.rename(spare_of(output))
    shutil.rmtree(new, ignore_errors=True)


def leftovers(output: Path) -> tuple[list[Path], list[Path]]:
    """Return the old and the new folders that killed builds left beside `output`."""
    beside = sorted(output.parent.iterdir()) if output.parent.is_dir() else []
    old, new = (
        [path for path in beside if path.name.startswith(start) and not path.is_symlink()]
        for start in (f".{output.name}.old-", f".{output.name}.new-")
    )
    return [path for path in old if path.is_dir()], [path for path in new if path.is_dir()]


def mend(output: Path) -> None:
    """Bring back a site that was moved aside and remove leftovers; only under the output's lock."""
    old, new = leftovers(output)
    if old and not os.path.lexists(output):
        old.pop().rename(output)
    for left in (*old, *new):
        shutil.rmtree(left, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether the system could."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    done: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return done == 0
