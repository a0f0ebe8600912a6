"""Sets a report as an Excel workbook, the way publishers do, and as no program but a few does.

A :class:`SheetTypesetter` first lays the report out in cells; writers then make a file of them:
openpyxl, own XML with whatever the format allows, and xlwt for the format before 2007.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

import attrs
import openpyxl
import xlwt
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from gxstats import Report
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable
from tests.support.typeset_report import PROSE, Typesetter

COUNTS = ("General", "0", "#,##0", "0_ ", "0_);[Red]\\(0\\)", "#,##0;-#,##0", "@", "0;[Red]-0")
AMOUNTS = ("General", "0.00", "0.0000", "#,##0.00", "@", "0.00_ ", "#,##0.0000;[Red]-#,##0.0000")
WIDE = 60
"""Digits that a column is wide of: all numbers fit."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@attrs.define
class Laid:
    """One cell, as it will be written."""

    text: str = ""
    number: int | Decimal | None = None
    formula: str = ""
    """With a number: the value that was calculated. Without: it never was."""
    code: str = "General"
    ruled: bool = False
    address: str | None = None


@attrs.define
class LaidSheet:
    """One sheet, as it will be written: cells by row and column from 0."""

    name: str
    cells: dict[tuple[int, int], Laid] = attrs.field(factory=dict)
    merged: list[tuple[int, int, int, int]] = attrs.field(factory=list)
    hidden: bool = False
    hidden_rows: set[int] = attrs.field(factory=set)
    hidden_columns: set[int] = attrs.field(factory=set)


def reference(row: int, column: int) -> str:
    return f"{get_column_letter(column + 1)}{row + 1}"


def fits_a_double(number: int | Decimal) -> bool:
    """Whether a spreadsheet can hold a number with all its digits."""
    return len(Decimal(number).normalize().as_tuple().digits) <= 15


def shows_whole(number: int | Decimal, code: str) -> bool:
    """Whether a number format shows a number with all its digits."""
    plain = format(number, "f")
    if code in {"General", "@"}:
        return len(plain.lstrip("-")) <= 11
    places = len(plain.partition(".")[2].rstrip("0"))
    return code.partition(";")[0].partition(".")[2].count("0") >= places


class SheetTypesetter(Typesetter):
    """One report in cells."""

    def __init__(self, report: Report, rng: random.Random) -> None:
        super().__init__(report, rng)
        self.formulas: set[str] = set()
        """Addresses of cells whose formulas were never calculated."""
        self.laid: dict[str, tuple[str, str]] = {}
        """By address of the form: sheet and reference."""
        self.overview = "\n".join(rng.sample(PROSE, rng.randint(1, len(PROSE))))
        self.problems = PROSE[2]
        self.year = rng.randint(2015, 2029)
        self.merges = rng.random() < 0.7
        self.ruled = rng.random() < 0.6
        self.stored = rng.choice(["numbers", "numbers", "text", "mixed", "padded"])
        self.calculates = rng.random() < 0.4
        self.spreads = rng.random() < 0.1
        """There is a blank row after every row."""

    # --- the whole -----------------------------------------------------------------------------

    def workbook(self, *, uncalculated: float = 0) -> list[LaidSheet]:
        """The sheets; of the totals, a share is left as formulas without values."""
        rng = self.rng
        kind = rng.choice(["one", "one", "three", "tables"])
        sheets: list[LaidSheet] = []
        sheet = LaidSheet(rng.choice(["Sheet1", "年报", "2023年度", "政府信息公开'年报 (1)"]))
        row = rng.choice([0, 0, 1, 3])
        column = rng.choice([0, 0, 1, 3])
        if kind != "tables":
            row = self._above(sheet, row, column)
        for number, table in enumerate(self.tables):
            if kind == "three" or (kind == "tables" and number):
                sheets.append(sheet)
                sheet = LaidSheet(f"表{table.table.number}")
                row = rng.choice([0, 1, 2])
            row = self._table(sheet, table, row, column, uncalculated)
            row += rng.choice([0, 1, 1, 2])
        if kind == "one":
            row = self._below(sheet, row, column)
        sheets.append(sheet)
        if self.spreads:
            self._spread(sheets)
        return [*sheets, *self._others()]

    def _spread(self, sheets: list[LaidSheet]) -> None:
        for sheet in sheets:
            sheet.cells = {(2 * row, column): cell for (row, column), cell in sheet.cells.items()}
            sheet.merged = [(2 * r0, c0, 2 * r1, c1) for r0, c0, r1, c1 in sheet.merged]
            sheet.hidden_rows = {2 * row for row in sheet.hidden_rows}
        for address, (name, place) in self.laid.items():
            column, row = coordinate_from_string(place)
            self.laid[address] = name, f"{column}{2 * row - 1}"

    def _above(self, sheet: LaidSheet, row: int, column: int) -> int:
        """Title, the first section of text, and now and then a table that is none of the form's."""
        rng = self.rng
        self._line(sheet, row, column, f"某某市某某局{self.year}年政府信息公开工作年度报告")
        row += rng.choice([1, 2])
        self._line(sheet, row, column, "一、总体情况")
        row += 1
        if rng.random() < 0.3:  # several paragraphs in one cell
            self._line(sheet, row, column, self.overview)
            row += 1
        else:
            for line in self.overview.split("\n"):
                self._line(sheet, row, column, line)
                row += 1
        if rng.random() < 0.2:
            row += 1
            for entries in (("栏目", "条数"), ("机构职能", "12"), ("财政预决算", "3")):
                for offset, entry in enumerate(entries):
                    sheet.cells[row, column + offset] = Laid(entry)
                row += 1
            row += 1
        return row + rng.choice([0, 1])

    def _below(self, sheet: LaidSheet, row: int, column: int) -> int:
        self._line(sheet, row, column, "五、存在的主要问题及改进情况")
        self._line(sheet, row + 1, column, self.problems)
        row += 3
        if self.rng.random() < 0.4:
            for offset, text in enumerate(("填表人：张三", "审核人：李四", "电话：86012345")):
                sheet.cells[row, column + 2 * offset] = Laid(text)
        return row

    def _line(self, sheet: LaidSheet, row: int, column: int, text: str) -> None:
        sheet.cells[row, column] = Laid(text)
        if self.merges:
            last = column + self.rng.choice([9, 9, 14])
            sheet.merged.append((row, column, row, last))
            if self.ruled and self.rng.random() < 0.5:
                for covered in range(column, last + 1):
                    sheet.cells.setdefault((row, covered), Laid()).ruled = True

    def _others(self) -> Iterator[LaidSheet]:
        rng = self.rng
        if rng.random() < 0.3:
            yield LaidSheet("填表说明", {(0, 0): Laid("填表说明"), (1, 0): Laid(PROSE[1])})
        if rng.random() < 0.3:  # last year's, hidden
            hidden = LaidSheet("上年", hidden=True)
            other = SheetTypesetter(self.report, random.Random(rng.random()))
            other._table(hidden, self.tables[1], 0, 0, 0)
            for cell in hidden.cells.values():
                if cell.number is not None:
                    cell.number += 7
                elif cell.address is not None:
                    cell.text = "7"
            yield hidden

    # --- a table -------------------------------------------------------------------------------

    def _table(
        self, sheet: LaidSheet, table: PrintedTable, row: int, column: int, uncalculated: float
    ) -> int:
        """Lay a table out; the row after its last."""
        rng = self.rng
        title = self.title(table)
        if self.merges and rng.random() < 0.7:
            sheet.merged.append((row, column, row, column + table.columns - 1))
        sheet.cells[row, column] = Laid(title)
        row += rng.choice([1, 1, 2])
        skipped = self._hidden(sheet, table, row, column)
        at = [row + i + (0 if i < skipped[0] else 1) for i in range(table.rows + 1)]
        under = [column + i + (0 if i < skipped[1] else 1) for i in range(table.columns + 1)]
        for printed in table.cells:
            first = at[printed.row], under[printed.column]
            last = (
                at[printed.row + printed.row_span - 1],
                under[printed.column + printed.column_span - 1],
            )
            places = [
                (r, c)
                for r in range(first[0], last[0] + 1)
                for c in range(first[1], last[1] + 1)
                if r not in sheet.hidden_rows and c not in sheet.hidden_columns
            ]
            for place in places:
                if self.ruled or rng.random() < 0.2:
                    sheet.cells[place] = Laid(ruled=self.ruled)
            sheet.cells[first] = laid = self._cell(printed, uncalculated)
            laid.ruled = self.ruled
            if laid.address is not None:
                self.laid[laid.address] = sheet.name, reference(*first)
            if len(places) > 1 and self.merges:
                sheet.merged.append((*first, *last))
        return at[table.rows - 1] + 1

    def _hidden(
        self, sheet: LaidSheet, table: PrintedTable, row: int, column: int
    ) -> tuple[int, int]:
        """Hide a row and a column of helpers among those of the table, now and then."""
        rng = self.rng
        skipped = table.rows + 1, table.columns + 1
        if rng.random() < 0.15:
            skipped = rng.randint(1, table.rows - 1), skipped[1]
            sheet.hidden_rows.add(row + skipped[0])
            for c in range(column, column + table.columns):
                sheet.cells[row + skipped[0], c] = Laid(str(rng.randint(0, 99)))
        if rng.random() < 0.1 and not sheet.hidden_columns:
            place = column + rng.randint(1, table.columns - 1)
            if not any(c == place for _, c in sheet.cells):
                sheet.hidden_columns.add(place)
                for r in range(row, row + table.rows):
                    sheet.cells[r, place] = Laid("1")
        hidden = [c - column for c in sheet.hidden_columns if c >= column]
        return skipped[0], min(hidden, default=skipped[1])

    def _cell(self, printed: PrintedCell, uncalculated: float) -> Laid:
        rng = self.rng
        if printed.role is not PrintedRole.VALUE:
            text = self.label(printed.text.zh)
            if len(text) > 4 and rng.random() < 0.15:  # a line break within
                cut = rng.randint(3, len(text) - 1)
                text = text[:cut] + "\n" + text[cut:]
            return Laid(text)
        address = printed.address
        value = self.report[address]
        if value is None:
            text = rng.choice(["", "", "", " ", "　"]) if self.stored != "numbers" else ""
            return Laid(text, address=address)
        as_text = self.stored == "text" or (self.stored == "mixed" and rng.random() < 0.5)
        if not fits_a_double(value) or as_text or self.stored == "padded":
            text = self.text(printed)
            if self.stored == "padded":
                text = rng.choice(["", " ", "\u3000", "\n"]) + text + rng.choice(["", " ", "\n"])
            return Laid(text, address=address, code=rng.choice(["General", "@"]))
        codes = AMOUNTS if isinstance(value, Decimal) else COUNTS
        code = rng.choice([code for code in codes if shows_whole(value, code)])
        laid = Laid(number=value, code=code, address=address)
        if address.endswith("/total"):
            if rng.random() < uncalculated:
                self.formulas.add(address)
                laid.formula, laid.number = "SUM(B2:B4)", None
            elif self.calculates:
                laid.formula = "SUM(B2:B4)"
        return laid


# --- openpyxl -------------------------------------------------------------------------------


def by_openpyxl(sheets: list[LaidSheet]) -> bytes:
    """As openpyxl writes it, which never calculates a formula."""
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for laid in sheets:
        sheet = book.create_sheet(laid.name)
        sheet.sheet_format.defaultColWidth = WIDE
        sheet.sheet_state = "hidden" if laid.hidden else "visible"
        for (row, column), cell in laid.cells.items():
            made = sheet.cell(row + 1, column + 1)
            if cell.formula:
                made.value = f"={cell.formula}"
            elif cell.number is not None:
                made.value = cell.number
            elif cell.text:
                made.value = cell.text
            made.number_format = cell.code
            if cell.ruled:
                made.border = border
        for r0, c0, r1, c1 in laid.merged:
            sheet.merge_cells(None, r0 + 1, c0 + 1, r1 + 1, c1 + 1)
        for row in laid.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in laid.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
        sheet.freeze_panes = "B3"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- own XML --------------------------------------------------------------------------------


def lexical(number: int | Decimal, rng: random.Random) -> str:
    """A number as programs store it: plain, with an exponent, or with the noise of a double."""
    value = float(number)
    forms = [format(number, "f") if isinstance(number, Decimal) else str(number), repr(value)]
    if number:
        forms.append(f"{Decimal(number):.16E}".replace("+", rng.choice(["", "+"])))
        forms.append(f"{value:.16E}")
    elif rng.random() < 0.2:
        forms.append("0.0")
    return rng.choice([form for form in forms if float(form) == value])


class Xml:
    """A workbook written as XML, with what the format allows and few programs do."""

    def __init__(self, sheets: list[LaidSheet], rng: random.Random) -> None:
        self.sheets = sheets
        self.rng = rng
        strict = rng.random() < 0.2
        self.main, self.office = (STRICT, STRICT_OFFICE) if strict else (MAIN, OFFICE)
        self.prefix = rng.choice(["", "", "x:"])
        self.codes = sorted({cell.code for s in sheets for cell in s.cells.values()})
        self.shared: list[str] = []
        self.lies = rng.random() < 0.3
        self.unnamed = rng.random() < 0.15
        """Rows and cells do not say where they stand, where they follow each other."""

    def element(self, name: str, inner: str = "", /, **attributes: str) -> str:
        name = self.prefix + name
        given = "".join(f" {key.rstrip('_')}={quoteattr(v)}" for key, v in attributes.items())
        return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"

    def document(self, name: str, inner: str) -> bytes:
        name = self.prefix + name
        space = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
        text = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<{name} {space}="{self.main}" xmlns:r="{self.office}">{inner}</{name}>'
        )
        return text.encode()

    def text_of(self, text: str) -> str:
        """A text, in one run or several, with how it is pronounced beside."""
        rng = self.rng
        if "\n" in text and rng.random() < 0.3:
            text = text.replace("\n", "_x000D_\n")
        shown = escape(text).replace("\r", "&#13;")
        if len(text) > 2 and "_x" not in text and rng.random() < 0.2:
            cut = rng.randint(1, len(text) - 1)
            runs = "".join(
                self.element(
                    "r", self.element("rPr", self.element("b")) + self.plain(escape(piece))
                )
                for piece in (text[:cut], text[cut:])
            )
            noise = self.element("rPh", self.plain("9"), sb="0", eb="1") if cut > 1 else ""
            return runs + noise + self.element("phoneticPr", fontId="1")
        return self.plain(shown)

    def plain(self, shown: str) -> str:
        return f'<{self.prefix}t xml:space="preserve">{shown}</{self.prefix}t>'

    def cell(self, row: int, column: int, laid: Laid, follows: bool) -> str:
        rng = self.rng
        style = str(2 * self.codes.index(laid.code) + laid.ruled)
        given = {} if self.unnamed and follows else {"r": reference(row, column)}
        given["s"] = style
        formula = self.element("f", escape(laid.formula)) if laid.formula else ""
        if laid.number is not None:
            value = self.element("v", lexical(laid.number, rng))
            if rng.random() < 0.2:
                given["t"] = "n"
            return self.element("c", formula + value, **given)
        if laid.formula:
            blank = rng.choice(["", self.element("v")])
            return self.element("c", formula + blank, **given)
        if not laid.text:
            return self.element("c", **given)
        kind = rng.choice(["s", "s", "inlineStr", "str"])
        if kind == "s":
            if laid.text not in self.shared or rng.random() < 0.3:
                self.shared.append(laid.text)
            number = len(self.shared) - 1 - self.shared[::-1].index(laid.text)
            return self.element("c", self.element("v", str(number)), t="s", **given)
        if kind == "str":
            formula = self.element("f", "A1&amp;B1")
            value = f"<{self.prefix}v>{escape(laid.text)}</{self.prefix}v>"
            return self.element("c", formula + value, t="str", **given)
        return self.element("c", self.element("is", self.text_of(laid.text)), t=kind, **given)

    def sheet(self, laid: LaidSheet) -> bytes:
        rng = self.rng
        rows: list[str] = []
        last = -1
        for row in sorted({row for row, _ in laid.cells}):
            cells: list[str] = []
            before = -1
            for column in sorted(column for r, column in laid.cells if r == row):
                cells.append(self.cell(row, column, laid.cells[row, column], column == before + 1))
                before = column
            given = {} if self.unnamed and row == last + 1 else {"r": str(row + 1)}
            if row in laid.hidden_rows:
                given["hidden"] = rng.choice(["1", "true"])
            rows.append(self.element("row", "".join(cells), **given))
            last = row
        view = self.element(
            "sheetView",
            self.element("pane", ySplit="2", topLeftCell="A3", state="frozen"),
            workbookViewId="0",
        )
        columns = "".join(
            self.element("col", min=str(c + 1), max=str(c + 1), width="9", hidden="1")
            for c in sorted(laid.hidden_columns)
        )
        merged = "".join(
            self.element("mergeCell", ref=f"{reference(r0, c0)}:{reference(r1, c1)}")
            for r0, c0, r1, c1 in laid.merged
        )
        dimension = rng.choice(["A1", "A1:XFD1048576"]) if self.lies else ""
        return self.document(
            "worksheet",
            (self.element("dimension", ref=dimension) if dimension else "")
            + self.element("sheetViews", view)
            + self.element("sheetFormatPr", defaultColWidth=str(WIDE))
            + (self.element("cols", columns) if columns else "")
            + self.element("sheetData", "".join(rows))
            + (self.element("mergeCells", merged) if merged else ""),
        )

    def styles(self) -> bytes:
        formats = "".join(
            self.element("numFmt", numFmtId=str(170 + i), formatCode=code)
            for i, code in enumerate(self.codes)
        )
        thin = "".join(
            self.element(side, style="thin") for side in ("left", "right", "top", "bottom")
        )
        styles = "".join(
            self.element("xf", numFmtId=str(170 + i), borderId=str(ruled), xfId="0")
            for i in range(len(self.codes))
            for ruled in (0, 1)
        )
        borders = self.element("border", self.element("left")) + self.element("border", thin)
        return self.document(
            "styleSheet",
            self.element("numFmts", formats)
            + self.element("borders", borders)
            + self.element("cellStyleXfs", self.element("xf", numFmtId="14", borderId="1"))
            + self.element("cellXfs", styles),
        )

    def written(self) -> bytes:
        rng = self.rng
        folder = rng.choice(["xl", "xl", "XL"])
        links: list[tuple[str, str]] = []
        members: dict[str, bytes] = {}
        listed = ""
        for number, laid in enumerate(self.sheets, 1):
            members[f"{folder}/worksheets/sheet{number}.xml"] = self.sheet(laid)
            target = rng.choice(["worksheets/", "/xl/worksheets/", "./worksheets/"])
            links.append(("worksheet", f"{target}sheet{number}.xml"))
            given = {"name": laid.name, "sheetId": str(number + 4), "r:id": f"rId{number}"}
            if laid.hidden:
                given["state"] = rng.choice(["hidden", "veryHidden"])
            listed += self.element("sheet", **given)
        strings = "".join(self.element("si", self.text_of(text)) for text in self.shared)
        members[f"{folder}/sharedStrings.xml"] = self.document("sst", strings)
        members[f"{folder}/styles.xml"] = self.styles()
        links += [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        workbook = self.element("workbookPr") + self.element("sheets", listed)
        members["xl/workbook.xml"] = self.document(
            "workbook", workbook + self.element("calcPr", calcId="191029")
        )
        members["xl/_rels/workbook.xml.rels"] = self.relationships(links)
        members["_rels/.rels"] = self.relationships([("officeDocument", "xl/workbook.xml")])
        members["[Content_Types].xml"] = (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
            'ContentType="application/xml"/></Types>'
        ).encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in rng.sample(sorted(members), len(members)):
                archive.writestr(name, members[name])
        return out.getvalue()

    def relationships(self, links: list[tuple[str, str]]) -> bytes:
        inner = "".join(
            f'<Relationship Id="rId{number}" Type="{self.office}/{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(links, 1)
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def by_hand(sheets: list[LaidSheet], rng: random.Random) -> bytes:
    """As own XML."""
    return Xml(sheets, rng).written()


# --- the format before 2007 -----------------------------------------------------------------

SECTOR = 512
FORMULA = 0x0006


def by_xlwt(sheets: list[LaidSheet]) -> bytes:
    """As xlwt writes it; formulas have the values that were calculated, where they were."""
    book = xlwt.Workbook()
    styles: dict[tuple[str, bool], xlwt.XFStyle] = {}
    values: list[int | Decimal | None] = []
    for laid in sheets:
        sheet = book.add_sheet(laid.name, cell_overwrite_ok=True)
        sheet.set_col_default_width(WIDE)
        sheet.visibility = int(laid.hidden)
        for (row, column), cell in sorted(laid.cells.items()):
            style = styles.get((cell.code, cell.ruled))
            if style is None:
                borders = "borders: left thin, right thin, top thin, bottom thin"
                style = xlwt.easyxf(borders if cell.ruled else "", num_format_str=cell.code)
                styles[cell.code, cell.ruled] = style
            if cell.formula:
                sheet.write(row, column, xlwt.Formula(cell.formula), style)
                values.append(cell.number)
            elif cell.number is not None:
                sheet.write(row, column, cell.number, style)
            else:
                sheet.write(row, column, cell.text or None, style)
        for r0, c0, r1, c1 in laid.merged:
            sheet.merged_ranges.append((r0, r1, c0, c1))
        for row in laid.hidden_rows:
            sheet.row(row).hidden = True
        for column in laid.hidden_columns:
            sheet.col(column).hidden = True
    out = io.BytesIO()
    book.save(out)
    return with_values(out.getvalue(), values)


def with_values(data: bytes, values: list[int | Decimal | None]) -> bytes:
    """The workbook with values written into its formulas, in their order.

    xlwt stands the stream of the workbook right after the head of the file, as one piece.
    """
    made = bytearray(data)
    waiting = iter(values)
    position = SECTOR
    left = len(values)
    while left:
        code, length = struct.unpack_from("<HH", made, position)
        if code == FORMULA:
            value = next(waiting)
            left -= 1
            if value is not None:
                struct.pack_into("<d", made, position + 4 + 6, float(value))
        position += 4 + length
    return bytes(made)
