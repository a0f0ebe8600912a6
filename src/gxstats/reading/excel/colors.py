"""The colors of a workbook: of its palette, of its theme, or spelled out."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from typing import Final

from ..contrast import Color
from .package import TRUE, Attributes, whole_number

__all__ = ["BLACK", "NAMED_COLORS", "WHITE", "Palette", "color_of", "theme_of"]

BLACK: Final[Color] = (0.0, 0.0, 0.0)
WHITE: Final[Color] = (1.0, 1.0, 1.0)
_INDEXED: Final = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
    "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333"
)
"""The palette of every workbook that has none of its own."""
_OWN: Final = 64
_GROUND: Final = 65
"""The number of colors of a palette, and the one that the system's ground has."""
_THEME: Final = (
    "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080"
)
_NAMES: Final = (
    b"lt1", b"dk1", b"lt2", b"dk2", b"accent1", b"accent2", b"accent3", b"accent4", b"accent5",
    b"accent6", b"hlink", b"folHlink",
)  # fmt: skip
"""The colors of a theme, in the order in which styles number them."""
_THEME_COLOR: Final = re.compile(
    rb"<(?:\w+:)?(\w+)>\s*<[^<>]{0,200}?\b(?:lastClr|val)=[\"']([0-9A-Fa-f]{6})[\"']"
)


def color_of(digits: str) -> Color | None:
    """A color of six or eight hexadecimal digits; the first two of eight tell nothing."""
    if not re.fullmatch("(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", digits):
        return None
    red, green, blue = bytes.fromhex(digits[-6:])
    return red / 255, green / 255, blue / 255


def _colors(listed: str) -> list[Color | None]:
    return [color_of(digits) for digits in listed.split()]


def theme_of(part: bytes) -> list[Color | None]:
    """The colors of the part that holds a theme."""
    found = dict(reversed(_THEME_COLOR.findall(part)))
    return [color_of(found.get(name, b"").decode()) for name in _NAMES]


NAMED_COLORS: Final = tuple(_colors(_INDEXED))[:8]
"""Those that number formats name, whatever palette a workbook has."""


class Palette:
    """The colors that styles name by number."""

    def __init__(self) -> None:
        self.indexed = _colors(_INDEXED)
        self.theme = _colors(_THEME)

    def name_indexed(self, listed: Sequence[str], *, start: int = 0) -> None:
        """Take in the colors of a palette of the workbook's own."""
        for number, digits in enumerate(listed[: _OWN - start], start):
            self.indexed[number] = color_of(digits)

    def at(self, number: int) -> Color | None:
        """A color of the palette; ``None`` where it cannot be told."""
        return self.indexed[number] if number < len(self.indexed) else None

    def named(self, number: int, automatic: Color | None) -> Color | None:
        """A color by its number, which may be one of the system."""
        if number == _GROUND:
            return WHITE
        return self.at(number) if number < _OWN else automatic

    def color(self, attributes: Attributes, automatic: Color | None) -> Color | None:
        """The color that an element gives; ``None`` where it cannot be told."""
        found: Color | None
        if "rgb" in attributes:
            found = color_of(attributes["rgb"])
        elif "theme" in attributes:
            number = whole_number(attributes["theme"])
            found = self.theme[number] if number < len(self.theme) else None
        elif "indexed" in attributes:
            number = whole_number(attributes["indexed"])
            found = self.named(number, automatic)
        else:
            return automatic if attributes.get("auto", "1") in TRUE else None
        return found and _tinted(found, attributes.get("tint", "0"))


def _tinted(color: Color, tint: str) -> Color | None:
    """A color made lighter, or darker by a negative share."""
    try:
        share = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        return None
    if not share:
        return color
    hue, light, depth = colorsys.rgb_to_hls(*color)
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    return colorsys.hls_to_rgb(hue, light, depth)
