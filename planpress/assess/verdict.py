"""What a rule decides."""

from collections.abc import Callable
from typing import NamedTuple

from planpress.assess.rating import Working
from planpress.model.assessment import State
from planpress.model.language import Language
from planpress.model.rating import Rating


class Verdict(NamedTuple):
    """A state, the number of the rule that led to it, and the sentence that says so.

    `working` is there when a result was rated; `exact` is false where that result is a bound, whose
    distances are not known.
    """

    state: State
    rule: int
    sentence: Callable[[Language], str]
    rating: Rating | None = None
    met: bool | None = None
    working: Working | None = None
    exact: bool = True
