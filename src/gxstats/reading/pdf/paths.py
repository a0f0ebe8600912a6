"""The ruling lines among the paths that a PDF page draws."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final, TypeAlias

from ..limits import Limits
from ..pages.page import Rule

__all__ = ["PathCollector"]

THICKNESS: Final = 3.6
"""Points; what is thicker is a shade, not a line."""
_SHORTEST: Final = 0.4
"""Points of a piece of a dotted line."""
_SLOPE: Final = 0.8
"""Points by which a line may rise and still be level."""
_WHITE: Final = 250
_WEIGHT: Final = 4
"""Nodes that an object counts for; each point of a path is one more."""
_NESTING: Final = 12
_PATH, _IMAGE, _SHADING, _FORM = 2, 3, 4, 5
_LINE, _CURVE, _MOVE = 0, 1, 2

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Points: TypeAlias = list[tuple[float, float]]


def _compose(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


class PathCollector:
    """Goes through the objects of a page, those within form XObjects included."""

    def __init__(
        self,
        pdfium: Any,
        turned: Callable[[float, float], tuple[float, float]],
        limits: Limits,
    ) -> None:
        self.pdfium = pdfium
        self.turned = turned
        self.limits = limits
        self.level: list[Rule] = []
        self.upright: list[Rule] = []
        self.pictured = 0.0
        """Square points covered by pictures."""
        self.objects = 0
        # filled by PDFium over and over: to make new ones takes longer than what it does
        self._found = pdfium.FS_MATRIX()
        self._modes = ctypes.c_int(), ctypes.c_int()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._width, self._x, self._y = (ctypes.c_float() for _ in range(3))

    def take_page(self, page: Any) -> None:
        """Take in all objects of a page."""
        count = self.pdfium.FPDFPage_CountObjects(page)
        self.limits.require("nodes", count * _WEIGHT)
        for index in range(count):
            self._take(self.pdfium.FPDFPage_GetObject(page, index), None, 0)

    def _take(self, item: Any, outer: _Matrix | None, depth: int) -> None:
        self.objects += _WEIGHT
        self.limits.require("nodes", self.objects)
        if not self.objects % 1024:
            self.limits.require_time()
        kind = self.pdfium.FPDFPageObj_GetType(item)
        if kind == _PATH:
            self._path(item, outer)
        elif kind == _IMAGE:
            self._image(item, outer)
        elif kind == _FORM and depth < _NESTING:
            matrix = self._matrix(item, outer)
            for index in range(self.pdfium.FPDFFormObj_CountObjects(item)):
                self._take(self.pdfium.FPDFFormObj_GetObject(item, index), matrix, depth + 1)

    def _matrix(self, item: Any, outer: _Matrix | None) -> _Matrix:
        found = self._found
        self.pdfium.FPDFPageObj_GetMatrix(item, found)
        own = (found.a, found.b, found.c, found.d, found.e, found.f)
        return own if outer is None else _compose(own, outer)

    def _placed(self, matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self.turned(a * x + c * y + e, b * x + d * y + f)

    def _image(self, item: Any, outer: _Matrix | None) -> None:
        matrix = self._matrix(item, outer)
        box = _box([self._placed(matrix, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)])
        left, top, right, bottom = box
        self.pictured += (right - left) * (bottom - top)
        self._thin(box)

    # --- paths ------------------------------------------------------------------------------------

    def _path(self, item: Any, outer: _Matrix | None) -> None:
        pdfium = self.pdfium
        fill, stroke = self._modes
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        stroked = bool(stroke.value) and self._is_seen(item, pdfium.FPDFPageObj_GetStrokeColor)
        filled = bool(fill.value) and self._is_seen(item, pdfium.FPDFPageObj_GetFillColor)
        if not stroked and not filled:
            return
        count = pdfium.FPDFPath_CountSegments(item)
        self.objects += count
        self.limits.require("nodes", self.objects)
        matrix = self._matrix(item, outer)
        if stroked:
            width = self._width
            pdfium.FPDFPageObj_GetStrokeWidth(item, width)
            scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
            stroked = width.value * scale <= THICKNESS
        parts = self._parts(item, count, matrix)
        if stroked:
            for points in parts:
                for one, other in pairwise(points):
                    self._line(one, other)
        elif filled:
            boxes = [_box(points) for points in parts if points]
            for box in boxes:
                self._thin(box)
            if len(boxes) > 1:
                self._frames(boxes)

    def _is_seen(self, item: Any, color_of: Callable[..., Any]) -> bool:
        """Whether a colour is neither white nor transparent."""
        red, green, blue, alpha = self._colour
        if not color_of(item, red, green, blue, alpha):
            return True
        return bool(alpha.value) and min(red.value, green.value, blue.value) < _WHITE

    def _parts(self, item: Any, count: int, matrix: _Matrix) -> list[_Points]:
        """The points of each part of a path; a curve is left out, its end is not."""
        pdfium = self.pdfium
        x, y = self._x, self._y
        parts: list[_Points] = []
        points: _Points = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            place = self._placed(matrix, x.value, y.value)
            if kind == _LINE and points:
                points.append(place)
            else:
                points = [place]
                parts.append(points)
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        return parts

    def _line(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
        if down <= _SLOPE and across >= _SHORTEST and across > down:
            at = (one[1] + other[1]) / 2
            self.level.append(Rule(at, min(one[0], other[0]), max(one[0], other[0])))
        elif across <= _SLOPE and down >= _SHORTEST:
            at = (one[0] + other[0]) / 2
            self.upright.append(Rule(at, min(one[1], other[1]), max(one[1], other[1])))

    def _thin(self, box: tuple[float, float, float, float]) -> None:
        """A filled shape that is thin enough to be a line."""
        left, top, right, bottom = box
        across, down = right - left, bottom - top
        if down <= THICKNESS and across > down:
            self.level.append(Rule((top + bottom) / 2, left, right))
        elif across <= THICKNESS and down > across:
            self.upright.append(Rule((left + right) / 2, top, bottom))
        elif across <= THICKNESS and down <= THICKNESS:  # a corner, or a dot of a dotted line
            self.level.append(Rule((top + bottom) / 2, left, right))
            self.upright.append(Rule((left + right) / 2, top, bottom))

    def _frames(self, boxes: list[tuple[float, float, float, float]]) -> None:
        """A filled shape with a hole just inside its edges is a frame of lines."""
        for outer, inner in pairwise(boxes):
            gaps = [abs(a - b) for a, b in zip(outer, inner, strict=True)]
            if max(gaps) <= THICKNESS and max(gaps) > 0:
                left, top, right, bottom = outer
                self.level += [Rule(top, left, right), Rule(bottom, left, right)]
                self.upright += [Rule(left, top, bottom), Rule(right, top, bottom)]


def _box(points: _Points) -> tuple[float, float, float, float]:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
