"""What the system has for printing: libraries that no Python package brings along."""

import ctypes
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

_PANGO = (
    "libpango-1.0.so.0",
    "libpango-1.0-0",
    "libpango-1.0.dylib",
    "libpango-1.0.0.dylib",
    "libpango-1.0-0.dll",
)
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz-0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")
_OTHERS = (
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset-0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
)
_PACKAGES = ("weasyprint", "pikepdf")


def printing_with() -> str | None:
    """Return the versions of the system's libraries on which the bytes of a PDF depend.

    None where one of them, or a package, is missing: then nothing can be printed here.
    """
    pango, harfbuzz = _opened(_PANGO), _opened(_HARFBUZZ)
    others = [_opened(names) for names in _OTHERS]
    if pango is None or harfbuzz is None or None in others or not all(map(find_spec, _PACKAGES)):
        return None
    said = [_said(pango.pango_version_string), _said(harfbuzz.hb_version_string)]
    return "Pango {}, HarfBuzz {}".format(*said)


def _opened(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _said(version: Any) -> str:
    version.restype = ctypes.c_char_p
    found: bytes = version()
    return found.decode()
