"""A page as marks on paper: characters and ruling lines, wherever they come from."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

import attrs

__all__ = ["DASH", "Box", "Character", "Page", "Rule", "around"]

DASH: Final = 4.5
"""Points of the longest gap in a dashed line."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page."""


class Character(NamedTuple):
    """One printed character; its box is as wide as it advances, and about one line high."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Of the font, in points."""
    piece: int
    """Number of the string that the file draws it with: one string is one run of text."""
    mark: str = ""
    """What of :mod:`gxstats.reading.grid` is said of it: that it is struck out, or that it cannot
    be told whether a person sees it."""

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """The middle between its left and right edge."""
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A ruling line, level or upright: where it lies, and from where to where it reaches."""

    at: float
    start: float
    end: float


@attrs.frozen
class Page:
    """One page, turned so that its text is upright."""

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    pictures: tuple[Box, ...] = ()
    """Where something stands that is no text and no line, and may show a number."""
    strokes: tuple[Box, ...] = ()
    """Lines that are neither level nor upright, or strike out text: from one point to another."""
    hidden: tuple[Character, ...] = ()
    """Characters that nobody sees."""


def around(boxes: list[Box]) -> Box:
    """The smallest box around several."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
