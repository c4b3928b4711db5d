"""Parts of sentences that only assessments say."""

from planpress.assess.rating import Working


def share(work: Working) -> int:
    """Return the gain as a percentage of the planned gain, rounded but never onto a threshold.

    What is short of half or of the whole plan is never called 50 or 100 %.
    """
    whole = int((200 * work.gain + work.plan) // (2 * work.plan))
    short_of_half = whole == 50 and 2 * work.gain < work.plan
    short_of_all = whole == 100 and work.gain < work.plan
    return whole - 1 if short_of_half or short_of_all else whole
