"""Points as people are told them: what says the same of one line, or of all blanks, is told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ..text import Language
from .judging import Judged, Verdict
from .points import Point, PointKind

__all__ = ["Told", "told"]

_MOST_BLANKS: Final = 3
"""Blanks that are named where sums are left open."""


@attrs.frozen
class Told:
    """A point, with what is said of it and of those that it stands for."""

    point: Point
    """The first of those that are told at once."""
    sentence: str
    of_many: bool = False
    """It tells of several rules, and is at no one place."""


def told(verdict: Verdict, language: Language) -> Iterator[Told]:
    """The points of a file in their order, fewer of them.

    The sums that blanks leave open are told at once, and so are the doubts that one line of the
    source raises.
    """
    doubts: dict[int, str] = {}
    if isinstance(verdict, Judged):
        first = (id(doubt) for doubt, _ in verdict.first_doubts)
        doubts = dict(zip(first, verdict.doubts_by_line(language), strict=True))
    left_open = 0
    for point in verdict.points:
        if point.kind is PointKind.DOUBT:
            if id(point.origin) in doubts:
                yield Told(point, doubts[id(point.origin)])
        elif point.kind is PointKind.UNDECIDED and isinstance(verdict, Judged):
            left_open += 1
            if left_open == 1:
                yield _left_open(verdict, point, language)
        else:
            yield Told(point, point.sentence(language))


def _left_open(judged: Judged, point: Point, language: Language) -> Told:
    if len(judged.check.undecided) == 1:
        return Told(point, point.sentence(language))
    return Told(point, judged.blanks(_MOST_BLANKS)[language], of_many=True)
