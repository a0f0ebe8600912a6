"""What a PDF page draws, in the order of drawing: lines, strings, and what may lie over them."""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby, pairwise, repeat
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from ..contrast import Color
from ..limits import Limits
from ..pages.page import DASH, Box
from ..pages.page import around as around_all
from .calls import Calls, reference
from .layers import HIDDEN_LAYER, LAYER_STATE, UNSURE_LAYER, LayeredFile
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
_ROUNDED: Final = 0.005
"""Points that are lost where PDFium rounds the corners of a box."""
_STROKE: Final = 200.0
"""Points of the longest line that strikes a number out aslant."""
_SHAPE: Final = (2.0, 60.0)
"""Points between which a shape is as large as one that shows a digit or a tick."""
_WHITE: Final = 250
_WEIGHT: Final = 4
"""Nodes that an object counts for; each point of a path is one more."""
_NESTING: Final = 12
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_STRAIGHT: Final = -1
"""A path of two points."""
_LINE, _CURVE, _MOVE = 0, 1, 2
_ROUND: Final = ([_LINE] * 3, [_LINE] * 4)
"""Kinds of the segments of a rectangle but the first."""
_FILLS: Final = frozenset({0, 2, 4, 6})
_STROKES: Final = frozenset({1, 2, 5, 6})
"""Modes of drawing text that fill it, and that draw its outline."""
_CLIPS: Final = 7
"""The mode that draws no text, but only lets through it what is drawn next."""

_MATRIX, _RGBA, _BOX, _POINT, _WIDTH, _MODES = map(
    struct.Struct, ("6f", "4I", "4f", "2f", "f", "2i")
)
"""What PDFium writes: to unpack bytes takes a fraction of the time that its arrays take."""

_raw: Final[Callable[[Any], bytes]] = attrgetter("raw")

_SHADED: Final = (1.0, 1.0, 1.0)
_PLAIN_TINTS: Final = frozenset({1, 3})
"""Numbers of a colour that is not mixed for print: gray, or red, green and blue."""
_SAME_TINT: Final = 0.01
_TILED: Final = (191 / 255, 191 / 255, 191 / 255)
"""What PDFium gives for the colour of a shading, and of a pattern of tiles."""
_DARK: Final = 0.3
"""The most of red, green and blue of a text that stays dark whatever darkens it."""

_SHOWN: Final = _FILLS | _STROKES | {_CLIPS}
"""The modes of which something may be seen."""

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Point: TypeAlias = tuple[float, float]
_Points: TypeAlias = list[_Point]
_Manner: TypeAlias = tuple[int, int, int, int, bytes]
"""What PDFium says of a string: mode, marks, paths it is confined to, whether it has a colour, and
which."""
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
    bends: tuple[Box, ...] = ()
    """Where its outline is bent."""
    exact: Callable[[], Region | None] | None = None
    """Looks at what has not been looked at yet, so that the box alone is known, or more than it:
    at what is white, which is far more often below text than above it."""


class _Paint(NamedTuple):
    """What something is painted with."""

    color: Color
    alpha: float
    is_seen: bool
    """It is neither white nor transparent."""


_BLACK: Final = _Paint((0.0, 0.0, 0.0), 1.0, is_seen=True)


class String(NamedTuple):
    """How a string is drawn."""

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

    @property
    def is_plain(self) -> bool:
        """Whether there are no forms, or none that change where or whether lines are seen."""
        return self.matrix is None and self.is_seen


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

    def __init__(self, calls: Calls, limits: Limits, file: Disarmed, layers: LayeredFile) -> None:
        self.calls = calls
        self.limits = limits
        self.file = file
        self.layers = layers
        self.level: list[list[float]] = []
        self.upright: list[list[float]] = []
        """Rules: where each lies, and from where to where it reaches."""
        self.slanted: list[tuple[float, float, float, float]] = []
        self.strings: dict[int, String] = {}
        """By the handle that PDFium gives each."""
        self.orders: dict[int, int] = {}
        """When each string is drawn."""
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
        self._at_found = reference(self._found)
        self._at_modes, self._at_rgba, self._at_floats = (
            tuple(reference(buffer, place) for place in range(0, len(buffer), 4))
            for buffer in (self._modes, self._rgba, self._floats)
        )

    def take_page(self, page: Any) -> None:
        """Take in all objects of a page, given by ``ctypes.byref``."""
        count = self.calls.FPDFPage_CountObjects(page)
        self._count(count * _WEIGHT)
        items = list(map(self.calls.FPDFPage_GetObject, repeat(page), range(count)))
        around = _Around()
        self._take(items[:-1], around, 0)
        self.last = self.order
        self._take(items[-1:], around, 0)

    def _count(self, nodes: int) -> None:
        """Count what is about to be taken in, which is bounded."""
        self.objects += nodes
        if self.objects > self.limits.nodes:
            self.limits.require("nodes", self.objects)

    def _take(self, items: list[int], around: _Around, depth: int) -> None:
        """Take in objects in their order, and those of one kind that follow one another at once."""
        calls = self.calls
        points = list(map(calls.FPDFPath_CountSegments, items))  # of what is no path, -1
        kinds = [
            _STRAIGHT if count == 2 else _PATH if count >= 0 else calls.FPDFPageObj_GetType(item)
            for item, count in zip(items, points, strict=True)
        ]
        texts = [item for item, kind in zip(items, kinds, strict=True) if kind == _TEXT]
        manners = iter(self._manners(texts))
        known: dict[_Manner, String] = {}
        place = 0
        for kind, run in groupby(kinds):
            own = items[place : (place := place + len(list(run)))]
            if kind == _TEXT:
                self._strings(zip(own, manners, strict=False), around, known)
            elif kind == _STRAIGHT and around.is_plain and not self.layers.is_marked:
                self._strokes(own, around)
            else:
                for item, count in zip(own, points[place - len(own) : place], strict=True):
                    self._take_one(item, kind, count, around, depth)

    def _take_one(self, item: int, kind: int, points: int, around: _Around, depth: int) -> None:
        self.order += 1
        if not self.order % _LOOK:
            self.limits.require_time()
        if self.layers.is_marked:
            seen, unsure, _ = self._marked(item)
            if unsure or not seen:
                around = attrs.evolve(around, is_seen=around.is_seen and seen, is_unsure=True)
        if kind == _FORM:
            if depth < _NESTING:
                self._form(item, around, depth)
        elif not around.is_seen:
            return
        elif kind in {_PATH, _STRAIGHT}:
            self._path(item, points, around)
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
        objects = map(self.calls.FPDFFormObj_GetObject, repeat(item), range(count))
        self._take(list(objects), inner, depth + 1)

    def _matrix(self, item: int, around: _Around) -> _Matrix:
        self.calls.FPDFPageObj_GetMatrix(item, self._at_found)
        own: _Matrix = _MATRIX.unpack_from(self._found)
        return own if around.matrix is None else _compose(own, around.matrix)

    def _is_blended(self, item: int, around: _Around) -> bool:
        if self.file.blending is Blending.NONE:
            return False
        return around.is_blended or self._is_transparent(item)

    def _painted(self, item: int, color_of: Any) -> _Paint | None:
        return self._paint(self._rgba.raw) if color_of(item, *self._at_rgba) else None

    def _paint(self, written: bytes) -> _Paint:
        """The paint of which PDFium wrote the channels."""
        known = self._paints.get(written)
        if known is None:
            red, green, blue, alpha = (channel / 255 for channel in _RGBA.unpack(written))
            is_seen = min(red, green, blue) * 255 < _WHITE
            known = self._paints[written] = _Paint((red, green, blue), alpha, is_seen)
        return known

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
            _, outlines, bends, _ = self._parts(segments, around.matrix or _IDENTITY)
            region = _region(self.order, outlines, bends)
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
        if calls.FPDFPageObjMark_GetParamIntValue(mark, LAYER_STATE, reference(self._whole)):
            state = self._whole.value
            return state != HIDDEN_LAYER, state == UNSURE_LAYER, False
        return True, self.layers.unknown, False

    # --- strings ------------------------------------------------------------------------------

    def _manners(self, items: list[int]) -> list[_Manner]:
        """What PDFium says of strings, for all of them at once."""
        calls = self.calls
        return list(
            zip(
                map(calls.FPDFTextObj_GetTextRenderMode, items),
                map(calls.FPDFPageObj_CountMarks, items),
                map(calls.FPDFClipPath_CountPaths, map(calls.FPDFPageObj_GetClipPath, items)),
                map(calls.FPDFPageObj_GetFillColor, items, *map(repeat, self._at_rgba)),
                map(_raw, repeat(self._rgba)),  # what has just been written
                strict=False,
            )
        )

    def _strings(
        self,
        strings: Iterable[tuple[int, _Manner]],
        around: _Around,
        known: dict[_Manner, String],
    ) -> None:
        """Take in strings; most are drawn like others, so that all is told by their manner."""
        alike = self.file.blending is Blending.NONE and not self.file.has_colored_glyphs
        order = self.order
        for item, manner in strings:
            order += 1
            if not order % _LOOK:
                self.limits.require_time()
            string = known.get(manner)
            if string is None:
                self.order = order
                mode, marks, cuts, _, _ = manner
                string = self._string(item, around, *manner)
                if alike and mode in _FILLS - _STROKES and marks <= 0 >= cuts:
                    known[manner] = string
            self.strings[item] = string
            self.orders[item] = order
        self.order = order

    def _string(
        self,
        item: int,
        around: _Around,
        mode: int,
        marks: int,
        cuts: int,
        is_filled: int,
        written: bytes,
    ) -> String:
        seen, unsure = around.is_seen, around.is_unsure
        if marks > 0:
            own, open_, replaced = self._marked(item)
            seen, unsure = seen and own, unsure or open_ or replaced
            if replaced:
                self.replaced.add(item)
        clips = self._clips(item, around) if cuts > 0 else around.clips
        color: Color | None = None
        if mode in _FILLS:
            fill = self._paint(written) if is_filled else _BLACK
            color = self._unless_patterned(fill.color)
            if fill.alpha < 1:
                seen = seen and fill.alpha > 0
                color = _over(color, fill.alpha)
        if mode in _STROKES:
            stroke = self._painted(item, self.calls.FPDFPageObj_GetStrokeColor) or _BLACK
            line = self._unless_patterned(stroke.color)
            if stroke.alpha > 0 and (color is None or line is None or sum(line) < sum(color)):
                color = line
            elif mode not in _FILLS:
                seen = seen and stroke.alpha > 0
        seen = seen and mode in _SHOWN
        if self._is_blended(item, around):
            if self.file.blending is Blending.ANY:
                color = None
            unsure = unsure or color is None or max(color) > _DARK
        if self.file.has_colored_glyphs and self._is_nameless(item):
            color = None
        return String(color, seen, unsure, clips, mode, around.matrix)

    def _unless_patterned(self, color: Color | None) -> Color | None:
        """A colour, but for one that PDFium also gives for patterns."""
        if color is None or not self.file.has_patterns:
            return color
        return None if color in {_SHADED, _TILED} or self._is_tint(color) else color

    def _is_tint(self, color: Color) -> bool:
        """Whether a pattern may be drawn in a colour: for it, PDFium gives this one."""
        return any(
            len(tint) not in _PLAIN_TINTS
            or all(abs(a - b) < _SAME_TINT for a, b in zip(color, tint * 3, strict=False))
            for tint in self.file.tints
        )

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
        if not self.calls.FPDFPageObj_GetBounds(item, *self._at_floats):
            return 0.0, 0.0, 0.0, 0.0
        x0, y0, x1, y1 = _BOX.unpack_from(self._floats)
        if matrix is None:
            return x0, y0, x1, y1
        a, b, c, d, e, f = matrix
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
            clear = around.is_blended or self._is_transparent(item) or self.file.has_masks
            clear = clear or (painted is not None and painted.alpha < 1)
            self.regions.append(Region(self.order, box, is_vague=clear))
            self.pictures.append(box)

    def _is_transparent(self, item: int) -> bool:
        return bool(self.calls.FPDFPageObj_HasTransparency(item))

    # --- paths ------------------------------------------------------------------------------------

    def _strokes(self, items: list[int], around: _Around) -> None:
        """Take in lines from one point to another: most are the dots of dotted lines.

        The box that PDFium puts around a short one, level or upright, tells where it is: it goes
        beyond by the width of the line.
        """
        for first in range(0, len(items), _LOOK):
            self.limits.require_time()
            self._some_strokes(items[first : first + _LOOK], around)

    def _some_strokes(self, items: list[int], around: _Around) -> None:
        calls, paints, level, upright = self.calls, self._paints, self.level, self.upright
        at_box, at_rgba = map(repeat, self._at_floats), map(repeat, self._at_rgba)
        last = self.order + len(items)
        for order, item, _, (left, bottom, right, top), _, (width,), is_colored, written in zip(
            range(self.order + 1, last + 1),
            items,
            map(calls.FPDFPageObj_GetBounds, items, *at_box),
            map(_BOX.unpack_from, repeat(self._floats)),
            map(calls.FPDFPageObj_GetStrokeWidth, items, repeat(self._at_floats[0])),
            map(_WIDTH.unpack_from, repeat(self._floats)),
            map(calls.FPDFPageObj_GetStrokeColor, items, *at_rgba),
            map(_raw, repeat(self._rgba)),
            strict=False,
        ):
            across, down = right - left, top - bottom
            thin, long = (across, down) if across < down else (down, across)
            is_dot = 0 < thin <= THICKNESS and _SHORTEST <= long - thin <= DASH
            if not is_dot or not -_ROUNDED <= thin - 2 * width <= _ROUNDED:
                self.order = order
                self._path(item, 2, around)
                continue
            inked = (paints.get(written) or self._paint(written)) if is_colored else _BLACK
            if inked.is_seen and inked.alpha:
                if across < down:
                    _rule(upright, (left + right) / 2, bottom + width, top - width)
                else:
                    _rule(level, (bottom + top) / 2, left + width, right - width)
        self.order = last

    def _path(self, item: int, count: int, around: _Around) -> None:
        calls = self.calls
        calls.FPDFPath_GetDrawMode(item, *self._at_modes)
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
        self._count(count)
        if painted and not (inked or painted.is_seen):
            box = self.bounds_of(item, around.matrix)
            if _least_side(box) > THICKNESS:
                color, alpha, _ = painted
                is_even_odd = fill == 1
                exact = partial(self._white, item, count, self.order, is_even_odd, painted, around)
                white = Region(self.order, box, color, alpha, None, is_even_odd, exact=exact)
                self.regions.append(white)
            return
        matrix = self._matrix(item, around)
        width = 0.0
        if inked:
            calls.FPDFPageObj_GetStrokeWidth(item, self._at_floats[0])
            scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
            width = _WIDTH.unpack_from(self._floats)[0] * scale
        segments = list(map(calls.FPDFPath_GetPathSegment, repeat(item), range(count)))
        stroked = inked is not None and inked.is_seen
        filled = painted is not None and painted.is_seen
        parts, outlines, bends, bent = self._parts(segments, matrix)
        if inked and width > THICKNESS:
            self._thick(item, parts, width, inked, around)
        if stroked and width <= THICKNESS:
            for points in parts:
                for one, other in pairwise(points):
                    self._line(one, other)
        boxes = [_box(points) for points in outlines] if painted or bends or bent else []
        if filled and not (stroked and width <= THICKNESS):
            straight = [_box(points) for points in parts] if bends else boxes
            for box in straight:
                self._thin(box)
            if len(straight) > 1:
                self._frames(straight)
        if painted and any(_least_side(box) > THICKNESS for box in boxes):
            region = _region(self.order, outlines, bends, is_even_odd=fill == 1)
            self._fill(item, region, painted, around)
        if (bends or bent) and (stroked or filled):
            left, bottom, right, top = around_all(boxes)
            if all(_SHAPE[0] < side < _SHAPE[1] for side in (right - left, top - bottom)):
                self.shapes.append((left, bottom, right, top))

    def _white(
        self,
        item: int,
        count: int,
        order: int,
        is_even_odd: bool,  # noqa: FBT001
        painted: _Paint,
        around: _Around,
    ) -> Region | None:
        """What is filled with white, once it is to be known."""
        segments = list(map(self.calls.FPDFPath_GetPathSegment, repeat(item), range(count)))
        _, outlines, bends, _ = self._parts(segments, self._matrix(item, around))
        if all(_least_side(_box(points)) <= THICKNESS for points in outlines):
            return None
        region = _region(order, outlines, bends, is_even_odd=is_even_odd)
        return self._filled(item, region, painted, around)

    def _fill(self, item: int, region: Region, painted: _Paint, around: _Around) -> None:
        found = self._filled(item, region, painted, around)
        if found is not None:
            self.regions.append(found)

    def _filled(
        self, item: int, region: Region, painted: _Paint, around: _Around
    ) -> Region | None:
        """What of a region is painted; none if all of it is cut off."""
        box, vague = region.box, region.is_vague or around.is_unsure or around.is_blended
        vague = (
            vague or self._is_transparent(item) or self._unless_patterned(painted.color) is None
        )
        for clip in self._clips(item, around):
            box = _shared(box, clip.box)
            vague = vague or clip.parts is not None
        if box[2] <= box[0] or box[3] <= box[1]:
            return None
        color, alpha, _ = painted
        return region._replace(box=box, color=color, alpha=alpha, is_vague=vague)

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
    ) -> tuple[list[_Points], list[_Points], list[Box], bool]:
        """The points of each straight part of a path, and those of its outlines.

        A curve parts straight parts; outlines go through the points that bend it. Then the boxes
        of the curves, each around its four points, and whether a line goes on after a line that is neither level nor upright.
        """
        places = self._places(segments, matrix)
        kinds = list(map(self.calls.FPDFPathSegment_GetType, segments))
        closes = list(map(self.calls.FPDFPathSegment_GetClose, segments))
        if kinds[1:] in _ROUND and _is_exact(places):
            closed = [*places, places[0]] if closes[-1] else places
            return [closed], [places], [], False
        parts: list[_Points] = []
        outlines: list[_Points] = []
        points: _Points = []
        outline: _Points = []
        bends: list[Box] = []
        bent, turn = False, 0
        for kind, place, is_closed in zip(kinds, places, closes, strict=True):
            if kind == _MOVE or not outline:
                outline = [place]
                outlines.append(outline)
            else:
                before = outline[-1]
                if len(outline) > 1 and not bent:
                    bent = abs(before[0] - place[0]) > _SLOPE < abs(before[1] - place[1])
                outline.append(place)
            turn = turn + 1 if kind == _CURVE else 0
            if turn and not turn % 3:
                bends.append(_box(outline[-4:]))
            if kind == _LINE and points:
                points.append(place)
            else:
                points = [place]
                parts.append(points)
            if is_closed:
                points.append(points[0])
        return parts, outlines, bends, bent

    def _places(self, segments: list[int], matrix: _Matrix) -> _Points:
        """The points where segments end."""
        at_x, at_y, _, _ = self._at_floats
        place, point = self.calls.FPDFPathSegment_GetPoint, _POINT.unpack_from
        written = zip(  # each is written, and then unpacked
            map(place, segments, repeat(at_x), repeat(at_y)),
            map(point, repeat(self._floats)),
            strict=False,
        )
        if matrix == _IDENTITY:
            return [found for _, found in written]
        a, b, c, d, e, f = matrix
        return [(a * x + c * y + e, b * x + d * y + f) for _, (x, y) in written]

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
                self.level += [[top, left, right], [bottom, left, right]]
                self.upright += [[left, top, bottom], [right, top, bottom]]


def _rule(rules: list[list[float]], at: float, one: float, other: float) -> None:
    """Add a rule to those of its direction. The dots of a line, drawn one by one, are one rule."""
    start, end = (one, other) if one < other else (other, one)
    if rules and end - start <= DASH:
        last = rules[-1]
        known, first, until = last
        if at == known and start - until <= DASH and first - end <= DASH:
            if start < first:
                last[1] = start
            if end > until:
                last[2] = end
            return
    rules.append([at, start, end])


def _over(color: Color | None, alpha: float) -> Color | None:
    """What a colour that lets the white page through looks like."""
    if color is None:
        return None
    red, green, blue = (channel * alpha + 1 - alpha for channel in color)
    return red, green, blue


def _region(
    order: int, outlines: list[_Points], bends: list[Box], *, is_even_odd: bool = False
) -> Region:
    points = [point for outline in outlines for point in outline]
    box = _box(points) if points else (0.0, 0.0, 0.0, 0.0)
    if len(outlines) == 1 and not bends and _is_rectangle(outlines[0], box):
        return Region(order, box)
    parts = tuple(outline for outline in outlines if len(outline) > 1)
    return Region(
        order, box, parts=parts, is_even_odd=is_even_odd, is_vague=bool(bends), bends=tuple(bends)
    )


def _is_rectangle(points: _Points, box: Box) -> bool:
    """Whether an outline goes round its box, corner by corner."""
    if len(points) not in {4, 5}:
        return False
    if _is_exact(points):
        return True
    left, bottom, right, top = box
    corners = [(x - left < right - x, y - bottom < top - y) for x, y in points]
    at_corners = all(
        min(x - left, right - x) <= _NEAR and min(y - bottom, top - y) <= _NEAR for x, y in points
    )
    turns = all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise([*corners[:4], corners[0]]))
    return at_corners and turns and (len(points) == 4 or corners[4] == corners[0])


def _is_exact(points: _Points) -> bool:
    """Whether four points are the corners of a rectangle, one after the other, to the last digit.

    The first of them may come again.
    """
    (x1, y1), (x2, y2), (x3, y3), (x4, y4), *last = points
    upward = x1 == x2 and y2 == y3 and x3 == x4 and y4 == y1
    across = y1 == y2 and x2 == x3 and y3 == y4 and x4 == x1
    return (upward or across) and x1 != x3 and y1 != y3 and last in ([], points[:1])


def _shared(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _least_side(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _box(points: _Points) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
