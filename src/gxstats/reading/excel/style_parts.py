"""The styles of an Excel file since 2007: of its cells, and those that conditions give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import attrs

from ..contrast import Color
from .colors import BLACK, WHITE, Palette
from .conditions import Effect
from .formats import GENERAL
from .looks import Font, Look, font_changes
from .package import TRUE, Attributes, Handler, whole_number
from .styles import Styles

__all__ = ["EffectReader", "StylesReader"]

_Elements: TypeAlias = list[tuple[str, Attributes]]
_SOLID: Final = frozenset({None, "solid"})


def _font(elements: _Elements, palette: Palette) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, attributes in elements:
        changes.update(font_changes(name, attributes, palette))
    return changes


def _colors(elements: _Elements, palette: Palette) -> tuple[str | None, dict[str, Color | None]]:
    """The pattern of a fill, and its colors."""
    pattern: str | None = None
    colors: dict[str, Color | None] = {}
    for name, attributes in elements:
        if name == "patternFill":
            pattern = attributes.get("patternType")
        elif name == "gradientFill":
            pattern = name
        elif name in {"fgColor", "bgColor"}:
            colors[name] = palette.color(attributes, None)
    return pattern, colors


class EffectReader:
    """Takes in a ``dxf`` element, which says what a condition changes."""

    def __init__(self) -> None:
        self.font: _Elements = []
        self.fill: _Elements = []
        self.code: str | None = None

    def start(self, name: str, attributes: Attributes, path: Sequence[str]) -> None:
        """Take in an element within it."""
        if "font" in path[-2:-1]:
            self.font.append((name, attributes))
        elif "fill" in path[-4:-1]:
            self.fill.append((name, attributes))
        elif name == "numFmt":
            self.code = attributes.get("formatCode")

    @property
    def is_given(self) -> bool:
        """Whether it says anything."""
        return bool(self.font or self.fill) or self.code is not None

    def effect(self, palette: Palette) -> Effect:
        """What it changes."""
        grounds: tuple[Color | None, ...] = ()
        pattern, colors = _colors(self.fill, palette)
        if self.fill and pattern != "none":
            is_solid = pattern in _SOLID and colors
            grounds = (colors.get("bgColor", colors.get("fgColor")) if is_solid else None,)
        return Effect(_font(self.font, palette), grounds, self.code)


@attrs.define(eq=False)
class _CellStyle:
    """A style of cells as its file gives it, by the numbers of its parts."""

    format: int
    border: int
    font: int
    fill: int
    repeats: bool = False
    shrinks: bool = False
    wraps: bool = False
    leads: bool = True
    indent: int = 0


class StylesReader(Handler):
    """Collects number formats, fonts, fills and borders, and the styles made of them."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.fonts: list[_Elements] = []
        self.fills: list[_Elements] = []
        self.borders: list[bool] = []
        self.cells: list[_CellStyle] = []
        self.effects: list[EffectReader] = []
        self.tables: dict[str, list[int]] = {}
        self.indexed: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in an element of the part."""
        path, parent = self.path, self.parent
        if "dxf" in path[:-1]:
            self.effects[-1].start(name, attributes, path)
        elif name == "dxf":
            self.effects.append(EffectReader())
        elif name == "numFmt" and parent == "numFmts":
            number = whole_number(attributes.get("numFmtId"))
            self.formats[number] = attributes.get("formatCode", GENERAL)
        elif name == "font" and parent == "fonts":
            self.fonts.append([])
        elif parent == "font" and self.fonts:
            self.fonts[-1].append((name, attributes))
        elif name == "fill" and parent == "fills":
            self.fills.append([])
        elif "fill" in path[:-1] and self.fills:
            self.fills[-1].append((name, attributes))
        elif name == "border" and parent == "borders":
            self.borders.append(False)
        elif parent == "border" and self.borders and attributes.get("style", "none") != "none":
            self.borders[-1] = True
        elif name == "xf" and parent == "cellXfs":
            self.cells.append(
                _CellStyle(
                    whole_number(attributes.get("numFmtId")),
                    whole_number(attributes.get("borderId")),
                    whole_number(attributes.get("fontId")),
                    whole_number(attributes.get("fillId")),
                )
            )
        elif name == "alignment" and path[-3:-1] == ["cellXfs", "xf"]:
            side = attributes.get("horizontal", "general")
            self.cells[-1].repeats = side == "fill"
            self.cells[-1].leads = side in {"general", "left"}
            self.cells[-1].shrinks = attributes.get("shrinkToFit") in TRUE
            self.cells[-1].wraps = attributes.get("wrapText") in TRUE
            self.cells[-1].indent = whole_number(attributes.get("indent"))
        elif name == "tableStyle":
            self.tables[attributes.get("name", "")] = []
        elif name == "tableStyleElement" and self.tables:
            self.tables[list(self.tables)[-1]].append(whole_number(attributes.get("dxfId")))
        elif name == "rgbColor" and parent == "indexedColors":
            self.indexed.append(attributes.get("rgb", ""))

    def styles(self, palette: Palette) -> Styles:
        """The styles, once all is taken in."""
        palette.name_indexed(self.indexed)
        styles = Styles(palette)
        styles.formats.update(self.formats)
        fonts = [Font(**_font(font, palette)) for font in self.fonts]
        grounds = [_ground(fill, palette) for fill in self.fills]
        styles.usual_size = fonts[0].size if fonts else styles.usual_size
        for one in self.cells:
            look = Look(
                fonts[one.font] if one.font < len(fonts) else Font(),
                grounds[one.fill] if one.fill < len(grounds) else WHITE,
                repeats=one.repeats,
                shrinks=one.shrinks,
                wraps=one.wraps,
                leads=one.leads,
                indent=one.indent,
            )
            is_ruled = one.border < len(self.borders) and self.borders[one.border]
            styles.add(one.format, is_ruled=is_ruled, look=look)
        effects = [effect.effect(palette) for effect in self.effects]
        styles.effects = effects
        styles.tables = {
            name: [effects[number] for number in numbers if number < len(effects)]
            for name, numbers in self.tables.items()
        }
        return styles


def _ground(fill: _Elements, palette: Palette) -> Color | None:
    """What stands behind the text of a cell; ``None`` where it cannot be told."""
    pattern, colors = _colors(fill, palette)
    if pattern in {None, "none"}:
        return WHITE
    return colors.get("fgColor", BLACK) if pattern == "solid" else None
