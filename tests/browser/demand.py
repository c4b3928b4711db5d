"""What the machine lacks: a reason to skip a test, or to fail it where it is demanded."""

import os
from typing import NoReturn

import pytest

DEMANDED = "PLANPRESS_DEMAND_BROWSER"


def do_without(what: str) -> NoReturn:
    """Skip the test that needs it, or fail it with PLANPRESS_DEMAND_BROWSER=1."""
    if os.environ.get(DEMANDED) == "1":
        pytest.fail(f"{what} is not there, and {DEMANDED}=1 demands it", pytrace=False)
    pytest.skip(f"{what} is not there")
