"""The characters that a person sees on the pages of a PDF: those that leave a trace where drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Glyph", "seen_glyphs"]

_SCALE: Final = 3
_TRACE: Final = 24
"""How far apart the lightest and the darkest pixel of a character are, in any of three colors."""

_SMALLEST: Final = 1.2
"""Points below which nobody reads a character."""
_SHARE: Final = 0.1
"""The least part of its place that a character takes: a neighbor may reach into it."""


class Glyph(NamedTuple):
    """A character that is seen, and where on its page, in points from the bottom left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


def seen_glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The characters of a page that are seen, in the order in which the page has them."""
    bitmap = page.render(scale=_SCALE)
    pixels, stride, depth = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    texts = page.get_textpage()
    for number in range(texts.count_chars()):
        text = chr(pdfium.FPDFText_GetUnicode(texts, number))
        size = _size(texts, number)
        if text.isspace() or size < _SMALLEST:
            continue
        left, bottom, right, top = texts.get_charbox(number)
        first, last = int(left * _SCALE), int(right * _SCALE) + 1
        rows = range(
            max(0, bitmap.height - int(top * _SCALE) - 1),
            min(bitmap.height, bitmap.height - int(bottom * _SCALE)),
        )
        box = b"".join(
            pixels[row * stride + max(0, first) * depth : row * stride + last * depth]
            for row in rows
        )
        if _has_trace(box, depth):
            yield Glyph(text, left, right, _origin(texts, number), size)


def _has_trace(box: bytes, depth: int) -> bool:
    for channel in (box[color::depth] for color in range(min(depth, 3))):
        if not channel or max(channel) - min(channel) <= _TRACE:
            continue
        darkest, lightest = channel.count(min(channel)), channel.count(max(channel))
        ground = min(channel) if darkest > lightest else max(channel)
        if sum(channel.translate(_apart_from(ground))) >= _SHARE * len(channel):
            return True
    return False


@lru_cache(maxsize=256)
def _apart_from(ground: int) -> bytes:
    """A table that makes a value one that is apart from the ground, and all else zero."""
    return bytes(abs(value - ground) > _TRACE for value in range(256))


def _origin(texts: Any, number: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(texts, number, x, y)
    return y.value


def _size(texts: Any, number: int) -> float:
    """The height of the font as it is drawn."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(texts, number, matrix)
    return float(pdfium.FPDFText_GetFontSize(texts, number) * abs(matrix.d))
