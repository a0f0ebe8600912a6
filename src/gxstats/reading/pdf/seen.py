"""Which characters of a PDF page a person sees: colours, what lies over them, what cuts them off."""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..contrast import FAINT, NOTHING_SEEN, Color, contrast
from ..pages.page import Box
from .drawn import Drawings, Region, String

__all__ = ["Seen", "Sight"]

_BAND: Final = 8.0
"""Points of height of the bands by which regions are found."""
_MOST_BANDS: Final = 4_000
_LIGHT: Final = 0.9
"""The least of red, green and blue of a ground on which dark text is seen without a doubt."""
_DARK: Final = 0.3
"""The most of red, green and blue of a text that is seen on such a ground."""
_WHITE: Final = (1.0, 1.0, 1.0)
_WHOLE: Final = 0.5
"""Part of the page that a picture covers if it is the page's ground, or a mark over all of it."""
_MOST: Final = 0.8
_LEAST: Final = 0.2
"""Parts of a character of which all is seen, or nothing, if no more or no less is."""
_SLIVER: Final = 0.02
"""Part of the box of a character in which none of it is seen."""
_CLEAR: Final = 0.3
"""Opacity of a veil through which a text is seen whatever it looks like."""
_PLACES: Final = (0.0, 0.3, 0.5, 0.7, 1.0)
"""Where in a character, from side to side, it is looked at."""
_CLIPS: Final = 7


class Seen(enum.Enum):
    """What a person sees of a character."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


_YES, _UNSURE, _NO = Seen
"""To look one up in the class takes as long as to compare a box."""


class Sight:
    """What is seen on a page, of which all drawings are known."""

    def __init__(self, drawings: Drawings, page: Box) -> None:
        self.page = page
        self.area = max((page[2] - page[0]) * (page[3] - page[1]), 1.0)
        self.bands: dict[int, list[tuple[float, Box, Region]]] = {}
        """Regions at each height, with their boxes, each after the order of drawing up to which it
        may hide a dark text: a light one does so only if it is drawn later."""
        self.until: dict[int, float] = {}
        """The last of these orders."""
        self.exact: dict[int, Region | None] = {}
        first = min(drawings.orders.values(), default=0)
        dark = all(map(_is_dark, {string.color for string in drawings.strings.values()}))
        for region in drawings.regions:
            if not (dark and region.order < first and _is_light(region)):
                self._keep(region)

    def _keep(self, region: Region) -> None:
        low = max(region.box[1], self.page[1])
        high = min(region.box[3], self.page[3])
        if high < low:
            return
        bands = range(int(low // _BAND), int(high // _BAND) + 1)
        until = region.order if _is_light(region) else math.inf
        for band in bands[:_MOST_BANDS]:
            self.bands.setdefault(band, []).append((until, region.box, region))
            self.until[band] = max(self.until.get(band, until), until)

    def clear_after(self, string: String, bottom: float, top: float) -> float:
        """The order of drawing after which a string is seen wherever it stands at a height."""
        is_plain = (
            string.is_seen
            and not (string.is_unsure or string.clips)
            and string.mode != _CLIPS
            and _on_white(string.color) is _YES
            and self.page[1] <= bottom
            and top <= self.page[3]
        )
        if not is_plain:
            return math.inf
        until = self.until.get(int((bottom + top) / 2 // _BAND), -1)
        return until if until < 0 or _is_dark(string.color) else math.inf

    def of(self, string: String, order: int, box: Box) -> Seen:
        """What is seen of a character that stands in a box, in the file's coordinates."""
        left, bottom, right, top = box
        since = order if _is_dark(string.color) else 0
        if not string.is_seen:
            return _NO
        across, down = 0.1 * (right - left), 0.2 * (top - bottom)
        # a box is as high as the line, and a digit is lower
        ink = left + across, bottom + down, right - across, top - down
        found = _within(ink, box, self.page)
        if string.clips:
            found = _least([found, *(self._clipped(ink, box, clip) for clip in string.clips)])
        if found is _NO:
            return found
        regions = self._near(since, ink)
        if string.mode == _CLIPS:
            return _UNSURE if any(region.order > order for region in regions) else _NO
        told = self._against(string, order, ink, regions) if regions else _on_white(string.color)
        if told is not _YES:
            found = _least([found, told])
        return _UNSURE if found is _YES and string.is_unsure else found

    def _near(self, since: int, ink: Box) -> list[Region]:
        """The regions that a character touches, but for light ones below a dark text."""
        found: list[Region] = []
        for until, box, region in self.bands.get(int((ink[1] + ink[3]) / 2 // _BAND), ()):
            if until < since or not _touch(ink, box):
                continue
            if region.exact is None:
                found.append(region)
                continue
            if region.order not in self.exact:
                self.exact[region.order] = region.exact()
            exact = self.exact[region.order]
            if exact is not None and _touch(ink, exact.box):
                found.append(exact)
        return found

    def _clipped(self, ink: Box, box: Box, clip: Region) -> Seen:
        found = _within(ink, box, clip.box)
        if clip.parts is None or found is _NO:
            return found
        inside = self._part(clip, ink)
        if inside == 1 and not any(_touch(ink, bend) for bend in clip.bends):
            return found
        return _UNSURE if inside or clip.is_vague else _NO

    def _against(self, string: String, order: int, ink: Box, regions: list[Region]) -> Seen:
        """What is seen of a text between what lies below it and what lies above."""
        color, ground = string.color, _WHITE
        below: Color | None = ground
        unsure = False
        for region in regions:
            share = _share(ink, region.box)
            if share <= _LEAST:
                continue
            over = region.order > order
            if region.color is None and self._is_whole(region):
                if over and not region.is_vague:
                    return _NO
                below = below if over else None
                continue
            if region.parts is not None:
                share = min(share, self._part(region, ink))
                if share <= _LEAST:
                    continue
            inside = share >= _MOST
            if (
                over
                and region.alpha > _CLEAR
                and ((share < _MOST and region.color != color) or (inside and region.is_vague))
            ):
                unsure = True
            under = _blended(region, below)
            if not over and (region.is_vague or not inside):
                unsure = unsure or _told(color, under) is not _told(color, below)
            if not inside:
                continue
            below = under
            if over and not region.is_vague:
                color = _blended(region, color)
                if region.color is None:
                    return _NO
        return _UNSURE if unsure else _told(color, below)

    def _part(self, region: Region, ink: Box) -> float:
        """The part of a character over which a region of any form lies."""
        left, bottom, right, top = ink
        points = [
            (left + (right - left) * across, bottom + (top - bottom) * up)
            for across in _PLACES
            for up in _PLACES
        ]
        return sum(self._holds(region, x, y) for x, y in points) / len(points)

    def _is_whole(self, region: Region) -> bool:
        left, bottom, right, top = region.box
        return (right - left) * (top - bottom) > _WHOLE * self.area

    def _holds(self, region: Region, x: float, y: float) -> bool:
        """Whether a point lies within a region of any form."""
        if region.parts is None:
            return True
        winding = crossings = 0
        for points in region.parts:
            for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
                if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                    crossings += 1
                    winding += 1 if y1 > y0 else -1
        return bool(crossings % 2 if region.is_even_odd else winding)


def _touch(one: Box, other: Box) -> bool:
    return other[0] < one[2] and other[2] > one[0] and other[1] < one[3] and other[3] > one[1]


def _is_dark(color: Color | None) -> bool:
    return color is not None and max(color) < _DARK


def _is_light(region: Region) -> bool:
    return region.color is not None and min(region.color) > _LIGHT


@lru_cache(maxsize=256)
def _on_white(color: Color | None) -> Seen:
    return _told(color, _WHITE)


def _told(color: Color | None, ground: Color | None) -> Seen:
    found = contrast(color, ground)
    return _NO if found < NOTHING_SEEN else _UNSURE if found < FAINT else _YES


def _blended(region: Region, below: Color | None) -> Color | None:
    if region.color is None or (below is None and region.alpha < 1):
        return None
    if region.alpha >= 1 or below is None:
        return region.color
    alpha = region.alpha
    red, green, blue = (
        a * alpha + b * (1 - alpha) for a, b in zip(region.color, below, strict=True)
    )
    return red, green, blue


def _share(ink: Box, box: Box) -> float:
    """The part of a character that lies within a box."""
    across = min(ink[2], box[2]) - max(ink[0], box[0])
    down = min(ink[3], box[3]) - max(ink[1], box[1])
    if across <= 0 or down <= 0:
        return 0.0
    return across * down / max((ink[2] - ink[0]) * (ink[3] - ink[1]), 1e-6)


def _within(ink: Box, whole: Box, box: Box) -> Seen:
    """Whether a character is seen that is cut at a box; a sliver of it may be seen."""
    if ink[0] >= box[0] and ink[1] >= box[1] and ink[2] <= box[2] and ink[3] <= box[3]:
        return _YES
    if _share(ink, box) >= _MOST:
        return _YES
    return _NO if _share(whole, box) <= _SLIVER else _UNSURE


def _least(found: Iterable[Seen]) -> Seen:
    known = set(found)
    return next(one for one in (_NO, _UNSURE, _YES) if one in known)
