"""Workbooks before 2007 in records of our own, where no library writes what is wanted."""

from __future__ import annotations

import io
import struct

from xlwt.CompoundDoc import XlsDoc


def record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def compound(stream: bytes) -> bytes:
    out = io.BytesIO()
    XlsDoc().save(out, stream)
    return out.getvalue()


def old_workbook(*cells: bytes, version: int = 0x0500, within: bytes = b"") -> bytes:
    """A workbook in records of our own."""
    return compound(old_stream(*cells, version=version, within=within))


def old_stream(*cells: bytes, version: int, within: bytes = b"") -> bytes:
    """The stream of a workbook with one sheet."""

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))

    name = "表".encode("gb18030") if version < 0x0600 else b"\x01" + "表".encode("utf-16-le")
    length = len(name) if version < 0x0600 else 1
    start = begin(5) + record(0x42, struct.pack("<H", 936)) + within
    place = len(start) + 4 + 7 + len(name) + 4
    bound = record(0x85, struct.pack("<IBBB", place, 0, 0, length) + name)
    sheet = begin(0x10) + b"".join(cells) + record(0x0A)
    return start + bound + record(0x0A) + sheet
