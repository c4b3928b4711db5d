"""Python looks for garbage again afterwards, whatever happened."""

import gc

import pytest

from planpress.garbage import uncollected


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


def test_garbage_is_left_alone_and_then_collected_again():
    with uncollected():
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_an_error_does_not_leave_it_off():
    with pytest.raises(ValueError, match="wrong"), uncollected():
        raise ValueError("wrong")
    assert gc.isenabled()
