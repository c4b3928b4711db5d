"""The four ratings."""

from enum import StrEnum


class Rating(StrEnum):
    """Red, Amber-Red, Amber-Green, Green."""

    R = "R"
    AR = "AR"
    AG = "AG"
    G = "G"

    @property
    def rank(self) -> int:
        """0 for Red to 3 for Green."""
        return list(Rating).index(self)
