"""What a PDF page draws, in the order of drawing: lines, strings, and what may lie over them."""

from __future__ import annotations

import ctypes
import math
import struct
from itertools import pairwise, repeat
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from ..contrast import Color
from ..limits import Limits
from ..pages.page import DASH, Box, Rule
from ..pages.page import around as around_all
from .calls import Calls
from .layers import HIDDEN_LAYER, LAYER_STATE, UNSURE_LAYER
from .streams import Blending, Disarmed

__all__ = ["Drawings", "Region", "String"]

THICKNESS: Final = 3.6
"""Points; what is thicker is a shade, not a line."""
_SHORTEST: Final = 0.4
"""Points of a piece of a dotted line."""
_SLOPE: Final = 0.8
"""Points by which a line may rise and still be level."""
_NEAR: Final = 0.02
"""Points by which corners may lie apart and still be one."""
_STROKE: Final = 200.0
"""Points of the longest line that strikes a number out aslant."""
_SHAPE: Final = (2.0, 60.0)
"""Points between which a shape is as large as one that shows a digit or a tick."""
_WHITE: Final = 250
_WEIGHT: Final = 4
"""Nodes that an object counts for; each point of a path is one more."""
_NESTING: Final = 12
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_LINE, _CURVE, _MOVE = 0, 1, 2
_FILLS: Final = frozenset({0, 2, 4, 6})
_STROKES: Final = frozenset({1, 2, 5, 6})
"""Modes of drawing text that fill it, and that draw its outline."""
_CLIPS: Final = 7
"""The mode that draws no text, but only lets through it what is drawn next."""

_MATRIX, _RGBA, _BOX, _POINT, _MODES = map(struct.Struct, ("6f", "4I", "4f", "2f", "2i"))
"""What PDFium writes: to unpack bytes takes a fraction of the time that its arrays take."""

_SHADED: Final = (1.0, 1.0, 1.0)
_TILED: Final = (191 / 255, 191 / 255, 191 / 255)
"""What PDFium gives for the colour of a shading, and of a pattern of tiles."""
_DARK: Final = 0.3
"""The most of red, green and blue of a text that stays dark whatever darkens it."""

_SHOWN: Final = _FILLS | _STROKES | {_CLIPS}
"""The modes of which something may be seen."""

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Point: TypeAlias = tuple[float, float]
_Points: TypeAlias = list[_Point]
_IDENTITY: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LOOK: Final = 256
"""Objects after which the time is looked at."""


class Region(NamedTuple):
    """A part of the page that is painted, or to which painting is confined."""

    order: int
    box: Box
    """Left, bottom, right, top, in the file's coordinates."""
    color: Color | None = None
    """None where it cannot be told, as that of a picture."""
    alpha: float = 1.0
    parts: tuple[_Points, ...] | None = None
    """What it consists of, if it is no rectangle."""
    is_even_odd: bool = False
    is_vague: bool = False
    """It may leave out some of what lies within."""


class _Paint(NamedTuple):
    """What something is painted with."""

    color: Color
    alpha: float
    is_seen: bool
    """It is neither white nor transparent."""


_BLACK: Final = _Paint((0.0, 0.0, 0.0), 1.0, is_seen=True)


class String(NamedTuple):
    """A string as it is drawn."""

    order: int
    color: Color | None
    is_seen: bool = True
    """Nobody sees it otherwise, whatever lies around."""
    is_unsure: bool = False
    clips: tuple[Region, ...] = ()
    mode: int = 0
    matrix: _Matrix | None = None
    """Of the forms around it."""


@attrs.frozen
class _Around:
    """What the forms around an object do to it."""

    matrix: _Matrix | None = None
    clips: tuple[Region, ...] = ()
    is_seen: bool = True
    is_unsure: bool = False
    is_blended: bool = False
    """What is drawn may mix with what lies below in an unusual way."""


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


class Drawings:
    """Goes through the objects of a page, those within form XObjects included.

    All places are in the file's coordinates.
    """

    def __init__(self, calls: Calls, limits: Limits, file: Disarmed, *, layers: bool) -> None:
        self.calls = calls
        self.limits = limits
        self.file = file
        self.layers = layers
        """Layers are in the file of which it is not known whether they are seen."""
        self.level: list[Rule] = []
        self.upright: list[Rule] = []
        self.slanted: list[tuple[float, float, float, float]] = []
        self.strings: dict[int, String] = {}
        """By the handle that PDFium gives each."""
        self.replaced: set[int] = set()
        """Strings of which the file says what they mean."""
        self.regions: list[Region] = []
        """What is filled, later ones over earlier ones."""
        self.pictures: list[Box] = []
        self.shapes: list[Box] = []
        """Small shapes that are neither lines nor rectangles: digits drawn as outlines, ticks."""
        self.pictured = 0.0
        """Square points covered by pictures."""
        self.objects = 0
        self.order = 0
        self.last = 0
        """The order of the last object that the page itself draws."""
        self._marks: dict[int, tuple[bool, bool, bool]] = {}
        self._paints: dict[bytes, _Paint] = {}
        # filled by PDFium over and over: to make new ones takes longer than what it does
        self._found = ctypes.create_string_buffer(_MATRIX.size)
        self._modes = ctypes.create_string_buffer(_MODES.size)
        self._rgba = ctypes.create_string_buffer(_RGBA.size)
        self._floats = ctypes.create_string_buffer(_BOX.size)
        self._whole = ctypes.c_int()
        self._name = (ctypes.c_ushort * 32)()
        self._length = ctypes.c_ulong()
        address = ctypes.addressof
        self._at_found = address(self._found)
        self._at_modes = address(self._modes), address(self._modes) + 4
        self._at_rgba = tuple(address(self._rgba) + 4 * i for i in range(4))
        self._at_floats = tuple(address(self._floats) + 4 * i for i in range(4))

    def take_page(self, page: int) -> None:
        """Take in all objects of a page."""
        count = self.calls.FPDFPage_CountObjects(page)
        self._count(count * _WEIGHT)
        around = _Around()
        for item in map(self.calls.FPDFPage_GetObject, repeat(page), range(count)):
            self.last = self.order
            self._take(item, around, 0)

    def _count(self, nodes: int) -> None:
        """Count what is about to be taken in, which is bounded."""
        self.objects += nodes
        if self.objects > self.limits.nodes:
            self.limits.require("nodes", self.objects)

    def _take(self, item: int, around: _Around, depth: int) -> None:
        self.order += 1
        if not self.order % _LOOK:
            self.limits.require_time()
        calls = self.calls
        kind = calls.FPDFPageObj_GetType(item)
        if kind == _TEXT:
            self._string(item, around)
            return
        if calls.FPDFPageObj_CountMarks(item) > 0:
            seen, unsure, _ = self._marked(item)
            if not seen:
                around = attrs.evolve(around, is_seen=False)
            elif unsure:
                around = attrs.evolve(around, is_unsure=True)
        if kind == _FORM:
            if depth < _NESTING:
                self._form(item, around, depth)
        elif not around.is_seen:
            return
        elif kind == _PATH:
            self._path(item, around)
        elif kind == _IMAGE:
            self._image(item, around)
        elif kind == _SHADING:
            self._shading(item, around)

    def _form(self, item: int, around: _Around, depth: int) -> None:
        color = self._painted(item, self.calls.FPDFPageObj_GetFillColor)
        inner = attrs.evolve(
            around,
            matrix=self._matrix(item, around),
            clips=self._clips(item, around),
            is_seen=around.is_seen and (color is None or color.alpha > 0),
            is_blended=self._is_blended(item, around),
        )
        count = self.calls.FPDFFormObj_CountObjects(item)
        self._count(count * _WEIGHT)
        for one in map(self.calls.FPDFFormObj_GetObject, repeat(item), range(count)):
            self._take(one, inner, depth + 1)

    def _matrix(self, item: int, around: _Around) -> _Matrix:
        self.calls.FPDFPageObj_GetMatrix(item, self._at_found)
        own: _Matrix = _MATRIX.unpack_from(self._found)
        return own if around.matrix is None else _compose(own, around.matrix)

    def _is_blended(self, item: int, around: _Around) -> bool:
        if self.file.blending is Blending.NONE:
            return False
        return around.is_blended or self._is_transparent(item)

    def _painted(self, item: int, color_of: Any) -> _Paint | None:
        red, green, blue, alpha = self._at_rgba
        if not color_of(item, red, green, blue, alpha):
            return None
        key = self._rgba.raw
        return self._paints.get(key) or self._paints.setdefault(key, _paint(key))

    # --- what confines and marks --------------------------------------------------------------

    def _clips(self, item: int, around: _Around) -> tuple[Region, ...]:
        """What an object is confined to. PDFium leaves out rectangles that do not cut it."""
        calls = self.calls
        path = calls.FPDFPageObj_GetClipPath(item)
        count = calls.FPDFClipPath_CountPaths(path) if path else 0
        found = around.clips
        for number in range(max(count, 0)):
            size = calls.FPDFClipPath_CountPathSegments(path, number)
            self.objects += max(size, 1)
            self.limits.require("nodes", self.objects)
            get = calls.FPDFClipPath_GetPathSegment
            segments = list(map(get, repeat(path), repeat(number), range(size)))
            _, outlines, curved, _ = self._parts(segments, around.matrix or _IDENTITY)
            region = _region(self.order, outlines, curved=curved)
            found = (*found, region)
        return found

    def _marked(self, item: int) -> tuple[bool, bool, bool]:
        """Whether the marks of an object let it be seen, leave that open, and replace its text."""
        seen, unsure, replaced = True, False, False
        for index in range(self.calls.FPDFPageObj_CountMarks(item)):
            mark = self.calls.FPDFPageObj_GetMark(item, index)
            if mark not in self._marks:
                self._marks[mark] = self._meaning(mark)
            one = self._marks[mark]
            seen, unsure, replaced = seen and one[0], unsure or one[1], replaced or one[2]
        return seen, unsure, replaced

    def _meaning(self, mark: int) -> tuple[bool, bool, bool]:
        calls = self.calls
        if calls.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") != 0:
            return True, False, True
        size = ctypes.sizeof(self._name)
        calls.FPDFPageObjMark_GetName(mark, self._name, size, ctypes.byref(self._length))
        if self._length.value != 6 or bytes(self._name[:2]) != b"OC":
            return True, False, False
        if calls.FPDFPageObjMark_GetParamIntValue(mark, LAYER_STATE, ctypes.byref(self._whole)):
            state = self._whole.value
            return state != HIDDEN_LAYER, state == UNSURE_LAYER, False
        return True, self.layers, False

    # --- strings ------------------------------------------------------------------------------

    def _string(self, item: int, around: _Around) -> None:
        calls = self.calls
        mode = calls.FPDFTextObj_GetTextRenderMode(item)
        seen, unsure, replaced = around.is_seen, around.is_unsure, False
        if calls.FPDFPageObj_CountMarks(item) > 0:
            own, open_, replaced = self._marked(item)
            seen, unsure = seen and own, unsure or open_ or replaced
        clips = around.clips
        path = calls.FPDFPageObj_GetClipPath(item)
        if path and calls.FPDFClipPath_CountPaths(path) > 0:
            clips = self._clips(item, around)
        color: Color | None = None
        if mode in _FILLS:
            fill = self._painted(item, calls.FPDFPageObj_GetFillColor) or _BLACK
            color = self._unless_patterned(fill.color)
            if fill.alpha < 1:
                seen = seen and fill.alpha > 0
                color = _over(color, fill.alpha)
        if mode in _STROKES:
            stroke = self._painted(item, calls.FPDFPageObj_GetStrokeColor) or _BLACK
            line = self._unless_patterned(stroke.color)
            if stroke.alpha > 0 and (color is None or line is None or sum(line) < sum(color)):
                color = line
            elif mode not in _FILLS:
                seen = seen and stroke.alpha > 0
        seen = seen and mode in _SHOWN
        if replaced:
            self.replaced.add(item)
        if self._is_blended(item, around):
            if self.file.blending is Blending.ANY:
                color = None
            unsure = unsure or color is None or max(color) > _DARK
        if self.file.has_colored_glyphs and self._is_nameless(item):
            color = None
        self.strings[item] = String(self.order, color, seen, unsure, clips, mode, around.matrix)

    def _unless_patterned(self, color: Color | None) -> Color | None:
        """A colour, but for one that PDFium also gives for patterns."""
        return None if self.file.has_patterns and color in {_SHADED, _TILED} else color

    def _is_nameless(self, item: int) -> bool:
        """Whether the font of a string has no name: its glyphs are drawn by the file itself."""
        font = self.calls.FPDFTextObj_GetFont(item)
        return bool(self.calls.FPDFFont_GetBaseFontName(font, 0, 0) <= 1)

    # --- pictures -----------------------------------------------------------------------------

    def _image(self, item: int, around: _Around) -> None:
        a, b, c, d, e, f = self._matrix(item, around)
        box = _box(
            [(a * x + c * y + e, b * x + d * y + f) for x in (0.0, 1.0) for y in (0.0, 1.0)]
        )
        self._picture(item, box, around)
        self._thin(box)

    def _shading(self, item: int, around: _Around) -> None:
        self._picture(item, self.bounds_of(item, around.matrix), around)

    def bounds_of(self, item: int, matrix: _Matrix | None) -> Box:
        """Where an object stands that is drawn within forms."""
        left, bottom, right, top = self._at_floats
        if not self.calls.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            return 0.0, 0.0, 0.0, 0.0
        x0, y0, x1, y1 = _BOX.unpack_from(self._floats)
        a, b, c, d, e, f = matrix or _IDENTITY
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
        return _box(corners)

    def _picture(self, item: int, box: Box, around: _Around) -> None:
        painted = self._painted(item, self.calls.FPDFPageObj_GetFillColor)
        if painted is not None and not painted.alpha:
            return
        for clip in self._clips(item, around):
            box = _shared(box, clip.box)
        across, down = box[2] - box[0], box[3] - box[1]
        if across <= 0 or down <= 0:
            return
        self.pictured += across * down
        if min(across, down) > THICKNESS:
            clear = self.file.has_masks or around.is_blended or self._is_transparent(item)
            clear = clear or (painted is not None and painted.alpha < 1)
            self.regions.append(Region(self.order, box, is_vague=clear))
            self.pictures.append(box)

    def _is_transparent(self, item: int) -> bool:
        return bool(self.calls.FPDFPageObj_HasTransparency(item))

    # --- paths ------------------------------------------------------------------------------------

    def _path(self, item: int, around: _Around) -> None:
        calls = self.calls
        at_fill, at_stroke = self._at_modes
        calls.FPDFPath_GetDrawMode(item, at_fill, at_stroke)
        fill, stroke = _MODES.unpack(self._modes)
        inked = painted = None
        if stroke:
            inked = self._painted(item, calls.FPDFPageObj_GetStrokeColor) or _BLACK
            inked = inked if inked.alpha else None
        if fill:
            painted = self._painted(item, calls.FPDFPageObj_GetFillColor) or _BLACK
            painted = painted if painted.alpha else None
        if inked is None and painted is None:
            return
        count = calls.FPDFPath_CountSegments(item)
        self._count(count)
        matrix = self._matrix(item, around)
        width = 0.0
        if inked:
            calls.FPDFPageObj_GetStrokeWidth(item, self._at_floats[0])
            scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
            width = _POINT.unpack_from(self._floats)[0] * scale
        segments = list(map(calls.FPDFPath_GetPathSegment, repeat(item), range(count)))
        if (
            count == 2  # a line: most paths are
            and inked
            and not painted
            and width <= THICKNESS
            and calls.FPDFPathSegment_GetType(segments[1]) == _LINE
        ):
            if inked.is_seen:
                self._line(*self._places(segments, matrix))
            return
        stroked = inked is not None and inked.is_seen
        filled = painted is not None and painted.is_seen
        parts, outlines, curved, bent = self._parts(segments, matrix)
        if inked and width > THICKNESS:
            self._thick(item, parts, width, inked, around)
        if stroked and width <= THICKNESS:
            for points in parts:
                for one, other in pairwise(points):
                    self._line(one, other)
        boxes = [_box(points) for points in outlines] if painted or curved or bent else []
        if filled and not (stroked and width <= THICKNESS):
            straight = [_box(points) for points in parts] if curved else boxes
            for box in straight:
                self._thin(box)
            if len(straight) > 1:
                self._frames(straight)
        if painted and any(min(box[2] - box[0], box[3] - box[1]) > THICKNESS for box in boxes):
            region = _region(self.order, outlines, curved=curved, is_even_odd=fill == 1)
            self._fill(item, region, painted, around)
        if (curved or bent) and (stroked or filled):
            left, bottom, right, top = around_all(boxes)
            if all(_SHAPE[0] < side < _SHAPE[1] for side in (right - left, top - bottom)):
                self.shapes.append((left, bottom, right, top))

    def _fill(self, item: int, region: Region, painted: _Paint, around: _Around) -> None:
        box, vague = region.box, region.is_vague or around.is_unsure or around.is_blended
        vague = (
            vague or self._is_transparent(item) or self._unless_patterned(painted.color) is None
        )
        for clip in self._clips(item, around):
            box = _shared(box, clip.box)
            vague = vague or clip.parts is not None
        if box[2] > box[0] and box[3] > box[1]:
            color, alpha, _ = painted
            self.regions.append(region._replace(box=box, color=color, alpha=alpha, is_vague=vague))

    def _thick(
        self,
        item: int,
        parts: list[_Points],
        width: float,
        inked: _Paint,
        around: _Around,
    ) -> None:
        """Lines so thick that they cover what is below."""
        half = width / 2
        for points in parts:
            for (x0, y0), (x1, y1) in pairwise(points):
                level, upright = abs(y0 - y1) <= _SLOPE, abs(x0 - x1) <= _SLOPE
                box = (
                    min(x0, x1) - (0 if level else half),
                    min(y0, y1) - (0 if upright else half),
                    max(x0, x1) + (0 if level else half),
                    max(y0, y1) + (0 if upright else half),
                )
                region = Region(self.order, box, is_vague=not (level or upright))
                self._fill(item, region, inked, around)

    def _parts(
        self, segments: list[int], matrix: _Matrix
    ) -> tuple[list[_Points], list[_Points], bool, bool]:
        """The points of each straight part of a path, and those of its outlines.

        A curve parts straight parts; outlines go through the points that bend it. Then whether a
        part is curved, and whether one goes on after a line that is neither level nor upright.
        """
        calls = self.calls
        parts: list[_Points] = []
        outlines: list[_Points] = []
        points: _Points = []
        outline: _Points = []
        curved = bent = False
        for segment, place in zip(segments, self._places(segments, matrix), strict=True):
            kind = calls.FPDFPathSegment_GetType(segment)
            if kind == _MOVE or not outline:
                outline = [place]
                outlines.append(outline)
            else:
                before = outline[-1]
                if len(outline) > 1 and not bent:
                    bent = abs(before[0] - place[0]) > _SLOPE < abs(before[1] - place[1])
                outline.append(place)
                curved = curved or kind == _CURVE
            if kind == _LINE and points:
                points.append(place)
            else:
                points = [place]
                parts.append(points)
            if calls.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        return parts, outlines, curved, bent

    def _places(self, segments: list[int], matrix: _Matrix) -> _Points:
        """The points where segments end."""
        at_x, at_y, _, _ = self._at_floats
        found, place, point = self._floats, self.calls.FPDFPathSegment_GetPoint, _POINT.unpack_from
        a, b, c, d, e, f = matrix
        places: _Points = []
        for segment in segments:
            place(segment, at_x, at_y)
            x, y = point(found)
            places.append((a * x + c * y + e, b * x + d * y + f))
        return places

    def _line(self, one: _Point, other: _Point) -> None:
        x0, y0 = one
        x1, y1 = other
        across, down = abs(x0 - x1), abs(y0 - y1)
        if down <= _SLOPE and across >= _SHORTEST and across > down:
            _rule(self.level, (y0 + y1) / 2, x0, x1)
        elif across <= _SLOPE and down >= _SHORTEST:
            _rule(self.upright, (x0 + x1) / 2, y0, y1)
        elif _SLOPE < max(across, down) <= _STROKE:
            self.slanted.append((x0, y0, x1, y1))

    def _thin(self, box: Box) -> None:
        """A filled shape that is thin enough to be a line."""
        left, top, right, bottom = box
        across, down = right - left, bottom - top
        if down <= THICKNESS and across > down:
            _rule(self.level, (top + bottom) / 2, left, right)
        elif across <= THICKNESS and down > across:
            _rule(self.upright, (left + right) / 2, top, bottom)
        elif across <= THICKNESS and down <= THICKNESS:  # a corner, or a dot of a dotted line
            _rule(self.level, (top + bottom) / 2, left, right)
            _rule(self.upright, (left + right) / 2, top, bottom)

    def _frames(self, boxes: list[Box]) -> None:
        """A filled shape with a hole just inside its edges is a frame of lines."""
        for outer, inner in pairwise(boxes):
            gaps = [abs(a - b) for a, b in zip(outer, inner, strict=True)]
            if max(gaps) <= THICKNESS and max(gaps) > 0:
                left, top, right, bottom = outer
                self.level += [Rule(top, left, right), Rule(bottom, left, right)]
                self.upright += [Rule(left, top, bottom), Rule(right, top, bottom)]


def _rule(rules: list[Rule], at: float, one: float, other: float) -> None:
    """Add a rule to those of its direction. The dots of a line, drawn one by one, are one rule."""
    start, end = (one, other) if one < other else (other, one)
    if rules and end - start <= DASH:
        last_at, first, last = rules[-1]
        if at == last_at and start - last <= DASH and first - end <= DASH:
            start = min(first, start)
            rules[-1] = Rule(at, start, max(last, end))
            return
    rules.append(Rule(at, start, end))


def _paint(written: bytes) -> _Paint:
    """The paint of which PDFium wrote the channels."""
    red, green, blue, alpha = (channel / 255 for channel in _RGBA.unpack(written))
    return _Paint((red, green, blue), alpha, min(red, green, blue) * 255 < _WHITE)


def _over(color: Color | None, alpha: float) -> Color | None:
    """What a colour that lets the white page through looks like."""
    if color is None:
        return None
    red, green, blue = (channel * alpha + 1 - alpha for channel in color)
    return red, green, blue


def _region(
    order: int, outlines: list[_Points], *, curved: bool, is_even_odd: bool = False
) -> Region:
    points = [point for outline in outlines for point in outline]
    box = _box(points) if points else (0.0, 0.0, 0.0, 0.0)
    if len(outlines) == 1 and not curved and _is_rectangle(outlines[0], box):
        return Region(order, box)
    parts = tuple(outline for outline in outlines if len(outline) > 1)
    return Region(order, box, parts=parts, is_even_odd=is_even_odd, is_vague=curved)


def _is_rectangle(points: _Points, box: Box) -> bool:
    """Whether an outline goes round its box, corner by corner."""
    if len(points) not in {4, 5}:
        return False
    if _is_exact(*points[:4]) and (len(points) == 4 or points[4] == points[0]):
        return True
    left, bottom, right, top = box
    corners = [(x - left < right - x, y - bottom < top - y) for x, y in points]
    at_corners = all(
        min(x - left, right - x) <= _NEAR and min(y - bottom, top - y) <= _NEAR for x, y in points
    )
    turns = all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise([*corners[:4], corners[0]]))
    return at_corners and turns and (len(points) == 4 or corners[4] == corners[0])


def _is_exact(one: _Point, two: _Point, three: _Point, four: _Point) -> bool:
    """Whether four corners are those of a rectangle, one after the other, to the last digit."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = one, two, three, four
    upward = x1 == x2 and y2 == y3 and x3 == x4 and y4 == y1
    across = y1 == y2 and x2 == x3 and y3 == y4 and x4 == x1
    return (upward or across) and x1 != x3 and y1 != y3


def _shared(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _box(points: _Points) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
