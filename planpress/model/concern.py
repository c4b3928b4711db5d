"""Whether a measure needs attention, and why."""

from enum import StrEnum

from planpress.model.assessment import Assessment, State
from planpress.model.rating import Rating


class Concern(StrEnum):
    """Why a measure stands where it stands on the page that shows them all, first things first."""

    OFF_TRACK = "off_track"
    OVERDUE = "overdue"
    ON_TRACK = "on_track"
    WAITING = "waiting"
    NOT_SET = "not_set"


def concern(assessment: Assessment) -> Concern:
    """Return under which heading a measure is shown.

    A target that was not met is off track, whatever its rating.
    """
    match assessment.state:
        case State.LATE | State.NOT_MET:
            return Concern.OFF_TRACK
        case State.OVERDUE:
            return Concern.OVERDUE
        case State.DONE:
            return Concern.ON_TRACK
        case State.NOT_SET:
            return Concern.NOT_SET
    if assessment.rating is None:
        return Concern.WAITING
    return Concern.OFF_TRACK if assessment.rating in (Rating.R, Rating.AR) else Concern.ON_TRACK
