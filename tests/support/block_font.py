"""A font of blocks, so that a page is laid out alike whatever fonts a machine has."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from io import BytesIO

__all__ = ["NAME", "block_font"]

NAME = "Blocks"
_EM = 1000


def block_font(characters: Iterable[str]) -> str:
    """A TrueType font as base64: a block for every character, half as wide if it is ASCII."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    def block(width: int, *, filled: bool) -> object:
        pen = TTGlyphPen(None)
        if filled:
            corners = [(50, 0), (50, 600), (width - 50, 600), (width - 50, 0)]
            pen.moveTo(corners[0])
            for corner in corners[1:]:
                pen.lineTo(corner)
            pen.closePath()
        return pen.glyph()

    widths = {".notdef": _EM, "wide": _EM, "narrow": _EM // 2, "space": _EM // 4}
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap(
        {
            ord(one): "space" if one.isspace() else "narrow" if one.isascii() else "wide"
            for one in {*characters, " "}
        }
    )
    builder.setupGlyf({name: block(wide, filled=name != "space") for name, wide in widths.items()})
    builder.setupHorizontalMetrics({name: (wide, 0) for name, wide in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    written = BytesIO()
    builder.save(written)
    return base64.b64encode(written.getvalue()).decode()
