"""The colours: told apart by the colour-blind, and in grey by how light they are.

Neighbours differ in lightness, and what is no number of requests (a blank, a difference) is white
with a pattern, so that nothing depends on colour alone.
"""

from __future__ import annotations

from typing import Final

import attrs

from ..forms.topics import Topic
from ..relations import Outcome

__all__ = [
    "BLANK",
    "CARRIED_IN",
    "CARRIED_OUT",
    "DIFFERENCE",
    "FAMILY_LOOKS",
    "INK",
    "NOT_ON_FORM",
    "OUTCOME_LOOKS",
    "PALE",
    "RECEIVED",
    "RESULT_LOOKS",
    "TOTAL",
    "Look",
    "again",
    "ink_on",
]

INK: Final = "#1F1F1F"
"""Of text and axes."""
PALE: Final = "#6B6B6B"
"""Of what is said beside."""


@attrs.frozen
class Look:
    """How an area is filled."""

    colour: str
    hatch: str = ""
    edge: str = "#FFFFFF"
    marker: str = ""
    """The sign in each field of a map."""

    @property
    def lightness(self) -> float:
        """How light it is in grey: 0 is black, 1 is white."""
        red, green, blue = (int(self.colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLANK: Final = Look("#FFFFFF", "...", "#5A5A5A")
DIFFERENCE: Final = Look("#FFFFFF", "/////", "#B0122B")

RESULT_LOOKS: Final[dict[Topic, tuple[Look, ...]]] = {
    Topic.GRANTED: (Look("#0B4F8A"),),
    Topic.PARTIALLY_GRANTED: (Look("#8CC4EA"),),
    Topic.REFUSED: (
        Look("#8A2B06"),
        Look("#F2B48C"),
        Look("#C65A1B"),
        Look("#F9DCC8"),
        Look("#8A2B06", "\\\\\\"),
        Look("#D98A5B", "\\\\\\"),
        Look("#A84410", "---"),
        Look("#E8A982", "---"),
    ),
    Topic.UNAVAILABLE: (Look("#F3CE49"),),
    Topic.NOT_PROCESSED: (Look("#54407F"),),
    Topic.OTHER_HANDLING: (Look("#B4B4B4"),),
}
"""By heading of the results; the grounds of refusal in their order."""
RECEIVED: Final = Look("#3C4650")
CARRIED_IN: Final = Look("#8E9BA7")
TOTAL: Final = Look("#3C4650")
CARRIED_OUT: Final = Look("#1E8C75")

OUTCOME_LOOKS: Final = {
    Outcome.HELD: Look("#DDEAF4"),
    Outcome.UNDECIDED: Look("#E3AE2E", marker="o"),
    Outcome.VIOLATED: Look("#7E1230", marker="x"),
}
NOT_ON_FORM: Final = Look("#FFFFFF", "////", "#9A9A9A")

FAMILY_LOOKS: Final = (
    Look("#0B4F8A"),
    Look("#8CC4EA"),
    Look("#C65A1B"),
    Look("#F3CE49"),
    Look("#54407F"),
)


def again(look: Look) -> Look:
    """A look for one more of a kind than there are looks."""
    return attrs.evolve(look, hatch="xxx")


def ink_on(look: Look) -> str:
    """The colour of a text on an area."""
    return "#FFFFFF" if look.lightness < 0.5 else INK
