"""How unlike two pictures of a page are, whatever moved by a few pixels.

Another version of a browser rounds widths otherwise, and sets a line a pixel lower; the rest of
the page then stands lower too. So a place in a picture differs only where no place near it in the
other has about its colour.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from .paths import ROOT

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["MOST_UNLIKE", "SCREENSHOTS", "unlikeness"]

SCREENSHOTS: Final = ROOT / "tests" / "writing" / "screenshots"
"""The pictures that are kept."""
MOST_UNLIKE: Final = 0.01
"""The share of a picture that may differ (test_likeness.py: what moves it less, what more)."""

_STEPS = (1, 3)
"""Squares between places that count as one, 4: none between is left out by these steps."""
_SQUARE = 2
"""Pixels of a side of a square; smaller things are not looked at."""
_ANOTHER_COLOUR = 16
"""Steps of 256 in red, green or blue."""
_MOST_STRETCHED = 0.05
"""How much higher or lower a picture may be: lines that break otherwise. Beyond, all differs."""


def unlikeness(one: Image, other: Image) -> float:
    """The share of a picture that differs, from 0 to 1; the same whichever comes first."""
    from PIL import Image, ImageFilter

    if abs(one.width - other.width) > 2:
        return 1.0
    if abs(one.height - other.height) > _MOST_STRETCHED * min(one.height, other.height):
        return 1.0
    size = (one.width // _SQUARE, (one.height + other.height) // (2 * _SQUARE))
    first, second = (
        picture.convert("RGB").resize(size, Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1))
        for picture in (one, other)
    )
    return max(_beyond(first, second), _beyond(second, first))


def _beyond(picture: Image, other: Image) -> float:
    """The share of what is lighter or darker than all that is near in the other."""
    from PIL import ImageChops

    lighter = ImageChops.subtract(picture, _spread(other, ImageChops.lighter))
    darker = ImageChops.subtract(_spread(other, ImageChops.darker), picture)
    red, green, blue = ImageChops.add(lighter, darker).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[_ANOTHER_COLOUR:]) / (picture.width * picture.height)


def _spread(picture: Image, chosen: Callable[[Image, Image], Image]) -> Image:
    """What is chosen of all that is near each place."""
    from PIL import ImageChops

    for step in _STEPS:
        for x, y in ((step, 0), (0, step)):
            there, back = ImageChops.offset(picture, x, y), ImageChops.offset(picture, -x, -y)
            picture = chosen(picture, chosen(there, back))
    return picture
