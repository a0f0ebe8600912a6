"""Sound compound files and Excel 97 workbooks, from which hostile ones are made."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final

from tests.support.hostile import HEADERS, ROW

SECTOR: Final = 512
END: Final = 0xFFFFFFFE
FREE: Final = 0xFFFFFFFF
_FAT: Final = 0xFFFFFFFD
_LEAST: Final = 4096
"""Streams shorter than this would stand in the file's small sectors; they are padded instead."""


def entry(
    name: str, kind: int, first: int, size: int, *, right: int = FREE, child: int = FREE
) -> bytes:
    """An entry of the directory."""
    encoded = name.encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded) + 2, kind, 1)
        + struct.pack("<III", FREE, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", first, size)
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file: the table of sectors first, then the directory, then the streams.

    Only as many sectors as one table names (128) are there.
    """
    chains: list[int] = [_FAT]
    per_sector = SECTOR // 128
    directory_sectors = -(-(len(streams) + 1) // per_sector)
    chains += [*range(2, directory_sectors + 1), END]
    entries = [entry("Root Entry", 5, END, 0, child=1)]
    body = b""
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(_LEAST, b"\0")
        sectors = -(-len(padded) // SECTOR)
        first = len(chains)
        chains += [*range(first + 1, first + sectors), END]
        right = number + 1 if number < len(streams) else FREE
        entries.append(entry(name, 2, first, len(padded), right=right))
        body += padded.ljust(sectors * SECTOR, b"\0")
    if len(chains) > SECTOR // 4:
        raise ValueError("too large for one table of sectors")
    table = b"".join(struct.pack("<I", next_) for next_ in chains).ljust(SECTOR, b"\xff")
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    return header() + table + directory + body


def header(
    *, shift: int = 9, tables: int = 1, further: int = END, further_count: int = 0
) -> bytes:
    """The head of a compound file whose directory is sector 1."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, shift, 6)
        + b"\0" * 6
        + struct.pack("<IIIIIIIII", 0, tables, 1, 0, _LEAST, END, 0, further, further_count)
        + struct.pack("<I", 0)
        + b"\xff" * 432
    )


# --- Excel 97 -------------------------------------------------------------------------------


def record(kind: int, data: bytes = b"", length: int | None = None) -> bytes:
    """A record of a workbook, which may lie about its length."""
    return struct.pack("<HH", kind, len(data) if length is None else length) + data


def label(row: int, column: int, text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    head = struct.pack("<HHHHB", row, column, 0, len(text), 1)
    return record(0x0204, head + encoded)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def cells() -> bytes:
    """The little table."""
    return (
        b"".join(label(0, column, text) for column, text in enumerate(HEADERS))
        + label(1, 0, ROW[0])
        + b"".join(number(1, column, float(text)) for column, text in enumerate(ROW[1:], 1))
    )


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))


def workbook_stream(sheet: bytes, within: bytes = b"") -> bytes:
    """The stream of a workbook with one sheet."""
    dimension = record(0x0200, struct.pack("<IIHHH", 0, 2, 0, 4, 0))
    name = "Sheet1"
    entry_length = 4 + 8 + len(name)
    start = begin(5) + record(0x42, struct.pack("<H", 1200)) + within
    place = len(start) + entry_length + 4
    bound = record(0x85, struct.pack("<IHBB", place, 0, len(name), 0) + name.encode())
    return start + bound + record(0x0A) + begin(0x10) + dimension + sheet + record(0x0A)


def workbook(sheet: bytes, within: bytes = b"") -> bytes:
    """An Excel 97 workbook."""
    return compound({"Workbook": workbook_stream(sheet, within)})
