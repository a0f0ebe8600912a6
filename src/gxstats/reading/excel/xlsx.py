"""Excel workbooks since 2007: cells, merged ranges and what is hidden, read as a stream.

Nothing is built of a part but the cells that hold something, so that what a sheet claims to
reach to costs nothing. Of drawings only the places are looked at; macros and links to other files
never are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .conditions import Effect, Rule
from .drawings import DrawingReader, controls_of
from .grids import document_of_sheets
from .looks import RichText, Text
from .package import TRUE, Attributes, Handler, Package, decimal_number, whole_number
from .parts import Listed, Workbook, unescaped
from .places import COLUMNS, ROWS, Range, place_of, ranges_of, reference_of
from .printed import HIDDEN_ZERO, formula_text, without_controls
from .sheets import Sheet, Tally
from .style_parts import EffectReader
from .styles import Styles

__all__ = ["read_xlsx"]

_POINTING: Final = frozenset({"drawing", "legacyDrawing", "picture", "tablePart"})
_DIGITS: Final = 8.0
_PADDING: Final = 1.14
"""Digits that a column holds unless the sheet says otherwise, and what it is wider at least."""
_VALUE: Final = re.compile(rb"<(?:\w+:)?(?:v|is)[ >]")


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """The sheets of a workbook as grids, in the order of the workbook."""
    workbook = Workbook(Package(data, limits))
    limits.require("pages", len(workbook.listed))
    styles = workbook.styles()
    tally = Tally(limits)
    shown = [listed for listed in workbook.listed if not listed.is_hidden]
    hidden = [
        listed for listed in workbook.listed if listed.is_hidden and _holds(workbook, listed)
    ]
    sheets = _sheets(workbook, styles, shown, tally)
    if not any(sheet.texts for sheet in sheets):
        sheets, hidden = _sheets(workbook, styles, hidden, tally), []
        for sheet in sheets:
            sheet.doubt()
    names = [listed.name for listed in hidden]
    return document_of_sheets("xlsx", "utf-8", sheets, names, limits)


def _holds(workbook: Workbook, listed: Listed) -> bool:
    """Whether a sheet has a cell with a value."""
    package = workbook.package
    return bool(package.find(listed.part) and _VALUE.search(package.read(listed.part)))


def _sheets(workbook: Workbook, styles: Styles, wanted: list[Listed], tally: Tally) -> list[Sheet]:
    readers: list[_SheetReader] = []
    for listed in wanted:
        reader = _SheetReader(workbook, styles, Sheet(listed.name, tally, styles.usual_size))
        workbook.package.parse(listed.part, reader)
        readers.append(reader)
    numbers = {cell.number for reader in readers for cell in reader.shared}
    strings = workbook.strings(numbers, styles.palette)
    sheets = [reader.finished(strings) for reader in readers]
    for listed, reader in zip(wanted, readers, strict=True):
        reader.parts_around(listed.part)
    return sheets


@attrs.define(eq=False)
class _Cell:
    """The cell that is being read."""

    row: int
    column: int
    kind: str
    style: int
    value: str | None = None
    """``None`` where the file gives no value; an empty one is another thing."""
    formula: str | None = None
    shared: str = ""
    """What the file calls the formula that the cell shares."""
    array: str = ""
    """The range that the formula fills."""


@attrs.define(eq=False)
class _Shared:
    """A cell whose text is one of those that cells share."""

    row: int
    column: int
    number: int
    style: int


class _SheetReader(Handler):
    """Takes in the part of one sheet."""

    def __init__(self, workbook: Workbook, styles: Styles, sheet: Sheet) -> None:
        self.workbook = workbook
        self.styles = styles
        self.sheet = sheet
        self.shared: list[_Shared] = []
        self.formulas: dict[str, str] = {}
        """Formulas that cells share."""
        self.arrays: list[tuple[Range, str]] = []
        """Ranges that one formula fills, without values."""
        self.hides_zeros = False
        self.shows_formulas = False
        self.hides_rows = False
        """Rows that the file does not name are hidden."""
        self.rich = RichText(styles.palette)
        self.ranges: list[Range] = []
        """What a conditional format holds for."""
        self.pending: list[tuple[Rule, EffectReader]] = []
        self.pointers: dict[str, list[str]] = {}
        """Relations to drawings and tables, by the element that names them."""
        self.row = self.column = -1
        self.open: _Cell | None = None
        self.pieces: list[str] = []

    def finished(self, strings: Mapping[int, Text]) -> Sheet:
        """The sheet, with the texts that its cells share."""
        for cell in self.shared:
            if cell.number not in strings:
                where = reference_of(cell.row, cell.column)
                raise self._damaged(f"!{where}: sharedStrings {cell.number}")
            self._put_text(cell.row, cell.column, cell.style, strings[cell.number], expected=True)
        for (first_row, first_column, last_row, last_column), formula in self.arrays:
            for row in range(first_row, last_row + 1):
                for column in range(first_column, last_column + 1):
                    if column not in self.sheet.texts.get(row, {}):
                        self.sheet.put(row, column, formula)
        return self.sheet

    def parts_around(self, part: str) -> None:
        """Take in the drawings and the tables of the sheet."""
        if not self.pointers:
            return
        package = self.workbook.package
        related = package.relations(part)
        for one in related:
            if one.get("Type", "").endswith("/comments") and package.find(one["Target"]):
                package.parse(one["Target"], _CommentReader(self.sheet))
        relations = {one.get("Id", ""): one["Target"] for one in related}
        for name, pointers in self.pointers.items():
            for target in (relations.get(pointer, "") for pointer in pointers):
                if name == "picture":
                    unknown = Effect(grounds=(None,))
                    self.sheet.rules.append(Rule(unknown, [(0, 0, ROWS, COLUMNS)]))
                elif not package.find(target):
                    continue
                elif name == "drawing":
                    package.parse(target, DrawingReader(self.sheet))
                elif name == "legacyDrawing":
                    for cells in controls_of(package.read(target)):
                        self.sheet.cover(cells)
                else:
                    package.parse(target, _TableReader(self.styles, self.sheet))

    def _damaged(self, what: str) -> Unreadable:
        return Unreadable("read.damaged", found=f"{self.sheet.name}{what}")

    # --- elements ------------------------------------------------------------------------------

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in a row, a cell, or what a cell is made of."""
        depth = len(self.path)
        if depth >= 2 and self.path[1] == "sheetData":
            if depth == 4 and name == "c":
                self._begin_cell(attributes)
            elif depth == 3 and name == "row":
                self._begin_row(attributes)
            elif self.open is not None:
                if name == "t" or (depth == 5 and name in {"v", "f"}):
                    self.pieces.clear()
                    if name == "f":
                        self._begin_formula(self.open, attributes)
                elif depth > 5:
                    self.rich.begin(name, attributes, self.parent)
        elif name == "mergeCell" and self.parent == "mergeCells":
            self.sheet.merge(self._range(attributes.get("ref", "")))
        elif name == "col" and self.parent == "cols":
            first = whole_number(attributes.get("min"))
            last = min(whole_number(attributes.get("max")), COLUMNS)
            is_hidden = attributes.get("hidden") in TRUE
            width = decimal_number(attributes.get("width"), self.sheet.usual_width)
            self.sheet.set_columns(first - 1, last - 1, width, is_hidden=is_hidden)
        elif name == "sheetView" and self.parent == "sheetViews":
            self.hides_zeros = attributes.get("showZeros", "1") not in TRUE
            self.shows_formulas = attributes.get("showFormulas") in TRUE
        elif name == "sheetFormatPr":
            self._begin_sheet(attributes)
        elif name in _POINTING:
            found = [value for key, value in attributes.items() if key.endswith(":id")]
            self.pointers.setdefault(name, []).extend(found)
        elif depth > 2:
            self._begin_condition(name, attributes)
        elif name == "conditionalFormatting":
            self.ranges = ranges_of(attributes.get("sqref", ""))

    def end(self, name: str) -> None:
        """Take in that a cell, or what it is made of, is complete."""
        cell = self.open
        if cell is None:
            if name in {"formula", "f", "sqref", "conditionalFormatting", "sparkline"}:
                self._end_condition(name)
        elif len(self.path) == 4:
            self._take(cell)
            self.open = None
        elif name == "v" and len(self.path) == 5:
            cell.value = "".join(self.pieces)
        elif name == "f" and len(self.path) == 5:
            cell.formula = "".join(self.pieces)
            if cell.shared:
                cell.formula = cell.formula or self.formulas.get(cell.shared, "")
                self.formulas.setdefault(cell.shared, cell.formula)
        elif name == "t" and "rPh" not in self.path:
            self.rich.add(unescaped("".join(self.pieces)))

    def text(self, text: str) -> None:
        """Take in a piece of text."""
        if self.open is not None or self.pending or self.path[-1] == "sqref":
            self.pieces.append(text)

    def _begin_sheet(self, attributes: Attributes) -> None:
        sheet = self.sheet
        usual = decimal_number(attributes.get("baseColWidth"), _DIGITS) + _PADDING
        sheet.usual_width = decimal_number(attributes.get("defaultColWidth"), usual)
        height = decimal_number(attributes.get("defaultRowHeight"), sheet.usual_height)
        sheet.usual_height = height or sheet.usual_height
        self.hides_rows = attributes.get("zeroHeight") in TRUE

    def _begin_condition(self, name: str, attributes: Attributes) -> None:
        """Take in a rule of a conditional format, in either form, and what it is made of."""
        if name == "cfRule":
            number = attributes.get("dxfId")
            effects = self.styles.effects
            effect = Effect()
            if number is not None and whole_number(number) < len(effects):
                effect = effects[whole_number(number)]
            kind, operator = attributes.get("type", ""), attributes.get("operator", "")
            self.pending.append((Rule(effect, self.ranges, kind, operator), EffectReader()))
        elif self.pending:
            rule, reader = self.pending[-1]
            if "dxf" in self.path[:-1]:
                reader.start(name, attributes, self.path)
            elif name in {"dataBar", "iconSet"}:
                hides_value = attributes.get("showValue", "1") not in TRUE
                rule.effect = Effect(grounds=(None,), hides_value=hides_value)
            elif name == "colorScale":
                rule.effect = Effect(grounds=(None,))
        self.pieces.clear()

    def _end_condition(self, name: str) -> None:
        text = "".join(self.pieces).strip()
        self.pieces.clear()
        if name in {"formula", "f"} and self.pending:
            self.pending[-1][0].operands.append(text)
        elif name == "sqref" and self.parent == "sparkline":
            for cells in ranges_of(text):
                self.sheet.cover(cells)
        elif name == "sqref":
            self.ranges = ranges_of(text)
        elif name == "conditionalFormatting":
            for rule, reader in self.pending:
                rule.ranges = self.ranges
                if reader.is_given:
                    rule.effect = reader.effect(self.styles.palette)
            self.sheet.rules += [rule for rule, _ in self.pending]
            self.sheet.tally.take(len(self.pending) + len(self.ranges))
            self.pending.clear()

    def _begin_row(self, attributes: Attributes) -> None:
        number, last = attributes.get("r"), self.row
        self.row = self.row + 1 if number is None else whole_number(number) - 1
        self.column = -1
        if not 0 <= self.row < ROWS:
            raise self._damaged(f": row {number}")
        if self.hides_rows:
            self.sheet.hide_rows(last + 1, self.row - 1)
        if attributes.get("hidden") in TRUE:
            self.sheet.set_row(self.row, 0.0)
        elif "ht" in attributes:
            height = decimal_number(attributes["ht"], self.sheet.usual_height)
            self.sheet.set_row(self.row, height)

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            row, column = self.row, self.column + 1
        else:
            row, column = self._place(reference)
        self.column = column
        if row < 0 or column >= COLUMNS:
            raise self._damaged(f": {reference}")
        style = whole_number(attributes.get("s"))
        self.open = _Cell(row, column, attributes.get("t", "n"), style)

    def _begin_formula(self, cell: _Cell, attributes: Attributes) -> None:
        match attributes.get("t"):
            case "shared":
                cell.shared = attributes.get("si", "")
            case "array" | "dataTable":
                cell.array = attributes.get("ref", "")

    def _place(self, reference: str) -> tuple[int, int]:
        found = place_of(reference)
        if found is None:
            raise self._damaged(f": {reference[:40]}")
        return found

    def _range(self, reference: str) -> Range:
        first, _, last = reference.partition(":")
        return (*self._place(first), *self._place(last or first))

    # --- the text of a cell --------------------------------------------------------------------

    def _take(self, cell: _Cell) -> None:
        """Take in a cell that is complete."""
        if cell.formula is not None and self._lacks_value(cell):
            text = formula_text(cell.formula)
            self.sheet.put(cell.row, cell.column, text)
            if cell.array:
                self._take_array(self._range(cell.array), text)
        elif cell.kind == "s" and cell.value is not None and cell.value.strip():
            self._take_shared(cell, cell.value.strip())
        else:
            self._take_value(cell)
        if self.styles[cell.style].is_ruled:
            self.sheet.rule(cell.row, cell.column, cell.column)

    def _take_array(self, filled: Range, text: str) -> None:
        first_row, first_column, last_row, last_column = filled
        height, width = last_row - first_row + 1, last_column - first_column + 1
        if height > 0 and width > 0:
            self.sheet.tally.take(height * width)
            self.arrays.append((filled, text))

    def _take_shared(self, cell: _Cell, value: str) -> None:
        number = whole_number(value)
        if str(number) != value:
            where = reference_of(cell.row, cell.column)
            raise self._damaged(f"!{where}: {value[:40]}")
        self.shared.append(_Shared(cell.row, cell.column, number, cell.style))
        self.sheet.expect(cell.row)

    def _lacks_value(self, cell: _Cell) -> bool:
        """Whether the file does not show the value of a formula; an empty text is a value."""
        if self.shows_formulas or not self.workbook.is_calculated or cell.value is None:
            return True
        return not cell.value.strip() and cell.kind != "str"

    def _take_value(self, cell: _Cell) -> None:
        """Take in a cell that holds its own value."""
        value = cell.value or ""
        if cell.kind == "inlineStr":
            self._put_text(cell.row, cell.column, cell.style, self.rich.taken())
        elif cell.kind == "str":
            self._put_text(cell.row, cell.column, cell.style, unescaped(value))
        elif cell.kind == "n" and value.strip():
            style = self.styles[cell.style]
            seen, hidden = style.number(value, from_1904=self.workbook.from_1904)
            seen = HIDDEN_ZERO if seen == "0" and self.hides_zeros else seen
            self.sheet.put_seen(cell.row, cell.column, seen, hidden, style.look)
            self.sheet.numbers.add((cell.row, cell.column))
        else:
            text = {"1": "TRUE", "0": "FALSE"}.get(value.strip()) if cell.kind == "b" else None
            self.sheet.put(cell.row, cell.column, text or without_controls(value))

    def _put_text(
        self, row: int, column: int, style: int, text: Text, *, expected: bool = False
    ) -> None:
        own = self.styles[style]
        if not isinstance(text, str):
            self.sheet.rich.add((row, column))
        seen, hidden = own.text(text)
        look = own.look.of_largest(text)
        self.sheet.put_seen(row, column, seen, hidden, look, expected=expected)


class _TableReader(Handler):
    """Takes in the part of a table, for the style that it gives its cells."""

    def __init__(self, styles: Styles, sheet: Sheet) -> None:
        self.styles = styles
        self.sheet = sheet
        self.ranges: list[Range] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in where the table stands, or its style, whose ground cannot be told."""
        if name == "table":
            self.ranges = ranges_of(attributes.get("ref", ""))
        elif name == "tableStyleInfo" and attributes.get("name"):
            effects = self.styles.tables.get(attributes["name"], ())
            for effect in (Effect(grounds=(None,)), *effects):
                self.sheet.rules.append(Rule(effect, self.ranges, "table"))


class _CommentReader(Handler):
    """Takes in the comments of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.at: tuple[int, int] | None = None
        self.pieces: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in which cell a comment is on."""
        if name == "comment":
            self.at, self.pieces = place_of(attributes.get("ref", "")), []

    def text(self, text: str) -> None:
        """Take in a part of its text."""
        if self.path[-1] == "t" and self.parent != "rPh":
            self.pieces.append(text)

    def end(self, name: str) -> None:
        """Take in a comment that is complete."""
        if name == "comment" and self.at is not None:
            said = unescaped("".join(self.pieces))
            self.sheet.tally.take(0, len(said))
            self.sheet.comments[self.at] = said
