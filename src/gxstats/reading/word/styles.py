"""The styles of a Word document, as far as they decide what is seen and what is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from ..contrast import Color
from .colors import WHITE, Colors, Given
from .looks import DECIDING_IN_PARAGRAPHS, Base, Declared, Layer, declared
from .markup import child_of, is_on, is_true, name_of, properties_of, value_of, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Around", "Styles", "TableStyle"]

_INHERITED: Final = 20
"""Styles, each based on the next, in which a list is looked for."""
_WHOLE: Final = ""
"""The part of a table's style that holds for all of it."""
_BESIDE: Final = 3_000
_ACROSS: Final = 10_000
_DOWN: Final = 17_000
"""Twips by which a table is moved off a page: to the left or up, to the right, and down."""
_SWITCHES: Final = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
"""The switches of ``w:tblLook``, with the bits of its older form."""


@attrs.frozen
class _Part:
    """What a style declares: of runs, of paragraphs, and of the grounds of a table."""

    runs: Declared = ()
    paragraphs: Declared = ()
    shadings: Declared = ()
    """Of the table and of its cells."""


@attrs.frozen
class _Style:
    based_on: str | None
    parts: dict[str, _Part]
    list_id: str | None
    level: int | None
    row_band: int
    column_band: int
    """Rows and columns of a band of a table; 0 where it does not say."""


@attrs.define(eq=False)
class Around:
    """What is around a paragraph: the style of a table, and the ground."""

    ground: Color | None = WHITE
    runs: Declared = ()
    paragraphs: Declared = ()
    bases: dict[tuple[str | None, Declared], Base] = attrs.field(factory=dict, init=False)


class Styles:
    """The styles of a document, its defaults and its colours."""

    def __init__(
        self,
        root: _Element | None,
        theme: _Element | None = None,
        settings: _Element | None = None,
        page: str | None = None,
    ) -> None:
        self.colors = Colors(theme, settings)
        self.page = WHITE if (page or "auto").upper() in {"AUTO", "FFFFFF"} else None
        """The ground of the page: where it is coloured, it is printed or not."""
        self.recomputes = settings is not None and bool(is_on(child_of(settings, "updateFields")))
        """Whether fields are computed anew when the document is opened."""
        self._elements: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, str] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        self._merged: dict[tuple[str, str], dict[str, _Part]] = {}
        self._characters: dict[str | None, Declared] = {}
        self._lists: dict[str | None, tuple[str | None, int | None]] = {}
        default_runs: Declared = ()
        default_paragraphs: Declared = ()
        for element in () if root is None else root:
            name = name_of(element.tag)
            if name == "docDefaults":
                runs = child_of(element, "rPrDefault")
                default_runs = declared(properties_of(runs, "rPr"))
                paragraphs = properties_of(child_of(element, "pPrDefault"), "pPr")
                default_paragraphs = declared(paragraphs, DECIDING_IN_PARAGRAPHS)
            elif name == "style":
                kind = value_of(element, "type") or "paragraph"
                style = value_of(element, "styleId") or ""
                self._elements[kind, style] = element
                if is_true(value_of(element, "default") or "0"):
                    self._defaults[kind] = style
        self._default_runs: Layer = dict(default_runs)
        self._default_paragraphs: Layer = dict(default_paragraphs)

    def named(self, kind: str, name: str | None) -> str | None:
        """The style of a name, or else the default one of its kind."""
        known = name is not None and (kind, name) in self._elements
        return name if known else self._defaults.get(kind)

    def character(self, name: str | None) -> Declared:
        """What a character style declares of its runs."""
        if name not in self._characters:
            parts = self._parts("character", name)
            self._characters[name] = parts.get(_WHOLE, _NOTHING).runs
        return self._characters[name]

    def base(self, around: Around, name: str | None, own: Declared) -> Base:
        """What surrounds the runs of a paragraph of a style, with what it declares itself."""
        key = name, own
        if key not in around.bases:
            style = self._parts("paragraph", name).get(_WHOLE, _NOTHING)
            paragraph = {
                **self._default_paragraphs,
                **dict(around.paragraphs),
                **dict(style.paragraphs),
                **dict(own),
            }
            ground = around.ground
            if "shd" in paragraph:
                ground = self.colors.fill(paragraph["shd"], ground)
            layers = (self._default_runs, dict(around.runs), dict(style.runs))
            around.bases[key] = Base(layers, ground, self.colors, paragraph)
        return around.bases[key]

    def table(self, element: _Element, around: Around) -> TableStyle:
        """How a table looks."""
        return TableStyle(self, properties_of(element, "tblPr"), around)

    def list_of(self, name: str | None) -> tuple[str | None, int | None]:
        """The list that paragraphs of this style stand in, and the level."""
        if name not in self._lists:
            found = (s for s in self._inherited("paragraph", name) if s.list_id is not None)
            self._lists[name] = next(((s.list_id, s.level) for s in found), (None, None))
        return self._lists[name]

    def bands_of(self, name: str | None) -> tuple[int, int]:
        """The rows and columns of a band of a table of this style."""
        found = list(self._inherited("table", name))
        rows = next((style.row_band for style in found if style.row_band), 1)
        return rows, next((style.column_band for style in found if style.column_band), 1)

    def parts_of_tables(self, name: str | None) -> dict[str, _Part]:
        """What a table style declares for the whole table, and for parts of it."""
        return self._parts("table", name)

    def _style(self, kind: str, name: str | None) -> _Style | None:
        key = kind, name or ""
        if key not in self._styles and key in self._elements:
            self._styles[key] = _style(self._elements[key])
        return self._styles.get(key)

    def _inherited(self, kind: str, name: str | None) -> Iterator[_Style]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_INHERITED):
            style = self._style(kind, name)
            if style is None:
                return
            yield style
            name = style.based_on

    def _parts(self, kind: str, name: str | None) -> dict[str, _Part]:
        """What a style declares with those that it is based on; each is merged once."""
        given = self.named(kind, name)
        ahead: dict[str, _Style] = {}
        name = given
        while name is not None and name not in ahead and (kind, name) not in self._merged:
            style = self._style(kind, name)
            if style is None:
                break
            ahead[name] = style
            name = style.based_on
        parts = self._merged.get((kind, name or ""), {})
        for name, style in reversed(ahead.items()):
            own = {
                part: _over(parts.get(part, _NOTHING), one) for part, one in style.parts.items()
            }
            parts = self._merged[kind, name] = {**parts, **own}
        return parts


class TableStyle:
    """How a table looks: by its style, the conditions of that, and what it declares itself."""

    def __init__(self, styles: Styles, own: dict[str, _Element], around: Around) -> None:
        self._styles = styles
        name = styles.named("table", value_of(own.get("tblStyle")))
        self._parts = styles.parts_of_tables(name)
        self.conditional = any(part != _WHOLE for part in self._parts)
        """Whether cells look otherwise by where they stand."""
        self.is_afar = _is_afar(own.get("tblInd"), own.get("tblpPr"))
        """Whether it may stand beside the page."""
        self._look = _switches(own.get("tblLook"))
        self._bands = styles.bands_of(name) if self.conditional else (1, 1)
        self._ground = around.ground
        shading = _shading(own.get("shd")) or dict(self._whole.shadings).get("table")
        if shading:
            self._ground = styles.colors.fill(shading, around.ground)
        self._made: dict[tuple[tuple[str, ...], Declared], Around] = {}

    @property
    def _whole(self) -> _Part:
        return self._parts.get(_WHOLE, _NOTHING)

    def conditions(self, row: int, rows: int, cell: int, cells: int) -> tuple[str, ...]:
        """The parts of the style that hold for a cell, the strongest last (17.7.6)."""
        if not self.conditional:
            return ()
        look, (row_band, column_band) = self._look, self._bands
        first_row, last_row = row == 0, row == rows - 1
        first_column, last_column = cell == 0, cell == cells - 1
        across = (row - bool(look["firstRow"])) // row_band % 2 + 1
        along = (cell - bool(look["firstColumn"])) // column_band % 2 + 1
        held = {
            f"band{along}Vert": not look["noVBand"],
            f"band{across}Horz": not look["noHBand"],
            "firstRow": look["firstRow"] and first_row,
            "lastRow": look["lastRow"] and last_row,
            "firstCol": look["firstColumn"] and first_column,
            "lastCol": look["lastColumn"] and last_column,
        }
        tops, sides = (held["firstRow"], held["lastRow"]), (held["firstCol"], held["lastCol"])
        held["neCell"], held["nwCell"] = tops[0] and sides[1], tops[0] and sides[0]
        held["seCell"], held["swCell"] = tops[1] and sides[1], tops[1] and sides[0]
        return tuple(name for name, holds in held.items() if holds and name in self._parts)

    def around(self, conditions: tuple[str, ...], own: Sequence[_Element | None]) -> Around:
        """What is around the paragraphs of a cell; its own shadings, the strongest last."""
        given = tuple([("cell", tuple(one.items())) for one in own if one is not None])
        key = conditions, given
        if key not in self._made:
            merged = self._whole
            for name in conditions:
                merged = _over(merged, self._parts[name])
            ground = self._ground
            shadings = [one for name, one in (*merged.shadings, *given) if name == "cell"]
            if shadings:
                ground = self._styles.colors.fill(shadings[-1], ground)
            self._made[key] = Around(ground, merged.runs, merged.paragraphs)
        return self._made[key]


_NOTHING: Final = _Part()


def _over(under: _Part, over: _Part) -> _Part:
    """Two parts, the second of which is stronger."""
    return _Part(
        tuple({**dict(under.runs), **dict(over.runs)}.items()),
        tuple({**dict(under.paragraphs), **dict(over.paragraphs)}.items()),
        tuple({**dict(under.shadings), **dict(over.shadings)}.items()),
    )


def _style(element: _Element) -> _Style:
    numbered = properties_of(element, "pPr").get("numPr")
    level = None if numbered is None else value_of(child_of(numbered, "ilvl"))
    table = properties_of(element, "tblPr")
    parts = {_WHOLE: _part(element)}
    for child in element:
        if name_of(child.tag) == "tblStylePr":
            name = value_of(child, "type") or "wholeTable"
            if name == "wholeTable":
                parts[_WHOLE] = _over(parts[_WHOLE], _part(child))
            else:
                parts[name] = _part(child)
    return _Style(
        value_of(child_of(element, "basedOn")),
        parts,
        None if numbered is None else value_of(child_of(numbered, "numId")),
        None if level is None else whole_number(level, 0),
        whole_number(value_of(table.get("tblStyleRowBandSize")), 0),
        whole_number(value_of(table.get("tblStyleColBandSize")), 0),
    )


def _part(element: _Element) -> _Part:
    cells = [
        (name, shading)
        for name, group in (("table", "tblPr"), ("cell", "tcPr"))
        if (shading := _shading(properties_of(element, group).get("shd"))) is not None
    ]
    return _Part(
        declared(properties_of(element, "rPr")),
        declared(properties_of(element, "pPr"), DECIDING_IN_PARAGRAPHS),
        tuple(cells),
    )


def _is_afar(indent: _Element | None, position: _Element | None) -> bool:
    """Whether a table is moved so far that it may stand beside the page."""
    across = (value_of(indent, "w"), value_of(position, "tblpX"))
    down = value_of(position, "tblpY")
    return any(not -_BESIDE < _twips(one) < _ACROSS for one in across) or not (
        -_BESIDE < _twips(down) < _DOWN
    )


def _twips(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else 0


def _shading(element: _Element | None) -> Given | None:
    return None if element is None else tuple(element.items())


def _switches(element: _Element | None) -> dict[str, bool]:
    """The parts of its style that a table asks for."""
    bits = value_of(element) or ""
    number = int(bits, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", bits) else 0
    return {
        name: bool(number & bit) if given is None else is_true(given)
        for name, bit in _SWITCHES.items()
        for given in [value_of(element, name)]
    }
