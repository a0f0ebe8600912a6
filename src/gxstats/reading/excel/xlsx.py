"""Excel workbooks since 2007: cells, merged ranges and what is hidden, read as a stream.

Nothing is built of a part but the cells that hold something, so that what a sheet claims to
reach to costs nothing. Macros, links to other files and drawings are never looked at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.parsers import expat

import attrs

from ..archive import Archive
from ..grid import Document
from ..limits import Limits
from ..unreadable import Unreadable
from .sheets import (
    BUILT_IN_FORMATS,
    GENERAL,
    Range,
    Sheet,
    Tally,
    document_of_sheets,
    formula_text,
    printed_number,
    printed_text,
    reference_of,
    without_controls,
)

__all__ = ["read_xlsx"]

_BLOCK: Final = 65_536
_DOCUMENT: Final = "/officeDocument"
_WORKSHEET: Final = "/worksheet"
"""How the types of relationships end, in both namespaces of the format."""
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
_DIGITS: Final = 9
_TRUE: Final = frozenset({"1", "true", "on"})
_HIDES_ZEROS: Final = "0;-0;;@"

_Attributes = Mapping[str, str]


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """The sheets of a workbook as grids, in the order of the workbook."""
    archive = Archive.open(data, limits)
    package = _Package(archive, limits)
    workbook = _Workbook(package)
    limits.require("pages", len(workbook.sheets))
    styles = _Styles(package, workbook.part_of("/styles"))
    tally = Tally(limits)
    for hidden in (False, True):  # hidden sheets only where nothing is seen
        sheets = [_SheetReader(workbook, styles, s, tally) for s in workbook.sheets_of(hidden)]
        wanted = set[int]().union(*(sheet.strings for sheet in sheets))
        strings = _strings(package, workbook.part_of("/sharedStrings"), wanted)
        found = [sheet.finished(strings) for sheet in sheets]
        if any(sheet.texts for sheet in found):
            break
    return document_of_sheets("xlsx", "utf-8", found, limits)


# --- the package ----------------------------------------------------------------------------


class _Package:
    """The parts of a workbook, by name."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self.archive = archive
        self.limits = limits
        self._names = {name.replace("\\", "/").lower(): name for name in sorted(archive.names)}

    def find(self, part: str) -> str | None:
        """The archive's name of a part; names of parts differ in case alone at times."""
        return self._names.get(part.lstrip("/").lower())

    def parse(self, part: str, handler: _Handler) -> None:
        """Send what an XML part holds to a handler, as it comes."""
        name = self.find(part)
        if name is None:
            raise Unreadable("read.damaged", found=f"ZIP: {part}")
        _stream(self.archive.read(name), name, handler, self.limits)

    def relations(self, part: str) -> list[_Attributes]:
        """What a part points to within the file."""
        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[_Attributes] = []
        if self.find(own):
            self.parse(own, _Collector({"Relationship": found}))
        return [
            {**relation, "Target": posixpath.normpath(posixpath.join("/", folder, target))}
            for relation in found
            if relation.get("TargetMode", "Internal") == "Internal"
            and (target := relation.get("Target", "").replace("\\", "/"))
        ]


class _Handler:
    """Takes in the elements of a part. ``path`` holds the names of those around, outermost first."""

    path: list[str]

    def start(self, name: str, attributes: _Attributes) -> None:
        """Take in that an element begins; its own name is the last of the path."""

    def end(self, name: str) -> None:
        """Take in that an element ends; its own name is still the last of the path."""

    def text(self, text: str) -> None:
        """Take in text of the element that is open."""


class _Collector(_Handler):
    """Collects the attributes of elements, by name."""

    def __init__(self, found: Mapping[str, list[_Attributes]]) -> None:
        self.found = found

    def start(self, name: str, attributes: _Attributes) -> None:
        """Collect one."""
        if name in self.found:
            self.found[name].append(attributes)


def _stream(data: bytes, name: str, handler: _Handler, limits: Limits) -> None:
    """Send the elements of XML to a handler.

    No tree is built, so that memory is bounded by the longest element. A document type is
    refused, and with it all entities.
    """
    limits.require("nodes", data.count(b"<") // 2)
    if re.search(rb"<[^<]{%d}" % limits.characters, data):
        raise Unreadable(
            "read.limit.characters", found=str(limits.characters), expected=str(limits.characters)
        )
    parser = expat.ParserCreate()
    parser.buffer_text = True
    path = handler.path = []
    deepest = limits.depth
    locals_: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = locals_.get(tag) or locals_.setdefault(tag, tag.rpartition(":")[2])
        path.append(local)
        if len(path) > deepest:
            limits.require("depth", len(path))
        handler.start(local, attributes)

    def end(_: str) -> None:
        handler.end(path[-1])
        path.pop()

    def doctype(*_: object) -> None:
        raise Unreadable("read.damaged", found=f"{name}: DOCTYPE")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    view = memoryview(data)
    try:
        for position in range(0, len(data), _BLOCK):
            parser.Parse(bytes(view[position : position + _BLOCK]), False)  # noqa: FBT003
            limits.require_time()
        parser.Parse(b"", True)  # noqa: FBT003
    except Unreadable:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Unreadable("read.damaged", found=f"{name}: {error}") from error


# --- the workbook ---------------------------------------------------------------------------


@attrs.frozen
class _Listed:
    """A sheet that the workbook lists."""

    name: str
    part: str
    hidden: bool


class _Workbook:
    """The sheets of a workbook, and what holds for all of them."""

    def __init__(self, package: _Package) -> None:
        self.package = package
        parts = [
            relation["Target"]
            for relation in package.relations("/")
            if relation.get("Type", "").endswith(_DOCUMENT)
        ]
        part = parts[0] if parts else "/xl/workbook.xml"
        sheets: list[_Attributes] = []
        properties: list[_Attributes] = []
        calculation: list[_Attributes] = []
        package.parse(
            part,
            _Collector({"sheet": sheets, "workbookPr": properties, "calcPr": calculation}),
        )
        self.relations = package.relations(part)
        by_id = {relation.get("Id", ""): relation for relation in self.relations}
        self.from_1904 = any(p.get("date1904") in _TRUE for p in properties)
        self.is_calculated = not any(
            c.get("fullCalcOnLoad") in _TRUE or c.get("calcCompleted", "1") not in _TRUE
            for c in calculation
        )
        """Whether the file vouches for the values of its formulas. Programs that write formulas
        without calculating them say that all is to be calculated when the file is opened."""
        self.sheets: list[_Listed] = []
        for sheet in sheets:
            given = [value for key, value in sheet.items() if key.endswith(":id")]
            relation = by_id.get(given[0] if given else "", {})
            if relation.get("Type", "").endswith(_WORKSHEET):
                hidden = sheet.get("state", "visible") != "visible"
                self.sheets.append(_Listed(sheet.get("name", ""), relation["Target"], hidden))

    def sheets_of(self, hidden: bool) -> Sequence[_Listed]:  # noqa: FBT001
        """The sheets that are hidden, or those that are not."""
        return [sheet for sheet in self.sheets if sheet.hidden is hidden]

    def part_of(self, kind: str) -> str | None:
        """The part of a kind that the workbook points to, if there is one."""
        for relation in self.relations:
            if relation.get("Type", "").endswith(kind) and self.package.find(relation["Target"]):
                return relation["Target"]
        return None


class _Styles(_Handler):
    """For each style of cells: its number format, and whether it has a border."""

    def __init__(self, package: _Package, part: str | None) -> None:
        self.formats: dict[int, str] = dict(BUILT_IN_FORMATS)
        self.borders: list[bool] = []
        self.cells: list[tuple[int, int]] = []
        if part is not None:
            package.parse(part, self)
        self.codes = [self.formats.get(number, GENERAL) for number, _ in self.cells]
        self.ruled = [
            border < len(self.borders) and self.borders[border] for _, border in self.cells
        ]

    def start(self, name: str, attributes: _Attributes) -> None:
        """Take in a number format, a border, one side of a border, or a style."""
        around = self.path[-2] if len(self.path) > 1 else ""
        if name == "numFmt" and around == "numFmts":
            number = _number(attributes.get("numFmtId"))
            self.formats[number] = attributes.get("formatCode", GENERAL)
        elif name == "border" and around == "borders":
            self.borders.append(False)
        elif around == "border" and self.borders and attributes.get("style", "none") != "none":
            self.borders[-1] = True
        elif name == "xf" and around == "cellXfs":
            pair = _number(attributes.get("numFmtId")), _number(attributes.get("borderId"))
            self.cells.append(pair)

    def code(self, style: int) -> str:
        """The number format of a style."""
        return self.codes[style] if 0 <= style < len(self.codes) else GENERAL


def _number(text: str | None) -> int:
    """A whole number of an attribute; 0 for what is none."""
    if text is None or len(text) > _DIGITS or not (text.isascii() and text.isdigit()):
        return 0
    return int(text)


class _Strings(_Handler):
    """The texts that cells share, as far as some cell wants them."""

    def __init__(self, wanted: set[int]) -> None:
        self.wanted = wanted
        self.found: dict[int, str] = {}
        self.count = 0
        self.pieces: list[str] = []

    def end(self, name: str) -> None:
        """Keep a text that is complete."""
        if name == "si" and len(self.path) == 2:
            if self.count in self.wanted:
                self.found[self.count] = _unescaped("".join(self.pieces))
            self.count += 1
            self.pieces.clear()

    def text(self, text: str) -> None:
        """Take in a piece of a text, but not how it is pronounced."""
        if self.count in self.wanted and self.path[-1] == "t" and "rPh" not in self.path:
            self.pieces.append(text)


def _strings(package: _Package, part: str | None, wanted: set[int]) -> dict[int, str]:
    if part is None or not wanted:
        return {}
    strings = _Strings(wanted)
    package.parse(part, strings)
    return strings.found


def _unescaped(text: str) -> str:
    r"""A text without the escapes for what XML cannot hold: ``_x000D_`` is a line break."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if plain != text:  # an escape may stand for half a character
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return without_controls(plain)


# --- a sheet --------------------------------------------------------------------------------


@attrs.define(eq=False)
class _Open:
    """The cell that is being read."""

    row: int
    column: int
    kind: str
    style: int
    value: str | None = None
    """``None`` where the file gives no value; an empty one is another thing."""
    inline: str = ""
    formula: str | None = None
    shared: str = ""
    array: str = ""


class _SheetReader(_Handler):
    """Reads the part of one sheet."""

    def __init__(
        self, workbook: _Workbook, styles: _Styles, listed: _Listed, tally: Tally
    ) -> None:
        self.workbook = workbook
        self.styles = styles
        self.tally = tally
        self.sheet = Sheet(listed.name, tally)
        self.strings: set[int] = set()
        self.shared: list[tuple[int, int, int, int]] = []
        """Cells with a shared text: row, column, its number, and the cell's style."""
        self.masters: dict[str, str] = {}
        self.arrays: list[tuple[Range, str]] = []
        """Ranges that one formula fills, without values."""
        self.hides_zeros = False
        self.row = self.column = -1
        self.open: _Open | None = None
        self.pieces: list[str] = []
        workbook.package.parse(listed.part, self)

    def finished(self, strings: Mapping[int, str]) -> Sheet:
        """The sheet, with the texts that its cells share."""
        for row, column, number, style in self.shared:
            if number not in strings:
                where = f"{self.sheet.name}!{reference_of(row, column)}"
                raise Unreadable("read.damaged", found=f"{where}: sharedStrings {number}")
            text = printed_text(strings[number], self.styles.code(style))
            self.sheet.put(row, column, text, expected=True)
        for (r0, c0, r1, c1), formula in self.arrays:
            for row in range(r0, r1 + 1):
                for column in range(c0, c1 + 1):
                    if column not in self.sheet.texts.get(row, {}):
                        self.sheet.put(row, column, formula)
        return self.sheet

    # --- elements ------------------------------------------------------------------------------

    def start(self, name: str, attributes: _Attributes) -> None:
        """Take in a row, a cell, or what a cell is made of."""
        depth = len(self.path)
        if depth >= 2 and self.path[1] == "sheetData":
            if depth == 4 and name == "c":
                self._cell(attributes)
            elif depth == 3 and name == "row":
                self._row(attributes)
            elif self.open is not None and (name == "t" or (depth == 5 and name in {"v", "f"})):
                self.pieces.clear()
                if name == "f":
                    self._formula(attributes)
        elif name == "mergeCell" and self.path[-2] == "mergeCells":
            self.sheet.merge(self._range(attributes.get("ref", "")))
        elif name == "col" and self.path[-2] == "cols":
            if attributes.get("hidden") in _TRUE or attributes.get("width") == "0":
                first, last = _number(attributes.get("min")), _number(attributes.get("max"))
                self.sheet.hide_columns(first - 1, min(last, _COLUMNS) - 1)
        elif name == "sheetView" and self.path[-2] == "sheetViews":
            self.hides_zeros = attributes.get("showZeros", "1") not in _TRUE

    def end(self, name: str) -> None:
        """Take in that a cell, or what it is made of, is complete."""
        cell = self.open
        if cell is None:
            return
        if len(self.path) == 4:
            self._close(cell)
            self.open = None
        elif name == "v" and len(self.path) == 5:
            cell.value = "".join(self.pieces)
        elif name == "f" and len(self.path) == 5:
            cell.formula = "".join(self.pieces)
            if cell.shared:
                cell.formula = cell.formula or self.masters.get(cell.shared, "")
                self.masters.setdefault(cell.shared, cell.formula)
        elif name == "t" and "rPh" not in self.path:
            cell.inline += "".join(self.pieces)

    def text(self, text: str) -> None:
        """Take in a piece of text."""
        if self.open is not None:
            self.pieces.append(text)

    def _row(self, attributes: _Attributes) -> None:
        number = attributes.get("r")
        self.row = self.row + 1 if number is None else _number(number) - 1
        self.column = -1
        if not 0 <= self.row < _ROWS:
            raise Unreadable("read.damaged", found=f"{self.sheet.name}: row {number}")
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self.sheet.hide_rows(self.row, self.row)

    def _cell(self, attributes: _Attributes) -> None:
        reference = attributes.get("r")
        if reference is None:
            row, column = self.row, self.column + 1
        else:
            row, column = self._place(reference)
        self.column = column
        if row < 0 or column >= _COLUMNS:
            raise Unreadable("read.damaged", found=f"{self.sheet.name}: {reference}")
        style = _number(attributes.get("s"))
        self.open = _Open(row, column, attributes.get("t", "n"), style)

    def _formula(self, attributes: _Attributes) -> None:
        if self.open is not None:
            if attributes.get("t") == "shared":
                self.open.shared = attributes.get("si", "")
            elif attributes.get("t") in {"array", "dataTable"}:
                self.open.array = attributes.get("ref", "")

    def _place(self, reference: str) -> tuple[int, int]:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Unreadable("read.damaged", found=f"{self.sheet.name}: {reference[:40]}")
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        row = int(found[2])
        if row > _ROWS or column > _COLUMNS:
            raise Unreadable("read.damaged", found=f"{self.sheet.name}: {reference}")
        return row - 1, column - 1

    def _range(self, reference: str) -> Range:
        first, _, last = reference.partition(":")
        return (*self._place(first), *self._place(last or first))

    # --- the text of a cell --------------------------------------------------------------------

    def _close(self, cell: _Open) -> None:
        """Take in a cell that is complete."""
        sheet = self.sheet
        if cell.value is None and cell.formula is None and not cell.inline:
            pass
        elif cell.formula is not None and self._lacks_value(cell):
            text = formula_text(cell.formula)
            sheet.put(cell.row, cell.column, text)
            if cell.array:
                range = self._range(cell.array)
                reached = (range[2] - range[0] + 1) * (range[3] - range[1] + 1)
                self.tally.take(reached)
                self.arrays.append((range, text))
        elif cell.kind == "s" and cell.value is not None and cell.value.strip():
            number = cell.value.strip()
            if str(_number(number)) != number:
                where = reference_of(cell.row, cell.column)
                raise Unreadable("read.damaged", found=f"{sheet.name}!{where}: {number[:40]}")
            self.strings.add(int(number))
            self.shared.append((cell.row, cell.column, int(number), cell.style))
            sheet.expect(cell.row)
        else:
            sheet.put(cell.row, cell.column, self._printed(cell))
        if cell.style < len(self.styles.ruled) and self.styles.ruled[cell.style]:
            self.sheet.rule(cell.row, cell.column, cell.column)

    def _lacks_value(self, cell: _Open) -> bool:
        """Whether the file does not tell the value of a formula; an empty text is a value."""
        if not self.workbook.is_calculated or cell.value is None:
            return True
        return not cell.value.strip() and cell.kind != "str"

    def _printed(self, cell: _Open) -> str:
        code = self.styles.code(cell.style)
        value = cell.value or ""
        match cell.kind:
            case "inlineStr":
                return printed_text(_unescaped(cell.inline), code)
            case "str":
                return printed_text(_unescaped(value), code)
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), value)
            case "n" if value.strip():
                text = printed_number(value, code, from_1904=self.workbook.from_1904)
                if text == "0" and self.hides_zeros:
                    return printed_number(value, _HIDES_ZEROS)
                return text
            case _:
                return without_controls(value)
