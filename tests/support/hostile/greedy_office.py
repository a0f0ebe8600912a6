"""Word and Excel files whose styles, numbers, drawings and conditions refer to each other at length."""

from __future__ import annotations

import struct

from tests.support.hostile import ole
from tests.support.hostile.greedy import WORD, greedy, with_part
from tests.support.hostile.packages import (
    STORED,
    archive,
    excel,
    excel_parts,
    inline,
    office,
    relationships,
    shared_strings,
    sheet_rows,
    sheet_xml,
    word,
    word_table,
)

SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

# --- Word ----------------------------------------------------------------------------------------


def styled(body: str, styles: str) -> bytes:
    return with_part(body, "styles", "styles.xml", f"<w:styles {WORD}>{styles}</w:styles>")


def style(name: str, based_on: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>{more}</w:style>'


def in_style(name: str, text: str = "1") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


@greedy("styles-in-a-circle.docx")
def _():
    return styled(in_style("a") * 1_000, style("a", "b") + style("b", "a"))


@greedy("styles-in-a-chain.docx")
def _():
    chain = "".join(style(f"s{n}", f"s{n + 1}") for n in range(40_000))
    return styled("".join(in_style(f"s{n}") for n in range(0, 40_000, 10)), chain)


@greedy("tables-of-conditional-styles.docx")
def _():
    parts = "".join(
        f'<w:tblStylePr w:type="{kind}"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'
        for kind in ("firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band1Vert") * 500
    )
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 50 + "</w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>{row * 300}</w:tbl>'
    return styled(table, style("t", "u", "table", parts) + style("u", "t", "table", parts))


@greedy("lists-in-a-circle.docx")
def _():
    part = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    return with_part(numbered * 10_000, "numbering", "numbering.xml", part)


@greedy("numbers-that-start-high.docx")
def _():
    part = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val='
        '"2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a'
        "</w:t></w:r></w:p>"
    )
    return with_part(numbered * 500, "numbering", "numbering.xml", part)


@greedy("fields-within-fields.docx")
def _():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    return word(word_table() + f"<w:p>{(begin + code) * 60_000}</w:p>", method=STORED)


@greedy("fields-that-never-end.docx")
def _():
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    return word(begin * 60_000 + word_table(), method=STORED)


@greedy("controls-within-controls.docx")
def _():
    return word(
        word_table() + "<w:sdt><w:sdtContent>" * 90 + "<w:p/>" * 50_000
        + "</w:sdtContent></w:sdt>" * 90, method=STORED,
    )  # fmt: skip


@greedy("choices-of-a-control.docx")
def _():
    items = "".join(f'<w:listItem w:value="{n}" w:displayText="{n}"/>' for n in range(60_000))
    control = (
        f"<w:sdt><w:sdtPr><w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r>"
        "<w:t>1</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    return word(word_table() + control, method=STORED)


@greedy("changes-within-changes.docx")
def _():
    return word(
        word_table() + "<w:p>" + ("<w:ins>" * 40 + "<w:r><w:t>1</w:t></w:r>" + "</w:ins>" * 40) * 2_000
        + "</w:p>", method=STORED,
    )  # fmt: skip


@greedy("drawings-20000.docx")
def _():
    drawing = (
        '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="9" cy="9"/></wp:anchor></w:drawing></w:r>'
    )
    return word(word_table() + f"<w:p>{drawing * 20_000}</w:p>", method=STORED)


@greedy("spaces-of-megabytes.docx")
def _():
    text = '<w:r><w:t xml:space="preserve">' + " " * 900_000 + "</w:t></w:r>"
    return word(
        f"<w:tbl><w:tr><w:tc><w:p>{text * 9}</w:p></w:tc></w:tr></w:tbl>{word_table()}",
        method=STORED,
    )


@greedy("names-of-elements.docx")
def _():
    names = "".join(f'<n{n}:a xmlns:n{n}="urn:{n}"/>' for n in range(40_000))
    return word(word_table() + f"<w:p>{names}</w:p>", method=STORED)


@greedy("attributes-of-an-element.docx")
def _():
    names = " ".join(f'a{n}="1"' for n in range(100_000))
    return word(word_table() + f"<w:p {names}/>", method=STORED)


@greedy("relations-100000.docx")
def _():
    links = relationships(*((f"r{n}", office("image"), f"{n}.png", False) for n in range(60_000)))
    return word(word_table(), links, method=STORED)


# --- Excel -----------------------------------------------------------------------------------------


def with_styles(styles: str, rows: str, after: str = "") -> bytes:
    parts = excel_parts(sheet_xml(sheet_rows() + rows, after=after))
    links = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="st" Type="{office("styles")}" Target="styles.xml"/></Relationships>',
    )
    sheet = f"<styleSheet {SHEET}>{styles}</styleSheet>"
    return archive({**parts, "xl/_rels/workbook.xml.rels": links, "xl/styles.xml": sheet}, STORED)


def numbers(count: int) -> str:
    return "".join(
        f'<row r="{n}"><c r="A{n}" s="{n % 60_000}"><v>1.5</v></c></row>'
        for n in range(9, 9 + count)
    )


@greedy("formats-60000.xlsx")
def _():
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{n % 10};[=1]0;[Red]@"/>' for n in range(60_000)
    )
    cells = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(60_000))
    return with_styles(f"<numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs>", numbers(20_000))


@greedy("formats-of-kilobytes.xlsx")
def _():
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{f"{n}" * 400 + "[" * 4_000}"/>'
        for n in range(900)
    )
    cells = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(900))
    return with_styles(f"<numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs>", numbers(5_000))


@greedy("format-of-quotes.xlsx")
def _():
    code = "&quot;" * 100_001 + "\\" * 100_000 + "0.0E+0_" * 9_000
    styles = f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
    return with_styles(styles + '<cellXfs><xf/><xf numFmtId="200"/></cellXfs>', numbers(2))


@greedy("fonts-and-fills-60000.xlsx")
def _():
    fonts = "".join(f'<font><strike/><color rgb="FF{n:06}"/></font>' for n in range(40_000))
    cells = "".join(f'<xf fontId="{n}" fillId="{n}"/>' for n in range(40_000))
    return with_styles(f"<fonts>{fonts}</fonts><cellXfs>{cells}</cellXfs>", numbers(20_000))


def conditions(ranges: str, count: int, formula: str = "A1=1") -> str:
    rules = "".join(
        f'<cfRule type="expression" dxfId="0" priority="{n}"><formula>{formula}</formula></cfRule>'
        for n in range(count)
    )
    return f'<conditionalFormatting sqref="{ranges}">{rules}</conditionalFormatting>'


HIDING = '<cellXfs><xf/></cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>'


@greedy("conditions-of-everything.xlsx")
def _():
    return with_styles(HIDING, numbers(5_000), conditions("A1:XFD1048576", 20_000))


@greedy("conditions-of-many-ranges.xlsx")
def _():
    ranges = " ".join(f"A{n}:XFD{n + 9}" for n in range(1, 60_000))
    return with_styles(HIDING, numbers(5_000), conditions(ranges, 20))


@greedy("conditions-of-deep-formulas.xlsx")
def _():
    return with_styles(
        HIDING, numbers(500), conditions("A1:D900", 90, "(" * 9_000 + "1" + ")" * 9_000)
    )


@greedy("columns-100000.xlsx")
def _():
    columns = "".join(f'<col min="1" max="16384" hidden="{n % 2}"/>' for n in range(100_000))
    return excel(sheet_rows(), f"<cols>{columns}</cols>", method=STORED)


@greedy("runs-of-a-shared-text.xlsx")
def _():
    runs = "<r><rPr><strike/></rPr><t>1</t></r>" * 50_000
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(9, 20_009))
    return excel(sheet_rows() + cells, shared=shared_strings(f"<si>{runs}</si>"), method=STORED)


@greedy("drawings-of-a-sheet.xlsx")
def _():
    kind = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    anchor = (
        "<d:twoCellAnchor><d:from><d:col>0</d:col><d:row>0</d:row></d:from><d:to><d:col>16383</d:col>"
        "<d:row>1048575</d:row></d:to><d:pic/></d:twoCellAnchor>"
    )
    parts = excel_parts(sheet_xml(sheet_rows(), after='<drawing r:id="d"/>'))
    links = relationships(("d", office("drawing"), "../drawings/d.xml", False))
    drawing = f'<d:wsDr xmlns:d="{kind}">{anchor * 20_000}</d:wsDr>'
    return archive(
        {**parts, "xl/worksheets/_rels/sheet1.xml.rels": links, "xl/drawings/d.xml": drawing},
        STORED,
    )


@greedy("rows-hidden-100000.xlsx")
def _():
    rows = "".join(
        f'<row r="{n}" hidden="1">{inline(f"A{n}", "1")}</row>' for n in range(9, 30_009)
    )
    return excel(sheet_rows() + rows, method=STORED)


@greedy("names-100000.xlsx")
def _():
    parts = excel_parts(sheet_xml(sheet_rows()))
    names = "".join(
        f'<definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A${n + 1}:$D$9</definedName>'
        for n in range(50_000)
    )
    book = str(parts["xl/workbook.xml"]).replace(
        "</workbook>", f"<definedNames>{names}</definedNames></workbook>"
    )
    return archive({**parts, "xl/workbook.xml": book}, STORED)


# --- Excel 97 ----------------------------------------------------------------------------------------


@greedy("texts-that-continue.xls")
def _():
    head = struct.pack("<IIHB", 1, 1, 0xFFFF, 1)
    going_on = ole.record(0x3C, b"\1" + b"1\0" * 4_000)
    return ole.compound(
        {"Workbook": ole.workbook_stream(ole.cells(), ole.record(0xFC, head) + going_on * 6)}
    )


@greedy("texts-of-many-runs.xls")
def _():
    one = struct.pack("<HBH", 1, 8, 0xFFFF) + b"1" + struct.pack("<HH", 0, 0) * 500
    return ole.workbook(ole.cells(), ole.record(0xFC, struct.pack("<II", 9, 9) + one * 9))


@greedy("records-of-nothing.xls")
def _():
    return ole.workbook(ole.cells() + ole.record(0x3C) * 11_000)


@greedy("cells-of-many-numbers.xls")
def _():
    row = struct.pack("<HH", 3, 0) + struct.pack("<Hi", 0, 4) * 256 + struct.pack("<H", 255)
    return ole.workbook(ole.cells() + ole.record(0xBD, row) * 25)


@greedy("formats-and-styles.xls")
def _():
    formats = ole.record(0xE0, b"\0" * 20) * 1_200 + ole.record(0x31, b"\0" * 16) * 400
    return ole.workbook(ole.cells(), formats)


@greedy("conditions-of-everything.xls")
def _():
    ranges = struct.pack("<HHHHHH", 5_000, 0, 0, 65_535, 0, 255) + struct.pack("<H", 900)
    ranges += struct.pack("<HHHH", 0, 65_535, 0, 255) * 900
    rule = struct.pack("<BBHHI", 2, 0, 3, 0, 0xFFFFFFFF) + b"\0" * 40
    conditions = ole.record(0x01B0, ranges) + ole.record(0x01B1, rule) * 700
    return ole.workbook(ole.cells() + conditions)


@greedy("sheets-2000.xls")
def _():
    bound = ole.record(0x85, struct.pack("<IHBB", 0, 0, 1, 0) + b"a")
    return ole.workbook(ole.cells(), bound * 3_000)
