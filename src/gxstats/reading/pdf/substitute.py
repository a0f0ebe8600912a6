"""What stands in for Chinese fonts that a PDF names and does not carry.

PDFium measures a character with a font of the machine, and leaves out, without a word, text whose
characters all measure nothing: on a machine without Chinese fonts, most labels of such a file. So
that a reading does not depend on what is installed, a font is put in the place of those that are
missing, in which every character is a narrow bar: it measures something, and never more than the
width that the file itself gives to the character. Nothing is ever drawn with it.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import cache
from typing import Any, Final

__all__ = ["bar_font", "provide_fonts"]

_EM: Final = 1_000
"""Units in which the font is measured."""
_BAR: Final = 100, 700
"""How wide and how high the one glyph is."""
_NAME: Final = b"gxstats bars\0"
_HANDLE: Final = 0x6778
"""By which PDFium asks for the font; any number that is no address."""
_CHINESE: Final = 134
_EAST_ASIAN: Final = frozenset({128, 129, _CHINESE, 136})
"""The sets of characters that PDFium's own fonts do not have: those of Windows' numbers."""


@cache
def bar_font() -> bytes:
    """A TrueType font that has one glyph, an upright bar, for every character there is."""
    wide, high = _BAR
    corners = struct.pack(">8h", 0, wide, 0, -wide, 0, 0, high, 0)  # each from the one before
    glyph = struct.pack(">5hHH4B", 1, 0, 0, wide, high, 3, 0, 1, 1, 1, 1) + corners
    every = struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)  # characters to glyph 1
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + every,
        b"glyf": glyph,
        b"head": struct.pack(
            ">IIIIHHqq4hHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(0, 0, wide, high, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">I3hH11hH", 0x10000, 880, -120, 0, _EM, 0, 0, wide, 1, 0, 0, 0, 0, 0, 0, 0, 2
        ),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">HHH", 0, 0, len(glyph) // 2),  # glyph 0 is empty
        b"maxp": struct.pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    place = 12 + 16 * len(tables)
    index = body = b""
    for name, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        index += struct.pack(">4sIII", name, checksum, place + len(body), len(table))
        body += padded
    power = len(tables).bit_length() - 1
    search = 16 << power
    head = struct.pack(">IHHHH", 0x10000, len(tables), search, power, 16 * len(tables) - search)
    return head + index + body


@cache
def provide_fonts(pdfium: Any) -> object:
    """Have PDFium take the font of bars where the machine has none; once in a process.

    The fonts that are installed serve as before. Gives what must live as long as PDFium does.
    """
    own = pdfium.FPDF_GetDefaultSystemFontInfo()
    fonts = own.contents
    font = bar_font()

    def mapped(
        _: object, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any
    ) -> int:
        found: int | None = fonts.MapFont(own, weight, italic, charset, pitch, face, exact)
        return found or (_HANDLE if charset in _EAST_ASIAN else 0)

    def named(_: object, face: Any) -> int:
        return fonts.GetFont(own, face) or 0

    def data(_: object, handle: int, table: int, buffer: Any, size: int) -> int:
        if handle != _HANDLE:
            return int(fonts.GetFontData(own, handle, table, buffer, size))
        return 0 if table else _given(font, buffer, size)

    def name(_: object, handle: int, buffer: Any, size: int) -> int:
        if handle != _HANDLE:
            return int(fonts.GetFaceName(own, handle, buffer, size))
        return _given(_NAME, buffer, size)

    def charset(_: object, handle: int) -> int:
        return _CHINESE if handle == _HANDLE else int(fonts.GetFontCharset(own, handle))

    def delete(_: object, handle: int) -> None:
        if handle != _HANDLE:
            fonts.DeleteFont(own, handle)

    def listed(_: object, mapper: Any) -> None:
        fonts.EnumFonts(own, mapper)

    functions: dict[str, Callable[..., Any]] = {
        "EnumFonts": listed,
        "MapFont": mapped,
        "GetFont": named,
        "GetFontData": data,
        "GetFaceName": name,
        "GetFontCharset": charset,
        "DeleteFont": delete,
    }
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    given = pdfium.FPDF_SYSFONTINFO(version=fonts.version)
    for field, function in functions.items():
        setattr(given, field, types[field](function))
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(given))
    return given


def _given(what: bytes, buffer: Any, size: int) -> int:
    """Put bytes into a buffer that has room for them; how many there are in any case."""
    if buffer and size >= len(what):
        ctypes.memmove(buffer, what, len(what))
    return len(what)
