"""Sound archives and Office files, from which hostile ones are made."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from tests.support.hostile import HEADERS, ROW

Part = str | bytes
STORED: Final = zipfile.ZIP_STORED
"""Not deflated: what repeats itself would be refused for its ratio, and never be parsed."""
_WHEN: Final = (2020, 1, 1, 0, 0, 0)

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def archive(parts: Mapping[str, Part], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these members, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, part in parts.items():
            made.writestr(zipfile.ZipInfo(name, _WHEN), part, method)
    return out.getvalue()


def relationships(*entries: tuple[str, str, str, bool]) -> str:
    """Relationships: id, type, target, and whether the target is outside."""
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{type_}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if external else "/>")
        for id_, type_, target, external in entries
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE_RELATIONS}">{inner}</Relationships>'


def office(kind: str) -> str:
    """The type of a relationship of Office files."""
    return f"{OFFICE_RELATIONS}/{kind}"


# --- Word -----------------------------------------------------------------------------------


def word_table() -> str:
    """The little table."""
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) + "</w:tr>"
        for row in (HEADERS, ROW)
    )
    return f"<w:tbl>{rows}</w:tbl>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_xml(body: str, declaration: str = _XML) -> str:
    return (
        f'{declaration}<w:document xmlns:w="{_WORD}" xmlns:r="{OFFICE_RELATIONS}">'
        f"<w:body>{body}</w:body></w:document>"
    )


def word_parts(document: Part, links: str = "") -> dict[str, Part]:
    """The members of a Word file."""
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
            ' ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": relationships(
            ("rId1", office("officeDocument"), "word/document.xml", False)
        ),
        "word/_rels/document.xml.rels": links or relationships(),
        "word/document.xml": document,
    }


def word(body: str, links: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word file with this body."""
    return archive(word_parts(word_xml(body), links), method)


# --- Excel ----------------------------------------------------------------------------------


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_rows() -> str:
    """The little table, in A1:D2."""
    head = "".join(inline(f"{c}1", t) for c, t in zip("ABCD", HEADERS, strict=True))
    numbers = "".join(f'<c r="{c}2"><v>{t}</v></c>' for c, t in zip("BCD", ROW[1:], strict=True))
    return f'<row r="1">{head}</row><row r="2">{inline("A2", ROW[0])}{numbers}</row>'


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    return (
        f'{_XML}<worksheet xmlns="{_SHEET}" xmlns:r="{OFFICE_RELATIONS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def excel_parts(sheet: Part, *, shared: Part = "", sheets: int = 1) -> dict[str, Part]:
    """The members of a workbook; all its sheets are one part."""
    numbers = range(1, sheets + 1)
    workbook = "".join(
        f'<sheet name="Sheet{number}" sheetId="{number}" r:id="rId{number}"/>'
        for number in numbers
    )
    links = [
        (f"rId{number}", office("worksheet"), "worksheets/sheet1.xml", False) for number in numbers
    ]
    links.append((f"rId{sheets + 1}", office("sharedStrings"), "sharedStrings.xml", False))
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
            ' ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{main}.sheet.main+xml"/><Override PartName='
            f'"/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/><Override PartName='
            f'"/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/></Types>'
        ),
        "_rels/.rels": relationships(("rId1", office("officeDocument"), "xl/workbook.xml", False)),
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_SHEET}" xmlns:r="{OFFICE_RELATIONS}"><sheets>{workbook}'
            "</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relationships(*links),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": shared or shared_strings(""),
    }


def shared_strings(items: str, count: int = 0) -> str:
    return f'{_XML}<sst xmlns="{_SHEET}" count="{count}" uniqueCount="{count}">{items}</sst>'


def excel(
    rows: str,
    before: str = "",
    after: str = "",
    shared: str = "",
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A workbook of one sheet."""
    return archive(excel_parts(sheet_xml(rows, before, after), shared=shared), method)


# --- archives that lie ----------------------------------------------------------------------


def squeezed(block: bytes, times: int) -> tuple[bytes, int, int]:
    """A block again and again, deflated: the bytes, the checksum, the size."""
    size = len(block) * times
    maker = zlib.compressobj(9, zlib.DEFLATED, -15)
    pieces = []
    check = 0
    for _ in range(times):
        pieces.append(maker.compress(block))
        check = zlib.crc32(block, check)
    pieces.append(maker.flush())
    return b"".join(pieces), check, size


def raw_member(
    name: bytes, data: bytes, check: int, size: int, *, flags: int = 0, method: int = 8
) -> tuple[bytes, bytes]:
    """A member as it stands in the file, and its entry in the directory, but for the offset."""
    head = struct.pack("<HHHHHIII", 20, flags, method, 0, 33, check, len(data), size)
    local = b"PK\x03\x04" + head + struct.pack("<HH", len(name), 0) + name + data
    entry = b"PK\x01\x02\x14\x00" + head + struct.pack("<HHHHHI", len(name), 0, 0, 0, 0, 0)
    return local, entry


def raw_archive(body: bytes, entries: list[bytes]) -> bytes:
    """A ZIP file of members and directory entries as they are given."""
    directory = b"".join(entries)
    count = min(len(entries), 0xFFFF)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def entered(entry: bytes, offset: int, name: bytes) -> bytes:
    """A directory entry with its offset and name."""
    return entry + struct.pack("<I", offset) + name


def with_member(parts: Mapping[str, Part], name: str, data: bytes, check: int, size: int) -> bytes:
    """An archive with one more member, which is deflated already and may lie about its size."""
    body = b""
    entries = []
    for other, part in parts.items():
        plain = part.encode() if isinstance(part, str) else part
        deflated, own_check, own_size = squeezed(plain, 1)
        local, entry = raw_member(other.encode(), deflated, own_check, own_size)
        entries.append(entered(entry, len(body), other.encode()))
        body += local
    local, entry = raw_member(name.encode(), data, check, size)
    entries.append(entered(entry, len(body), name.encode()))
    return raw_archive(body + local, entries)
