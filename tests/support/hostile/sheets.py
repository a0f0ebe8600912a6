"""Workbooks: far cells, lying dimensions, merged areas, formulas, broken compound files."""

from __future__ import annotations

import random
import struct

from tests.support.hostile import READ, READING, hostile
from tests.support.hostile.office import FROM_FILE, LAUGHS
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
    word_parts,
    word_table,
    word_xml,
)

from . import ole

FAR = f'<row r="1048576">{inline("XFD1048576", "x")}</row>'


@hostile("far-cell.xlsx", READ, "read.limit.area")
def _():
    return excel(sheet_rows() + FAR)


@hostile("far-cell-alone.xlsx", "read.no_table", "read.limit.area")
def _():
    return excel(FAR, '<dimension ref="A1:XFD1048576"/>')


@hostile("merged-everything.xlsx", READING, "read.limit.area", "read.no_table")
def _():
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return excel(sheet_rows(), after=merged)


@hostile("merged-beside.xlsx", READ, "read.limit.area")
def _():
    merged = '<mergeCells count="1"><mergeCell ref="F3:XFD1048576"/></mergeCells>'
    return excel(sheet_rows(), after=merged)


@hostile("merged-100000-times.xlsx", READING, "read.limit.area", "read.limit.nodes")
def _():
    areas = "".join(f'<mergeCell ref="A{i}:XFD{i + 500_000}"/>' for i in range(3, 100_003))
    return excel(sheet_rows(), after=f"<mergeCells>{areas}</mergeCells>", method=STORED)


@hostile("merged-nonsense.xlsx", READ, "read.damaged")
def _():
    areas = "".join(
        f'<mergeCell ref="{ref}"/>'
        for ref in ("D9:A3", "A0:B0", "A1", "", "ZZZZZZZ1:A9999999999", "F9:$F$9", "一:二")
    )
    return excel(sheet_rows(), after=f"<mergeCells>{areas}</mergeCells>")


@hostile("dimension-too-large.xlsx", READ)
def _():
    return excel(sheet_rows(), '<dimension ref="A1:XFD1048576"/>')


@hostile("dimension-too-small.xlsx", READ)
def _():
    return excel(sheet_rows(), '<dimension ref="A1"/>')


@hostile("dimension-nonsense.xlsx", READ, "read.damaged")
def _():
    return excel(sheet_rows(), '<dimension ref="XFD9:99A:-1"/>')


@hostile("empty-cells-1000000.xlsx", "read.limit.nodes", "read.limit.area")
def _():
    rows = "".join(f'<row r="{i}">{"<c/>" * 100}</row>' for i in range(3, 10_003))
    return excel(sheet_rows() + rows, method=STORED)


@hostile("rows-300000.xlsx", READ, "read.limit.nodes", "read.limit.area")
def _():
    rows = "".join(f'<row r="{i}"/>' for i in range(3, 300_003))
    return excel(sheet_rows() + rows, method=STORED)


@hostile("rows-far-beyond.xlsx", READ, "read.damaged", "read.limit.area")
def _():
    return excel(
        sheet_rows() + f'<row r="99999999999999999999">{inline("A99999999999", "x")}</row>'
    )


@hostile("references-nonsense.xlsx", READ, "read.damaged", "read.limit.area")
def _():
    cells = "".join(
        inline(ref, "x") for ref in ("", "3", "A", "A0", "A-1", "ZZZZZZZZZ3", "A٣", "$A$3", "a3")
    )
    return excel(sheet_rows() + f'<row r="3">{cells}</row>')


@hostile("string-out-of-range.xlsx", READING, "read.damaged")
def _():
    row = '<row r="3"><c r="A3" t="s"><v>999999999</v></c><c r="B3" t="s"><v>-1</v></c></row>'
    return excel(sheet_rows() + row)


@hostile("strings-700000.xlsx", READ, "read.limit.nodes")
def _():
    return excel(sheet_rows(), shared=shared_strings("<si><t/></si>" * 700_000), method=STORED)


@hostile("strings-count-lies.xlsx", READ, "read.damaged")
def _():
    return excel(sheet_rows(), shared=shared_strings("<si><t>x</t></si>", 4_294_967_295))


@hostile(
    "string-repeated.xlsx", READING, "read.limit.characters", "read.limit.area", "read.no_table"
)
def _():
    long = shared_strings(f"<si><t>{'其他' * 15_000}</t></si>", 1)
    rows = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(3, 20_003))
    return excel(sheet_rows() + rows, shared=long)


@hostile("cell-of-millions.xlsx", "read.limit.characters")
def _():
    return excel(
        sheet_rows() + f'<row r="3">{inline("A3", "字" * 2_100_000)}</row>', method=STORED
    )


@hostile("cell-bomb.xlsx", "read.limit.ratio", "read.limit.inflated")
def _():
    return excel(sheet_rows() + f'<row r="3">{inline("A3", "a" * 30_000_000)}</row>')


@hostile("formulas-in-a-circle.xlsx", READ)
def _():
    cells = '<c r="B3"><f>C3</f></c><c r="C3"><f>B3</f></c><c r="D3"><f>D3</f></c>'
    return excel(sheet_rows() + f'<row r="3">{inline("A3", "规范性文件")}{cells}</row>')


@hostile("formula-of-the-system.xlsx", READ)
def _():
    cells = (
        '<c r="B3" t="str"><f>cmd|\'/c calc\'!A0</f></c>'
        '<c r="C3"><f>WEBSERVICE("http://192.0.2.1/")</f></c><c r="D3"><f>[1]x!A1</f></c>'
    )
    return excel(sheet_rows() + f'<row r="3">{inline("A3", "规范性文件")}{cells}</row>')


@hostile("formula-deeply-nested.xlsx", READ, READING)
def _():
    formula = '<c r="B3"><f>' + "(" * 100_000 + "1" + ")" * 100_000 + "</f></c>"
    return excel(sheet_rows() + f'<row r="3">{inline("A3", "规范性文件")}{formula}</row>')


@hostile("numbers-nonsense.xlsx", READING, "read.damaged")
def _():
    values = (
        "1e999999",
        "-1e999",
        "NaN",
        "9" * 5_000,
        "0." + "0" * 5_000 + "1",
        "0x10",
        "",
        "1e-400",
    )
    cells = "".join(f'<c r="{c}3"><v>{v}</v></c>' for c, v in zip("BCDEFGHI", values, strict=True))
    return excel(sheet_rows() + f'<row r="3">{inline("A3", "规范性文件")}{cells}</row>')


@hostile("number-formats-long.xlsx", READING, "read.damaged")
def _():
    parts = excel_parts(sheet_xml(sheet_rows().replace('<c r="B2">', '<c r="B2" s="1">')))
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
        f'<numFmt numFmtId="164" formatCode="{"[$a]0.#E" * 20_000}"/></numFmts><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    links = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{office("styles")}" Target="styles.xml"/></Relationships>',
    )
    return archive({**parts, "xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": links})


@hostile("sheets-1000.xlsx", "read.limit.pages")
def _():
    return archive(excel_parts(sheet_xml(sheet_rows()), sheets=1_000))


@hostile(
    "sheets-of-one-large-part.xlsx", "read.limit.area", "read.limit.inflated", "read.limit.nodes"
)
def _():
    rows = "".join(
        f'<row r="{i}">{"".join(inline(f"{c}{i}", "其他") for c in "ABCDEFGH")}</row>'
        for i in range(3, 2_003)
    )
    return archive(excel_parts(sheet_xml(sheet_rows() + rows), sheets=250))


@hostile("sheets-from-outside.xlsx", READ, "read.damaged", "read.no_table")
def _():
    parts = excel_parts(sheet_xml(sheet_rows()), sheets=3)
    links = relationships(
        ("rId1", office("worksheet"), "file:///etc/passwd", True),
        ("rId2", office("worksheet"), "../../../../../../etc/passwd", False),
        ("rId3", office("worksheet"), "worksheets/sheet1.xml", False),
    )
    return archive({**parts, "xl/_rels/workbook.xml.rels": links})


@hostile("entities-in-strings.xlsx", "read.damaged")
def _():
    strings = shared_strings("<si><t>&l10;</t></si>").replace("?><sst", "?>" + LAUGHS + "<sst")
    row = '<row r="3"><c r="A3" t="s"><v>0</v></c></row>'
    return excel(sheet_rows() + row, shared=strings)


@hostile("entity-of-a-file.xlsx", "read.damaged")
def _():
    sheet = sheet_xml(sheet_rows() + f'<row r="3">{inline("A3", "&e;")}</row>')
    return archive(excel_parts(sheet.replace("?><worksheet", f"?>{FROM_FILE}<worksheet")))


@hostile("elements-nested.xlsx", READ, "read.limit.depth", "read.damaged")
def _():
    return excel(sheet_rows(), after="<extLst>" * 5_000 + "</extLst>" * 5_000)


@hostile("truncated-sheet.xlsx", "read.damaged")
def _():
    sheet = sheet_xml(sheet_rows())
    return archive(excel_parts(sheet[: len(sheet) * 2 // 3]))


@hostile("with-macros.xlsm", READ)
def _():
    parts = excel_parts(sheet_xml(sheet_rows()))
    types = str(parts["[Content_Types].xml"]).replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "vnd.ms-excel.sheet.macroEnabled.main",
    )
    return archive({**parts, "[Content_Types].xml": types, "xl/vbaProject.bin": b"harm"})


@hostile("word-and-excel.docx", READ, "read.damaged")
def _():
    return archive({**word_parts(word_xml(word_table())), **excel_parts(sheet_xml(FAR))})


# --- Excel 97, and other compound files -----------------------------------------------------

BROKEN = (
    READING,
    "read.damaged",
    "read.no_table",
    "read.container",
    "read.converter",
    "read.conversion",
)


@hostile("sound.xls", READ)
def _():
    return ole.workbook(ole.cells())


def truncated(name: str, share: float) -> None:
    @hostile(name, *BROKEN)
    def _():
        whole = ole.workbook(ole.cells())
        return whole[: int(len(whole) * share)]


for _share in (9, 15, 30, 60, 95):
    truncated(f"truncated-{_share}.xls", _share / 100)


def patched(data: bytes, place: int, value: int) -> bytes:
    """The data with one 32-bit number overwritten."""
    return data[:place] + struct.pack("<I", value) + data[place + 4 :]


@hostile("sectors-in-a-circle.xls", *BROKEN)
def _():
    return patched(ole.workbook(ole.cells()), ole.SECTOR + 4 * 5, 2)


@hostile("sector-after-itself.xls", *BROKEN)
def _():
    return patched(ole.workbook(ole.cells()), ole.SECTOR + 4 * 2, 2)


@hostile("directory-in-a-circle.xls", *BROKEN)
def _():
    return patched(ole.workbook(ole.cells()), ole.SECTOR + 4, 1)


@hostile("directory-tree-in-a-circle.xls", *BROKEN)
def _():
    whole = ole.workbook(ole.cells())
    entry = 2 * ole.SECTOR + 128
    return patched(patched(patched(whole, entry + 68, 1), entry + 72, 0), entry + 76, 1)


@hostile("tables-in-a-circle.xls", *BROKEN)
def _():
    head = ole.header(tables=0x7FFFFFFF, further=0, further_count=0x7FFFFFFF)
    body = bytearray(ole.workbook(ole.cells())[ole.SECTOR :])
    body[508:512] = struct.pack("<I", 0)
    return head + bytes(body)


@hostile("sectors-of-gigabytes.xls", *BROKEN)
def _():
    return ole.header(shift=31) + ole.workbook(ole.cells())[ole.SECTOR :]


@hostile("stream-of-exabytes.xls", READ, *BROKEN)
def _():
    whole = ole.workbook(ole.cells())
    place = 2 * ole.SECTOR + 128 + 120
    return whole[:place] + struct.pack("<Q", 2**62) + whole[place + 8 :]


@hostile("record-too-long.xls", *BROKEN)
def _():
    return ole.workbook(ole.cells() + ole.record(0x0204, b"\0" * 8, 0xFFFF))


@hostile("far-cell.xls", READ, "read.limit.area")
def _():
    return ole.workbook(ole.cells() + ole.label(65_535, 255, "x"))


@hostile("dimension-lies.xls", READ, "read.limit.area", *BROKEN)
def _():
    lie = ole.record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0))
    return ole.workbook(lie + ole.cells())


@hostile("merged-everything.xls", READ, READING, "read.limit.area", *BROKEN)
def _():
    merged = struct.pack("<H", 1_000) + struct.pack("<HHHH", 0, 65_535, 0, 255) * 1_000
    return ole.workbook(ole.cells() + ole.record(0x00E5, merged))


@hostile("strings-count-lies.xls", READ, *BROKEN)
def _():
    return ole.workbook(
        ole.cells(), ole.record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0x7FFFFFFF))
    )


@hostile("string-out-of-range.xls", READING, *BROKEN)
def _():
    return ole.workbook(ole.cells() + ole.record(0x00FD, struct.pack("<HHHI", 2, 0, 0, 10**9)))


@hostile("sheet-without-place.xls", *BROKEN)
def _():
    whole = ole.workbook(ole.cells())
    place = whole.index(b"\x85\x00\x0e\x00") + 4
    return patched(whole, place, 0xFFFFFFF0)


@hostile("sheet-within-the-globals.xls", *BROKEN)
def _():
    whole = ole.workbook(ole.cells())
    return patched(whole, whole.index(b"\x85\x00\x0e\x00") + 4, 0)


@hostile("encrypted.xls", "read.encrypted")
def _():
    return ole.workbook(ole.cells(), ole.record(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\0" * 48))


@hostile("noise-in-the-stream.xls", *BROKEN)
def _():
    return ole.compound({"Workbook": random.Random(5).randbytes(40_000)})


@hostile("encrypted-package.docx", "read.encrypted")
def _():
    return ole.compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\0" * 5_000})


@hostile("compound-file-head-only.doc", "read.converter", "read.conversion", "read.damaged")
def _():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
