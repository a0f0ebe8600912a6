"""One page of a PDF: its visible characters and its ruling lines, with the text upright."""

from __future__ import annotations

import ctypes
import math
import struct
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from ..grid import UNSURE
from ..limits import Limits
from ..pages.page import Box, Character, Page, Rule
from .annotations import Annotations
from .calls import Calls
from .drawn import Drawings, String
from .layers import LayeredFile
from .seen import Seen, Sight
from .streams import Disarmed

__all__ = ["Frame", "OpenedPage", "PrintedPage", "frame_of", "printed_page"]

_REPLACEMENT: Final = "\ufffd"
_SKEW: Final = math.radians(10)
_TINY: Final = 2.0
"""Points of a font that may not be seen on a page of A4; a fourth of it is not."""
_NO_WIDTH: Final = 0.01
_ELLIPSIS: Final = "…"
_A4: Final = 842.0
_PICTURE_SHARE: Final = 0.5
"""Share of a page that a picture covers, if the page is scanned."""
_PICTURE_CHARACTERS: Final = 60
"""A scanned page may carry a stamp of characters: a number, the name of the scanner's app."""
_HYPHENS: Final = frozenset({0x02, 0xAD, 0xFFFE})
"""What PDFium gives for a hyphen that ends a line."""
_SPACES: Final = frozenset({0x09, 0x0A, 0x0D, 0x20})
"""What PDFium also makes up, for the gaps that it finds."""
_MADE_UP: Final = String((0.0, 0.0, 0.0))
"""For a character of no string."""
_UNKNOWN: Final = String((0.0, 0.0, 0.0), is_unsure=True)
"""For a string within too many forms."""

_BOX: Final = struct.Struct("4f")
_SLOPES: Final = struct.Struct("4f")
"""Of a matrix: how it turns and stretches."""

_new: Final[Any] = tuple.__new__
"""Makes a named tuple of all its fields, in a third of the time."""

_Turned: TypeAlias = Callable[[float, float], tuple[float, float]]


@attrs.frozen
class Frame:
    """What of a page is seen, in the file's coordinates, and how far its text is turned there."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int
    """Quarter turns, clockwise, that make the text upright."""

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where in the file a point is that lies so far from the top left corner, text upright."""
        return (
            (self.left + x, self.top - y),
            (self.left + y, self.bottom + x),
            (self.right - x, self.bottom + y),
            (self.right - y, self.top - x),
        )[self.turns]


@attrs.frozen
class OpenedPage:
    """A page as PDFium has opened it."""

    pdfium: Any
    calls: Calls
    handle: Any
    number: int
    limits: Limits
    annotations: Annotations
    layers: LayeredFile
    file: Disarmed


@attrs.frozen
class PrintedPage:
    """A page, and what could not be taken from it."""

    page: Page
    replaced: int
    """Characters that the file does not say the meaning of."""
    is_picture: bool
    is_blank: bool
    """Nothing is drawn on it."""


class _Glyph(NamedTuple):
    text: str
    box: Box
    turns: int
    size: float
    piece: int
    seen: Seen
    order: int


_turns_of, _seen_of = attrgetter("turns"), attrgetter("seen")


class _Manner(NamedTuple):
    """How a string stands on the page."""

    turns: int
    size: float
    is_level: bool
    is_doubted: bool
    """It is very small, or mirrored."""
    is_gone: bool


@attrs.frozen
class _Looked:
    """A page that was looked at."""

    drawings: Drawings
    glyphs: list[_Glyph]
    aslant: list[Box]
    """Digits that stand at no right angle to the page."""
    frame: Frame


def frame_of(opened: OpenedPage) -> Frame:
    """From where the places on an opened page are counted."""
    return _looked_at(opened).frame


def _looked_at(opened: OpenedPage) -> _Looked:
    pdfium = opened.pdfium
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(opened.handle, bounds)
    box = bounds.left, bounds.bottom, bounds.right, bounds.top
    drawings = Drawings(opened.calls, opened.limits, opened.file, opened.layers)
    drawings.take_page(ctypes.byref(opened.handle.contents))
    sight = Sight(drawings, box)
    aslant: list[Box] = []
    unlisted: set[int] = set()
    glyphs = list(_glyphs(opened, drawings, sight, aslant, unlisted))
    shown = glyphs
    if Seen.NO in map(_seen_of, glyphs):
        if unlisted:
            glyphs = _seen_again(glyphs, unlisted, drawings, sight)
        glyphs = _without_cut_numbers(glyphs)
        shown = [glyph for glyph in glyphs if glyph.seen is not Seen.NO]
    common = Counter(map(_turns_of, shown)).most_common(1)
    turns = common[0][0] if common else pdfium.FPDFPage_GetRotation(opened.handle) % 4
    frame = Frame(bounds.left, bounds.top, bounds.right, bounds.bottom, turns)
    glyphs += _without_width(unlisted, drawings)
    return _Looked(drawings, glyphs, aslant, frame)


def printed_page(opened: OpenedPage) -> PrintedPage:
    """What is printed on an opened page."""
    looked = _looked_at(opened)
    frame, drawings = looked.frame, looked.drawings
    turned = _turning(frame)
    width, height = abs(frame.right - frame.left), abs(frame.top - frame.bottom)
    if frame.turns % 2:
        width, height = height, width

    glyphs, written = _with_fields(opened, looked)
    yes, no, upright = Seen.YES, Seen.NO, frame.turns
    boxes = _turned_boxes(frame, [glyph.box for glyph in glyphs])
    characters: list[Character] = [
        _new(
            Character,
            (text, *box, size, piece, "" if seen is yes and turns == upright else UNSURE),
        )
        for (text, _, turns, size, piece, seen, _), box in zip(glyphs, boxes, strict=True)
        if seen is not no
    ]
    hidden: list[Character] = []
    if len(characters) < len(glyphs):
        hidden += (
            Character(glyph.text, *box, glyph.size, glyph.piece)
            for glyph, box in zip(glyphs, boxes, strict=True)
            if glyph.seen is no
        )
    characters += written
    for number, field in enumerate(opened.annotations.hidden, len(opened.annotations.fields) + 1):
        hidden += _set(field.value, _turned_boxes(frame, [field.box])[0], -number)
    level, uprights = _turned_rules(frame, drawings)
    pictures = [*drawings.pictures, *drawings.shapes, *looked.aslant, *opened.annotations.objects]
    page = Page(
        opened.number,
        width,
        height,
        tuple(characters),
        tuple(rule for rule in level if 0 <= rule.at <= height),
        tuple(rule for rule in uprights if 0 <= rule.at <= width),
        tuple(_turned_boxes(frame, pictures)),
        tuple(
            (*turned(x0, y0), *turned(x1, y1))
            for x0, y0, x1, y1 in (*drawings.slanted, *opened.annotations.strikes)
        ),
        tuple(hidden),
    )
    return PrintedPage(
        page,
        [character[0] for character in characters].count(_REPLACEMENT),
        drawings.pictured / max(width * height, 1) > _PICTURE_SHARE
        and len(characters) < _PICTURE_CHARACTERS,
        not (characters or drawings.objects or pictures),
    )


def _with_fields(opened: OpenedPage, looked: _Looked) -> tuple[list[_Glyph], list[Character]]:
    """The glyphs of a page with those of annotations settled, and what stands in fields instead."""
    annotations = opened.annotations
    if not annotations.is_flat and not annotations.fields:
        return looked.glyphs, []
    own: list[_Glyph] = []
    within: list[list[_Glyph]] = [[] for _ in annotations.fields]
    for glyph in looked.glyphs:
        if not (annotations.is_flat and glyph.order > looked.drawings.last):
            own.append(glyph)
            continue
        number = annotations.field_at(_middle(glyph.box))
        if number is None:
            own.append(_doubted(glyph))
        else:
            within[number].append(glyph)
    below = {
        annotations.field_at(_middle(glyph.box))
        for glyph in own
        if glyph.text.isdigit() and glyph.seen is not Seen.NO
    }
    written: list[Character] = []
    for number, (field, glyphs) in enumerate(zip(annotations.fields, within, strict=True), 1):
        shown = "".join(glyph.text for glyph in glyphs if glyph.seen is not Seen.NO)
        if glyphs and shown != "".join(field.value.split()):
            own += map(_doubted, glyphs)
            continue
        unsure = field.is_unsure or (field.is_drawn and not glyphs)
        unsure = unsure or any(glyph.seen is Seen.UNSURE for glyph in glyphs)
        unsure = unsure or number - 1 in below  # two numbers in one place
        mark = UNSURE if unsure else ""
        written += _set(field.value, _turned_boxes(looked.frame, [field.box])[0], -number, mark)
    return own, written


def _set(text: str, box: Box, piece: int, mark: str = "") -> Iterator[Character]:
    """The characters of a text that fills a box, line by line."""
    left, top, right, bottom = box
    lines = [line for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        middle = top + (bottom - top) * (number + 0.5) / len(lines)
        size = min(max((bottom - top) / len(lines) * 0.8, 1.0), 12.0)
        ems = sum(1.0 if ord(letter) > 0x2FF else 0.5 for letter in line)
        size = min(size, max(right - left, 1.0) / ems)
        x = (left + right - size * ems) / 2
        for letter in line:
            width = size if ord(letter) > 0x2FF else size / 2
            if not letter.isspace():
                yield Character(
                    letter, x, middle - size / 2, x + width, middle + size / 2, size, piece, mark
                )
            x += width


def _doubted(glyph: _Glyph) -> _Glyph:
    return glyph if glyph.seen is Seen.NO else glyph._replace(seen=Seen.UNSURE)


def _seen_again(
    glyphs: Iterable[_Glyph], unlisted: Iterable[int], drawings: Drawings, sight: Sight
) -> list[_Glyph]:
    """The glyphs, with those seen that are hidden where they are drawn first, but not again."""
    again = [
        (drawings.bounds_of(item, string.matrix), string, drawings.orders[item])
        for item in unlisted
        if (string := drawings.strings[item]).is_seen
    ]
    found: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.seen is Seen.NO:
            x, y = _middle(glyph.box)
            for (left, bottom, right, top), string, order in again:
                if left <= x <= right and bottom <= y <= top:
                    seen = sight.of(string, order, glyph.box)
                    glyph = glyph if seen is Seen.NO else glyph._replace(seen=seen)  # noqa: PLW2901
        found.append(glyph)
    return found


def _without_width(unlisted: Iterable[int], drawings: Drawings) -> Iterator[_Glyph]:
    """Strings that are scaled to nothing: PDFium leaves them out, and does not tell their text."""
    for item in unlisted:
        string, order = drawings.strings[item], drawings.orders[item]
        box = drawings.bounds_of(item, string.matrix)
        left, bottom, right, top = box
        if right - left < _NO_WIDTH and top > bottom:
            yield _Glyph(_ELLIPSIS, box, 0, _TINY, item, Seen.NO, order)


def _without_cut_numbers(glyphs: list[_Glyph]) -> list[_Glyph]:
    """The glyphs, those doubted that are digits of a string of which other digits are hidden."""
    cut = {glyph.piece for glyph in glyphs if glyph.seen is Seen.NO and glyph.text.isdigit()}
    if not cut:
        return glyphs
    return [
        _doubted(glyph) if glyph.piece in cut and glyph.text.isdigit() else glyph
        for glyph in glyphs
    ]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _turned_boxes(frame: Frame, boxes: Iterable[Box]) -> list[Box]:
    """Boxes in points from the top left corner of the page, once its text is upright."""
    west, north, east, south = frame.left, frame.top, frame.right, frame.bottom
    if frame.turns == 0:
        return [(x0 - west, north - y1, x1 - west, north - y0) for x0, y0, x1, y1 in boxes]
    if frame.turns == 1:
        return [(y0 - south, x0 - west, y1 - south, x1 - west) for x0, y0, x1, y1 in boxes]
    if frame.turns == 2:
        return [(east - x1, y0 - south, east - x0, y1 - south) for x0, y0, x1, y1 in boxes]
    return [(north - y1, east - x1, north - y0, east - x0) for x0, y0, x1, y1 in boxes]


def _turning(frame: Frame) -> _Turned:
    """From the file's coordinates to points from the top left, turned clockwise."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    return (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )[frame.turns]


def _turned_rules(frame: Frame, drawings: Drawings) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright lines of a page, once its text is upright."""
    level = _turned_boxes(frame, [(start, at, end, at) for at, start, end in drawings.level])
    upright = _turned_boxes(frame, [(at, start, at, end) for at, start, end in drawings.upright])
    if frame.turns % 2:
        level, upright = upright, level
    return [Rule(y, x0, x1) for x0, y, x1, _ in level], [
        Rule(x, y0, y1) for x, y0, _, y1 in upright
    ]


@contextmanager
def _text_of(pdfium: Any, page: Any) -> Iterator[Any]:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield ctypes.byref(text.contents)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _glyphs(
    opened: OpenedPage, drawings: Drawings, sight: Sight, aslant: list[Box], unlisted: set[int]
) -> Iterator[_Glyph]:
    """The characters that stand at a right angle to the page, in the file's order.

    Those that stand aslant are set apart, and so are the strings that PDFium leaves out because
    the same one stands at the same place.
    """
    calls = opened.calls
    box = ctypes.create_string_buffer(_BOX.size)  # left, top, right, bottom
    matrix = ctypes.create_string_buffer(_SLOPES.size + 8)
    at_box, at_matrix = ctypes.byref(box), ctypes.byref(matrix)
    tight = (ctypes.c_double * 4)()
    at_tight = [ctypes.byref(tight, 8 * i) for i in range(4)]
    tiny = _TINY * min(max(sight.page[2] - sight.page[0], sight.page[3] - sight.page[1]) / _A4, 1)
    strings, orders = drawings.strings, drawings.orders
    yes, no = Seen.YES, Seen.NO
    west, _, east, _ = sight.page
    with _text_of(opened.pdfium, opened.handle) as text:
        count = calls.FPDFText_CountChars(text)
        opened.limits.require("characters", count)
        pending = 0
        drawn: object = None
        after = math.inf
        every = repeat(text), range(count)
        items = list(map(calls.FPDFText_GetTextObject, *every))
        firsts = dict(zip(reversed(items), range(count - 1, -1, -1), strict=True))
        each = repeat(text), firsts.values()
        manners = {
            item: _manner(slopes, font, tiny)
            for item, font, _, slopes in zip(
                firsts,
                map(calls.FPDFText_GetFontSize, *each),
                map(calls.FPDFText_GetMatrix, *each, repeat(at_matrix)),
                map(_SLOPES.unpack_from, repeat(matrix)),  # what has just been written
                strict=False,
            )
        }
        for index, code, item, unknown, _, (left, top, right, bottom) in zip(
            range(count),
            map(calls.FPDFText_GetUnicode, *every),
            items,
            map(calls.FPDFText_HasUnicodeMapError, *every),
            map(calls.FPDFText_GetLooseCharBox, *every, repeat(at_box)),
            map(_BOX.unpack_from, repeat(box)),
            strict=False,
        ):
            if 0xD800 <= code < 0xDC00:
                pending = code
                continue
            if 0xDC00 <= code < 0xE000 and pending:
                code = 0x10000 + ((pending - 0xD800) << 10) + code - 0xDC00  # noqa: PLW2901
            pending = 0
            if code in _SPACES and calls.FPDFText_IsGenerated(text, index) == 1:
                continue
            turns, size, is_level, is_doubted, is_gone = manners[item]
            piece = item or 0
            string = strings.get(piece, _UNKNOWN) if piece else _MADE_UP
            order = orders.get(piece, 0)
            printed = _meant(code, unknown == 1)
            if not printed:
                continue
            if not 0.5 * size <= max(right - left, top - bottom) <= 2.5 * size:
                calls.FPDFText_GetCharBox(text, index, *at_tight)
                left, right, bottom, top = tight  # noqa: PLW2901
            place = (left, bottom, right, top)
            if drawn != (drawn := (id(string), bottom, top)):
                after = sight.clear_after(string, bottom, top)
            is_clear = after < order and west <= left and right <= east
            seen = yes if is_clear else sight.of(string, order, place)
            if seen is not no:
                if not is_level:
                    if printed.isdigit():
                        aslant.append(place)
                    continue
                if is_gone:
                    seen = no
                elif is_doubted:
                    seen = Seen.UNSURE
            yield _new(_Glyph, (printed, place, turns, size, piece, seen, order))
        drawings.pictures += [
            drawings.bounds_of(item, strings[item].matrix)
            for item in drawings.replaced.difference(manners)
        ]
        unlisted.update(strings.keys() - manners.keys() - drawings.replaced)


@lru_cache(maxsize=1024)
def _manner(slopes: tuple[float, float, float, float], font: float, tiny: float) -> _Manner:
    a, b, c, d = slopes
    font = abs(font)
    if a > 0 and b == 0 == c and d > 0:
        least, size = font * min(a, d), font * d
        return _Manner(0, max(size, 0.1), True, least < tiny, least < tiny / 4)  # noqa: FBT003
    angle = math.atan2(b, a) % (2 * math.pi)
    turns = round(angle / (math.pi / 2))
    skew = abs(angle - turns * math.pi / 2)
    size = font * math.hypot(c, d)
    least = min(size, font * math.hypot(a, b))
    is_doubted = least < tiny or a * d < b * c
    return _Manner(turns % 4, max(size, 0.1), skew < _SKEW, is_doubted, least < tiny / 4)


@lru_cache(maxsize=8192)
def _meant(code: int, unknown: bool) -> str:  # noqa: FBT001 - it is PDFium's answer
    """The character that a code stands for; empty for what is not seen."""
    if not unknown and code in _HYPHENS:
        return "-"
    if unknown or not code or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return _REPLACEMENT
    character = chr(code)
    category = unicodedata.category(character)
    if code in _SPACES:
        return ""
    if category in {"Co", "Cn", "Cc"}:
        return _REPLACEMENT
    if category in {"Zs", "Zl", "Zp", "Cf"}:
        return ""
    return character
