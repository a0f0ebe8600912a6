"""What kind of file a source is, and in which encoding: told by its content alone."""

from __future__ import annotations

import codecs
import enum
import re
from collections.abc import Iterable
from typing import Final

from ..forms.report import FORMS
from .archive import Archive
from .limits import Limits
from .unreadable import Unreadable

__all__ = ["PACKED", "READABLE", "Container", "container_of", "decoded", "looks_like_html"]

READABLE: Final = "text, Markdown, HTML, MHTML, CSV, docx, xlsx, xls, PDF, zip, eml"


class Container(enum.Enum):
    """A kind of file, told by its content."""

    TEXT = "text"
    """Characters: plain text, Markdown, HTML or CSV."""
    MHTML = "mhtml"
    """A page saved with all that it shows."""
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    PDF = "pdf"
    DOC = "doc"
    """Word 97 to 2003, and what other programs write in its format."""
    RTF = "rtf"
    ODT = "odt"
    ODS = "ods"
    WPS = "wps"
    OFD = "ofd"
    ZIP = "zip"
    """Files packed into one."""
    EML = "eml"
    """A letter with what is attached to it."""


PACKED: Final = frozenset({Container.ZIP, Container.EML})
"""Kinds of files that hold others."""
_MAGIC: Final = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
"""Kinds of files that hold no report that could be read."""
_UNOPENED: Final = (
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\xfd7zXZ", "xz"),
    (b"BZh", "bzip2"),
)
"""Kinds of files that hold others, and are not opened."""
_HEADERS: Final = re.compile(
    rb"\s*(?:From [^\r\n]*\r?\n)?((?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n|\Z)(?:[ \t][^\r\n]*(?:\r?\n|\Z))*)+)"
)
_HEADERS_WITHIN: Final = 65_536
_SAVED: Final = re.compile(
    rb"^content-type:\s*multipart/related|^snapshot-content-location:|^content-location:",
    re.IGNORECASE | re.MULTILINE,
)
_SENT: Final = re.compile(rb"^(?:to|received|message-id):", re.IGNORECASE | re.MULTILINE)
_OF_MESSAGE: Final = re.compile(
    rb"^(?:MIME-Version:|Content-Type:\s*(?:multipart|message)/|Return-Path:|Received:)",
    re.IGNORECASE | re.MULTILINE,
)
"""A header with which no text but a message begins."""
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_MEMBER: Final = {
    "word/document.xml": Container.DOCX,
    "xl/workbook.xml": Container.XLSX,
    "OFD.xml": Container.OFD,
}
_BY_TYPE: Final = {
    b"application/vnd.oasis.opendocument.text": Container.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Container.ODS,
}
_BY_CONTENT_TYPE: Final = (
    (b"wordprocessingml.document.main+xml", Container.DOCX),
    (b"ms-word.document.macroEnabled.main+xml", Container.DOCX),
    (b"wordprocessingml.template.main+xml", Container.DOCX),
    (b"spreadsheetml.sheet.main+xml", Container.XLSX),
    (b"ms-excel.sheet.macroEnabled.main+xml", Container.XLSX),
    (b"spreadsheetml.template.main+xml", Container.XLSX),
)
_OF_PROGRAMS: Final = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
"""Files that programs put into archives that are documents of theirs, such as presentations."""
_BY_STREAM: Final = (
    ("EncryptedPackage", None),
    ("Workbook", Container.XLS),
    ("Book", Container.XLS),
    ("WordDocument", Container.DOC),
)
"""Streams of an OLE file, whose names stand in it as UTF-16."""
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE: Final = {
    "unicode": "utf-16-le",  # as Word and old browsers call it
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "unicodefffe": "utf-16-be",
    "utf-16be": "utf-16-be",
}
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_DECLARATION_WITHIN: Final = 16_384
_PROGRAM: Final = re.compile(rb'<\?mso-application\s+progid="([A-Za-z.]{1,40})"')
_FLAT_ROOT: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}>\s*<(office:document|pkg:package)\b")
_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|table|tbody|tr|td|th|p|div|span|meta|h[1-6])[\s>/])",
    re.IGNORECASE,
)
_JSON_TOKEN: Final = re.compile(
    r'"(?P<key>[^"\\]{0,80}+)"\s*+:|"(?:[^"\\]|\\.)*+"?|[{}\[\]]', re.DOTALL
)
_JSON_LOOKED_AT: Final = 65_536
_DOCUMENT_KEYS: Final = frozenset(
    {"edition", *(name for form in FORMS.own.values() for name in form.parts)}
)
"""Keys of a report document, of which one tells it from other JSON."""
_KEYS_SHOWN: Final = 6
_REPLACED_SHARE: Final = 0.001
"""Share of characters that may be undecodable, such as a smiley broken by the site's database."""


def container_of(data: bytes, limits: Limits) -> Container:
    """What kind of file it is. Raises :class:`~gxstats.Unreadable`, naming a kind that is not read."""
    start = data[:4096]
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable("read.empty")
    if b"%PDF-" in start[:1024]:
        return Container.PDF
    if start.startswith(_ZIP):
        return _of_zip(data, limits)
    if start.startswith(_OLE):
        return _of_ole(data)
    if start.lstrip().startswith(b"{\\rtf"):
        return Container.RTF
    for magic, name in _MAGIC:
        # two letters alone could also begin a text
        if start.startswith(magic) and (len(magic) > 2 or b"\x00" in start):
            raise Unreadable("read.container", found=name, expected=READABLE)
    for magic, name in _UNOPENED:
        if start.startswith(magic) and (len(magic) > 3 or b"\x00" in start):
            raise Unreadable("read.packed", found=name)
    headers = _HEADERS.match(data[:_HEADERS_WITHIN].removeprefix(codecs.BOM_UTF8))
    if headers and _OF_MESSAGE.search(headers[1]):
        return _of_message(headers[1])
    marked = any(start.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    if not marked and b"\x00" in start:
        raise Unreadable("read.container", found="binary", expected=READABLE)
    if re.match(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])", start.removeprefix(codecs.BOM_UTF8)):
        raise _json(data)
    program = _PROGRAM.search(start) or _FLAT_ROOT.search(start)
    if program:
        raise Unreadable("read.container", found=f"XML: {program[1].decode()}", expected=READABLE)
    return Container.TEXT


def _json(data: bytes) -> Unreadable:
    """What JSON is: a report document, or something else, told by its outermost keys."""
    text = data[:_JSON_LOOKED_AT].decode("utf-8", "replace").removeprefix("\ufeff")
    keys: dict[int, dict[str, None]] = {}
    depth = 0
    for token in _JSON_TOKEN.finditer(text):
        if token["key"] is not None:
            keys.setdefault(depth, {})[token["key"]] = None
        elif token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
    outermost = tuple(keys[min(keys)]) if keys else ()
    if not outermost or _DOCUMENT_KEYS.intersection(outermost):
        return Unreadable("read.document")
    shown = ", ".join(outermost[:_KEYS_SHOWN])
    return Unreadable("read.json", found=f"{shown}, …" if len(outermost) > _KEYS_SHOWN else shown)


def _of_zip(data: bytes, limits: Limits) -> Container:
    archive = Archive.open(data, limits)
    names = archive.names
    for name, container in _BY_MEMBER.items():
        if name in names:
            return container
    if "mimetype" in names:
        kind = archive.read("mimetype").strip()
        if kind in _BY_TYPE:
            return _BY_TYPE[kind]
    if "[Content_Types].xml" in names:
        types = archive.read("[Content_Types].xml")
        for content_type, container in _BY_CONTENT_TYPE:
            if content_type in types:
                return container
    if names & _OF_PROGRAMS:
        found = ", ".join(sorted(names)[:3])
        raise Unreadable("read.container", found=f"ZIP ({found[:200]})", expected=READABLE)
    return Container.ZIP


def _of_message(headers: bytes) -> Container:
    """A page that was saved is no letter, although it is written like one."""
    saved = _SAVED.search(headers) is not None and _SENT.search(headers) is None
    return Container.MHTML if saved else Container.EML


def _of_ole(data: bytes) -> Container:
    for name, container in _BY_STREAM:
        if name.encode("utf-16-le") in data:
            if container is None:
                raise Unreadable("read.encrypted", found="Office")
            return container
    return Container.WPS


def decoded(data: bytes, limits: Limits, given: str = "") -> tuple[str, str, int]:
    """The text, its encoding, and how many characters could not be decoded.

    A byte order mark decides; else UTF-8 where it fits whole, since Chinese text in another
    encoding is never valid UTF-8 by chance; else what is ``given`` from without; else what the
    page declares; else GB18030. Where none fits whole, the one with the fewest faults, if these
    are very few. UTF-16 without a mark is never guessed.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _bounded(*_best(data, [encoding]), limits)
    if given.lower() in _WIDE:
        return _bounded(*_best(data, [_WIDE[given.lower()]]), limits)
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    names = ["utf-8", _codec(given)]
    if declared:
        names.append(_codec(declared.group(1).decode("ascii")))
    names.append("gb18030")
    return _bounded(*_best(data, dict.fromkeys(name for name in names if name)), limits)


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    if name in {"gb2312", "gbk", "hz"}:  # pages that declare the subset use the whole
        return "gb18030"
    return name if name in {"utf-8", "gb18030", "big5", "big5hkscs", "cp950"} else ""


def _best(data: bytes, encodings: Iterable[str]) -> tuple[str, str, int]:
    found: tuple[str, str, int] | None = None
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding, 0
        except UnicodeError:
            text = data.decode(encoding, errors="replace")
        faults = text.count("\ufffd")
        if found is None or faults < found[2]:
            found = text, encoding, faults
    if found is None or found[2] > max(3, len(found[0]) * _REPLACED_SHARE):
        raise Unreadable("read.encoding", found="?", expected="UTF-8, UTF-16, GB18030")
    return found


def _bounded(text: str, encoding: str, replaced: int, limits: Limits) -> tuple[str, str, int]:
    limits.require("characters", len(text))
    return text, encoding.removesuffix("-sig"), replaced


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: an HTML tag that no plain report would print."""
    return _TAG.search(text) is not None
