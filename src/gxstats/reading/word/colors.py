"""The colours of text and of what it stands on: given as such, by name, or by the theme."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..contrast import Color
from .markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["AUTOMATIC", "BLACK", "WHITE", "Colors", "Given", "Ink", "attributes"]

Given: TypeAlias = tuple[tuple[str | bytes, str | bytes], ...]
"""The attributes of a property, as they are."""
Ink: TypeAlias = Color | Literal["auto"] | None
"""A colour; the automatic one, which is always told from its ground; or one that is not known."""

AUTOMATIC: Final = "auto"
BLACK: Final[Color] = (0.0, 0.0, 0.0)
WHITE: Final[Color] = (1.0, 1.0, 1.0)
_NAMED: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080",
    "darkCyan": "008080", "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0",
    "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
_SLOTS: Final = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
"""Slots of a theme where the document names them otherwise."""
_MAPPED: Final = {
    "background1": ("bg1", "light1"), "text1": ("t1", "dark1"),
    "background2": ("bg2", "light2"), "text2": ("t2", "dark2"),
    "bg1": ("bg1", "light1"), "tx1": ("t1", "dark1"),
    "bg2": ("bg2", "light2"), "tx2": ("t2", "dark2"),
}  # fmt: skip
"""Colours that the settings map to slots: the name there, and what it is mapped to by default."""


def attributes(given: Given) -> dict[str, str]:
    """The attributes of a property by name, without namespaces."""
    return {local_name(str(name)): str(value) for name, value in given}


class Colors:
    """What colours of a document are, by its theme and its settings."""

    def __init__(self, theme: _Element | None, settings: _Element | None) -> None:
        self._theme: dict[str, Color] = {"dk1": BLACK, "lt1": WHITE}
        self._mapping: dict[str, str] = {}
        for scheme in () if theme is None else theme.iter("{*}clrScheme"):
            for slot in scheme:
                for one in slot:
                    color = _hex(one.get("lastClr") or one.get("val"))
                    if color is not None:
                        self._theme[local_name(slot.tag)] = color
        for mapping in () if settings is None else settings.iter("{*}clrSchemeMapping"):
            self._mapping = {local_name(str(k)): str(v) for k, v in mapping.attrib.items()}

    def texts(self, given: Given) -> set[Ink]:
        """The colours that ``w:color`` may give to a text.

        One is that of the theme, the other the plain one, for programs that know no theme.
        """
        values = attributes(given)
        inks: set[Ink] = {self._color(values, "val", "theme", "Color")}
        plain = _hex(values.get("val"))
        if plain is not None:
            inks.add(plain)
        return inks

    def fill(self, given: Given, under: Color | None) -> Color | None:
        """The ground that ``w:shd`` makes of the one under it."""
        values = attributes(given)
        kind = values.get("val", "clear")
        ground = self._color(values, "fill", "themeFill", "")
        fill = under if ground == AUTOMATIC else ground
        if kind in {"clear", "nil", "none"}:
            return fill
        ink = self._color(values, "color", "theme", "Color")
        color = BLACK if ink == AUTOMATIC else ink
        if kind == "solid":
            return color
        share = re.fullmatch(r"pct(\d{1,2})", kind)
        if share is None or color is None or fill is None:
            return None
        part = int(share[1]) / 100
        red, green, blue = (a * part + b * (1 - part) for a, b in zip(color, fill, strict=True))
        return red, green, blue

    def highlight(self, given: Given, under: Color | None) -> Color | None:
        """The ground that ``w:highlight`` makes of the one under it."""
        name = attributes(given).get("val", "none")
        return under if name == "none" else _hex(_NAMED.get(name))

    def effect(self, given: Given) -> Ink:
        """The colour of a text that ``w14:textFill`` fills: given are all of its parts."""
        values = attributes(given)
        theme = values.get("schemeClr")
        found = _hex(values.get("srgbClr")) if theme is None else self._of_theme(theme)
        if found is None or values.get("alpha", "0") != "0":
            return None
        hue, light, saturation = colorsys.rgb_to_hls(*found)
        light = light * _thousandths(values, "lumMod", 1.0) + _thousandths(values, "lumOff", 0.0)
        return colorsys.hls_to_rgb(hue, min(light, 1.0), saturation)

    def _color(self, values: dict[str, str], plain: str, theme: str, word: str) -> Ink:
        """A colour that an attribute gives, unless another one names one of the theme."""
        value = values.get(plain, AUTOMATIC)
        own: Ink = AUTOMATIC if value == AUTOMATIC else _hex(value)
        name = values.get(f"{theme}{word}", "none")
        if name == "none":
            return own
        found = self._of_theme(name)
        if found is None:
            return own
        return _toned(found, values.get(f"{theme}Tint"), values.get(f"{theme}Shade"))

    def _of_theme(self, name: str) -> Color | None:
        if name in _MAPPED:
            key, default = _MAPPED[name]
            name = self._mapping.get(key, default)
        return self._theme.get(_SLOTS.get(name, name))


@lru_cache(maxsize=256)
def _hex(text: str | None) -> Color | None:
    if not text or not re.fullmatch(r"[0-9A-Fa-f]{6}", text):
        return None
    return int(text[:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:], 16) / 255


def _toned(color: Color, tint: str | None, shade: str | None) -> Color:
    """A colour of the theme made lighter or darker: hexadecimal shares of its lightness."""
    hue, light, saturation = colorsys.rgb_to_hls(*color)
    if (share := _share(shade)) is not None:
        light *= share
    if (share := _share(tint)) is not None:
        light = light * share + 1 - share
    return colorsys.hls_to_rgb(hue, light, saturation)


def _share(text: str | None) -> float | None:
    return int(text, 16) / 255 if text and re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else None


def _thousandths(values: dict[str, str], name: str, default: float) -> float:
    text = values.get(name, "")
    return int(text) / 100_000 if re.fullmatch(r"\d{1,6}", text) else default
