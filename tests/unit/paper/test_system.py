"""Where a library is missing nothing can be printed, and that is known beforehand."""

import pytest

from planpress.paper import system


def test_the_versions_on_which_the_bytes_depend():
    found = system.printing_with()
    if found is None:
        pytest.skip("Pango is not installed")
    assert "Pango 1." in found
    assert "HarfBuzz" in found


@pytest.mark.parametrize("names", ["_PANGO", "_HARFBUZZ"])
def test_a_library_is_missing(monkeypatch, names):
    monkeypatch.setattr(system, names, ("libnothing.so.0",))
    assert system.printing_with() is None


def test_one_of_the_others_is_missing(monkeypatch):
    monkeypatch.setattr(system, "_OTHERS", (("libnothing.so.0",),))
    assert system.printing_with() is None


def test_a_package_is_missing(monkeypatch):
    monkeypatch.setattr(system, "_PACKAGES", ("weasyprint_is_not_here",))
    assert system.printing_with() is None
