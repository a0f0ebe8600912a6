"""What is fuzzed: for every kind of input its law, and how bytes become such an input."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from tests.fuzz import laws
from tests.fuzz.columns import table_of
from tests.support.hostile import ole, packages, pages, pdfs
from tests.support.simple_reports import zeros_document

__all__ = ["REGRESSIONS", "TARGETS", "Target", "unpacked"]

REGRESSIONS: Final = Path(__file__).with_name("regressions")
"""Inputs that broke a law once, in a folder for each target."""

_PART: Final = re.compile(rb"^=== (\S{1,200})\n", re.MULTILINE)
_STREAM: Final = re.compile(rb"/Length \d+([^\n]*\nstream\n)(.*?)(?=\nendstream)", re.DOTALL)


def packed(data: bytes) -> bytes:
    """A ZIP file of parts, each of which follows a line with its name; other bytes as they are."""
    head, *parts = _PART.split(data)
    if head or not parts:
        return data
    named = {
        name.decode("latin-1"): part for name, part in zip(parts[::2], parts[1::2], strict=True)
    }
    return packages.archive(named, zipfile.ZIP_STORED)


def unpacked(parts: Mapping[str, bytes | str]) -> bytes:
    """The bytes of which :func:`packed` makes a file with these parts."""
    texts = {
        name: part.encode() if isinstance(part, str) else part for name, part in parts.items()
    }
    return b"".join(b"=== %s\n%s\n" % (name.encode(), part) for name, part in texts.items())


def compound(data: bytes) -> bytes:
    """An Excel 97 workbook around this stream; a compound file as it is."""
    return data if data.startswith(b"\xd0\xcf") else ole.compound({"Workbook": data})


def measured(data: bytes) -> bytes:
    """A PDF whose streams have the lengths they state; not encrypted, which takes a second."""
    right = _STREAM.sub(lambda m: b"/Length %d%s%s" % (len(m[2]), m[1], m[2]), data)
    return right.replace(b"/Encrypt", b"/Unknown")


@attrs.frozen
class Target:
    """A kind of input."""

    simplest: Callable[[], bytes]
    """Bytes of an input that is accepted."""
    made: Callable[[bytes], Any] = bytes
    """The input that some bytes stand for."""
    pieces: tuple[bytes, ...] = ()
    """Patterns of what can be exchanged, dropped or repeated without breaking the syntax."""
    longest: int = 8_192
    """The most bytes."""
    law: Callable[[Any], bool] = laws.reads_or_refuses
    """Raises whatever is wrong; returns whether the input was accepted."""

    def holds(self, data: bytes) -> bool:
        """Whether the input is accepted; raises if it breaks the law."""
        return self.law(self.made(data))


_NUMBER: Final = rb"-?\d+(?:\.\d+)?"
_MARKUP: Final = (
    *(_NUMBER, rb"<[^<>]*>", rb"(?<=>)[^<>]+", rb'(?<=")[^"<>]*(?=")', rb" [\w:]+=\"[^\"]*\""),
    *(rb"<([\w:]+)\b[^<>]*>[^<]*</\1>", rb"<([\w:]+)\b[^<>]*>(?:<[^<>]*>[^<]*)??</\1>"),
    *(rb"<((?:w:)?tr|row)\b.*?</\1>", rb"<((?:w:)?t[cd]|w:p|c)\b.*?</\1>", rb"=== [^=]*"),
)
_JSON: Final = (
    *(rb"(?<=:)[^\s\"\[\]{},]+", rb'(?<=:)"[^"]*"', rb'"[^"]*"', rb'"\w+":[^,{}\[\]]+,'),
    *(rb'"\w+":\{[^{}]*\},?', rb'\{"cell[^{}]*\},?', rb"\W"),
)
_LINES: Final = (_NUMBER, rb"[^\n]*\n", rb"[^\s|]+", rb"\s+")
_PDF: Final = (*_LINES, rb"/\w+", rb"<[0-9A-Fa-f]+>", rb"BT.*?ET\n", rb"\d+ 0 obj.*?endobj\n")
_FONT: Final = {
    3: b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [4 0 R] >>",
    4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry "
    b"(Adobe) /Ordering (GB1) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>",
    5: b"null",
}
"""A font that a file names without carrying it: quicker to load than any other."""
_TABLE: Final = "\n".join("\t".join(row) for row in (pages.HEADERS, pages.ROW))

_READERS: Final[dict[str, Target]] = {
    "text": Target(_TABLE.encode, pieces=_LINES, longest=2_048),
    "html": Target(pages.TABLE.encode, pieces=_MARKUP, longest=3_072),
    "docx": Target(
        lambda: unpacked(packages.word_parts(packages.word_xml(packages.word_table()))),
        packed,
        _MARKUP,
    ),
    "xlsx": Target(
        lambda: unpacked(packages.excel_parts(packages.sheet_xml(packages.sheet_rows()))),
        packed,
        _MARKUP,
    ),
    "xls": Target(lambda: ole.workbook_stream(ole.cells()), compound),
    "pdf": Target(lambda: pdfs.pdf_of_the_table(font=_FONT), measured, _PDF),
}
_ANNOTATABLE: Final = ("html", "docx", "xlsx", "pdf")

TARGETS: Final[dict[str, Target]] = {
    "json": Target(zeros_document, pieces=_JSON, law=laws.judges_as_the_strict_path),
    "columns": Target(bytes, table_of, (rb"....",), 64, laws.columns_are_reports_or_refused),
    **_READERS,
    **{
        f"annotate-{kind}": attrs.evolve(_READERS[kind], law=laws.annotates_or_refuses)
        for kind in _ANNOTATABLE
    },
}
"""By name: everything that takes bytes from outside."""
