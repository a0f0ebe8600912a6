"""One page of a PDF: its visible characters and its ruling lines, with the text upright."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple, TypeAlias

import attrs

from ..limits import Limits
from ..pages.page import Character, Page
from .paths import PathCollector

__all__ = ["Frame", "PrintedPage", "frame_of", "printed_page"]

_REPLACEMENT: Final = "\ufffd"
_INVISIBLE: Final = frozenset({3, 7})
"""Ways of drawing text that leave nothing to see: a layer of recognized text over a picture."""
_SKEW: Final = math.radians(10)
_PICTURE_SHARE: Final = 0.5
"""Share of a page that a picture covers, if the page is scanned."""
_PICTURE_CHARACTERS: Final = 60
"""A scanned page may carry a stamp of characters: a number, the name of the scanner's app."""
_HYPHENS: Final = frozenset({0x02, 0xAD, 0xFFFE})
"""What PDFium gives for a hyphen that ends a line."""
_SPACES: Final = frozenset({0x09, 0x0A, 0x0D, 0x20})
"""What PDFium also makes up, for the gaps that it finds."""

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
class PrintedPage:
    """A page, and what could not be taken from it."""

    page: Page
    replaced: int
    """Characters that the file does not say the meaning of."""
    is_picture: bool


class _Glyph(NamedTuple):
    text: str
    box: tuple[float, float, float, float]
    turns: int
    size: float
    piece: int


def frame_of(pdfium: Any, page: Any, limits: Limits) -> Frame:
    """From where the places on an opened page are counted."""
    return _frame(pdfium, page, _glyphs(pdfium, page, limits))


def _frame(pdfium: Any, page: Any, glyphs: Iterable[_Glyph]) -> Frame:
    seen = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, seen)
    common = Counter(glyph.turns for glyph in glyphs).most_common(1)
    turns = common[0][0] if common else pdfium.FPDFPage_GetRotation(page) % 4
    return Frame(seen.left, seen.top, seen.right, seen.bottom, turns)


def printed_page(pdfium: Any, page: Any, number: int, limits: Limits) -> PrintedPage:
    """What is printed on an opened page."""
    glyphs = list(_glyphs(pdfium, page, limits))
    frame = _frame(pdfium, page, glyphs)
    turned = _turning(frame)
    width, height = abs(frame.right - frame.left), abs(frame.top - frame.bottom)
    if frame.turns % 2:
        width, height = height, width

    characters: list[Character] = []
    for glyph in glyphs:
        left, top, right, bottom = _upright(turned, glyph.box)
        if right > 0 and bottom > 0 and left < width and top < height:
            characters.append(
                Character(glyph.text, left, top, right, bottom, glyph.size, glyph.piece)
            )
    collector = PathCollector(pdfium, turned, limits)
    collector.take_page(page)
    area = max(width * height, 1)
    page_of_it = Page(
        number,
        width,
        height,
        tuple(characters),
        tuple(rule for rule in collector.level if 0 <= rule.at <= height),
        tuple(rule for rule in collector.upright if 0 <= rule.at <= width),
    )
    return PrintedPage(
        page_of_it,
        sum(character.text == _REPLACEMENT for character in characters),
        collector.pictured / area > _PICTURE_SHARE and len(characters) < _PICTURE_CHARACTERS,
    )


def _turning(frame: Frame) -> _Turned:
    """From the file's coordinates to points from the top left, turned clockwise."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    return (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )[frame.turns]


def _upright(
    turned: _Turned, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    x0, y0 = turned(box[0], box[1])
    x1, y1 = turned(box[2], box[3])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@contextmanager
def _text_of(pdfium: Any, page: Any) -> Iterator[Any]:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield text
    finally:
        pdfium.FPDFText_ClosePage(text)


def _glyphs(pdfium: Any, page: Any, limits: Limits) -> Iterator[_Glyph]:
    """The visible characters that stand at a right angle to the page, in the file's order."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    exact = tuple(ctypes.c_double() for _ in range(4))
    with _text_of(pdfium, page) as text:
        count = pdfium.FPDFText_CountChars(text)
        limits.require("characters", count)
        drawn: dict[int, tuple[bool, int, float]] = {}
        pending = 0
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if 0xD800 <= code < 0xDC00:
                pending = code
                continue
            if 0xDC00 <= code < 0xE000 and pending:
                code = 0x10000 + ((pending - 0xD800) << 10) + code - 0xDC00
            pending = 0
            if code in _SPACES and pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            handle = pdfium.FPDFText_GetTextObject(text, index)
            piece = ctypes.cast(handle, ctypes.c_void_p).value or 0
            if piece not in drawn:
                pdfium.FPDFText_GetMatrix(text, index, matrix)
                mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
                drawn[piece] = _manner(mode, matrix, pdfium.FPDFText_GetFontSize(text, index))
            visible, turns, size = drawn[piece]
            if not visible:
                continue
            printed = _meant(code, pdfium.FPDFText_HasUnicodeMapError(text, index) == 1)
            if not printed:
                continue
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            loose = (box.left, box.bottom, box.right, box.top)
            if not 0.5 * size <= max(loose[2] - loose[0], loose[3] - loose[1]) <= 2.5 * size:
                left, right, bottom, top = exact
                pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                loose = (left.value, bottom.value, right.value, top.value)
            yield _Glyph(printed, loose, turns, size, piece)


def _manner(mode: int, matrix: Any, font_size: float) -> tuple[bool, int, float]:
    """Whether a string is seen upright or at a right angle, its quarter turns, and its size."""
    angle = math.atan2(matrix.b, matrix.a) % (2 * math.pi)
    turns = round(angle / (math.pi / 2))
    skew = abs(angle - turns * math.pi / 2)
    size = abs(font_size) * math.hypot(matrix.c, matrix.d)
    return mode not in _INVISIBLE and skew < _SKEW, turns % 4, max(size, 0.1)


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
