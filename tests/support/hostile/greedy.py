"""Files of kilobytes that take gigabytes or minutes within one call of a library.

No guard of a reader tells them from sound files: what bounds them is the process in which they are
read. Each may also be read, or be refused, as a library gets better.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from tests.support.hostile import BOUNDED, READING, hostile
from tests.support.hostile.packages import (
    STORED,
    archive,
    excel,
    inline,
    office,
    paragraph,
    relationships,
    sheet_rows,
    word_parts,
    word_table,
    word_xml,
)
from tests.support.hostile.pdfs import OBJECTS, pages, pdf, squeezed, stream, table_content

Made = Callable[[], bytes | str]
REFUSED = (
    *(
        "read.damaged",
        "read.no_table",
        "read.blank",
        "read.scanned",
        "read.encrypted",
        "read.limit.area",
    ),
    *("read.limit.characters", "read.limit.comparisons", "read.limit.depth", "read.limit.glyphs"),
    *("read.limit.inflated", "read.limit.labels", "read.limit.nodes", "read.limit.pages"),
    "read.limit.text",
)


def greedy(name: str) -> Callable[[Made], Made]:
    return hostile(name, *BOUNDED, READING, *REFUSED)


# --- pages that draw without end ---------------------------------------------------------------


def drawn(content: str, more: OBJECTS | None = None, **settings: str | int) -> bytes:
    made = pages(squeezed((table_content() + content).encode()), **settings)  # type: ignore[arg-type]
    return pdf(made | (more or {}))


@greedy("clips-of-text.pdf")
def _():
    return drawn("q 7 Tr BT /F 9 Tf <0031> Tj ET " * 20_000)


@greedy("clips-of-text-without-states.pdf")
def _():
    return drawn("BT 7 Tr /F 9 Tf <0031> Tj ET " * 20_000)


@greedy("clips-of-shapes.pdf")
def _():
    return drawn("q 0 0 m 9 9 l 9 0 l h W n BT /F 9 Tf <0031> Tj ET " * 20_000)


@greedy("states-without-end.pdf")
def _():
    return drawn("q " * 3_000_000)


@greedy("rectangles-without-end.pdf")
def _():
    return drawn("0 0 1 1 re f " * 1_500_000)


@greedy("points-without-end.pdf")
def _():
    return drawn("0 0 m " + "9 9 l " * 5_000_000 + "S ")


@greedy("one-page-299-times.pdf")
def _():
    made = pages(squeezed((table_content() + "9 9 99 99 re f " * 20_000).encode()))
    made[2] = f"<< /Type /Pages /Kids [{'100 0 R ' * 299}] /Count 299 >>".encode()
    return pdf(made)


@greedy("pictures-of-one-dot.pdf")
def _():
    return drawn("BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI " * 300_000)


# --- forms that draw forms -----------------------------------------------------------------------


def forms(levels: int, times: int, kind: str, padding: str = "") -> bytes:
    made: OBJECTS = {99: b"/Form"}
    for level in range(levels):
        number = 1_000 + level
        body = f"/X{level + 1} Do " * times if level + 1 < levels else "0 0 9 9 re f "
        made[number] = stream(
            body.encode(),
            f"{kind} /BBox [0 0 9 9] /Resources << /XObject << /X{level + 1} {number + 1} 0 R >> >> "
            + padding,
        )
    return drawn("/X0 Do ", made, page="/XObject << /X0 1000 0 R >>")


@greedy("forms-of-forms.pdf")
def _():
    return forms(12, 10, "/Subtype /Form")


@greedy("forms-whose-kind-stands-elsewhere.pdf")
def _():
    return forms(12, 10, "/Subtype 99 0 R")


@greedy("forms-behind-a-long-dictionary.pdf")
def _():
    return forms(12, 10, "/Subtype /Form", "/Pad (" + "a" * 5_000 + ")")


@greedy("forms-without-resources.pdf")
def _():
    made: OBJECTS = {
        1_000 + n: stream(f"/X{n + 1} Do /X{n + 2} Do ".encode(), "/Subtype /Form /BBox [0 0 9 9]")
        for n in range(2_000)
    }
    names = " ".join(f"/X{n} {1_000 + n} 0 R" for n in range(2_000))
    return drawn("/X0 Do ", made, page=f"/XObject << {names} >>")


# --- what is inflated ----------------------------------------------------------------------------


def bomb(megabytes: int) -> bytes:
    """Spaces, deflated; all megabytes after the first are the same bytes."""
    machine, block = zlib.compressobj(9), b" " * 1_000_000
    first = machine.compress(block) + machine.flush(zlib.Z_FULL_FLUSH)
    again = machine.compress(block) + machine.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes - 1) + machine.flush()


def with_bomb(filters: str, more: OBJECTS | None = None, data: bytes = b"") -> bytes:
    made = pages(stream(table_content().encode()))
    made[8] = stream(data or bomb(900), filters)
    made[100] = made[100].replace(b"/Contents 6 0 R", b"/Contents [6 0 R 8 0 R]")
    return pdf(made | (more or {}))


@greedy("filters-that-stand-elsewhere.pdf")
def _():
    return with_bomb("/Filter [10 0 R]", {10: b"/FlateDecode"})


@greedy("filter-behind-a-long-dictionary.pdf")
def _():
    return with_bomb("/Filter /FlateDecode /Pad (" + "a" * 5_000 + ")")


@greedy("filter-behind-spaces.pdf")
def _():
    return with_bomb("/Filter [" + " " * 500 + "/FlateDecode]")


@greedy("flate-within-flate.pdf")
def _():
    return with_bomb("/Filter [/FlateDecode /FlateDecode]", data=zlib.compress(bomb(900), 1))


@greedy("run-lengths.pdf")
def _():
    return with_bomb("/Filter /RunLengthDecode", data=b"\x81 " * 5_000_000)


@greedy("one-stream-2000-times.pdf")
def _():
    made = pages(stream(table_content().encode()))
    made[8] = squeezed(b"0 0 1 1 re f " * 37_000)
    made[100] = made[100].replace(
        b"/Contents 6 0 R", b"/Contents [6 0 R" + b" 8 0 R" * 2_000 + b"]"
    )
    return pdf(made)


@greedy("streams-without-end.pdf")
def _():
    return pdf(pages(stream(table_content().encode()))) + b"\n9 0 obj\n<<>>\nstream\n" * 100_000


# --- fonts -----------------------------------------------------------------------------------------


def font_of_glyphs_twice(levels: int) -> bytes:
    """A TrueType font in which every glyph is twice the glyph before it."""
    corner = (
        struct.pack(">hhhhhHH", 1, 0, 0, 9, 9, 2, 0)
        + b"\x01\x01\x01"
        + struct.pack(">hhhhhh", 0, 9, 0, 0, 0, 9)
    )
    glyphs = [corner + b"\0" * (-len(corner) % 4)]
    for level in range(levels):
        parts = struct.pack(">HHhh", 0x23, level, 0, 0) + struct.pack(">HHhh", 3, level, 9, 9)
        glyphs.append(struct.pack(">hhhhh", -1, 0, 0, 9, 9) + parts + b"\0\0")
    places = [0]
    for glyph in glyphs:
        places.append(places[-1] + len(glyph))
    count = len(glyphs)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            0x10000,
            0,
            0,
            0x5F0F3CF5,
            0,
            1000,
            0,
            0,
            0,
            0,
            9,
            9,
            0,
            8,
            2,
            1,
            0,
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 9, 0, 0, 9, *[0] * 11, 1),
        b"hmtx": struct.pack(">Hh", 9, 0) + b"\0\0" * (count - 1),
        b"loca": struct.pack(f">{count + 1}I", *places),
        b"maxp": struct.pack(">IH13H", 0x10000, count, 99, 9, 99, 9, 2, *[0] * 6, 2, levels),
    }
    start = 12 + 16 * len(tables)
    head, body = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32), b""
    for name, table in tables.items():
        head += name + struct.pack(">III", 0, start + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + body


@greedy("glyphs-twice-the-one-before.pdf")
def _():
    levels = 30
    data = font_of_glyphs_twice(levels)
    font = {
        10: b"<< /Type /Font /Subtype /Type0 /BaseFont /Twice /Encoding /Identity-H "
        b"/DescendantFonts [11 0 R] /ToUnicode 5 0 R >>",
        11: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Twice /CIDToGIDMap /Identity "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor 12 0 R >>",
        12: b"<< /Type /FontDescriptor /FontName /Twice /Flags 4 /FontBBox [0 0 9 9] "
        b"/ItalicAngle 0 /Ascent 9 /Descent 0 /CapHeight 9 /StemV 1 /FontFile2 13 0 R >>",
        13: stream(data, f"/Length1 {len(data)}"),
    }
    made = pages(
        stream((table_content() + f"BT /G 9 Tf <{levels:04X}> Tj ET").encode()), font=font
    )
    made[100] = made[100].replace(b"/F 3 0 R", b"/F 3 0 R /G 10 0 R")
    return pdf(made)


# --- office files ----------------------------------------------------------------------------------


@greedy("names-in-scope-of-every-choice.docx")
def _():
    names = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(3_000))
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    choices = (
        '<mc:AlternateContent><mc:Choice Requires="n1 n2 n3"/></mc:AlternateContent>' * 30_000
    )
    body = f'<w:p xmlns:mc="{compatible}" {names}><w:r>{choices}</w:r></w:p>'
    return archive(word_parts(word_xml(word_table() + body)), STORED)


def with_part(body: str, kind: str, name: str, part: str) -> bytes:
    links = relationships(("p", office(kind), name, False))
    parts = word_parts(word_xml(word_table() + body), links)
    return archive({**parts, f"word/{name}": part}, STORED)


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@greedy("numbers-of-many-levels.docx")
def _():
    text = "%1%2%3%4%5%6%7%8%9" * 2_000
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n in range(9)
    )
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>a</w:t></w:r></w:p>"
    )
    part = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    return with_part(numbered * 5_000, "numbering", "numbering.xml", part)


@greedy("lists-without-end.docx")
def _():
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/></w:num>' for n in range(100_000)
    )
    part = f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="1"/>{lists}</w:numbering>'
    return with_part("", "numbering", "numbering.xml", part)


@greedy("one-chunk-900-times.docx")
def _():
    page = "<table>" + "<tr><td colspan=1000>1" * 99 + "</table>"
    links = relationships(("p", office("aFChunk"), "chunk.html", False))
    parts = word_parts(word_xml(word_table() + '<w:altChunk r:id="p"/>' * 900), links)
    return archive({**parts, "word/chunk.html": page}, STORED)


@greedy("runs-in-one-text.xlsx")
def _():
    runs = "<r><t>a</t></r>" * 90_000
    row = f'<row r="9"><c r="A9" t="inlineStr"><is>{runs}</is></c></row>'
    return excel(sheet_rows() + row, method=STORED)


@greedy("texts-of-a-whole-sheet.xlsx")
def _():
    rows = "".join(
        f'<row r="{n}">' + "".join(inline(f"{c}{n}", "甲" * 9) for c in "ABCDEFGH") + "</row>"
        for n in range(9, 9_000)
    )
    return excel(sheet_rows() + rows, method=STORED)


@greedy("paragraphs-of-empty-runs.docx")
def _():
    body = "<w:p>" + "<w:r/>" * 190_000 + "</w:p>" + paragraph("a") * 10
    return archive(word_parts(word_xml(word_table() + body)), STORED)
